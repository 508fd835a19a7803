"""The packing list: what lies in each carton, one carton a page and on, so that each list travels in its own carton."""

from datetime import datetime

from returns_desk.documents.kit.barcodes import bars_width, draw_bars, module_dots
from returns_desk.documents.kit.bidi import own_direction
from returns_desk.documents.kit.dress import PLAIN, Dress
from returns_desk.documents.kit.looks import (
    BRAND,
    CELL,
    CELL_MUTED,
    CELL_SMALL,
    CELL_STRONG,
    LABEL,
    NAME,
    NUMBER,
    SMALL,
    STRONG,
    SUM,
    TEXT,
    TITLE,
)
from returns_desk.documents.kit.page import HEIGHT, INNER, MARGIN, Align, Pen, Stamp, draw_foot
from returns_desk.documents.kit.table import Cell, Column, Piece, Table
from returns_desk.documents.labels.carton import carton_bars
from returns_desk.documents.names import words_for
from returns_desk.documents.slips.facts import party_lines, weight
from returns_desk.domain.packing import PackedCarton, PackingList
from returns_desk.domain.slips import SlipLine, SlipParty
from returns_desk.domain.sscc import shown_sscc
from returns_desk.wording import Words

_DPI = 300  # of an office printer
_BOTTOM = HEIGHT - 48
_LATER_TOP = 62.0
_CLOSING = 58.0  # the sums under a carton's lines
_BARS = 34.0


def render_packing_list(
    listed: PackingList,
    language: str,
    printed_at: datetime,
    printed_by: str,
    *,
    dress: Dress = PLAIN,
    bilingual: bool = False,
) -> bytes:
    """Draw the lists of all cartons on A4 in ``he`` or ``en``; the same list and moment give the same bytes."""
    words = words_for(language, printed_at)
    stamp = Stamp(
        f"{words('Packing list')} · {listed.content.batch}",
        words("Printed {moment} by {name}", moment=words.moment(printed_at), name=printed_by),
    )
    return _Drawing(listed, words, stamp).drawn()


class _Drawing:
    """One packing list on its way to paper."""

    def __init__(self, listed: PackingList, words: Words, stamp: Stamp) -> None:
        self._listed, self._words, self._stamp = listed, words, stamp
        self._pen = Pen(stamp.paper, right_to_left=words.right_to_left)
        self._tables = [_table(words, carton) for carton in listed.cartons]
        self._page = 0

    def drawn(self) -> bytes:
        """The PDF: it has a page also when there is no carton, which then says so."""
        top = self._head_height()
        shares = [_shared_out(table, top) for table in self._tables]
        pages = max(1, sum(map(len, shares)))
        if not shares:
            self._draw_head(None)
            self._end_page(pages)
        for carton, table, counts in zip(self._listed.cartons, self._tables, shares, strict=True):
            self._draw_carton(carton, table, counts, pages)
        return self._pen.finished()

    def _draw_carton(self, carton: PackedCarton, table: Table, counts: list[int], pages: int) -> None:
        first = 0
        for turn, count in enumerate(counts):
            if self._page:
                self._pen.next_page()
            down = self._draw_later_head(carton) if turn else self._draw_head(carton)
            if count or not table.rows:
                down = table.draw(self._pen, (MARGIN, down), first, count)
            first += count
            if turn == len(counts) - 1:
                self._draw_sums(carton, down + 22)
            self._end_page(pages)

    def _end_page(self, pages: int) -> None:
        self._page += 1
        draw_foot(self._pen, self._stamp, self._words("Page {page} of {pages}", page=self._page, pages=pages))

    def _head_height(self) -> float:
        return 212.0

    def _draw_head(self, carton: PackedCarton | None) -> float:
        pen, words = self._pen, self._words
        pen.text(words("Packing list"), (MARGIN, 56), TITLE)
        pen.text(self._place(carton), (MARGIN, 76), NUMBER)
        pen.text(self._papers(), (MARGIN, 90), SMALL)
        if carton is not None:
            self._draw_bars(carton)
        pen.rule(MARGIN, 104, INNER, 1.6, BRAND)
        half = (INNER - 20) / 2
        self._draw_party((MARGIN, 114), half, self._listed.content.company, words("From"))
        self._draw_party((MARGIN + half + 20, 114), half, self._listed.content.partner, words("To"))
        return self._head_height()

    def _draw_later_head(self, carton: PackedCarton) -> float:
        along = MARGIN + self._pen.text(self._words("Packing list"), (MARGIN, 46), NAME) + 10
        self._pen.text(self._place(carton), (along, 46), NAME)
        self._pen.text(carton.number, (MARGIN + INNER, 46), TEXT, Align.END, code=True)
        self._pen.rule(MARGIN, 54, INNER, 1.6, BRAND)
        return _LATER_TOP

    def _place(self, carton: PackedCarton | None) -> str:
        if carton is None:
            return self._words("No carton yet")
        return self._words("Carton {place} of {count}", place=carton.place, count=len(self._listed.cartons))

    def _papers(self) -> str:
        words, content = self._words, self._listed.content
        refs = content.references
        parts = (
            words("Batch {number}", number=content.batch),
            words("Slip {number}", number=content.number) if content.number else "",
            words("Authorization {number}", number=refs.authorization) if refs.authorization else "",
            words("Waybill {number}", number=refs.waybill) if refs.waybill else "",
        )
        return " · ".join(filter(None, parts))

    def _draw_bars(self, carton: PackedCarton) -> None:
        pen = self._pen
        bars = carton_bars(carton.number, carton.sscc)
        dots = module_dots(_DPI, 0.34)
        width = bars_width(bars, _DPI, dots)
        quiet = 10 * dots * 72 / _DPI
        draw_bars(
            pen.canvas, bars, (pen.left(MARGIN + INNER - width + quiet, width), pen.up(38 + _BARS), _BARS), _DPI, dots
        )
        pen.forget_ink()
        shown = " · ".join(filter(None, (shown_sscc(carton.sscc), carton.number)))
        pen.text(shown, (MARGIN + INNER - width / 2 + quiet, 38 + _BARS + 11), SMALL, Align.CENTRE, code=True)

    def _draw_party(self, place: tuple[float, float], width: float, party: SlipParty, name: str) -> None:
        pen, language = self._pen, self._words.language
        along, down = place
        pen.text(name, (along, down + LABEL.size), LABEL)
        down = pen.block(own_direction(party.name_in(language)), (along, down + 12), width, NAME, most=2) + 2
        for line in party_lines(self._words, party, language)[:4]:
            down = pen.block(line, (along, down), width, TEXT, most=1)

    def _draw_sums(self, carton: PackedCarton, down: float) -> None:
        """What this carton holds and weighs; below it what all of them do."""
        words, pen, listed = self._words, self._pen, self._listed
        size = " × ".join(str(round(side / 10)) for side in carton.size_mm) if all(carton.size_mm) else ""
        mine = (
            words("In this carton: {items}, {units} units", items=len(carton.lines), units=carton.units),
            words("Gross weight {weight}", weight=weight(words, carton.weight_g)) if carton.weight_g else "",
            words("{size} cm", size=size) if size else "",
        )
        pen.text(" · ".join(filter(None, mine)), (MARGIN, down), SUM)
        every = (
            words("All cartons: {count}", count=len(listed.cartons)),
            words(
                "{items} items, {units} units",
                items=sum(len(each.lines) for each in listed.cartons),
                units=sum(each.units for each in listed.cartons),
            ),
            words("Gross weight {weight}", weight=weight(words, listed.weight_g)) if listed.weight_g else "",
        )
        pen.text(" · ".join(filter(None, every)), (MARGIN, down + 16), STRONG)


def _shared_out(table: Table, top: float) -> list[int]:
    """Share a carton's rows out to pages; the sums stand under the last row, on a page of their own if they must."""
    counts: list[int] = []
    first = 0
    while True:
        down = _LATER_TOP if counts else top
        count = table.fitting(first, _BOTTOM - down, least=1)
        counts.append(count)
        first += count
        if first < len(table.rows):
            continue
        if down + table.height_of(first - count, count) + _CLOSING > _BOTTOM:
            counts[-1:] = [count - 1, 1] if count > 1 else [count, 0]
        return counts


def _table(words: Words, carton: PackedCarton) -> Table:
    columns = (
        Column(("#",), 24, Align.RIGHT),
        Column((words("Item / our SKU"),), 80),
        Column((words("Description"),), grows=True),
        Column((words("Barcode / supplier's SKU"),), 80),
        Column((words("Serial / lot"),), 80),
        Column((words("Units"),), 34, Align.CENTRE),
        Column((words("Grade"),), 28, Align.CENTRE),
    )
    return Table(columns, [_row(words, line) for line in carton.lines], INNER)


def _row(words: Words, line: SlipLine) -> tuple[Cell, ...]:
    return (
        (Piece(str(line.position), CELL_MUTED, True),),
        _pieces(Piece(line.item, CELL_STRONG, True), Piece(line.sku, CELL_SMALL, True)),
        _pieces(Piece(own_direction(line.description_in(words.language)))),
        _pieces(Piece(line.gtin, CELL, True), Piece(line.supplier_sku, CELL_SMALL if line.gtin else CELL, True)),
        _pieces(Piece(line.serial, CELL, True), Piece(line.lot, CELL_SMALL if line.serial else CELL, True)),
        (Piece(words.number(line.quantity), CELL_STRONG, True),),
        _pieces(Piece(line.grade, CELL_STRONG, True)),
    )


def _pieces(*pieces: Piece) -> Cell:
    return tuple(piece for piece in pieces if piece.text)

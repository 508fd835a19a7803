"""The packing list: what lies in each carton, one carton a page and on, so that each list travels in its own carton."""

from datetime import datetime

from returns_desk.documents.kit.bidi import own_direction
from returns_desk.documents.kit.dress import PLAIN, Dress
from returns_desk.documents.kit.facts import Fact
from returns_desk.documents.kit.figures import say_items, say_units, weight
from returns_desk.documents.kit.flow import Flow
from returns_desk.documents.kit.frame import Heading, Stamp
from returns_desk.documents.kit.looks import CELL, CELL_MUTED, CELL_SMALL, CELL_STRONG, STRONG, SUM
from returns_desk.documents.kit.page import Align
from returns_desk.documents.kit.parties import both_sides, draw_sides
from returns_desk.documents.kit.table import Cell, Column, Piece, Table
from returns_desk.documents.kit.voices import Voices
from returns_desk.documents.labels.carton import carton_bars
from returns_desk.domain.packing import PackedCarton, PackingList
from returns_desk.domain.slips import SlipLine
from returns_desk.domain.sscc import shown_sscc
from returns_desk.wording import Words

_CLOSING = 58.0  # the sums under a carton's lines


def render_packing_list(
    listed: PackingList,
    language: str,
    printed_at: datetime,
    printed_by: str,
    *,
    dress: Dress = PLAIN,
    bilingual: bool = False,
) -> bytes:
    """Draw the lists of all cartons in ``he`` or ``en``; the same list, moment and dress give the same bytes.

    Goods without cartons are listed too: they are not packed yet, or are destroyed here and never travel.
    """
    voices = Voices(language, printed_at, bilingual)
    first, *others = listed.cartons or (None,)
    stamp = Stamp.of(f"{voices.words('Packing list')} · {listed.content.batch}", voices, printed_by)
    flow = Flow(_heading(voices, listed, first), voices, stamp, dress)
    _draw_part(flow, listed, first)
    for carton in others:
        flow.begin(_heading(voices, listed, carton))
        _draw_part(flow, listed, carton)
    return flow.finished()


def _heading(voices: Voices, listed: PackingList, carton: PackedCarton | None) -> Heading:
    titles = voices.both(lambda words: words("Packing list"))
    if carton is None:
        return Heading(titles, voices.label(lambda words: _no_carton(words, listed)), spoken=True)
    return Heading(
        titles,
        voices.label(lambda words: words("Carton {place} of {count}", place=carton.place, count=len(listed.cartons))),
        bars=carton_bars(carton.number, carton.sscc),
        under_bars=" · ".join(filter(None, (shown_sscc(carton.sscc), carton.number))),
        beside=f"\u2066{carton.number}\u2069",
        spoken=True,
    )


def _no_carton(words: Words, listed: PackingList) -> str:
    return words("Destroyed here, for credit") if listed.content.destroyed else words("No carton yet")


def _draw_part(flow: Flow, listed: PackingList, carton: PackedCarton | None) -> None:
    content = listed.content
    draw_sides(flow, both_sides(flow, content.company, content.partner), _facts(flow.voices, listed))
    if carton is None and content.destroyed:
        said = flow.voices.both(lambda words: words("The goods are destroyed here, for credit: they do not travel"))
        flow.boxed([(text, STRONG) for text in said])
    lines = content.lines if carton is None else carton.lines
    flow.table(_table(flow.voices, lines, flow.pen.inner), closing=_CLOSING)
    flow.down += 14
    if carton is not None:
        flow.text(_say_carton(flow.voices.words, carton), SUM, after=0)
    flow.text(_say_all(flow.voices.words, listed), STRONG)


def _facts(voices: Voices, listed: PackingList) -> list[Fact]:
    content = listed.content
    refs = content.references
    rows = (
        Fact(voices.label(lambda words: words("Batch"), "\n"), content.batch),
        Fact(voices.label(lambda words: words("Slip"), "\n"), content.number),
        Fact(voices.label(lambda words: words("Authorization"), "\n"), refs.authorization),
        Fact(voices.label(lambda words: words("Carrier"), "\n"), refs.carrier, False),
        Fact(voices.label(lambda words: words("Waybill"), "\n"), refs.waybill),
        Fact(voices.label(lambda words: words("Number plate"), "\n"), listed.plate),
    )
    return [row for row in rows if row.value]


def _say_carton(words: Words, carton: PackedCarton) -> str:
    """What this carton holds and weighs."""
    size = " × ".join(str(round(side / 10)) for side in carton.size_mm) if all(carton.size_mm) else ""
    held = f"{say_items(words, len(carton.lines))}, {say_units(words, carton.units)}"
    parts = (
        words("In this carton: {what}", what=held),
        words("Gross weight {weight}", weight=weight(words, carton.weight_g)) if carton.weight_g else "",
        words("{size} cm", size=size) if size else "",
    )
    return " · ".join(filter(None, parts))


def _say_all(words: Words, listed: PackingList) -> str:
    """What all cartons together hold and weigh, or the batch that has none."""
    rows = [carton.lines for carton in listed.cartons] or [listed.content.lines]
    lines = [line for part in rows for line in part]
    parts = (
        words("All cartons: {count}", count=len(listed.cartons)) if listed.cartons else "",
        f"{say_items(words, len(lines))}, {say_units(words, sum(line.quantity for line in lines))}",
        words("Gross weight {weight}", weight=weight(words, listed.weight_g)) if listed.weight_g else "",
    )
    return " · ".join(filter(None, parts))


def _table(voices: Voices, lines: tuple[SlipLine, ...], width: float) -> Table:
    both = voices.both
    columns = (
        Column(("#",), 24, Align.RIGHT),
        Column(both(lambda words: words("Item / our SKU")), 80),
        Column(both(lambda words: words("Description")), grows=True),
        Column(both(lambda words: words("Barcode / supplier's SKU")), 80),
        Column(both(lambda words: words("Serial / lot")), 80),
        Column(both(lambda words: words("Units")), 34, Align.CENTRE),
        Column(both(lambda words: words("Grade")), 28, Align.CENTRE),
    )
    return Table(columns, [_row(voices, line) for line in lines], width)


def _row(voices: Voices, line: SlipLine) -> tuple[Cell, ...]:
    names = voices.named(line.description_in)
    return (
        (Piece(str(line.position), CELL_MUTED, True),),
        _pieces(Piece(line.item, CELL_STRONG, True), Piece(line.sku, CELL_SMALL, True)),
        _pieces(*(Piece(own_direction(name), CELL_SMALL if place else CELL) for place, name in enumerate(names))),
        _pieces(Piece(line.gtin, CELL, True), Piece(line.supplier_sku, CELL_SMALL if line.gtin else CELL, True)),
        _pieces(Piece(line.serial, CELL, True), Piece(line.lot, CELL_SMALL if line.serial else CELL, True)),
        (Piece(voices.words.number(line.quantity), CELL_STRONG, True),),
        _pieces(Piece(line.grade, CELL_STRONG, True)),
    )


def _pieces(*pieces: Piece) -> Cell:
    return tuple(piece for piece in pieces if piece.text)

"""The table of a slip: which columns a supplier, a charity or a recycler needs, and what stands in their cells."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from returns_desk.documents.kit.bidi import own_direction
from returns_desk.documents.kit.figures import figures, in_currency, weight
from returns_desk.documents.kit.looks import CELL, CELL_MUTED, CELL_SMALL, CELL_STRONG
from returns_desk.documents.kit.page import Align
from returns_desk.documents.kit.table import Cell, Column, Piece, Table
from returns_desk.documents.kit.voices import other_language
from returns_desk.documents.names import outcome_name, reason_name, stream_name, wipe_name
from returns_desk.documents.slips.print import SlipPrint
from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.slips import SlipLine
from returns_desk.wording import Words


@dataclass(frozen=True)
class _Kind:
    """One column: what it is called, and what it shows of a line."""

    title: Callable[[Words], str]
    cell: Callable[[SlipPrint, SlipLine], Cell]
    most: float = 90
    align: Align = Align.START
    grows: bool = False


def lines_table(slip: SlipPrint, width: float) -> Table:
    """Lay the lines of a slip out for a page's width; columns that hold nothing are left out."""
    kinds = [kind for kind in _KINDS[slip.content.kind] if _used(slip, kind)]
    columns = [Column(_titles(slip, kind), kind.most, kind.align, kind.grows) for kind in kinds]
    rows = [tuple(kind.cell(slip, line) for kind in kinds) for line in slip.content.lines]
    return Table(columns, rows, width)


def _titles(slip: SlipPrint, kind: _Kind) -> tuple[str, ...]:
    titles = slip.voices.both(kind.title)
    return in_currency(titles, slip.content.currency) if kind in (_VALUE, _COST, _CREDIT) else titles


def _used(slip: SlipPrint, kind: _Kind) -> bool:
    return kind.grows or not slip.content.lines or any(kind.cell(slip, line) for line in slip.content.lines)


def _pieces(*pieces: Piece) -> Cell:
    return tuple(piece for piece in pieces if piece.text)


def _item(slip: SlipPrint, line: SlipLine) -> Cell:
    return _pieces(Piece(line.item, CELL_STRONG, True), Piece(line.sku, CELL_SMALL, True))


def _description(slip: SlipPrint, line: SlipLine) -> Cell:
    first, again = line.description_in(slip.language), ""
    if slip.bilingual:
        again = line.description_in(other_language(slip.language))
    return _pieces(
        Piece(own_direction(first)),
        Piece("" if again == first else own_direction(again), CELL_SMALL),
        Piece(_wiped(slip.words, line), CELL_SMALL),
    )


def _wiped(words: Words, line: SlipLine) -> str:
    """How, when and by whom a device was wiped; empty for all else."""
    if not line.wiped:
        return ""
    day = words.date(date.fromisoformat(line.wiped_on)) if line.wiped_on else ""
    said = words("Data wiped: {how}", how=wipe_name(words, line.wiped))
    return " · ".join(part for part in (said, day, own_direction(line.wiped_by)) if part)


def _codes(slip: SlipPrint, line: SlipLine) -> Cell:
    return _pieces(Piece(line.gtin, CELL, True), Piece(line.supplier_sku, CELL_SMALL if line.gtin else CELL, True))


def _serial(slip: SlipPrint, line: SlipLine) -> Cell:
    return _pieces(Piece(line.serial, CELL, True), Piece(line.lot, CELL_SMALL if line.serial else CELL, True))


def _reason(slip: SlipPrint, line: SlipLine) -> Cell:
    outcome = outcome_name(slip.words, line.outcome)
    coded = f"\u2066{line.reason}\u2069 · {outcome}" if line.reason and outcome else line.reason or outcome
    return _pieces(Piece(reason_name(slip.words, line.reason)), Piece(coded, CELL_SMALL))


def _value(slip: SlipPrint, line: SlipLine) -> Cell:
    return (Piece(figures(slip.content.money(line.value_minor)), CELL, True),)


def _credit(slip: SlipPrint, line: SlipLine) -> Cell:
    return (Piece(figures(slip.content.money(line.credit_minor)), CELL_STRONG, True),)


def _weight(slip: SlipPrint, line: SlipLine) -> Cell:
    return _pieces(Piece(weight(slip.words, line.weight_g)))


def _material(slip: SlipPrint, line: SlipLine) -> Cell:
    return _pieces(Piece(stream_name(slip.words, line.stream)))


def _position(slip: SlipPrint, line: SlipLine) -> Cell:
    return (Piece(str(line.position), CELL_MUTED, True),)


def _quantity(slip: SlipPrint, line: SlipLine) -> Cell:
    return (Piece(slip.words.number(line.quantity), CELL_STRONG, True),)


def _grade(slip: SlipPrint, line: SlipLine) -> Cell:
    return _pieces(Piece(line.grade, CELL_STRONG, True))


_VALUE = _Kind(lambda words: words("Value"), _value, 70, Align.RIGHT)
_COST = _Kind(lambda words: words("Value at cost"), _value, 70, Align.RIGHT)
_CREDIT = _Kind(lambda words: words("Expected credit"), _credit, 70, Align.RIGHT)
_FIRST = (
    _Kind(lambda words: "#", _position, 24, Align.RIGHT),
    _Kind(lambda words: words("Item / our SKU"), _item, 76),
    _Kind(lambda words: words("Description"), _description, grows=True),
    _Kind(lambda words: words("Barcode / supplier's SKU"), _codes, 76),
    _Kind(lambda words: words("Serial / lot"), _serial, 68),
    _Kind(lambda words: words("Units"), _quantity, 34, Align.CENTRE),
    _Kind(lambda words: words("Grade"), _grade, 28, Align.CENTRE),
)
_KINDS: dict[PartnerKind, tuple[_Kind, ...]] = {
    PartnerKind.SUPPLIER: (*_FIRST, _Kind(lambda words: words("Reason, asked for"), _reason, 84), _VALUE, _CREDIT),
    PartnerKind.CHARITY: (*_FIRST, _COST),
    PartnerKind.RECYCLER: (
        *_FIRST,
        _Kind(lambda words: words("Material"), _material, 70),
        _Kind(lambda words: words("Weight"), _weight, 60, Align.END),
    ),
}

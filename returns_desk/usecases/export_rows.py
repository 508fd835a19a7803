"""Whole tables for files: the same columns that import takes, where it takes them.

Rows come one after the other, so that a million cost no memory; they are written while the look is open.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from returns_desk.domain.money import Money
from returns_desk.domain.people import Permission
from returns_desk.domain.snapshots import ItemSnapshot
from returns_desk.exchange.write_table import Cell
from returns_desk.store.journal import event_of
from returns_desk.store.lookups.exports import every_entry, every_item
from returns_desk.store.lookups.stock import stock_sums
from returns_desk.store.work import Work
from returns_desk.usecases.look_batches import every_batch
from returns_desk.usecases.require import allow
from returns_desk.wording import Words
from returns_desk.wording.events import say_event

Write = Callable[[Sequence[str], Iterable[Sequence[Cell]]], None]

ITEM_COLUMNS = (
    "number", "state", "outcome", "parcel", "rma", "customer", "sku", "code", "name", "name_en", "quantity", "serial",
    "lot", "grade", "findings", "stated", "disposition", "recommended", "held", "stock", "place", "batch", "net",
    "received_at",
)  # fmt: skip
BATCH_COLUMNS = (
    "number", "state", "kind", "partner", "name", "lines", "gross", "expected_credit", "opened_at", "days_left",
)  # fmt: skip
STOCK_COLUMNS = ("sku", "name", "name_en", "stock", "quantity", "cost", "value", "place")
JOURNAL_COLUMNS = ("station", "seq", "at", "person", "event", "says", "facts", "hash")


def may_export(work: Work) -> None:
    """Ask for the right, before anything is looked at. Nothing is changed, so there is no inverse."""
    allow(work, Permission.EXPORT)


def export_items(work: Work, write: Write) -> None:
    """Every piece, oldest first."""
    write(ITEM_COLUMNS, (_item(row.snapshot()) for row in every_item(work.session)))


def _item(item: ItemSnapshot) -> Sequence[Cell]:
    product = item.product
    return (
        item.number, item.state.value, item.outcome.value, item.parcel, item.rma, item.customer, product.sku,
        product.codes[0] if product.codes else "", product.name, product.name_en, item.quantity, item.serial, item.lot,
        item.grade.value if item.grade else "", " ".join(finding.value for finding in item.findings),
        item.stated.value if item.stated else "", item.disposition.value if item.disposition else "",
        item.recommended.value if item.recommended else "", item.held, item.stock.value, item.place, item.batch,
        item.net, item.received_at,
    )  # fmt: skip


def export_batches(work: Work, write: Write) -> None:
    """Every batch, newest first."""
    rows = (
        (
            row.number, row.state.value, row.kind.value, row.partner.code, row.partner.name, row.lines, row.gross,
            row.expected, row.opened_at, row.days_left,
        )
        for row in every_batch(work)
    )  # fmt: skip
    write(BATCH_COLUMNS, rows)


def export_stock(work: Work, write: Write) -> None:
    """What is here or expected, by the stock ledger: units of each product in each status and place, valued at cost."""
    write(STOCK_COLUMNS, _stock(work))


def _stock(work: Work) -> Iterator[Sequence[Cell]]:
    for product, stock, place, quantity in stock_sums(work.session):
        cost = None if product.cost is None else Money(product.cost, product.currency)
        value = None if cost is None else cost * quantity
        yield product.sku, product.name, product.name_en, stock.value, quantity, cost, value, place


def export_journal(work: Work, write: Write, words: Words) -> None:
    """The whole journal, station by station, with a sentence and the facts of every event."""
    write(JOURNAL_COLUMNS, _journal(work, words))


def _journal(work: Work, words: Words) -> Iterator[Sequence[Cell]]:
    for entry, person, station in every_entry(work.session):
        says = "".join(sign for sign in say_event(words, event_of(entry)) if sign not in "\u2068\u2069")
        yield station, entry.seq, entry.at, person, entry.kind, says, entry.body, entry.hash

"""Look at notices of recalled goods, each as its lines, with what it stops in the house."""

from dataclasses import dataclass

from returns_desk.domain.codes import product_key
from returns_desk.domain.recalls import Notice
from returns_desk.domain.refusals import NotFound
from returns_desk.domain.snapshots import ItemSnapshot, ProductSnapshot
from returns_desk.store.lookups.recalls import (
    count_recalls,
    newest_recalls,
    pieces_of_notice,
    products_named,
    recalls_of_number,
)
from returns_desk.store.records import ProductRecord, RecallRecord
from returns_desk.store.work import Work
from returns_desk.usecases.look import Page

_MOST_PIECES = 1000


@dataclass(frozen=True)
class NoticeLine:
    """One line of a notice, and the product that it names, where the catalogue knows it."""

    notice: Notice
    product: ProductSnapshot | None


@dataclass(frozen=True)
class NoticeShown:
    """One notice whole: its lines, and the pieces in the house that wait because of it or are to be fetched."""

    number: str
    lines: tuple[NoticeLine, ...]
    pieces: tuple[ItemSnapshot, ...]

    @property
    def withdrawn(self) -> bool:
        """Whether none of its lines counts any more."""
        return all(line.notice.withdrawn for line in self.lines)


def recalls(work: Work, limit: int = 100) -> Page:
    """The lines that were taken in last."""
    return Page(_lines(work, newest_recalls(work.session, limit)), count_recalls(work.session))


def recall(work: Work, number: str) -> NoticeShown:
    """One notice. Refuses ``NotFound``."""
    records = recalls_of_number(work.session, number)
    if not records:
        raise NotFound("recall", number)
    pieces = pieces_of_notice(work.session, records[0].number, _MOST_PIECES)
    return NoticeShown(records[0].number, _lines(work, records), tuple(item.snapshot() for item in pieces))


def _lines(work: Work, records: list[RecallRecord]) -> tuple[NoticeLine, ...]:
    named = products_named(work.session, {record.code for record in records})
    found = []
    for record in records:
        ids = sorted(named.get(product_key(record.code), ()))
        product = work.get(ProductRecord, ids[0]) if ids else None
        found.append(NoticeLine(record.snapshot(), product.snapshot() if product else None))
    return tuple(found)

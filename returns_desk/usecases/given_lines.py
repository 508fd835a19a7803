"""What a charity's or recycler's batch is made of, line by line, and which of its devices nobody wiped yet."""

from collections.abc import Callable, Iterable

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.giving import Weighed, may_hold_data, still_to_wipe
from returns_desk.domain.rules import Figures, Stream, rule_in_force
from returns_desk.store.lookups.decisions import book_in_force
from returns_desk.store.records import BatchLineRecord, BatchRecord, ItemRecord, PartnerRecord, ProductRecord
from returns_desk.store.work import Work


def figures_today(work: Work) -> Callable[[ProductRecord], Figures]:
    """What the rules in force say of a product; a batch of one category asks them once."""
    book, known = book_in_force(work.session, work.today), dict[tuple[str, str], Figures]()

    def find(product: ProductRecord) -> Figures:
        supplier = work.get(PartnerRecord, product.supplier_id)
        key = (product.category, supplier.code if supplier else "")
        if key not in known:
            known[key] = rule_in_force(book, *key, work.today).figures
        return known[key]

    return find


def stream_of(product: ProductRecord, figures: Figures) -> Stream:
    """The stream that a product is recycled with."""
    return figures.stream_of(electrical=product.electrical)


def weigh_by_products(work: Work, lines: Iterable[BatchLineRecord]) -> list[Weighed]:
    """What the lines weigh by their products, each with its stream."""
    figures = figures_today(work)
    return [_weighed(line.item, stream_of(line.item.product, figures(line.item.product))) for line in lines]


def _weighed(item: ItemRecord, stream: Stream) -> Weighed:
    grams = item.product.weight_g
    return Weighed(stream, grams * item.quantity if grams else None, item.quantity)


def is_device(product: ProductRecord, figures: Figures) -> bool:
    """Whether a customer may have left something on it."""
    return may_hold_data(figures, electrical=product.electrical, serialised=product.serialised)


def to_wipe(work: Work, batch: BatchRecord, lines: Iterable[BatchLineRecord]) -> tuple[str, ...]:
    """Numbers of the pieces of a batch that may still hold a customer's data."""
    figures, given = figures_today(work), batch.kind is PartnerKind.CHARITY
    items = [line.item for line in lines]
    return tuple(
        item.number
        for item in items
        if still_to_wipe(
            item.findings, item.wiped_how, device=is_device(item.product, figures(item.product)), given=given
        )
    )

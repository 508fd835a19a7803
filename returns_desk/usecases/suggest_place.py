"""Which place a decided piece is to go to, and the question where none is known: it is asked, never skipped."""

from returns_desk.domain.items import ItemState, StockStatus
from returns_desk.domain.places import choose_place
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.store.lookups.places import place_by_code, places_for
from returns_desk.store.records import ItemRecord
from returns_desk.store.work import Work
from returns_desk.usecases.ask import ask

AFTERWARDS = "afterwards"  # mark of a question that a decision left: undoing takes the decision back


def suggest_place(work: Work, item: ItemRecord, status: StockStatus) -> str:
    """The code of the place for a piece of this status; empty where none is known.

    For new goods with a place of their own that one is looked up, not all of them: that is nearly every piece.
    """
    product = item.product
    if product.place and status is StockStatus.AVAILABLE:
        own = place_by_code(work.session, [product.place])
        if own is None or own.snapshot().holds(status):
            return own.code if own else product.place
        return choose_place(places_for(work.session, status), status, product.category)
    return choose_place(places_for(work.session, status), status, product.category, product.place)


def take_to_place(work: Work, item: ItemRecord, status: StockStatus) -> None:
    """Put a piece that goes back into the stock into its place; without one it stays what nobody may sell."""
    item.place = suggest_place(work, item, status)
    item.state = ItemState.PLACED if item.place else ItemState.DECIDED
    item.stock = status if item.place else StockStatus.QUARANTINE


def ask_where(work: Work, item: ItemRecord, *, afterwards: bool = False) -> None:
    """Ask for the bin of a piece that has none. There is no inverse: any other scan goes on, and the piece waits."""
    ask(work, QuestionKind.WHICH_PLACE, item.number, marks=(AFTERWARDS,) if afterwards else ())

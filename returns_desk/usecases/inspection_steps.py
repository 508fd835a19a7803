"""What the steps of an inspection share: the piece that is still open to it."""

from returns_desk.domain.items import ItemState, item_may_move
from returns_desk.domain.refusals import CannotUndo, WrongState
from returns_desk.store.records import ItemRecord
from returns_desk.store.work import Work
from returns_desk.usecases.bench_steps import item_in_hand, item_of
from returns_desk.usecases.file_inspection import file_inspection


def item_to_inspect(work: Work) -> ItemRecord:
    """The piece in hand, while nobody decided it. Refuses ``ItemFirst``, ``WrongState`` and ``SameEyes``.

    One that waits for a second look gets a blank inspection with the first step of whoever gives it.
    """
    item = item_in_hand(work)
    if not item_may_move(item.state, ItemState.INSPECTED) or item.disposition is not None:
        raise WrongState("item", item.number, item.state.value)
    if item.second_look:
        file_inspection(work, item, item.id)
    return item


def undecided(work: Work, item_id: str) -> ItemRecord:
    """The piece of an event that is to be taken back. Refuses ``CannotUndo`` once it was decided."""
    item = item_of(work, item_id)
    if item.disposition is not None:
        raise CannotUndo(item.number)
    return item

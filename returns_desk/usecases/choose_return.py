"""Of several returns that a number may mean the clerk chose one; steps of other steps, each undone by what it does."""

from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import NotFound
from returns_desk.store.lookups.returns import parcel_by_number, rma_by_number
from returns_desk.store.work import Work
from returns_desk.usecases.make_return import make_return_of_order
from returns_desk.usecases.receive_parcel import receive_another_box, receive_parcel, receive_rma
from returns_desk.usecases.require import require


def choose_return(work: Work, choice: str) -> None:
    """Go on with an announced return, a parcel, or an order of which a return is made now.

    Refuses ``NotFound``, ``NothingToReturn`` and what receiving refuses.
    """
    require(work, Permission.RECEIVE)
    rma = rma_by_number(work.session, [choice])
    parcel = None if rma else parcel_by_number(work.session, choice)
    if rma is not None:
        receive_rma(work, rma)
    elif parcel is not None:
        receive_parcel(work, parcel)
    else:
        receive_rma(work, make_return_of_order(work, choice))


def open_another_box(work: Work, number: str) -> None:
    """Receive one more box of a return that came whole already. Refuses ``NotFound``."""
    require(work, Permission.RECEIVE)
    rma = rma_by_number(work.session, [number])
    if rma is None:
        raise NotFound("rma", number)
    receive_another_box(work, rma)

"""Of several returns that a number may mean the clerk chose one; steps of other steps, each undone by what it does."""

from returns_desk.domain.arrival_refusals import NothingToChoose
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import NotFound
from returns_desk.store.lookups.returns import parcel_by_number, rma_by_number
from returns_desk.store.records import ParcelRecord
from returns_desk.store.work import Work
from returns_desk.usecases.look_candidates import candidates_of
from returns_desk.usecases.make_return import make_return_of_order
from returns_desk.usecases.match_parcel import make_unauthorized, match_by_number
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


def choose_candidate(work: Work, number: int) -> None:
    """Match the open parcel that nobody announced to the candidate of this number, as the desk tells them.

    Of an order a return is made. The inverses are those of ``match_parcel``. Refuses ``NothingToChoose``.
    """
    require(work, Permission.RECEIVE)
    parcel = work.get(ParcelRecord, work.bench.parcel_id)
    found = candidates_of(work, parcel) if parcel is not None and not parcel.rmas else ()
    if not 1 <= number <= len(found):
        raise NothingToChoose(number)
    chosen = found[number - 1]
    if chosen.kind == "order":
        make_unauthorized(work, order=chosen.number)
    else:
        match_by_number(work, "", chosen.number)


def open_another_box(work: Work, number: str) -> None:
    """Receive one more box of a return that came whole already. Refuses ``NotFound``."""
    require(work, Permission.RECEIVE)
    rma = rma_by_number(work.session, [number])
    if rma is None:
        raise NotFound("rma", number)
    receive_another_box(work, rma)

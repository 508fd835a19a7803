"""Look at a bench: who is there, which parcel and piece lie on it, what comes next; all that the Desk screen shows."""

from returns_desk.domain.items import NO_PIECE
from returns_desk.domain.people import Permission, may
from returns_desk.domain.snapshots import BenchSnapshot, NextStep, ParcelSnapshot, QuestionKind, StepLine
from returns_desk.store.journal import event_of
from returns_desk.store.lookups.batches import count_waiting
from returns_desk.store.lookups.journal import newest_entries, undone_among
from returns_desk.store.lookups.print_queue import count_jobs
from returns_desk.store.records import ItemRecord, JournalRecord, ParcelRecord, PersonRecord
from returns_desk.store.work import Work
from returns_desk.usecases.apply_policy import judge_item
from returns_desk.usecases.ask import standing_question
from returns_desk.usecases.finish_parcel import contents_of
from returns_desk.usecases.look import names_of
from returns_desk.usecases.look_candidates import candidates_shown
from returns_desk.usecases.look_exceptions import count_exceptions
from returns_desk.usecases.look_inspections import rules_shown
from returns_desk.usecases.need_photos import evidence_shown
from returns_desk.usecases.order_of_work import parcels_waiting
from returns_desk.usecases.recommend_item import recommend_item
from returns_desk.usecases.record_serial import lacks_serial
from returns_desk.usecases.undo import MAIN_EVENTS

_STEPS_SHOWN = 12


def bench(work: Work, *, whole: bool = True) -> BenchSnapshot:
    """All that the Desk screen shows; not ``whole``: without what is in the parcel, the last steps and the counts."""
    lying = work.bench
    person = work.get(PersonRecord, lying.person_id)
    parcel = work.get(ParcelRecord, lying.parcel_id)
    item = work.get(ItemRecord, lying.item_id)
    supervising = person is not None and may(person.role, Permission.APPROVE_BATCH)
    recommendation = recommend_item(work, item) if item else None
    photos, photos_needed = evidence_shown(work, parcel, item, recommendation) if whole else ((), ())
    checklist, guides = rules_shown(work, item) if whole else (None, ())
    return BenchSnapshot(
        station=work.seat.code,
        station_name=work.seat.name,
        person=person.snapshot() if person else None,
        parcel=_parcel_shown(parcel, whole=whole),
        item=item.snapshot() if item else None,
        recommendation=recommendation,
        question=standing_question(work),
        next_step=_next_step(work, person, parcel, item),
        steps=last_steps(work) if whole else (),
        labels_waiting=count_jobs(work.session, work.seat.station_id) if whole else 0,
        exceptions_waiting=count_exceptions(work) if whole and person and parcel is None else 0,
        approvals_waiting=count_waiting(work.session) if whole and supervising else 0,
        parcels_waiting=parcels_waiting(work) if whole and person and parcel is None else (),
        candidates=candidates_shown(work, parcel, whole=whole),
        verdict=judge_item(work, item) if item and whole else None,
        photos=photos,
        photos_needed=photos_needed,
        checklist=checklist,
        guides=guides,
    )


def _parcel_shown(parcel: ParcelRecord | None, *, whole: bool) -> ParcelSnapshot | None:
    if parcel is None:
        return None
    return parcel.snapshot() if whole else parcel.outline()


def _next_step(
    work: Work, person: PersonRecord | None, parcel: ParcelRecord | None, item: ItemRecord | None
) -> NextStep:
    if person is None:
        return NextStep.SIGN_IN
    question = standing_question(work)
    if question is not None and question.kind is not QuestionKind.MOVE:  # that is only offered
        return NextStep.ANSWER
    if item is not None:
        if lacks_serial(item):
            return NextStep.SCAN_SERIAL
        return NextStep.GRADE if item.grade is None else NextStep.DECIDE
    if parcel is None:
        return NextStep.SCAN_PARCEL
    if contents_of(work, parcel).finished:
        return NextStep.NEXT_PARCEL
    taken = any(piece.state not in NO_PIECE for piece in parcel.items)
    return NextStep.NEXT_ITEM if taken else NextStep.SCAN_ITEM


def last_steps(work: Work, limit: int = _STEPS_SHOWN) -> tuple[StepLine, ...]:
    """The last steps at this station, newest first."""
    entries = newest_entries(work.session, work.seat.station_id, MAIN_EVENTS, limit)
    undone = undone_among(work.session, (entry.step_id for entry in entries))
    return tuple(_step_line(work, entry, entry.step_id in undone) for entry in entries)


def _step_line(work: Work, entry: JournalRecord, undone: bool) -> StepLine:
    name, name_en = names_of(work.get(PersonRecord, entry.person_id))
    return StepLine(entry.at, event_of(entry), name, undone, entry.step_id, person_en=name_en)

"""What the clerk saw: grade, findings, the customer's reason, a note; each with its inverse beside it."""

from datetime import datetime

from returns_desk.domain.events import FindingAdded, FindingRemoved, ItemGraded, NoteWritten, ReasonStated
from returns_desk.domain.grades import Finding, Grade, StatedReason
from returns_desk.domain.items import ItemState
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo
from returns_desk.domain.texts import LONGEST_NOTE, kept_text
from returns_desk.store.records import ItemRecord
from returns_desk.store.work import Work
from returns_desk.usecases.bench_steps import hold_again_in_hand
from returns_desk.usecases.end_carton import end_carton
from returns_desk.usecases.inspection_steps import item_to_inspect, undecided
from returns_desk.usecases.recommend_item import recommend_again
from returns_desk.usecases.require import require


def grade_item(work: Work, grade: Grade) -> None:
    """Give the piece in hand its grade; the inverse is ``ungrade``. Who grades is its inspector.

    What is not as new is no sealed carton any more.

    Refuses ``ItemFirst``, ``WrongState`` and ``SameEyes``.
    """
    require(work, Permission.INSPECT)
    item = item_to_inspect(work)
    before, looked_before = item.grade, (item.inspector_id or "", item.inspected_at)
    if grade is not Grade.A:
        end_carton(work, item)
    item.grade, item.inspector_id, item.inspected_at = grade, work.person_id, work.now
    item.state = ItemState.INSPECTED
    recommend_again(work, item)
    work.record(
        ItemGraded(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            grade=grade.value,
            before=before.value if before else "",
            recommended=item.recommended.value if item.recommended else "",
            inspector_before=looked_before[0],
            inspected_before=looked_before[1].isoformat() if looked_before[1] else "",
        )
    )


def ungrade(work: Work, event: ItemGraded) -> None:
    """Undo ``grade_item``. Refuses ``CannotUndo`` once the piece was graded again or decided."""
    item = undecided(work, event.item_id)
    if item.grade != event.grade:
        raise CannotUndo(item.number)
    item.grade = Grade(event.before) if event.before else None
    item.state = ItemState.INSPECTED if event.before else ItemState.RECEIVED
    item.inspector_id = event.inspector_before or None
    item.inspected_at = datetime.fromisoformat(event.inspected_before) if event.inspected_before else None
    recommend_again(work, item)
    hold_again_in_hand(work, item.id)


def toggle_finding(work: Work, finding: Finding) -> None:
    """Note something seen at the piece in hand; the same once more takes it away. Refuses ``ItemFirst``."""
    require(work, Permission.INSPECT)
    item = item_to_inspect(work)
    _toggle(work, item, finding)
    event = FindingAdded if finding.value in item.findings else FindingRemoved
    work.record(event(item_id=item.id, parcel_id=item.parcel_id, number=item.number, finding=finding.value))


def untoggle_finding(work: Work, event: FindingAdded | FindingRemoved) -> None:
    """Undo ``toggle_finding``. Refuses ``CannotUndo`` once somebody toggled it back, or decided the piece."""
    item = undecided(work, event.item_id)
    if (event.finding in item.findings) != isinstance(event, FindingAdded):
        raise CannotUndo(item.number)
    _toggle(work, item, Finding(event.finding))


def state_reason(work: Work, reason: StatedReason) -> None:
    """Note why the customer says it comes back; the inverse is ``unstate_reason``. Refuses ``ItemFirst``."""
    require(work, Permission.INSPECT)
    item = item_to_inspect(work)
    before = item.stated
    item.stated = reason
    recommend_again(work, item)
    work.record(
        ReasonStated(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            reason=reason.value,
            before=before.value if before else "",
        )
    )


def unstate_reason(work: Work, event: ReasonStated) -> None:
    """Undo ``state_reason``. Refuses ``CannotUndo`` once another reason was noted, or the piece was decided."""
    item = undecided(work, event.item_id)
    if item.stated != event.reason:
        raise CannotUndo(item.number)
    item.stated = StatedReason(event.before) if event.before else None
    recommend_again(work, item)


def write_note(work: Work, note: str) -> None:
    """Write about the piece in hand (at most ``LONGEST_NOTE`` signs); the inverse is ``unwrite_note``."""
    require(work, Permission.INSPECT)
    item = item_to_inspect(work)
    kept = kept_text(note, LONGEST_NOTE)
    work.record(NoteWritten(item_id=item.id, parcel_id=item.parcel_id, number=item.number, note=kept, before=item.note))
    item.note = kept


def unwrite_note(work: Work, event: NoteWritten) -> None:
    """Undo ``write_note``. Refuses ``CannotUndo`` once another note was written, or the piece was decided."""
    item = undecided(work, event.item_id)
    if item.note != event.note:
        raise CannotUndo(item.number)
    item.note = event.before


def _toggle(work: Work, item: ItemRecord, finding: Finding) -> None:
    others = [code for code in item.findings if code != finding.value]
    item.findings = others if finding.value in item.findings else [*others, finding.value]
    recommend_again(work, item)

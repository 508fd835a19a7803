"""What the clerk saw: grade, findings, the customer's reason, a note; each with its inverse beside it."""

from returns_desk.domain.events import FindingAdded, FindingRemoved, ItemGraded, NoteWritten, ReasonStated
from returns_desk.domain.grades import Finding, Grade, StatedReason
from returns_desk.domain.items import ItemState, item_may_move
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, WrongState
from returns_desk.domain.texts import LONGEST_NOTE, kept_text
from returns_desk.store.records import ItemRecord
from returns_desk.store.work import Work
from returns_desk.usecases.bench_steps import hold_again_in_hand, item_of
from returns_desk.usecases.receive_item import item_in_hand
from returns_desk.usecases.recommend_item import recommend_item
from returns_desk.usecases.require import require


def grade_item(work: Work, grade: Grade) -> None:
    """Give the piece in hand its grade; the inverse is ``ungrade``. Refuses ``ItemFirst`` and ``WrongState``."""
    require(work, Permission.INSPECT)
    item = _open_item(work)
    before = item.grade
    item.grade = grade
    item.state = ItemState.INSPECTED
    _recommend_again(work, item)
    work.record(
        ItemGraded(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            grade=grade.value,
            before=before.value if before else "",
            recommended=item.recommended.value if item.recommended else "",
        )
    )


def ungrade(work: Work, event: ItemGraded) -> None:
    """Undo ``grade_item``. Refuses ``CannotUndo`` once the piece was graded again or decided."""
    item = _undecided(work, event.item_id)
    if item.grade != event.grade:
        raise CannotUndo(item.number)
    item.grade = Grade(event.before) if event.before else None
    item.state = ItemState.INSPECTED if event.before else ItemState.RECEIVED
    _recommend_again(work, item)
    hold_again_in_hand(work, item.id)


def toggle_finding(work: Work, finding: Finding) -> None:
    """Note something seen at the piece in hand; the same once more takes it away. Refuses ``ItemFirst``."""
    require(work, Permission.INSPECT)
    item = _open_item(work)
    _toggle(work, item, finding)
    event = FindingAdded if finding.value in item.findings else FindingRemoved
    work.record(event(item_id=item.id, parcel_id=item.parcel_id, number=item.number, finding=finding.value))


def untoggle_finding(work: Work, event: FindingAdded | FindingRemoved) -> None:
    """Undo ``toggle_finding``. Refuses ``CannotUndo`` once somebody toggled it back, or decided the piece."""
    item = _undecided(work, event.item_id)
    if (event.finding in item.findings) != isinstance(event, FindingAdded):
        raise CannotUndo(item.number)
    _toggle(work, item, Finding(event.finding))


def state_reason(work: Work, reason: StatedReason) -> None:
    """Note why the customer says it comes back; the inverse is ``unstate_reason``. Refuses ``ItemFirst``."""
    require(work, Permission.INSPECT)
    item = _open_item(work)
    before = item.stated
    item.stated = reason
    _recommend_again(work, item)
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
    item = _undecided(work, event.item_id)
    if item.stated != event.reason:
        raise CannotUndo(item.number)
    item.stated = StatedReason(event.before) if event.before else None
    _recommend_again(work, item)


def write_note(work: Work, note: str) -> None:
    """Write about the piece in hand (at most ``LONGEST_NOTE`` signs); the inverse is ``unwrite_note``."""
    require(work, Permission.INSPECT)
    item = _open_item(work)
    kept = kept_text(note, LONGEST_NOTE)
    work.record(NoteWritten(item_id=item.id, parcel_id=item.parcel_id, number=item.number, note=kept, before=item.note))
    item.note = kept


def unwrite_note(work: Work, event: NoteWritten) -> None:
    """Undo ``write_note``. Refuses ``CannotUndo`` once another note was written, or the piece was decided."""
    item = _undecided(work, event.item_id)
    if item.note != event.note:
        raise CannotUndo(item.number)
    item.note = event.before


def _toggle(work: Work, item: ItemRecord, finding: Finding) -> None:
    others = [code for code in item.findings if code != finding.value]
    item.findings = others if finding.value in item.findings else [*others, finding.value]
    _recommend_again(work, item)


def _recommend_again(work: Work, item: ItemRecord) -> None:
    recommendation = recommend_item(work, item)
    item.recommended = recommendation.best if recommendation else None


def _open_item(work: Work) -> ItemRecord:
    item = item_in_hand(work)
    if not item_may_move(item.state, ItemState.INSPECTED) or item.disposition is not None:
        raise WrongState("item", item.number, item.state.value)
    return item


def _undecided(work: Work, item_id: str) -> ItemRecord:
    item = item_of(work, item_id)
    if item.disposition is not None:
        raise CannotUndo(item.number)
    return item

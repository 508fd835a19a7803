"""An inspection is filed away as it was, so that another may begin with a blank one; nothing of the first is lost."""

from typing import Any

from returns_desk.domain.events import InspectedAgain
from returns_desk.domain.grades import FoundReason, Grade, Liability
from returns_desk.domain.inspection_refusals import SameEyes
from returns_desk.domain.items import Disposition, ItemState
from returns_desk.domain.refusals import CannotUndo
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.rules import filed_inspections
from returns_desk.store.records import InspectionRecord, ItemRecord
from returns_desk.store.work import Work
from returns_desk.usecases.bench_steps import hold_again_in_hand, item_of


def file_inspection(work: Work, item: ItemRecord, hand_before: str) -> None:
    """File the standing inspection of a piece and leave a blank one; the inverse is ``restore_inspection``.

    It ends the wait for a second look. Refuses ``SameEyes`` where that is to be given by somebody else.
    """
    if item.second_look and item.inspector_id == work.person_id:
        raise SameEyes(item.number)
    work.flush()
    filed = InspectionRecord(
        id=new_id(),
        item_id=item.id,
        position=len(filed_inspections(work.session, item.id)) + 1,
        person_id=item.inspector_id,
        began_at=item.began_at,
        ended_at=item.inspected_at,
        body=inspection_body(item),
    )
    work.add(filed)
    work.record(
        InspectedAgain(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            position=filed.position + 1,
            inspection_id=filed.id,
            state_before=item.state.value,
            recommended_before=item.recommended.value if item.recommended else "",
            second=item.second_look,
            hand_before=hand_before,
        )
    )
    item.grade = item.found = item.liability = item.recommended = None
    item.findings, item.answers, item.note = [], [], ""
    item.state, item.second_look = ItemState.RECEIVED, False
    item.inspector_id, item.began_at, item.inspected_at = None, work.now, None


def restore_inspection(work: Work, event: InspectedAgain) -> None:
    """Undo ``file_inspection``: the first inspection stands again. Refuses ``CannotUndo`` once another has begun."""
    item = item_of(work, event.item_id)
    filed = work.get(InspectionRecord, event.inspection_id)
    if filed is None or item.disposition is not None or item.grade or item.findings or item.answers or item.note:
        raise CannotUndo(item.number)
    said = filed.body
    item.grade = Grade(said["grade"]) if said["grade"] else None
    item.found = FoundReason(said["found"]) if said["found"] else None
    item.liability = Liability(said["liability"]) if said["liability"] else None
    item.findings, item.answers, item.note = list(said["findings"]), list(said["answers"]), said["note"]
    item.state, item.second_look = ItemState(event.state_before), event.second
    item.recommended = Disposition(event.recommended_before) if event.recommended_before else None
    item.inspector_id, item.began_at, item.inspected_at = filed.person_id, filed.began_at, filed.ended_at
    work.session.delete(filed)
    hold_again_in_hand(work, event.hand_before)


def inspection_body(item: ItemRecord) -> dict[str, Any]:
    """What the standing inspection says, as it is filed."""
    return {
        "grade": item.grade.value if item.grade else "",
        "findings": list(item.findings),
        "found": item.found.value if item.found else "",
        "liability": item.liability.value if item.liability else "",
        "answers": [dict(answer) for answer in item.answers],
        "note": item.note,
        "stated": item.stated.value if item.stated else "",
    }

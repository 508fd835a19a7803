"""What was inspected, and what each grade means, as commands show it."""

from collections.abc import Iterable

from returns_desk.cli.call import Call
from returns_desk.desk import Desk
from returns_desk.domain.checklists import GradeGuide
from returns_desk.domain.snapshots import ItemSnapshot
from returns_desk.usecases.look_inspections import inspections_of, liability_suggested

Facts = dict[str, object]


def inspection_facts(call: Call, desk: Desk, item: ItemSnapshot) -> Facts:
    """What an item's inspections say: why it really came back, who answers for it, every look at it."""
    return {
        "found": item.found,
        "liability": item.liability,
        "liability_suggested": desk.read(liability_suggested, item.number),
        "second_look": item.second_look,
        "inspections": [
            {
                "position": look.position,
                "inspector": look.inspector_in(call.words.language),
                "at": look.ended_at,
                "grade": look.grade,
                "findings": list(look.findings),
                "found": look.found,
                "liability": look.liability,
                "answers": [
                    {"code": answer.code, "value": answer.value, "passed": answer.passed} for answer in look.answers
                ],
                "note": look.note,
                "standing": look.standing,
            }
            for look in desk.read(inspections_of, item.number)
        ],
    }


def guide_rows(call: Call, guides: Iterable[GradeGuide]) -> list[Facts]:
    """What each grade means for a product."""
    return [
        {"grade": guide.grade, "text": guide.text_in(call.words.language), "picture": guide.picture} for guide in guides
    ]

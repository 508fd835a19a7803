"""What was seen at a piece, as facts of its detail: reasons, checks, why it waits, every look that was taken at it."""

from returns_desk.desktop.screens.joined import joined
from returns_desk.domain.events import CheckAnswered
from returns_desk.domain.items import SerialCheck
from returns_desk.domain.snapshots import ItemSnapshot, TimelineEntry
from returns_desk.domain.snapshots.inspections import InspectionSnapshot
from returns_desk.wording import Words

Fact = tuple[str, str, bool]  # name, value, whether it is a number or code
_MOST_CHECKS = 6


def seen_facts(words: Words, item: ItemSnapshot) -> tuple[Fact, ...]:
    """The short ones; what nobody said is left out by whoever shows them."""
    serial = words.name(item.serial_check) if item.serial_check is not SerialCheck.NONE else ""
    return (
        (words("Stated reason"), words.name(item.stated) if item.stated else "", False),
        (words("Found reason"), words.name(item.found) if item.found else "", False),
        (words("Answers for it"), words.name(item.liability) if item.liability else "", False),
        (words("Serial number"), serial, False),
        (words("Hold"), _say_hold(words, item), False),
    )


def told_facts(
    words: Words,
    item: ItemSnapshot,
    timeline: tuple[TimelineEntry, ...],
    inspections: tuple[InspectionSnapshot, ...],
) -> tuple[Fact, ...]:
    """The long ones, each on lines of its own."""
    return (
        (words("Checks"), joined(words, *_say_checks(words, item, timeline)), False),
        (words("Every inspection"), "\n".join(_say_looks(words, inspections)), False),
        (words("Note"), item.note, False),
    )


def _say_hold(words: Words, item: ItemSnapshot) -> str:
    if not item.held:
        return ""
    owner = (item.hold_owner_en or item.hold_owner) if words.language == "en" else item.hold_owner
    return joined(words, words.name(item.hold_code) if item.hold_code else "", item.hold_reason, owner)


def _say_checks(words: Words, item: ItemSnapshot, timeline: tuple[TimelineEntry, ...]) -> list[str]:
    """The answers that stand, in the words in which they were asked."""
    asked = {entry.event.code: entry.event for entry in timeline if isinstance(entry.event, CheckAnswered)}
    said = []
    for answer in item.answers[:_MOST_CHECKS]:
        event = asked.get(answer.code)
        english = words.language == "en"
        text = ((event.text_en or event.text) if english else event.text) if event else answer.code
        shown = (event.shown_en if english else event.shown) if event and event.value == answer.value else ""
        value = shown or {"yes": words("Yes"), "no": words("No")}.get(answer.value, answer.value)
        passed = "" if answer.passed else words("not passed")
        said.append(f"{text.rstrip('?:')}: {value}" + (f" ({passed})" if passed else ""))
    return said


def _say_looks(words: Words, inspections: tuple[InspectionSnapshot, ...]) -> list[str]:
    """Every look, when there was more than one."""
    if len(inspections) < 2:
        return []
    return [_say_look(words, each) for each in inspections]


def _say_look(words: Words, inspection: InspectionSnapshot) -> str:
    grade = f"{inspection.grade.value} {words.name(inspection.grade)}" if inspection.grade else words("not yet graded")
    when = words.moment(inspection.ended_at) if inspection.ended_at else ""
    findings = ", ".join(words.name(finding) for finding in inspection.findings)
    place = words("{number}. look", number=inspection.position)
    return joined(words, place, grade, findings, inspection.inspector_in(words.language), when)

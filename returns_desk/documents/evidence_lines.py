"""One line of a batch as evidence: which piece it is, what was found by whom, what was measured, its photographs."""

from collections.abc import Iterator
from typing import NamedTuple

from returns_desk.documents.evidence_pictures import Fetch, drawn_picture
from returns_desk.documents.kit.bidi import broken_lines, own_direction
from returns_desk.documents.kit.flow import Draw
from returns_desk.documents.kit.looks import CELL_STRONG, INK, LABEL, NAME, TEXT
from returns_desk.documents.kit.page import MARGIN, Align, Pen
from returns_desk.documents.names import grade_name, reason_name
from returns_desk.domain.checklists import NO, YES, CheckAnswer, Checklist
from returns_desk.domain.photos import PhotoSnapshot
from returns_desk.domain.snapshots import BatchLineSnapshot, ItemSnapshot
from returns_desk.domain.snapshots.evidence_pack import EvidenceLine
from returns_desk.domain.snapshots.inspections import InspectionSnapshot
from returns_desk.wording import Words

_NAMES = 112.0  # the column of names
_ACROSS = 3
_GAP = 12.0
_HEIGHT = 142.0
_HEAD = 34.0


class Block(NamedTuple):
    """A part that is never parted; ``together``: how much of what follows belongs on its page."""

    height: float
    draw: Draw
    together: float = 0


def line_blocks(words: Words, evidence: EvidenceLine, pictures: Fetch, width: float) -> Iterator[Block]:
    """All blocks of a line, the heading first, for a page of so much width."""
    yield Block(_HEAD, _heading(words, evidence.line), 110)
    for name, value in _facts(words, evidence):
        yield _fact(name, value, width)
    photos = evidence.photos
    if not photos:
        yield _fact(words("Photographs"), words("none"), width)
    for first in range(0, len(photos), _ACROSS):
        yield Block(_HEIGHT + 8, _row(words, photos[first : first + _ACROSS], pictures))
    yield Block(10, lambda pen, down: None)


def _heading(words: Words, line: BatchLineSnapshot) -> Draw:
    name = own_direction(line.item.product.name_in(words.language))
    times = f" × {line.item.quantity}" if line.item.quantity > 1 else ""

    def draw(pen: Pen, down: float) -> None:
        pen.rule(MARGIN, down + 6, pen.inner, 1.2, INK)
        along = MARGIN + pen.text(str(line.position), (MARGIN, down + 23), NAME, code=True) + 10
        end = pen.text(line.item.number, (MARGIN + pen.inner, down + 23), CELL_STRONG, Align.END, code=True)
        room = MARGIN + pen.inner - end - 12 - along
        pen.text(broken_lines(f"{name}{times}", NAME.face, NAME.size, room, 1)[0], (along, down + 23), NAME)

    return draw


def _facts(words: Words, evidence: EvidenceLine) -> Iterator[tuple[str, str]]:
    line, item = evidence.line, evidence.line.item
    marks = (
        (words("SKU"), item.product.sku),
        (words("Supplier's SKU"), item.product.supplier_sku),
        (words("Serial"), item.serial),
        (words("Lot"), item.lot),
        (words("Parcel"), item.parcel),
        (words("Reason, asked for"), reason_name(words, line.reason.value)),
        (words("Customer's reason"), words.name(item.stated) if item.stated else ""),
        (words("Wiped"), _say_wiped(words, item)),
    )
    yield from ((name, value) for name, value in marks if value)
    for inspection in evidence.inspections:
        if inspection.grade is not None:
            yield from _inspection(words, inspection, evidence.checklist, second=len(evidence.inspections) > 1)


def _say_wiped(words: Words, item: ItemSnapshot) -> str:
    """How, when and by whom a device was wiped; empty for all else."""
    if item.wiped is None:
        return ""
    day = words.date(item.wiped_at.astimezone().date()) if item.wiped_at else ""
    person = (item.wiped_by_en or item.wiped_by) if words.language == "en" else (item.wiped_by or item.wiped_by_en)
    return " · ".join(part for part in (words.name(item.wiped), day, own_direction(person)) if part)


def _inspection(
    words: Words, seen: InspectionSnapshot, checklist: Checklist | None, *, second: bool
) -> Iterator[tuple[str, str]]:
    name = words("Inspection")
    if second:
        name = words("Inspection {number}", number=seen.position)
    grade = seen.grade.value if seen.grade else ""
    parts = (
        own_direction(seen.inspector_in(words.language)),
        words.moment(seen.ended_at) if seen.ended_at else "",
        f"\u2066{grade}\u2069 {grade_name(words, grade)}",
    )
    yield name, " · ".join(part for part in parts if part)
    if seen.findings:
        yield words("Findings"), ", ".join(words.name(finding) for finding in seen.findings)
    if seen.found:
        yield words("Found reason"), words.name(seen.found)
    if seen.liability:
        yield words("Who answers for it"), words.name(seen.liability)
    for answer in seen.answers:
        yield words("Check"), _say_answer(words, answer, checklist)
    if seen.note:
        yield words("Note"), own_direction(seen.note)


def _say_answer(words: Words, answer: CheckAnswer, checklist: Checklist | None) -> str:
    """A question and its answer, a measured value with its unit, and whether it passed."""
    check = checklist.check(answer.code) if checklist else None
    asked = check.text_in(words.language) if check else answer.code
    said = {YES: words("yes"), NO: words("no")}.get(answer.value, answer.value)
    if check is not None and answer.value not in (YES, NO):
        said = f"{check.choice_in(answer.value, words.language)} {check.unit}".strip()
    passed = words("passed") if answer.passed else words("not passed")
    return words("{check}: {answer} ({passed})", check=asked, answer=said, passed=passed)


def _fact(name: str, value: str, width: float) -> Block:
    """A name at the start and its value beside it, in as many lines as it takes."""
    lines = broken_lines(value, TEXT.face, TEXT.size, width - _NAMES, 8)

    def draw(pen: Pen, down: float) -> None:
        pen.text(broken_lines(name, LABEL.face, LABEL.size, _NAMES - 8, 1)[0], (MARGIN, down + TEXT.size), LABEL)
        for place, line in enumerate(lines):
            pen.text(line, (MARGIN + _NAMES, down + TEXT.size + place * TEXT.step), TEXT)

    return Block(len(lines) * TEXT.step + 3, draw)


def _row(words: Words, photos: tuple[PhotoSnapshot, ...], pictures: Fetch) -> Draw:
    def draw(pen: Pen, down: float) -> None:
        width = (pen.inner - (_ACROSS - 1) * _GAP) / _ACROSS
        for place, photo in enumerate(photos):
            along = MARGIN + place * (width + _GAP)
            picture = pictures(photo.sha256)
            drawn_picture(pen, (along, down + 6, width, _HEIGHT - 6), _caption(words, photo, picture), picture)

    return draw


def _caption(words: Words, photo: PhotoSnapshot, picture: bytes | None) -> str:
    kind = words.name(photo.kind)
    if picture is None:
        return words("{kind}: the picture is missing", kind=kind)
    return f"{kind} · {words.moment(photo.taken_at)}"

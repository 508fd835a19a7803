"""Checklists by category, and what each grade means there: the shop's own rules of inspection, from files.

A list counts as a whole: where one row of a category is refused, none of its rows is taken, and its old list stays.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from returns_desk.domain.checklists import MOST_CHOICES, YES, Check, CheckKind, answer_to, category_key, is_measure
from returns_desk.domain.grades import Finding, Grade
from returns_desk.domain.import_facts import RowFact
from returns_desk.domain.inspection_refusals import NotAnAnswer
from returns_desk.domain.refusals import RowRefused
from returns_desk.exchange.mapping import Mapping
from returns_desk.exchange.reading import Family, Import, Seen, read_family
from returns_desk.exchange.record import Record, one_of
from returns_desk.exchange.rows import ChecklistRow, GuideRow, Reading, RefusedRow

COLUMNS = (
    "category",
    "code",
    "text",
    "text_en",
    "kind",
    "choices",
    "choices_en",
    "good",
    "least",
    "most",
    "unit",
    "needed",
    "finding",
)
GUIDE_COLUMNS = ("category", "grade", "text", "text_en", "picture")
MOST_CHECKS = 30  # of one category: nobody answers more
FINDINGS = "findings"  # the kind of row that names the findings of its category
_KINDS = {
    "yes_no": CheckKind.YES_NO,
    "yes/no": CheckKind.YES_NO,
    "yes or no": CheckKind.YES_NO,
    "כן/לא": CheckKind.YES_NO,
    "choice": CheckKind.CHOICE,
    "בחירה": CheckKind.CHOICE,
    "measure": CheckKind.MEASURE,
    "מדידה": CheckKind.MEASURE,
}
_OF_KIND = {  # columns that say nothing at a check of this kind
    CheckKind.YES_NO: ("choices", "choices_en", "least", "most", "unit"),
    CheckKind.CHOICE: ("least", "most", "unit"),
    CheckKind.MEASURE: ("choices", "choices_en", "good"),
}
_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{0,19}")


@dataclass
class _File:
    """What earlier lines of one file said."""

    seen: Seen = field(default_factory=Seen)
    counts: dict[str, int] = field(default_factory=dict)
    hurt: list[str] = field(default_factory=list)  # the category of every row that was refused


def read_checklists(path: Path, wanted: Import) -> Reading[ChecklistRow]:
    """Read the checks of all categories; a category with a refused row is refused whole."""
    file = _File()

    def begin(_mapping: Mapping) -> Callable[[Record], ChecklistRow]:
        return lambda record: _row(record, file)

    reading = read_family(path, Family("checklists", COLUMNS, ("category", "code"), begin), wanted)
    all_hurt = len(reading.refused) > len(file.hurt)  # nobody knows whose list an unreadable row belongs to
    kept = tuple(row for row in reading.rows if all_hurt or row.category in file.hurt)
    left = tuple(row for row in reading.rows if row not in kept)
    others = (RefusedRow(row.line, RowRefused(RowFact.LIST_KEPT, "category", row.category)) for row in kept)
    return Reading(left, tuple(sorted((*reading.refused, *others), key=lambda row: row.line)))


def read_guides(path: Path, wanted: Import) -> Reading[GuideRow]:
    """Read what each grade means for a category; ``picture`` is the name of a file beside this one."""
    return read_family(path, Family("guides", GUIDE_COLUMNS, ("category", "grade"), _begin_guides), wanted)


def _begin_guides(_mapping: Mapping) -> Callable[[Record], GuideRow]:
    seen = Seen()

    def make(record: Record) -> GuideRow:
        text, text_en = _texts(record)
        row = GuideRow(
            record.line, _category(record), record.choice("grade", Grade), text, text_en, record.key("picture")
        )
        seen.once((row.category, row.grade), record.line)
        return row

    return make


def _row(record: Record, file: _File) -> ChecklistRow:
    category = _category(record)
    try:
        file.counts[category] = file.counts.get(category, 0) + 1
        if file.counts[category] > MOST_CHECKS:
            raise RowRefused(RowFact.TOO_MANY, "category", str(MOST_CHECKS))
        if record.text("kind").casefold() in (FINDINGS, "ממצאים"):
            file.seen.once((category, FINDINGS), record.line)
            return ChecklistRow(record.line, category, findings=_findings(record))
        check = _check(record)
        file.seen.once((category, check.code), record.line)
        return ChecklistRow(record.line, category, check)
    except RowRefused:
        file.hurt.append(category)
        raise


def _category(record: Record) -> str:
    """The category's key; ``*`` or nothing: all that have no list of their own."""
    found = record.key("category")
    return "" if found == "*" else category_key(found)


def _findings(record: Record) -> tuple[Finding, ...]:
    if not record.words("choices"):
        raise RowRefused(RowFact.MISSING, "choices")
    return tuple(one_of(Finding, word, "choices") for word in record.words("choices"))


def _check(record: Record) -> Check:
    kind = _kind(record)
    for column in _OF_KIND[kind]:
        if record.text(column):
            raise RowRefused(RowFact.MISPLACED, column, record.text(column)[:40])
    text, text_en = _texts(record)
    choices, choices_en = _choices(record, kind)
    least, most = _bounds(record)
    check = Check(
        code=_check_code(record),
        text=text,
        text_en=text_en,
        kind=kind,
        choices=choices,
        choices_en=choices_en,
        least=least,
        most=most,
        unit=record.key("unit", longest=12),
        needed=record.flag("needed", default=True),
        finding=one_of(Finding, record.text("finding"), "finding") if record.text("finding") else None,
    )
    return _with_good(record, check)


def _kind(record: Record) -> CheckKind:
    found = record.text("kind").casefold()
    kind = _KINDS.get(found) if found else CheckKind.YES_NO
    if kind is None:
        raise RowRefused(RowFact.NOT_A_CHOICE, "kind", found[:40])
    return kind


def _check_code(record: Record) -> str:
    found = record.text("code", needed=True).upper()
    if not _CODE.fullmatch(found):
        raise RowRefused(RowFact.NOT_A_CHECK, "code", found[:40])
    return found


def _texts(record: Record) -> tuple[str, str]:
    """The text in both languages, one of which is enough; never what a table program would run."""
    texts = record.text("text"), record.text("text_en")
    for name, text in zip(("text", "text_en"), texts, strict=True):
        if text.startswith(("=", "＝")):
            raise RowRefused(RowFact.FORMULA, name, text[:40])
    if not any(texts):
        raise RowRefused(RowFact.MISSING, "text")
    return texts


def _choices(record: Record, kind: CheckKind) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The choices in both languages; in English there are as many, or none."""
    if kind is not CheckKind.CHOICE:
        return (), ()
    choices, choices_en = _parts(record.text("choices")), _parts(record.text("choices_en"))
    if not 2 <= len(choices) <= MOST_CHOICES:
        raise RowRefused(RowFact.CHOICES, "choices", str(len(choices)))
    if choices_en and len(choices_en) != len(choices):
        raise RowRefused(RowFact.CHOICES_DIFFER, "choices_en", str(len(choices_en)))
    return choices, choices_en


def _parts(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in re.split(r"[;|]", text) if part.strip()))


def _bounds(record: Record) -> tuple[str, str]:
    least, most = _number(record, "least"), _number(record, "most")
    if least and most and Decimal(least) > Decimal(most):
        raise RowRefused(RowFact.BOUNDS, "least", f"{least} > {most}")
    return least, most


def _number(record: Record, name: str) -> str:
    found = record.text(name)
    if not found:
        return ""
    if not is_measure(found):
        raise RowRefused(RowFact.NOT_A_NUMBER, name, found[:40])
    return answer_to(Check("", "", kind=CheckKind.MEASURE), found).value


def _with_good(record: Record, check: Check) -> Check:
    """The check with the answers that pass: ``yes``, or every choice, where the file names none."""
    named = _parts(record.text("good"))
    usual = (YES,) if check.kind is CheckKind.YES_NO else check.choices
    try:
        good = tuple(answer_to(check, each).value for each in named) or usual
    except NotAnAnswer as refusal:
        raise RowRefused(RowFact.NOT_A_CHOICE, "good", refusal.value) from None
    return Check(**{**vars(check), "good": good})

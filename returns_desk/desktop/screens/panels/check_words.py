"""Checks and their answers in short words: what was answered, and the limits that a measured value has."""

from returns_desk.domain.checklists import Check, CheckAnswer, CheckKind, Checklist
from returns_desk.domain.snapshots import BenchSnapshot
from returns_desk.wording import Words
from returns_desk.wording.words import isolated


def say_limits(words: Words, check: Check) -> str:
    """What a measured value has to be, with its unit; nothing where anything will do."""
    least, most = (_with_unit(value, check.unit) for value in (check.least, check.most))
    if check.least and check.most:
        return words("{least} to {most}", least=check.least, most=most)
    if check.least:
        return words("at least {least}", least=least)
    return words("at most {most}", most=most) if check.most else ""


def say_value(words: Words, check: Check, value: str) -> str:
    """An answer in the language of the screen."""
    match check.kind:
        case CheckKind.YES_NO:
            return words("Yes") if value == "yes" else words("No")
        case CheckKind.CHOICE:
            return check.choice_in(value, words.language)
        case CheckKind.MEASURE:
            return _with_unit(value, check.unit)


def say_answered(words: Words, check: Check, answer: CheckAnswer) -> str:
    """A check that was answered, folded: "Battery 71 % · at least 80 %"."""
    said = f"{check.text_in(words.language).rstrip('?:')}: {say_value(words, check, answer.value)}"
    limits = say_limits(words, check) if check.kind is CheckKind.MEASURE else ""
    return f"{said} · {limits}" if limits else said


def check_of(bench: BenchSnapshot, code: str) -> Check | None:
    """The check with a code, of the list for the piece in hand."""
    return next((check for check in _checks(bench.checklist) if check.code == code), None)


def open_checks(bench: BenchSnapshot) -> tuple[Check, ...]:
    """What nobody answered yet of the piece in hand: what a decision waits for first."""
    answered = {answer.code for answer in bench.item.answers} if bench.item else set()
    waiting = [check for check in _checks(bench.checklist) if check.code not in answered]
    return tuple(sorted(waiting, key=lambda check: not check.needed))


def answered_checks(bench: BenchSnapshot) -> tuple[tuple[Check, CheckAnswer], ...]:
    """What was answered of the piece in hand, with its check: what did not pass first."""
    answers = {answer.code: answer for answer in bench.item.answers} if bench.item else {}
    found = [(check, answers[check.code]) for check in _checks(bench.checklist) if check.code in answers]
    return tuple(sorted(found, key=lambda pair: pair[1].passed))


def _checks(checklist: Checklist | None) -> tuple[Check, ...]:
    return checklist.checks if checklist else ()


def _with_unit(value: str, unit: str) -> str:
    if not value or not unit:
        return value
    return isolated(f"{value}%" if unit == "%" else f"{value}\N{NO-BREAK SPACE}{unit}")

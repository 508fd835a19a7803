"""The checks of a category's list: asked when a decision waits for them, answered for the piece in hand."""

from dataclasses import asdict, replace

from returns_desk.domain.checklists import Check, CheckAnswer, CheckKind, Checklist, answer_to, unanswered
from returns_desk.domain.events import CheckAnswered
from returns_desk.domain.inspection_refusals import NoSuchCheck
from returns_desk.domain.items import OverrideReason
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.store.lookups.rules import checklist_for
from returns_desk.store.records import ItemRecord
from returns_desk.store.work import Work
from returns_desk.usecases.ask import ask
from returns_desk.usecases.inspection_steps import item_to_inspect, undecided
from returns_desk.usecases.recommend_item import recommend_again
from returns_desk.usecases.require import require


def checklist_of(work: Work, item: ItemRecord) -> Checklist | None:
    """The checks in force for things of the piece's category."""
    record = checklist_for(work.session, item.product.category)
    return record.snapshot() if record else None


def ask_next_check(work: Work, item: ItemRecord, way: str, override: OverrideReason | None = None) -> bool:
    """Ask the first needed check that nobody answered yet, and say whether there was one.

    The ``way`` that waits for the answer is kept with the question; without one only the checks go on.
    """
    checklist = checklist_of(work, item)
    waiting = unanswered(checklist, answers_of(item)) if checklist else ()
    if not waiting:
        return False
    check = waiting[0]
    decision = (way, override.value if override else "")
    ask(work, QuestionKind.CHECK, check.code, check.choices, (*decision, *_told(check)))
    return True


def _told(check: Check) -> tuple[str, ...]:
    """What a question keeps of a check, so that it can be said without the list."""
    return check.text, check.text_en, check.kind.value, *check.choices_en


def answer_check(work: Work, code: str, value: str) -> None:
    """Answer a check for the piece in hand; one that does not pass may add a finding.

    Another answer takes the place of the one before, and of the finding that it added. The inverse is
    ``unanswer_check``. Refuses ``ItemFirst``, ``WrongState``, ``NoSuchCheck`` and ``NotAnAnswer``.
    """
    require(work, Permission.INSPECT)
    item = item_to_inspect(work)
    checklist = checklist_of(work, item)
    check = checklist.check(code) if checklist else None
    if check is None:
        raise NoSuchCheck(code)
    before = _standing(item, code)
    findings_before = tuple(item.findings)
    answer = _with_finding(item, check, answer_to(check, value), before)
    _keep(item, code, answer)
    recommend_again(work, item)
    shown, shown_en = _shown(check, answer)
    work.record(
        CheckAnswered(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            code=code,
            text=check.text_in("he"),
            text_en=check.text_in("en"),
            value=answer.value,
            shown=shown,
            shown_en=shown_en,
            passed=answer.passed,
            finding=answer.finding,
            findings=tuple(item.findings),
            findings_before=findings_before,
            value_before=before.value if before else "",
            passed_before=before is not None and before.passed,
            finding_before=before.finding if before else "",
        )
    )


def unanswer_check(work: Work, event: CheckAnswered) -> None:
    """Undo ``answer_check``.

    Refuses ``CannotUndo`` once the check was answered anew, another finding was noted, or the piece was decided.
    """
    item = undecided(work, event.item_id)
    now = _standing(item, event.code)
    if now is None or now.value != event.value or tuple(item.findings) != tuple(event.findings):
        raise CannotUndo(item.number)
    before = None
    if event.value_before:
        before = CheckAnswer(event.code, event.value_before, event.passed_before, event.finding_before)
    _keep(item, event.code, before)
    item.findings = list(event.findings_before)
    recommend_again(work, item)


def answers_of(item: ItemRecord) -> tuple[CheckAnswer, ...]:
    """What was answered for a piece."""
    return tuple(CheckAnswer(**answer) for answer in item.answers)


def _standing(item: ItemRecord, code: str) -> CheckAnswer | None:
    return next((answer for answer in answers_of(item) if answer.code == code), None)


def _keep(item: ItemRecord, code: str, answer: CheckAnswer | None) -> None:
    """Put an answer in the place of the one before, or take it away."""
    kept = [asdict(answer) if answer and each["code"] == code else each for each in item.answers]
    if answer is None:
        kept = [each for each in kept if each["code"] != code]
    elif all(each["code"] != code for each in kept):
        kept.append(asdict(answer))
    item.answers = kept


def _with_finding(item: ItemRecord, check: Check, answer: CheckAnswer, before: CheckAnswer | None) -> CheckAnswer:
    """Take away the finding that the answer before added; add the check's own where this one does not pass."""
    findings = [code for code in item.findings if before is None or code != before.finding]
    adds = check.finding.value if check.finding and not answer.passed else ""
    if adds and adds not in findings:
        findings.append(adds)
        answer = replace(answer, finding=adds)
    item.findings = findings
    return answer


def _shown(check: Check, answer: CheckAnswer) -> tuple[str, str]:
    """The answer as people read it in both languages; yes and no are words of the program."""
    match check.kind:
        case CheckKind.YES_NO:
            return "", ""
        case CheckKind.MEASURE:
            measured = f"{answer.value} {check.unit}".strip()
            return measured, measured
    return answer.value, check.choice_in(answer.value, "en")

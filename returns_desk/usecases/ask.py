"""Questions of the bench: a first scan asks, the answer (or the same scan again) goes on, any other drops it."""

from returns_desk.domain.events import QuestionAsked
from returns_desk.domain.snapshots import Question, QuestionKind
from returns_desk.store.work import Work


def ask(
    work: Work, kind: QuestionKind, subject: str, choices: tuple[str, ...] = (), marks: tuple[str, ...] = ()
) -> None:
    """Leave a question on the bench. There is no inverse: any other scan drops it."""
    _lay_down(work, Question(kind, subject, choices, marks))
    work.record(
        QuestionAsked(
            parcel_id=work.bench.parcel_id or "",
            item_id=work.bench.item_id or "",
            kind=kind.value,
            subject=subject,
            choices=choices,
        )
    )


def offer(work: Work, kind: QuestionKind, subject: str) -> None:
    """Leave on the bench what the next scan may do, without asking anybody. There is no inverse: any other drops it."""
    _lay_down(work, Question(kind, subject))


def _lay_down(work: Work, question: Question) -> None:
    work.bench.question = {
        "kind": question.kind.value,
        "subject": question.subject,
        "choices": list(question.choices),
        "marks": list(question.marks),
    }


def take_question(work: Work) -> Question | None:
    """Take the open question off the bench, for this scan to answer; ``asked`` remembers it for this step."""
    question = standing_question(work)
    work.bench.question = None
    work.answering = question
    return question


def standing_question(work: Work) -> Question | None:
    """The question that lies on the bench."""
    kept = work.bench.question
    if not kept:
        return None
    return Question(QuestionKind(kept["kind"]), kept["subject"], tuple(kept["choices"]), tuple(kept["marks"]))


def asked(work: Work, kind: QuestionKind, subject: str) -> bool:
    """Whether this very question was open when the step began, so that the same scan is its answer."""
    answering = work.answering
    return answering is not None and answering.kind is kind and answering.subject == subject

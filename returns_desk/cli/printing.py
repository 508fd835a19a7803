"""``print``, ``print-waiting`` and ``job``: the print queue from a command line."""

from returns_desk.cli.call import Call
from returns_desk.cli.job_rows import job_row, say_trouble
from returns_desk.cli.signing import printing_signature
from returns_desk.desk import Desk
from returns_desk.domain.events import Event
from returns_desk.domain.printing import JobState, PaperKind
from returns_desk.domain.refusals import NotFound
from returns_desk.outbox import Drained, drain
from returns_desk.usecases.look_jobs import job as look_at_job
from returns_desk.usecases.print_jobs import cancel_job, reprint_job, settle_unsure
from returns_desk.usecases.queue_paper import queue_paper
from returns_desk.wording import Words
from returns_desk.wording.events import say_event

Facts = dict[str, object]


def print_paper(call: Call) -> int:
    """Let a paper or label be printed: it waits in the queue until its printer takes it."""
    args = call.args
    what: Facts = {"language": args.language} if args.language else {}
    if args.bilingual:
        what["bilingual"] = True
    with call.desk() as desk:
        who = printing_signature(call, desk)
        done = desk.run(who, queue_paper, PaperKind(args.kind.replace("-", " ")), args.number, what, args.copies)
        return _answer(call, desk, done.answer, done.events)


def move_job(call: Call) -> int:
    """Let a job be, print it once more, or say that it is on paper."""
    args = call.args
    with call.desk() as desk:
        who, job_id = printing_signature(call, desk), args.id
        if args.move == "cancel":
            return _answer(call, desk, job_id, desk.run(who, cancel_job, job_id).events)
        found = desk.read(look_at_job, job_id)
        unsure = found is not None and found.state is JobState.UNSURE
        if args.move == "printed" or unsure:
            done = desk.run(who, settle_unsure, job_id, printed=args.move == "printed")
            return _answer(call, desk, job_id, done.events)
        again = desk.run(who, reprint_job, job_id)
        return _answer(call, desk, again.answer, again.events)


def print_waiting(call: Call) -> int:
    """Print what waits at this station; a printer that does not take it leaves it waiting."""
    with call.desk() as desk:
        drained = drain(desk, call.settings, call.home, call.words.language)
    words = call.words
    printed, failed = sum(each.printed for each in drained), sum(_failed(each) for each in drained)
    error = next((say_trouble(words, each.trouble, each.said) for each in drained if each.trouble), "")
    lines = [words("{count} labels and papers printed", count=printed)]
    lines += [line for each in drained for line in _lines(words, each)]
    call.answer({"printed": printed, "failed": failed, "error": call.clean(error), "printers": drained}, lines)
    return 1 if failed else 0


def _failed(each: Drained) -> int:
    """How many jobs this run should have printed and did not; what another program prints just now counts not."""
    return 0 if each.busy else each.waiting + each.unsure


def _lines(words: Words, each: Drained) -> list[str]:
    lines = []
    if each.busy:
        lines.append(
            words("{printer}: another window prints there, {count} wait", printer=each.printer, count=each.waiting)
        )
    elif each.waiting:
        why = say_trouble(words, each.trouble, each.said)
        lines.append(words("{printer}: {count} wait: {why}", printer=each.printer, count=each.waiting, why=why))
    if each.unsure:
        lines.append(words("{printer}: {count} perhaps printed", printer=each.printer, count=each.unsure))
    return lines


def _answer(call: Call, desk: Desk, job_id: str, events: tuple[Event, ...]) -> int:
    job = desk.read(look_at_job, job_id)
    if job is None:
        raise NotFound("job", job_id)
    said = [say_event(call.words, event) for event in events]
    if not events:  # what waits already is only tried the sooner
        said = [call.words("{number}: {state}", number=job.number, state=call.words.name(job.state))]
    call.answer(job_row(call, job) | {"events": [type(event).__name__ for event in events]}, said)
    return 0

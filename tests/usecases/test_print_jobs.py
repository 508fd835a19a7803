"""Jobs of the print queue in people's hands: cancelled, printed all the same, printed once more, looked after."""

from pathlib import Path

import pytest

from returns_desk.domain.events import JobCancelled, JobPrintedAgain, JobSettled, JobWaitsAgain
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.printing import JobState, PaperKind, Trouble
from returns_desk.domain.printing_refusals import JobStands, NoSuchPaper
from returns_desk.domain.refusals import NotFound
from returns_desk.exchange.printers import PrinterRefused
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.print_jobs import cancel_job, reprint_job, settle_unsure
from returns_desk.usecases.print_papers import paper_of
from returns_desk.usecases.queue_paper import queue_paper
from returns_desk.usecases.submit_batch import submit_batch
from returns_desk.usecases.undo import undo
from tests.builders import Station, decided_kettle, rows
from tests.outbox.printing import Printing

SLIP = PaperKind.SLIP
PLATE, BATCH, NUMBER = "IT-1-000001", "SB-000001", "SR-2026-000001"


@pytest.fixture
def printing(station: Station, tmp_path: Path) -> Printing:
    decided_kettle(station)
    return Printing(station, tmp_path)


@pytest.fixture
def issued(printing: Printing) -> Printing:
    """The batch's slip is issued, and its label is out."""
    printing.drain()
    printing.station.do(submit_batch, BATCH)
    printing.station.do_as("avi", approve_batch, BATCH)
    return printing


def prints(printing: Printing) -> list[tuple[object, ...]]:
    return rows(printing.station.database, "SELECT copy, language, target FROM document_prints ORDER BY copy")


def test_a_cancelled_job_is_not_printed_until_it_is_wanted_all_the_same(printing: Printing) -> None:
    job = printing.jobs()[0].id
    done = printing.station.desk.run(AT_THE_BENCH, cancel_job, job)
    assert [type(event) for event in done.events] == [JobCancelled]
    assert printing.drain() == ()
    again = printing.station.desk.run(AT_THE_BENCH, reprint_job, job)
    assert again.answer == job
    assert [type(event) for event in again.events] == [JobWaitsAgain]
    printing.drain()
    assert [(each.state, each.copy) for each in printing.jobs()] == [(JobState.PRINTED, 0)]


def test_undo_lets_what_was_cancelled_wait_again(printing: Printing) -> None:
    printing.station.do(cancel_job, printing.jobs()[0].id)
    printing.station.do(undo)
    assert printing.states() == ["waiting"]


def test_what_is_printed_is_not_cancelled(printing: Printing) -> None:
    printing.drain()
    refused = printing.station.refusal(AT_THE_BENCH, cancel_job, printing.jobs()[0].id)
    assert refused == JobStands(PLATE, JobState.PRINTED)


def test_a_label_printed_again_is_marked_as_a_copy_each_time(printing: Printing) -> None:
    printing.drain()
    first = printing.jobs()[0].id
    for copy in (1, 2):
        done = printing.station.desk.run(AT_THE_BENCH, reprint_job, first)
        assert [event.copy for event in done.events if isinstance(event, JobPrintedAgain)] == [copy]
    printing.drain()
    assert sorted(job.copy for job in printing.jobs()) == [0, 1, 2]
    assert len({out.content for out in printing.labels.taken}) == 3


def test_a_slip_is_the_original_once_and_then_copies(issued: Printing) -> None:
    first = issued.queue(SLIP, BATCH)
    issued.queue(SLIP, NUMBER)
    issued.drain()
    assert [(job.number, job.copy) for job in reversed(issued.jobs()) if job.kind is SLIP] == [(NUMBER, 0), (NUMBER, 1)]
    copy = issued.station.do(reprint_job, first)
    assert issued.job(copy).copy == 2
    assert [row[0] for row in prints(issued)] == [0, 1, 2]


def test_the_original_that_was_cancelled_is_what_comes_out_next(issued: Printing) -> None:
    job = issued.queue(SLIP, BATCH)
    issued.station.do(cancel_job, job)
    assert issued.queue(SLIP, BATCH) == job
    assert [row[0] for row in prints(issued)] == [0], "the print is registered once"
    issued.drain()
    assert issued.queue(SLIP, BATCH) != job


def test_a_paper_drawn_again_is_the_same_paper(issued: Printing) -> None:
    issued.queue(SLIP, BATCH)
    one = issued.begun()
    task = one.claim(issued.station.desk)
    assert task is not None
    one.send(task)
    one.let_go()
    issued.station.clock.forward(hours=3)
    issued.papers.remembers = False
    issued.drain()
    first, second = issued.papers.taken
    assert (first.name, first.content) == (second.name, second.content)


def test_what_is_perhaps_on_paper_is_settled_by_whoever_looks(issued: Printing) -> None:
    job = issued.queue(SLIP, BATCH)
    issued.papers.refuses = lambda _: PrinterRefused(Trouble.SILENT, perhaps=True)
    issued.drain()
    for act in (cancel_job, reprint_job):
        assert issued.station.refusal(AT_THE_BENCH, act, job) == JobStands(NUMBER, JobState.UNSURE)
    issued.papers.refuses = lambda _: None
    done = issued.station.desk.run(AT_THE_BENCH, settle_unsure, job, printed=False)
    assert [(event.printed, event.copy) for event in done.events if isinstance(event, JobSettled)] == [(False, 1)]
    issued.drain()
    assert [row[0] for row in prints(issued)] == [0, 1], "the first may be on paper all the same"
    refused = issued.station.refusal(AT_THE_BENCH, settle_unsure, job, printed=True)
    assert refused == JobStands(NUMBER, JobState.PRINTED)


def test_what_is_on_paper_is_printed_no_more(printing: Printing) -> None:
    printing.labels.refuses = lambda _: PrinterRefused(Trouble.SILENT, perhaps=True)
    printing.drain()
    printing.station.do(settle_unsure, printing.jobs()[0].id, printed=True)
    assert printing.states() == ["printed"]
    assert printing.drain() == ()


def test_what_there_is_not_is_never_queued(printing: Printing) -> None:
    for kind, number, refusal in (
        (SLIP, "SB-000009", NotFound("batch", "SB-000009")),
        (PaperKind.ITEM_LABEL, "IT-9-000009", NotFound("item", "IT-9-000009")),
        (PaperKind.SHEET, "nothing", NoSuchPaper("nothing", PaperKind.SHEET)),
    ):
        assert printing.station.refusal(AT_THE_BENCH, queue_paper, kind, number) == refusal
    for wrong in ("", "00", "x" * 32):
        assert printing.station.refusal(AT_THE_BENCH, cancel_job, wrong) == NotFound("job", wrong)


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (SLIP, BATCH),
        (PaperKind.PACKING_LIST, BATCH),
        (PaperKind.EVIDENCE, BATCH),
        (PaperKind.STATEMENT, "GALIL"),
        (PaperKind.SHEET, "COMMANDS"),
        (PaperKind.ITEM_LABEL, PLATE),
        (PaperKind.PARCEL_LABEL, "PA-1-000001"),
        (PaperKind.HOLD_LABEL, PLATE),
        (PaperKind.DAMAGE_LABEL, PLATE),
        (PaperKind.TOTE_LABEL, BATCH),
    ],
)
def test_every_paper_is_drawn_in_either_language_without_a_database(
    issued: Printing, kind: PaperKind, number: str
) -> None:
    if kind is PaperKind.PARCEL_LABEL:
        number = str(rows(issued.station.database, "SELECT number FROM parcels ORDER BY id LIMIT 1")[0][0])
    paper = issued.station.desk.read(paper_of, kind, number)
    hebrew, english = paper.draw("he"), paper.draw("en")
    assert hebrew.startswith(b"%PDF")
    assert english.startswith(b"%PDF")
    assert paper.file_name.endswith(".pdf")
    assert paper.number

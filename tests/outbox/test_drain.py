"""The print queue on its way out: in order, once, and past a printer that is off."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from returns_desk.domain.printing import JobState, PaperKind, Route, Trouble
from returns_desk.exchange.printers import PrinterRefused, printer_of
from returns_desk.outbox import drain
from returns_desk.settings import Settings
from tests.builders import KETTLE, Station, rows
from tests.outbox.printers import off
from tests.outbox.printing import Printing
from tests.shops import OnBoth

SLIP, ITEM = PaperKind.SLIP, PaperKind.ITEM_LABEL
PLATE = "IT-1-000001"


def test_a_label_and_a_slip_go_to_their_own_printers(printing: Printing) -> None:
    printing.queue(SLIP, "SB-000001")
    told = printing.drain()
    assert sorted((each.printer, each.printed, each.waiting) for each in told) == [
        ("cups://LASER", 1, 0),
        ("cups://OFFICE", 1, 0),
    ]
    assert printing.labels.numbers == [PLATE]
    assert printing.papers.numbers == ["SB-000001"]
    assert printing.papers.taken[0].content.startswith(b"%PDF")
    assert printing.states() == ["printed", "printed"]
    assert printing.drain() == ()


def test_a_printer_that_is_off_holds_up_no_other(printing: Printing) -> None:
    printing.queue(SLIP, "SB-000001")
    printing.labels.refuses = off
    told = {each.printer: each for each in printing.drain()}
    assert (told["cups://LASER"].printed, told["cups://LASER"].waiting) == (1, 0)
    office = told["cups://OFFICE"]
    assert (office.printed, office.waiting, office.trouble, office.said) == (0, 1, Trouble.OFF, "no answer")


def test_what_was_not_taken_rests_longer_each_time_and_all_behind_it_rest_too(printing: Printing) -> None:
    printing.labels.refuses = off
    second = printing.queue(ITEM, PLATE)
    pauses = []
    for _ in range(3):
        told = printing.drain(at_once=False)
        assert [each.waiting for each in told] == [2]
        first = printing.jobs()[0]
        assert first.next_try_at is not None
        pauses.append(round((first.next_try_at - printing.station.clock.now).total_seconds()))
        tries = first.tries
        printing.station.clock.now = first.next_try_at - timedelta(seconds=1)
        printing.drain(at_once=False)
        assert printing.jobs()[0].tries == tries
        printing.station.clock.now = first.next_try_at
    assert pauses == [5, 15, 45]
    assert printing.job(second).tries == 0
    printing.labels.refuses = lambda _: None
    assert [each.printed for each in printing.drain(at_once=False)] == [2]


def test_somebody_who_asks_does_not_wait_for_the_pause(printing: Printing) -> None:
    printing.labels.refuses = off
    printing.drain()
    printing.labels.refuses = lambda _: None
    assert [each.printed for each in printing.drain()] == [1]


def test_what_rests_for_one_printer_goes_to_another_at_once(printing: Printing) -> None:
    printing.labels.refuses = off
    printing.drain()
    printing.settings = Settings(routes={"labels": Route("cups://LASER")})
    printing.drain(at_once=False)
    assert printing.papers.numbers == [PLATE]


def test_what_cannot_be_drawn_is_set_aside_and_tried_again_later(printing: Printing) -> None:
    broken = replace(printing.settings.routes["labels"], size="7x")
    printing.settings = Settings(routes={"item label": broken, "labels": Route("cups://OFFICE")})
    printing.queue(PaperKind.TOTE_LABEL, "SB-000001")
    (told,) = printing.drain(at_once=False)
    assert (told.printed, told.aside, told.waiting, told.trouble) == (1, 1, 1, Trouble.NOT_DRAWN)
    aside = printing.jobs()[0]
    assert (aside.state, aside.trouble) == (JobState.WAITING, Trouble.NOT_DRAWN)
    assert "7x" in aside.said
    assert printing.labels.numbers == ["SB-000001"]
    (again,) = printing.drain()
    assert again.aside == 1, "asked for at once it is tried once, not for ever"


def test_the_label_of_what_is_gone_is_cancelled_without_anybody(printing: Printing) -> None:
    with printing.station.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE print_queue SET number = 'IT-9-000009'")
    (told,) = printing.drain()
    assert (told.printed, told.waiting) == (0, 0)
    assert [(job.state, job.trouble) for job in printing.jobs()] == [(JobState.CANCELLED, Trouble.NOT_DRAWN)]


def test_a_paper_is_never_sent_to_a_label_printer_that_cannot_draw(printing: Printing) -> None:
    printing.papers.speaks = "zpl"
    printing.queue(SLIP, "SB-000001")
    told = {each.printer: each for each in printing.drain()}
    assert told["cups://LASER"].trouble is Trouble.NOT_DRAWN
    assert printing.papers.taken == []


def test_copies_tray_and_media_are_those_of_the_route(printing: Printing) -> None:
    printing.settings = Settings(
        routes={
            "item label": Route("cups://OFFICE", copies=2, size="100x50"),
            "papers": Route("cups://LASER", copies=3, tray="Tray 2"),
        }
    )
    printing.queue(SLIP, "SB-000001")
    printing.drain()
    label, slip = printing.labels.taken[0], printing.papers.taken[0]
    assert (label.copies, label.media) == (2, "100x50")
    assert (slip.copies, slip.tray, slip.media) == (3, "Tray 2", "A4")


def test_the_order_is_kept_at_each_printer(printing: Printing) -> None:
    for kind in (PaperKind.HOLD_LABEL, PaperKind.DAMAGE_LABEL, ITEM):
        printing.queue(kind, PLATE)
        printing.queue(PaperKind.TOTE_LABEL, "SB-000001")
    waiting = [job.number for job in printing.jobs(JobState.WAITING)][::-1]
    printing.drain()
    assert printing.labels.numbers == waiting


def test_the_plate_of_the_piece_in_hand_is_held_back(station: Station, tmp_path: Path) -> None:
    station.scan("RR402101201IL", KETTLE)
    printing = Printing(station, tmp_path)
    assert [job.held_back for job in printing.jobs()] == [True]
    assert printing.drain() == ()
    station.scan("DO-D", "DO-OK")
    assert [each.printed for each in printing.drain()] == [1]


def test_nobody_else_prints_while_somebody_does(printing: Printing) -> None:
    one = printing.begun()
    task = one.claim(printing.station.desk)
    assert task is not None
    (told,) = printing.drain()
    assert (told.busy, told.printed) == (True, 0)
    one.mark(printing.station.desk, one.send(task))
    assert one.end(printing.station.desk).printed == 1
    assert printing.labels.numbers == [PLATE]


def test_files_in_a_folder_are_named_by_what_they_are(printing: Printing, tmp_path: Path) -> None:
    printing.queue(SLIP, "SB-000001", language="en")
    printing.queue(PaperKind.HOLD_LABEL, PLATE)
    drain(printing.station.desk, Settings(), tmp_path, "en", printer_of)
    assert sorted(path.name for path in (tmp_path / "labels").iterdir()) == [f"{PLATE}-hold.pdf", f"{PLATE}.pdf"]
    (slip,) = (tmp_path / "papers").iterdir()
    assert slip.name.startswith("SB-000001-draft-en-2026")


@OnBoth
def test_a_job_that_was_printed_is_kept_with_its_receipt(kind: str, either: object, tmp_path: Path) -> None:
    del kind
    station = Station(either).begin()  # type: ignore[arg-type]
    station.scan("RR402101201IL", KETTLE, "DO-D", "DO-OK")
    printing = Printing(station, tmp_path)
    printing.drain()
    (job,) = printing.jobs()
    assert (job.state, job.printer, job.receipt, job.person) == (JobState.PRINTED, "cups://OFFICE", "job-1", "Dana")
    assert job.sent_at is not None
    assert job.printed_at is not None
    assert job.made_at < job.sent_at < job.printed_at


class TestWhatWasLeftBehind:
    """A program ended between taking a job and noting what came of it."""

    @pytest.fixture
    def left(self, printing: Printing) -> Printing:
        one = printing.begun()
        task = one.claim(printing.station.desk)
        assert task is not None
        one.send(task)
        one.let_go()  # as the system does when a program is killed
        assert printing.states() == ["sending"]
        return printing

    def test_is_shown_as_perhaps_printed_where_nobody_can_tell(self, left: Printing) -> None:
        (told,) = left.drain()
        assert (told.printed, told.unsure) == (0, 1)
        assert left.states() == ["unsure"]
        assert len(left.labels.taken) == 1
        assert left.drain() == ()

    def test_is_printed_where_the_printer_knows_it(self, left: Printing) -> None:
        left.labels.remembers = True
        left.drain()
        assert left.states() == ["printed"]
        assert len(left.labels.taken) == 1

    def test_is_sent_again_where_the_printer_never_had_it(self, left: Printing) -> None:
        left.labels.remembers = False
        left.drain()
        assert left.states() == ["printed"]
        assert len(left.labels.taken) == 2
        assert len({out.name for out in left.labels.taken}) == 1

    def test_is_written_again_where_it_overwrites_itself(self, left: Printing) -> None:
        left.labels.address = "folder"
        with left.station.database.engine.begin() as connection:
            connection.exec_driver_sql("UPDATE print_queue SET printer = 'folder'")
        left.drain()
        assert left.states() == ["printed"]
        assert len({out.content for out in left.labels.taken}) == 1

    def test_is_settled_also_where_nothing_goes_to_its_printer_any_more(self, left: Printing) -> None:
        left.settings = Settings(routes={"labels": Route("cups://LASER"), "papers": Route("cups://LASER")})
        assert [(each.printer, each.unsure) for each in left.drain()] == [("cups://OFFICE", 1)]


def test_a_line_that_broke_while_it_was_sent_leaves_the_job_perhaps_printed(printing: Printing) -> None:
    printing.labels.refuses = lambda _: PrinterRefused(Trouble.SILENT, "broken pipe", perhaps=True)
    (told,) = printing.drain()
    assert (told.unsure, told.trouble) == (1, Trouble.SILENT)
    assert printing.states() == ["unsure"]
    assert rows(printing.station.database, "SELECT trouble FROM print_queue") == [("silent",)]

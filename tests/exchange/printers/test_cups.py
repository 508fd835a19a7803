"""Papers and labels through a real print service, and what it says of its queues."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.documents.slips import Ribbon, render_slip
from returns_desk.domain.printing import PrinterStatus, Route, Trouble
from returns_desk.exchange.printers import CupsPrinter, PrinterRefused, PrintOut, find_printers, printer_of
from returns_desk.exchange.printers.cups import title
from returns_desk.exchange.printers.cups_troubles import troubles_of
from tests.cups import PrintService
from tests.documents.papers import PRINTED, codes, pictures, slip_content
from tests.printers import label_printer

Disk = Callable[[str], Path]
_PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%%EOF"
_ZPL = b"^XA\n^PQ1\n^FO10,10^A0N,30,30^FDIT-1^FS\n^XZ\n"


def _refusal(printer: CupsPrinter, out: PrintOut) -> PrinterRefused:
    with pytest.raises(PrinterRefused) as refused:
        printer.send(out)
    return refused.value


def test_a_slip_comes_out_with_a_code_that_reads_and_the_service_remembers_it(
    print_service: PrintService, tmp_path: Path
) -> None:
    slip = slip_content()
    printer = printer_of(Route("cups://Office"), tmp_path, "papers")
    name = f"{slip.number}-{os.getpid()}"
    assert printer.knows(name) is False
    drawn = render_slip(slip, "he", Ribbon.ORIGINAL, 0, PRINTED, "דנה")
    assert printer.send(PrintOut(name, drawn, media="A4")).startswith("Office-")
    assert printer.knows(name) is True
    page = pictures(print_service.printed(name), 300)[0]
    assert slip.number in codes(page)
    assert printer.knows(name) is True
    assert printer.knows(f"{name}-2") is False


def test_copies_tray_and_sheet_arrive(print_service: PrintService) -> None:
    printer = CupsPrinter("Labels")
    printer.send(PrintOut("paper", _blank_page(), copies=2, tray="Lower", media="A4"))
    copies, *options = print_service.options("paper").split()
    assert copies == "2"
    assert {"InputSlot=Lower", "media=A4", "print-scaling=none", "sides=one-sided"} <= set(options)


def test_a_label_has_the_size_of_its_drawing(print_service: PrintService) -> None:
    CupsPrinter("Labels").send(PrintOut("label", _blank_page(), media="100x50"))
    assert "media=Custom.100x50mm" in print_service.options("label").split()


def test_labels_in_zpl_go_through_as_they_are_and_the_printer_makes_the_copies(print_service: PrintService) -> None:
    CupsPrinter("Labels", "zpl").send(PrintOut("zpl", _ZPL, copies=3))
    assert print_service.options("zpl").split()[0] == "1"
    assert (print_service.kept / "zpl.1").read_bytes() == _ZPL.replace(b"^PQ1", b"^PQ3")


@pytest.mark.parametrize("name", ["-o raw", "a'; touch x; '", "$(touch x)", "שלום עולם", "two\nlines", "x" * 400])
def test_any_name_is_a_title_and_nothing_else(print_service: PrintService, name: str) -> None:
    printer = CupsPrinter("Labels", "zpl")
    printer.send(PrintOut(name, _ZPL))
    assert printer.knows(name) is True
    assert len(title(name).encode()) <= 255


def test_the_queues_of_the_system_are_found_with_their_trays(print_service: PrintService) -> None:
    print_service.order("lpadmin", "-d", "Office")
    labels, office = find_printers()
    assert (labels.address, labels.trays, labels.usual) == ("cups://Labels", ("Upper", "Lower"), False)
    assert (office.address, office.trays, office.usual) == ("cups://Office", (), True)


def test_a_stopped_queue_gets_nothing_and_says_why(print_service: PrintService) -> None:
    print_service.add_queue("Stopped", "keep:/")
    printer = CupsPrinter("Stopped", "zpl")
    assert printer.status() == PrinterStatus()
    print_service.order("cupsdisable", "-r", "waits for toner", "Stopped")
    assert printer.status() == PrinterStatus((Trouble.STOPPED,), said="waits for toner")
    refusal = _refusal(printer, PrintOut("stopped", _ZPL))
    assert (refusal.trouble, refusal.said, refusal.perhaps) == (Trouble.STOPPED, "waits for toner", False)
    assert printer.knows("stopped") is False
    print_service.order("cupsenable", "Stopped")
    assert printer.send(PrintOut("stopped", _ZPL))


def test_a_queue_that_takes_no_jobs_is_not_given_any(print_service: PrintService) -> None:
    print_service.add_queue("Closed", "keep:/")
    print_service.order("cupsreject", "Closed")
    assert _refusal(CupsPrinter("Closed"), PrintOut("closed", _PDF)).trouble is Trouble.REFUSED


def test_a_queue_that_was_deleted_is_said(print_service: PrintService) -> None:
    print_service.add_queue("Deleted", "keep:/")
    printer = CupsPrinter("Deleted", "zpl")
    printer.send(PrintOut("deleted", _ZPL))
    print_service.order("lpadmin", "-x", "Deleted")
    assert printer.status().troubles == (Trouble.NO_SUCH_QUEUE,)
    assert printer.knows("deleted") is None
    refusal = _refusal(printer, PrintOut("deleted-2", _ZPL))
    assert (refusal.trouble, refusal.perhaps) == (Trouble.NO_SUCH_QUEUE, False)


def test_without_the_commands_of_the_service_nothing_is_printed(
    print_service: PrintService, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    refusal = _refusal(CupsPrinter("Labels"), PrintOut("no-lp", _PDF))
    assert (refusal.trouble, refusal.said, refusal.perhaps) == (
        Trouble.NO_SERVICE,
        "lp: No such file or directory",
        False,
    )


def test_a_command_that_never_ends_is_given_up_and_the_service_is_asked_whether_it_has_the_job(
    print_service: PrintService, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stuck = tmp_path / "lp"
    stuck.write_text("#!/bin/sh\nexec sleep 60\n")
    stuck.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr("returns_desk.exchange.printers.cups._SECONDS", 0.1)
    refusal = _refusal(CupsPrinter("Labels"), PrintOut("stuck", _PDF))
    assert (refusal.trouble, refusal.perhaps) == (Trouble.SILENT, False)
    monkeypatch.setattr(CupsPrinter, "knows", lambda _self, _name: None)
    assert _refusal(CupsPrinter("Labels"), PrintOut("stuck", _PDF)).perhaps


def test_a_full_disk_leaves_the_job_with_us(
    print_service: PrintService, monkeypatch: pytest.MonkeyPatch, disk: Disk
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(disk("size=8k")))
    refusal = _refusal(CupsPrinter("Labels"), PrintOut("full", _PDF * 200))
    assert (refusal.trouble, refusal.perhaps) == (Trouble.DISK_FULL, False)
    assert CupsPrinter("Labels").knows("full") is False


@pytest.mark.parametrize("server", ["/nowhere/cups.sock", "127.0.0.1:1", "no-such-host.invalid", "host:"])
def test_a_service_that_does_not_run_is_said(monkeypatch: pytest.MonkeyPatch, server: str) -> None:
    monkeypatch.setenv("CUPS_SERVER", server)
    printer = CupsPrinter("Office")
    assert printer.status().troubles == (Trouble.NO_SERVICE,)
    assert printer.knows("SR-1") is None
    assert find_printers() == ()
    assert _refusal(printer, PrintOut("SR-1", _PDF)).trouble is Trouble.NO_SERVICE


def test_somebody_else_at_the_services_place_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with label_printer(silent=True, takes=50) as stranger:
        monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{stranger.port}")
        assert not CupsPrinter("Office").status().ready


def test_the_services_own_words_for_a_printer_are_troubles() -> None:
    reasons = ("media-empty-error", "door-open-report", "toner-low-warning", "none")
    state = {"printer-state": (3,), "printer-is-accepting-jobs": (True,), "printer-state-reasons": reasons}
    assert troubles_of(state) == (Trouble.COVER_OPEN, Trouble.PAPER_OUT)
    assert troubles_of(state | {"printer-state": (5,)})[0] is Trouble.STOPPED


@given(
    st.dictionaries(st.sampled_from(["printer-state", "printer-state-reasons"]), st.tuples(st.text() | st.integers()))
)
def test_any_state_is_read_without_harm(state: dict[str, tuple[str | int]]) -> None:
    troubles_of(state)


def _blank_page() -> bytes:
    return render_slip(slip_content(), "en", Ribbon.DRAFT, 0, PRINTED, "Dana")

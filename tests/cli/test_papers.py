"""``slip``, ``label``, ``command-sheet``, ``print-waiting``."""

import io
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from returns_desk.domain.printing import LABELS, Route
from returns_desk.resources import resource
from returns_desk.settings import load, save
from tests.cli.desk_at_hand import Commands


def _text(pdf: Path | bytes) -> str:
    source = io.BytesIO(pdf) if isinstance(pdf, bytes) else pdf
    return "\n".join(page.extract_text() for page in PdfReader(source).pages)


@pytest.fixture
def approved(run: Commands, kettle: str) -> str:
    run.done("batch", "submit", "SB-000001", "--badge", "ID-DANA-1")
    run.done("batch", "approve", "SB-000001", "--badge", "ID-AVI-3", "--pin-stdin", typed="2580\n")
    return "SB-000001"


def test_a_slip_is_a_draft_then_an_original_then_copies(run: Commands, kettle: str, tmp_path: Path) -> None:
    file = tmp_path / "slip.pdf"
    assert run.done("slip", "SB-000001", "-o", file, "--json").json["ribbon"] == "draft"
    run.done("batch", "submit", "SB-000001", "--badge", "ID-DANA-1")
    run.done("batch", "approve", "SB-000001", "--badge", "ID-AVI-3", "--pin-stdin", typed="2580\n")
    ribbons = [run.done("slip", "SB-000001", "-o", file, "--json").json for _ in range(3)]
    assert [(each["ribbon"], each["copy"]) for each in ribbons] == [("original", 0), ("copy", 1), ("copy", 2)]
    assert ribbons[0]["number"].startswith("SR-")
    assert ribbons[0]["number"] in _text(file)
    assert "Galil Electric" in _text(file)


def test_a_slip_is_in_the_language_asked_for_else_in_the_partners(run: Commands, approved: str, tmp_path: Path) -> None:
    english = run.done("slip", approved, "-o", tmp_path / "en.pdf", "--language", "en", "--json").json
    assert english["language"] == "en"
    assert "Supplier return slip" in _text(tmp_path / "en.pdf")
    hebrew = run("slip", approved, "-o", tmp_path / "he.pdf", "--json", language="he")
    assert hebrew.json["language"] == "he"


def test_a_second_original_needs_a_supervisor_and_a_reason(run: Commands, approved: str, tmp_path: Path) -> None:
    file = tmp_path / "slip.pdf"
    run.done("slip", approved, "-o", file)
    again = ("slip", approved, "-o", file, "--second-original")
    run.refused(*again, "--badge", "ID-DANA-1", "--reason", "lost")
    run.refused(*again, "--badge", "ID-AVI-3", "--reason", "lost")
    run.refused(*again, "--badge", "ID-AVI-3", "--pin-stdin", typed="2580\n")
    signed = ("--badge", "ID-AVI-3", "--pin-stdin", "--reason", "lost")
    assert run.done(*again, *signed, "--json", typed="2580\n").json["ribbon"] == "original"


def test_where_nobody_is_signed_in_the_owner_prints_and_the_books_stay_right(
    run: Commands, approved: str, tmp_path: Path
) -> None:
    run.done("--station", "office", "slip", approved, "-o", tmp_path / "slip.pdf")
    printed = run.done("show", "batch", approved, "--json").json["timeline"][-1]
    assert (printed["event"], printed["who"], printed["station"]) == ("DocumentPrinted", "", "office")
    assert run.done("verify").code == 0


@pytest.mark.parametrize("name", ["no/such/folder.pdf", "slip.txt", ""])
def test_a_place_that_cannot_be_written_costs_no_original(
    run: Commands, approved: str, tmp_path: Path, name: str
) -> None:
    run.refused("slip", approved, "-o", tmp_path / name)
    assert run.done("slip", approved, "-o", tmp_path / "good.pdf", "--json").json["ribbon"] == "original"


@pytest.mark.parametrize(("ending", "begins"), [(".pdf", b"%PDF"), (".png", b"\x89PNG"), (".zpl", b"^XA")])
def test_a_label_is_drawn_in_the_format_of_its_ending(
    run: Commands, kettle: str, tmp_path: Path, ending: str, begins: bytes
) -> None:
    file = tmp_path / f"label{ending}"
    for number in (kettle, "RR402101201IL"):
        run.done("label", number, "-o", file, "--size", "100x50")
        assert begins in file.read_bytes()[:20]


def test_a_label_of_nothing_is_refused(run: Commands, tmp_path: Path) -> None:
    assert "IT-9-000009" in run.refused("label", "IT-9-000009", "-o", tmp_path / "label.pdf")
    run.refused("label", "IT-9-000009", "-o", tmp_path / "label.gif")


@pytest.mark.parametrize("language", ["he", "en"])
def test_the_command_sheet_holds_every_command(run_empty: Commands, tmp_path: Path, language: str) -> None:
    file = tmp_path / "commands.pdf"
    run_empty.done("command-sheet", "-o", file, language=language)
    text = _text(file)
    for code in ("DO-A", "DO-X", "DO-OK", "DO-UNDO", "DO-F-LEAKS", "DO-R-FAULTY", "DO-O-OTHER"):
        assert code in text


def test_the_shipped_page_to_try_a_scanner_is_what_the_program_makes(run_empty: Commands, tmp_path: Path) -> None:
    file = tmp_path / "scan-me.pdf"
    run_empty.done("command-sheet", "--scan-me", "-o", file, language="he")
    assert _text(file) == _text(resource("sample", "scan-me.pdf"))
    assert "ID-DANA-1" in _text(file)
    assert "RR123456785IL" in _text(file)


def test_waiting_labels_are_printed_once_into_the_folder(run: Commands, kettle: str) -> None:
    assert run.done("print-waiting", "--json").json["printed"] == 1
    assert (run.home / "labels" / f"{kettle}.pdf").read_bytes().startswith(b"%PDF")
    assert run.done("print-waiting", "--json").json["printed"] == 0


@pytest.fixture
def network_printer() -> Iterator[tuple[int, list[bytes]]]:
    """A label printer on this machine: its port, and what it was sent."""
    taken: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(10)

        def listen() -> None:
            line, _ = server.accept()
            with line:
                while part := line.recv(65536):
                    taken.append(part)

        thread = threading.Thread(target=listen)
        thread.start()
        yield server.getsockname()[1], taken
        thread.join(10)


def test_labels_go_to_a_printer_on_the_network(
    run: Commands, kettle: str, network_printer: tuple[int, list[bytes]]
) -> None:
    port, taken = network_printer
    save(run.home, replace(load(run.home), routes={LABELS: Route(f"zpl://127.0.0.1:{port}?answers=no")}))
    told = run.done("print-waiting", "--json").json
    assert (told["printed"], told["failed"], told["error"]) == (1, 0, "")
    while b"^XZ" not in b"".join(taken):
        assert threading.active_count() > 1
    assert kettle.encode() in b"".join(taken)


def test_a_printer_that_is_off_leaves_the_label_waiting(run: Commands, kettle: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    save(run.home, replace(load(run.home), routes={LABELS: Route(f"zpl://127.0.0.1:{port}")}))
    said = run("print-waiting", "--json")
    assert (said.code, said.json["failed"]) == (1, 1)
    assert run("check").code == 1
    save(run.home, replace(load(run.home), routes={}))
    assert run.done("print-waiting", "--json").json["printed"] == 1

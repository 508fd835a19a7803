"""This station's printers from a command line: which there are, how they are, where papers and labels go."""

from pathlib import Path

import pytest

from returns_desk.domain.printing import Route
from returns_desk.settings import load
from tests.cli.desk_at_hand import Commands
from tests.cups import PrintService
from tests.printers import free_port, hs, label_printer


def _look(run: Commands, name: str) -> dict[str, object]:
    looks = run("check", "--json").json["checks"]
    found: dict[str, object] = next(look for look in looks if look["name"] == name)
    return found


def test_without_a_choice_everything_goes_into_folders(run: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", "/nowhere/cups.sock")
    said = run.done("printers", "--json").json
    assert said["found"] == []
    assert [(row["kind"], row["printer"]) for row in said["routes"]] == [("labels", "folder"), ("papers", "folder")]
    assert _look(run, "Label printer")["detail"] == str(run.home / "labels")
    assert _look(run, "Printer of papers")["detail"] == str(run.home / "papers")


def test_the_queues_of_the_system_are_listed_with_their_trays(run: Commands, print_service: PrintService) -> None:
    labels = next(row for row in run.done("printers", "--json").json["found"] if row["name"] == "Labels")
    assert labels["address"] == "cups://Labels"
    assert labels["trays"] == ["Upper", "Lower"]
    assert "cups://Labels; trays: Upper, Lower" in run.done("printers").out


def test_a_route_is_set_and_kept_and_the_rest_of_the_settings_stays(run: Commands) -> None:
    run.done("printers", "set", "labels", "ZPL://10.0.0.7", "--size", "100X50", "--dpi", 203, "--copies", 2)
    run.done("printers", "set", "slip", "cups://Office", "--tray", "Lower", "--size", "a4")
    settings = load(run.home)
    assert settings.routes["labels"] == Route("zpl://10.0.0.7:9100", 2, "", "100x50", 203, "en")
    assert settings.routes["slip"] == Route("cups://Office", 1, "Lower", "A4", 0, "en")
    kinds = [row["kind"] for row in run.done("printers", "clear", "slip", "--json").json["routes"]]
    assert kinds == ["labels", "papers"]


@pytest.mark.parametrize(
    "wrong",
    [
        ["labels", "http://10.0.0.7"],
        ["labels", "zpl://10.0.0.7:none"],
        ["labels", "folder", "--size", "A4"],
        ["papers", "folder", "--size", "100x50"],
        ["papers", "zpl://10.0.0.7", "--speaks", "zpl"],
        ["slip", "zpl://10.0.0.7", "--speaks", "zpl"],
    ],
)
def test_nonsense_is_refused_in_one_line_and_changes_nothing(run: Commands, wrong: list[str]) -> None:
    before = load(run.home)
    said = run("printers", "set", *wrong)
    assert said.code == 1
    assert len(said.err.splitlines()) == 1
    assert load(run.home) == before


def test_the_check_says_in_words_what_is_wrong_with_each_printer(run: Commands, tmp_path: Path) -> None:
    run.done("printers", "set", "papers", f"zpl://127.0.0.1:{free_port()}")
    with label_printer(hs(paper=1, pause=1)) as printer:
        run.done("printers", "set", "labels", printer.address)
        labels = _look(run, "Label printer")
        hebrew = run("check", language="he").out
    assert labels["detail"] == f"{printer.address}: Out of paper; The printer is paused"
    assert not labels["ok"]
    assert "המדפסת בהשהיה" in hebrew
    papers = _look(run, "Printer of papers")
    assert str(papers["detail"]).endswith("The printer is off, or not on the network (Connection refused)")


def test_a_printer_that_only_the_window_can_use_is_no_fault(run: Commands) -> None:
    run.done("printers", "set", "papers", "windows://HP LaserJet")
    look = _look(run, "Printer of papers")
    assert look["ok"]
    assert "only while the window is open" in str(look["detail"])


def test_a_printer_that_is_well_is_good(run: Commands) -> None:
    with label_printer() as printer:
        run.done("printers", "set", "labels", printer.address)
        assert _look(run, "Label printer") == {"name": "Label printer", "ok": True, "detail": printer.address}

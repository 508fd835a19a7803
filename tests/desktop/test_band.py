"""The band keeps its height, whatever it says: what is under it never jumps."""

from pytestqt.qtbot import QtBot

from returns_desk.desktop.screens.joined import joined
from returns_desk.desktop.widgets.elided import ElidedLabel
from returns_desk.wording import Words
from tests.desktop.benches import a_bench
from tests.desktop.conftest import OpenShell

LONG = "IT-1-000001, agreed: refund ₪799.00, with the second signature of Avraham Cohen-Rosenzweig at station 12"


def test_a_title_too_long_for_one_line_is_written_smaller_and_the_band_keeps_its_height(
    open_shell: OpenShell, qtbot: QtBot
) -> None:
    shell, _, _ = open_shell(a_bench())
    band = shell.desk.band
    band.show_band("ok", "Grade D: faulty", "Next: decide")
    qtbot.waitUntil(lambda: band.title.property("long") == "false")
    height = band.height()
    band.show_band("ok", LONG, "Another amount? Type it and press Enter")
    qtbot.waitUntil(lambda: band.title.property("long") == "true")
    qtbot.wait(50)
    assert band.height() == height
    shell.resize(2560, 1080)
    qtbot.waitUntil(lambda: band.title.property("long") == "false")


def test_a_text_cut_short_keeps_its_direction(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show_text("\u2068IT-1-000002, agreed with the customer: refund \u2068799.00\u2069\u2069")
    assert label.text() != label.whole
    assert label.text().count("\u2068") == label.text().count("\u2069")


def test_a_hebrew_sentence_beside_others_runs_as_hebrew_also_when_a_number_stands_first() -> None:
    said = joined(Words("he"), "15:23:45", "IT-1-000001, סוכם: החזר כספי", "Grace O'Neill")
    runs = [run for run in said.split("\u2068") if "סוכם" in run or "Grace" in run]
    assert [run.startswith("\u200f") for run in runs] == [True, False]

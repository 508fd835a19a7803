"""The print queue on its way out: in order, once, and past a printer that is off."""

from pathlib import Path

import pytest

from returns_desk.domain.printing import PaperKind, Route
from returns_desk.outbox import Drained, drain
from returns_desk.settings import Settings
from returns_desk.usecases.look_jobs import jobs
from returns_desk.usecases.queue_paper import queue_paper
from tests.builders import Station, decided_kettle
from tests.outbox.printers import PaperTray, only

SETTINGS = Settings(routes={"labels": Route("cups://OFFICE"), "papers": Route("cups://LASER")})
SLIP = PaperKind.SLIP


class Printing:
    """A station with a printer for labels and one for papers."""

    def __init__(self, station: Station, home: Path) -> None:
        self.station, self.home = station, home
        self.labels, self.papers = PaperTray(), PaperTray("cups://LASER")

    def drain(self, *, at_once: bool = True) -> tuple[Drained, ...]:
        made = only(self.labels, self.papers)
        return drain(self.station.desk, SETTINGS, self.home, "en", made, at_once=at_once)

    def states(self) -> list[str]:
        return [job.state.value for job in self.station.desk.read(jobs)]


@pytest.fixture
def printing(station: Station, tmp_path: Path) -> Printing:
    decided_kettle(station)
    return Printing(station, tmp_path)


def test_a_label_and_a_slip_go_to_their_own_printers(printing: Printing) -> None:
    printing.station.do(queue_paper, SLIP, "SB-000001")
    told = printing.drain()
    assert sorted((each.printer, each.printed, each.waiting) for each in told) == [
        ("cups://LASER", 1, 0),
        ("cups://OFFICE", 1, 0),
    ]
    assert printing.labels.numbers == ["IT-1-000001"]
    assert printing.papers.numbers == ["SB-000001"]
    assert printing.papers.taken[0].content.startswith(b"%PDF")
    assert printing.states() == ["printed", "printed"]
    assert printing.drain() == ()

"""Whatever happens between any two steps, nothing is lost, nothing acknowledged comes out twice, the order is kept."""

import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from returns_desk.domain.printing import JobState, PaperKind, Trouble
from returns_desk.domain.printing_refusals import JobStands
from returns_desk.exchange.printers import PrinterRefused, PrintOut
from returns_desk.outbox import Drain, drains_due
from returns_desk.store.database import open_database
from returns_desk.usecases.print_jobs import cancel_job, settle_unsure
from tests.builders import Station
from tests.outbox.printing import Printing

WAYS = ("takes", "is off", "breaks before it", "breaks after it")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("queue"), st.sampled_from(("hold", "tote"))),
        st.tuples(st.just("cancel"), st.integers(0, 5)),
        st.tuples(st.just("claim"), st.just("")),
        st.tuples(st.just("send"), st.sampled_from(WAYS)),
        st.tuples(st.just("crash"), st.booleans()),
        st.tuples(st.just("settle"), st.booleans()),
        st.tuples(st.just("drain"), st.just("")),
    ),
    min_size=3,
    max_size=30,
)
KINDS = {"hold": (PaperKind.HOLD_LABEL, "IT-1-000001"), "tote": (PaperKind.TOTE_LABEL, "SB-000001")}


class Life:
    """One station's printing, a step at a time, with what truly came out of its printer beside it."""

    def __init__(self, printing: Printing, *, remembers: bool) -> None:
        self.printing = printing
        self.printing.labels.knows = self._knows  # type: ignore[method-assign]
        self.remembers = remembers
        self.out: list[str] = []  # names of jobs as they came onto paper
        self.way = "takes"
        printing.labels.refuses = self._meet
        self.drain: Drain | None = None
        self.task: object = None
        self.sent: object = None
        self.made: list[str] = []
        self.settled: list[str] = []

    def _knows(self, name: str) -> bool | None:
        return name in self.out if self.remembers else None

    def _meet(self, out: PrintOut) -> PrinterRefused | None:
        if self.way == "is off":
            return PrinterRefused(Trouble.OFF)
        if self.way == "breaks before it":
            return PrinterRefused(Trouble.SILENT, perhaps=True)
        self.out.append(out.name)
        return PrinterRefused(Trouble.SILENT, perhaps=True) if self.way == "breaks after it" else None

    def queue(self, what: str) -> None:
        kind, number = KINDS[what]
        self.made.append(self.printing.queue(kind, number))

    def cancel(self, which: int) -> None:
        if which < len(self.made):
            with suppress(JobStands):
                self.printing.station.do(cancel_job, self.made[which])

    def claim(self, _: str) -> None:
        """Begin or go on; note what was sent."""
        desk = self.printing.station.desk
        if self.drain is None:
            due = drains_due(desk, self.printing.place)
            if not due:
                return
            self.drain = due[0]
            assert self.drain.begin()
        elif self.task is not None and self.sent is None:
            return
        self.task, self.sent = self.drain.claim(desk, self.sent), None  # type: ignore[arg-type]
        if self.task is None:
            self.drain.end(desk)
            self.drain = None

    def send(self, way: str) -> None:
        if self.drain is not None and self.task is not None and self.sent is None:
            self.way = way
            self.sent = self.drain.send(self.task)  # type: ignore[arg-type]

    def crash(self, _: bool) -> None:
        """The program is killed: what it held in memory is gone, its lock is free."""
        if self.drain is not None:
            self.drain.let_go()
        self.drain = self.task = self.sent = None

    def settle(self, printed: bool) -> None:
        """Somebody looks at the paper, and tells the truth."""
        del printed
        for job in self.printing.jobs(JobState.UNSURE):
            there = any(name.endswith(job.id[-12:]) for name in self.out)
            self.printing.station.do(settle_unsure, job.id, printed=there)
            self.settled.append(job.id)

    def go_through(self) -> None:
        """The printer is well, and nobody disturbs."""
        self.crash(True)
        self.way = "takes"
        for _ in range(2):
            self.printing.drain()
            self.settle(True)
        self.printing.drain()

    def drain_all(self, _: str) -> None:
        if self.drain is None:
            self.way = "takes"
            self.printing.drain()


def lived(template: Path, steps: list[tuple[str, object]], *, remembers: bool) -> Life:
    """A station's life on a copy of a shop's file, to its end."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        shutil.copy(template, home / "returns.db")
        database = open_database(f"sqlite:///{home / 'returns.db'}")
        try:
            station = Station(database).begin()
            station.scan("RR402101201IL", "7290011232016", "DO-D", "DO-OK")
            life = Life(Printing(station, home), remembers=remembers)
            life.made.append(life.printing.jobs()[0].id)
            for step, argument in steps:
                getattr(life, "drain_all" if step == "drain" else step)(argument)
            life.go_through()
            judge(life)
            return life
        finally:
            database.close()


def judge(life: Life) -> None:
    """What must hold at the end of every life."""
    ends = {job.id: job.state for job in life.printing.jobs()}
    assert set(ends) == set(life.made), "a job was lost, or came from nowhere"
    assert set(ends.values()) <= {JobState.PRINTED, JobState.CANCELLED}
    for job_id, state in ends.items():
        times = sum(name.endswith(job_id[-12:]) for name in life.out)
        assert times == (state is JobState.PRINTED), f"{job_id} came out {times} times and is {state}"
    straight = [name[-12:] for name in life.out if not any(each.endswith(name[-12:]) for each in life.settled)]
    assert straight == sorted(straight, key=[each[-12:] for each in life.made].index), "out of order"


FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FEW
@given(steps=STEPS)
def test_a_printer_that_can_tell_prints_each_job_once_whatever_happens(
    shop_template: Path, steps: list[tuple[str, object]]
) -> None:
    lived(shop_template, steps, remembers=True)


@FEW
@given(steps=STEPS)
def test_a_printer_that_cannot_tell_prints_each_job_once_where_people_look(
    shop_template: Path, steps: list[tuple[str, object]]
) -> None:
    lived(shop_template, steps, remembers=False)

"""Days of two clerks at two stations, made up by hypothesis: whatever they do, undoing brings back what was before.

What is undone is undone newest first over both stations, as the journal has it.
"""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from returns_desk.domain.checklists import Check
from returns_desk.domain.events import StepUndone
from returns_desk.domain.grades import Finding
from returns_desk.domain.items import StockStatus
from returns_desk.domain.parcels import OuterCondition, ParcelFacts
from returns_desk.domain.people import AT_THE_BENCH, Signature
from returns_desk.domain.photos import KeptPicture, PhotoKind
from returns_desk.domain.refusals import DeskError, NothingToUndo
from returns_desk.domain.snapshots import NextStep
from returns_desk.exchange.rows import ChecklistRow, PlaceRow
from returns_desk.store.database import open_database
from returns_desk.store.journal import verify
from returns_desk.store.lookups.stock_books import available_undecided, moves_without_step, negative_stock, stock_astray
from returns_desk.store.work import Work
from returns_desk.usecases.describe_parcel import describe_parcel
from returns_desk.usecases.handle_scan import handle_scan
from returns_desk.usecases.import_checklists import import_checklists
from returns_desk.usecases.import_expected import import_expected
from returns_desk.usecases.import_places import import_places
from returns_desk.usecases.import_rows import import_products
from returns_desk.usecases.import_sales import import_sales
from returns_desk.usecases.inspect_item import write_note
from returns_desk.usecases.match_parcel import disown_parcel, make_unauthorized, match_by_number
from returns_desk.usecases.submit_batch import submit_batch
from returns_desk.usecases.take_photo import add_photo, remove_photo
from returns_desk.usecases.undo import MAIN_EVENTS, undo, undo_step
from tests.builders import CABLE, KETTLE, PHONE, SHIRT, TWIN, Station, copied, expected, products, rows, sale, standing
from tests.fakes import FakeClock

MANY = "RR402105005IL"  # thirty cables of one return, five of another, and a phone
BOXES = [
    "RR402101201IL", "RR402100166IL", "RR402103114IL", "RR402104002IL", MANY, "JD014600006281234567", "PA-1-000001",
]  # fmt: skip
BELONGING = ["SO-1", "SO-77", "SO-77", "0521112222", "SN-7", "DO-1", "DO-2", "DO-NORMA", "DO-NORMA", "DO-NOTOURS"]
SOLD_PHONE = sale("SO-78", "PHONE", serial="SN-7")
LATER: list[Callable[[Work, str], None]] = [
    lambda work, number: match_by_number(work, number, "RMA-6"),
    lambda work, number: match_by_number(work, number, "RMA-4"),
    lambda work, number: make_unauthorized(work, number),
    lambda work, number: make_unauthorized(work, number, "SO-77"),
    lambda work, number: disown_parcel(work, number),
    lambda work, number: describe_parcel(work, number, ParcelFacts("Dana", OuterCondition.WET, 1200, 1, 2)),
]
RMAS = [f"RMA-{number}" for number in range(1, 7)]
SERIALS = ["SN-88121733", "SN-1234567", "SN-7654321"]
PHONES = [f"]C101{PHONE.zfill(14)}10L-5\x1d21{serial}" for serial in SERIALS]
PRODUCTS = [KETTLE, SHIRT, PHONE, CABLE, TWIN, "7290011239992", "SN-88121733", *PHONES]
CHECKS = {"CORD": Finding.UNSAFE, "LID": Finding.MISSING_PART}  # a decision about the kettle waits for their answers
COUNTS = ["1", "2", "3", "30", "37", "0"]
INSPECTING = ["DO-A", "DO-C", "DO-D", "DO-X", "DO-F-LEAKS", "DO-F-WORN", "DO-R-FAULTY"]
LOOKING = ["DO-AGAIN", "DO-LOOK", "DO-I-USED", "DO-I-FAULTY", "DO-L-CARRIER", "DO-YES", "DO-NO", "DO-C"]
DECIDING = ["DO-OK", "DO-OK", "DO-RESTOCK", "DO-SUPPLIER", "DO-DONATE", "DO-RECYCLE", "DO-O-OTHER", "DO-HOLD"]
FINISHING = ["DO-NEXT", "DO-NEXT", "DO-CLOSE", "DO-OK", "DO-EMPTY"]
INSIDE = ["DO-NOTOURS", "DO-NOSERIAL", "DO-SPLIT", "DO-MERGE", *COUNTS]
BINS = [
    PlaceRow(2, "A-02-1", status=StockStatus.AVAILABLE, categories=("textiles",)),  # so that a cable is asked about
    PlaceRow(3, "OB-1", status=StockStatus.OPEN_BOX),
    PlaceRow(4, "BIN-7"),
    PlaceRow(5, "RTV-1", status=StockStatus.SUPPLIER_RETURN),
]
BIN_CODES = [*(row.code for row in BINS), "Z-9-1"]
station_numbers = st.integers(0, 1)
counts_typed = st.sampled_from(COUNTS)
CLERKS = ("dana", "omer")


def _pieces(number: int) -> str:
    return f"IT-{1 + number % 2}-{1 + number // 2:06d}"


@dataclass(frozen=True)
class Step:
    """A standing step, and what stood before it."""

    step_id: str
    person_id: str
    station: Station
    before: dict[str, list[str]] | None


class Days(RuleBasedStateMachine):
    """Two clerks do what they like; refusals are part of a day, anything else is a mistake of ours."""

    template: Path

    @initialize()
    def morning(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="returns-desk-day-")
        self.database = open_database(f"sqlite:///{copied(self.template, Path(self.folder.name))}")
        clock = FakeClock()
        self.stations = [Station(self.database, name, clock).begin(who) for name, who in zip("12", CLERKS, strict=True)]
        announced = [
            expected("RMA-71", "CABLE", 30, tracking=(MANY,)),
            expected("RMA-72", "CABLE", 5, tracking=(MANY,)),
            expected("RMA-72", "PHONE", 2, tracking=(MANY,)),
        ]
        self.stations[0].do_as("avi", import_expected, announced)
        kitchen = replace(next(row for row in products() if row.sku == "KETTLE"), category="kitchen")
        homeless = replace(next(row for row in products() if row.sku == "CABLE"), place="")
        self.stations[0].do_as("avi", import_products, [kitchen, homeless])
        self.stations[0].do_as("avi", import_places, BINS)
        checks = [ChecklistRow(2, "kitchen", Check(code, code, finding=finding)) for code, finding in CHECKS.items()]
        self.stations[0].do_as("avi", import_checklists, checks)
        self.supervisor = self.stations[0].signature("avi")
        self.stations[0].do_as("avi", import_sales, [sale("SO-77", "CABLE", 2, phone="0521112222"), SOLD_PHONE])
        self.before = standing(self.database)
        self.journal_length = 0
        self.done: list[Step] = []

    @rule(at=station_numbers, choices=st.lists(st.integers(0, 11), min_size=1, max_size=6))
    def go_on_as_asked(self, at: int, choices: list[int]) -> None:
        """Do what the band asks for, a few times."""
        for choice in choices:
            fitting = self._asked_for(at)
            self._try(at, handle_scan, fitting[choice % len(fitting)])

    @rule(at=station_numbers, code=st.sampled_from(BOXES + RMAS))
    def receive(self, at: int, code: str) -> None:
        self._try(at, handle_scan, code)

    @rule(at=station_numbers, code=st.sampled_from(PRODUCTS), more=st.sampled_from([None, *INSPECTING, *DECIDING]))
    def take(self, at: int, code: str, more: str | None) -> None:
        self._try(at, handle_scan, code)
        if more:
            self._try(at, handle_scan, more)

    @rule(at=station_numbers, grade=st.sampled_from(INSPECTING), decision=st.sampled_from(DECIDING))
    def inspect_and_decide(self, at: int, grade: str, decision: str) -> None:
        self._try(at, handle_scan, grade)
        self._try(at, handle_scan, decision)

    @rule(at=station_numbers, number=st.integers(0, 9), codes=st.lists(st.sampled_from(LOOKING), max_size=3))
    def look_closer(self, at: int, number: int, codes: list[str]) -> None:
        for code in (_pieces(number), *codes):
            self._try(at, handle_scan, code)

    @rule(at=station_numbers, code=st.sampled_from(INSPECTING + DECIDING + FINISHING))
    def command(self, at: int, code: str) -> None:
        self._try(at, handle_scan, code)

    @rule(
        at=station_numbers, code=st.sampled_from([CABLE, SHIRT]), counts=st.lists(st.sampled_from(COUNTS), max_size=3)
    )
    def count(self, at: int, code: str, counts: list[str]) -> None:
        for text in (code, *counts):
            self._try(at, handle_scan, text)

    @rule(at=station_numbers, many=counts_typed)
    def split(self, at: int, many: str) -> None:
        self._try(at, handle_scan, "DO-SPLIT")
        self._try(at, handle_scan, many)

    @rule(at=station_numbers, number=st.integers(0, 9))
    def merge(self, at: int, number: int) -> None:
        self._try(at, handle_scan, "DO-MERGE")
        self._try(at, handle_scan, _pieces(number))

    @rule(at=station_numbers, code=st.sampled_from(INSIDE + SERIALS))
    def say_of_the_inside(self, at: int, code: str) -> None:
        self._try(at, handle_scan, code)

    @rule(at=station_numbers, code=st.sampled_from(BELONGING))
    def say_what_it_belongs_to(self, at: int, code: str) -> None:
        self._try(at, handle_scan, code)

    @rule(at=station_numbers, number=st.sampled_from(BOXES), act=st.sampled_from(LATER))
    def say_later_what_a_box_is(self, at: int, number: str, act: Callable[[Work, str], None]) -> None:
        self._try(at, act, number)

    @rule(at=station_numbers, code=st.sampled_from(["DO-EMPTY", "DO-CLOSE", "DO-NEXT"]))
    def leave_the_box(self, at: int, code: str) -> None:
        self._try(at, handle_scan, code)
        self._try(at, handle_scan, code)

    @rule(at=station_numbers, back=st.integers(0, 8))
    def a_supervisor_takes_back(self, at: int, back: int) -> None:
        if back < len(self.done):
            self._try(at, undo_step, self.done[-1 - back].step_id, who=self.supervisor)

    @rule(at=station_numbers, number=st.integers(0, 9))
    def pick_up(self, at: int, number: int) -> None:
        self._try(at, handle_scan, _pieces(number))

    @rule(at=station_numbers, number=st.none() | st.integers(0, 9), code=st.sampled_from(BIN_CODES))
    def put_away(self, at: int, number: int | None, code: str) -> None:
        """Scan a bin's label, after a piece's or after whatever was last done here."""
        for scanned in ([] if number is None else [_pieces(number)]) + [code]:
            self._try(at, handle_scan, scanned)

    @rule(at=station_numbers, note=st.text("אב \"'<b>=\u202e", max_size=5))
    def note(self, at: int, note: str) -> None:
        self._try(at, write_note, note)

    @rule(at=station_numbers, kind=st.sampled_from(PhotoKind), picture=st.sampled_from("ab"))
    def photograph(self, at: int, kind: PhotoKind, picture: str) -> None:
        self._try(at, add_photo, KeptPicture(picture * 64, 1600, 1200), kind)

    @rule(at=station_numbers, number=st.integers(0, 3))
    def remove_photograph(self, at: int, number: int) -> None:
        kept = rows(self.database, "SELECT lower(hex(id)) FROM photos ORDER BY id")
        self._try(at, remove_photo, kept[number % len(kept)][0] if kept else "")

    @rule(at=station_numbers, number=st.sampled_from(["SB-000001", "SB-000002", "DB-000001", "RB-000001"]))
    def submit(self, at: int, number: str) -> None:
        self._try(at, submit_batch, number)

    @rule(at=station_numbers)
    def take_back(self, at: int) -> None:
        self._try(at, undo)

    @rule(at=station_numbers)
    def change_clerks(self, at: int) -> None:
        self._try(at, handle_scan, "ID-DANA-1" if self.stations[at].bench.person.name == "Omer" else "ID-OMER-2")

    @invariant()
    def nothing_is_in_two_places(self) -> None:
        if not hasattr(self, "stations"):
            return
        twice = rows(
            self.database,
            "SELECT i.number, i.state, count(l.id) FROM items i LEFT JOIN batch_lines l "
            "ON l.item_id = i.id AND l.state IN ('in', 'approved', 'sent back') "
            "GROUP BY i.id HAVING count(l.id) != (i.state = 'batched')",
        )
        assert not twice
        for place in ("parcel_id", "item_id"):
            shared = f"SELECT {place} FROM benches WHERE {place} NOT NULL GROUP BY 1 HAVING count(*) > 1"
            assert not rows(self.database, shared), place
        ghosts = (
            "SELECT i.number FROM benches b JOIN items i ON i.id = b.item_id WHERE i.state IN ('put back', 'merged')"
        )
        assert not rows(self.database, ghosts), "in hand lies what is no piece any more"

    @invariant()
    def stock_balances(self) -> None:
        if not hasattr(self, "stations"):
            return
        received = (
            "SELECT l.id, l.received, l.quantity, coalesce(sum(i.quantity), 0) FROM rma_lines l LEFT JOIN items i "
        )
        received += "ON i.line_id = l.id AND i.state NOT IN ('put back', 'merged') GROUP BY l.id"
        for line, counted, announced, pieces in rows(self.database, received):
            assert counted == pieces <= announced, line
        loose = "SELECT number FROM items WHERE (disposition IS NULL OR held) AND stock != 'quarantine'"
        assert not rows(self.database, loose)

    @invariant()
    def the_ledger_says_what_the_pieces_say(self) -> None:
        if not hasattr(self, "stations"):
            return
        with self.database.reading(self.stations[0].desk.seat, self.stations[0].clock()) as work:
            for look in (stock_astray, negative_stock, moves_without_step, available_undecided):
                assert not look(work.session)

    @invariant()
    def the_journal_only_grows(self) -> None:
        if hasattr(self, "stations"):
            length = rows(self.database, "SELECT count(*) FROM journal")[0][0]
            assert length >= self.journal_length
            self.journal_length = length

    def teardown(self) -> None:
        if not hasattr(self, "stations"):
            return
        try:
            while self.done:
                self._undo(self.done[-1])
            for station in self.stations:
                station.do(_drop_question)
                assert isinstance(station.refusal(station.signature("dana"), undo), NothingToUndo)
            assert standing(self.database) == self.before
            with self.database.reading(self.stations[0].desk.seat, self.stations[0].clock()) as work:
                assert not list(verify(work.session))
        finally:
            self.database.close()
            self.folder.cleanup()

    def _asked_for(self, at: int) -> list[str]:
        """The scans that the band asks this station for."""
        bench = self.stations[at].bench
        inside = [line.product.codes[0] for line in bench.parcel.expected] if bench.parcel else []
        return {
            NextStep.SCAN_PARCEL: BOXES[:4],
            NextStep.SCAN_ITEM: inside or PRODUCTS[:4],
            NextStep.SCAN_SERIAL: ["SN-88121733", "SN-1234567", "DO-NOSERIAL", "DO-A", *PHONES],
            NextStep.GRADE: ["DO-D", "DO-A", "DO-C", "DO-HOLD", "3"],
            NextStep.DECIDE: ["DO-OK", "DO-OK", "DO-HOLD", "DO-RECYCLE"],
            NextStep.ANSWER: ["DO-OK", "DO-O-OTHER", "DO-YES", "DO-NO", "BIN-7"],
            NextStep.NEXT_ITEM: [*(inside or PRODUCTS[:4]), "DO-NEXT", "DO-CLOSE"],
            NextStep.NEXT_PARCEL: ["DO-NEXT", *BOXES[:4]],
        }[bench.next_step]

    def _try(self, at: int, usecase: Callable[..., Any], *args: object, who: Signature = AT_THE_BENCH) -> None:
        """Try a step; remember what stood before it, or see that taking it back brings that back."""
        before = standing(self.database)
        try:
            events = self.stations[at].desk.run(who, usecase, *args).events
        except DeskError:
            assert standing(self.database) == before, "a refused step left something"
            return
        if any(isinstance(event, StepUndone) for event in events):
            self._look_undone(whole=who is AT_THE_BENCH)
        elif any(type(event).__name__ in MAIN_EVENTS for event in events):
            step, person = rows(self.database, "SELECT hex(step_id), hex(person_id) FROM journal ORDER BY at DESC")[0]
            self.done.append(Step(step.lower(), person.lower(), self.stations[at], before))

    def _undo(self, step: Step) -> None:
        """Undo the newest standing step, signed by whoever did it."""
        step.station.do(_drop_question)
        step.station.desk.run(Signature(step.person_id), undo)
        self._look_undone()

    def _look_undone(self, *, whole: bool = True) -> None:
        """Strike out the step that was taken back; when it was the newest of all, everything is as it was before it.

        Once an older step was taken back out of turn, what stood between is no measure any more; nor once a supervisor
        did it (not ``whole``), who leaves in every hand what is in it.
        """
        taken_back = "SELECT hex(m.step_id) FROM journal u JOIN journal m ON u.undoes_id = m.id"
        gone = {step.lower() for (step,) in rows(self.database, taken_back)}
        struck = [step for step in self.done if step.step_id in gone]
        newest = self.done[-1] if self.done else None
        self.done = [step for step in self.done if step.step_id not in gone]
        for step in struck:
            if step is newest:
                now = standing(self.database)
                assert step.before is None or all(
                    now[table] == step.before[table] for table in now if whole or table != "benches"
                )
            if step is not newest or not whole:
                self.done = [replace(other, before=None) for other in self.done]


def _drop_question(work: Any) -> None:
    work.bench.question = None


def _play(template: Path, days: int, steps: int) -> None:
    kind = type("DaysOfThisRun", (Days,), {"template": template})
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    run_state_machine_as_test(
        kind,
        settings=settings(max_examples=days, stateful_step_count=steps, deadline=None, suppress_health_check=checks),
    )


def test_whatever_two_clerks_do_can_be_undone(shop_template: Path) -> None:
    _play(shop_template, days=15, steps=25)


@pytest.mark.soak
def test_whatever_two_clerks_do_for_long_can_be_undone(shop_template: Path) -> None:
    _play(shop_template, days=1_500, steps=50)

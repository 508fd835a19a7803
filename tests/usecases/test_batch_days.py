"""Days of batches, made up by hypothesis: whatever is done with them, books, papers and journal hold together."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from returns_desk.domain.batches import BATCH_MOVES, BatchState, LineState
from returns_desk.domain.events import StepUndone
from returns_desk.domain.items import Disposition
from returns_desk.domain.money import Money
from returns_desk.domain.people import AT_THE_BENCH, Signature
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.snapshots import BatchSnapshot
from returns_desk.store.database import open_database
from returns_desk.usecases.approve_batch import approve_batch, reject_batch, send_batch_back
from returns_desk.usecases.correct_batch import correct_batch
from returns_desk.usecases.credit_batch import close_batch, record_credit, reverse_credit
from returns_desk.usecases.dispute_batch import dispute_batch
from returns_desk.usecases.handle_scan import handle_scan
from returns_desk.usecases.import_expected import import_expected
from returns_desk.usecases.look_exceptions import count_each, count_exceptions
from returns_desk.usecases.look_story import story
from returns_desk.usecases.pack_cartons import close_carton, open_carton, pack_item, remove_carton, unpack_item
from returns_desk.usecases.ready_batch import ready_batch, reopen_batch
from returns_desk.usecases.ship_batch import authorize_batch, deliver_batch, pack_batch, ship_batch
from returns_desk.usecases.submit_batch import cancel_batch, pull_item, submit_batch, withdraw_batch
from returns_desk.usecases.turn_batch import turn_batch
from returns_desk.usecases.undo import undo
from returns_desk.usecases.verify_books import verify_books
from tests.builders import CABLE, KETTLE, SHIRT, TODAY, Station, copied, expected, rows, standing
from tests.fakes import FakeClock

KETTLES, SHIRTS = "RR402109001IL", "RR402109002IL"
BATCHES = ["SB-000001", "SB-000001", "SB-000001", "SB-000002", "SB-000002", "SB-000003", "DB-000001", "RB-000001"]
PIECES = [f"IT-1-{number:06d}" for number in range(1, 7)]
CARTONS = ["CT-000001", "CT-000002"]
NOTES = ["C-1", "C-2"]
numbers, pieces = st.sampled_from(BATCHES), st.sampled_from(PIECES)
BEFORE_APPROVAL = [ready_batch, reopen_batch, submit_batch, submit_batch, withdraw_batch, cancel_batch]
ON_THE_WAY = [open_carton, pack_batch, ship_batch, ship_batch, deliver_batch, close_batch]
_S = BatchState
_SENT = (_S.SHIPPED, _S.PENDING_CREDIT, _S.PARTLY_CREDITED, _S.SHORT_CREDIT, _S.DISPUTED, _S.WRITTEN_OFF, _S.CREDITED)


class BatchDays(RuleBasedStateMachine):
    """A clerk and a supervisor do what they like with batches; refusals are part of a day."""

    template: Path

    @initialize()
    def morning(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="returns-desk-batches-")
        self.database = open_database(f"sqlite:///{copied(self.template, Path(self.folder.name))}")
        self.station = Station(self.database, "1", FakeClock()).begin("dana")
        announced = [
            expected("RMA-81", "KETTLE", 2, tracking=(KETTLES,)),
            expected("RMA-82", "SHIRT", 3, tracking=(SHIRTS,)),
            expected("RMA-82", "CABLE", 1, tracking=(SHIRTS,)),
        ]
        self.station.do_as("avi", import_expected, announced)
        self.station.scan(KETTLES, *(KETTLE, "DO-D", "DO-OK") * 2, "DO-CLOSE")
        self.station.scan(SHIRTS, *(SHIRT, "DO-D", "DO-OK") * 3, CABLE, "DO-E", "DO-OK", "DO-CLOSE")
        self.length, self.seen = 0, dict[str, str]()

    @rule(number=numbers, act=st.sampled_from(BEFORE_APPROVAL))
    def prepare(self, number: str, act: Callable[..., Any]) -> None:
        self._try(act, number)

    @rule(number=numbers, piece=pieces)
    def pull(self, number: str, piece: str) -> None:
        self._try(pull_item, number, piece)

    @rule(number=numbers, to=st.sampled_from([Disposition.DONATE, Disposition.RECYCLE]))
    def turn(self, number: str, to: Disposition) -> None:
        self._try(turn_batch, number, to)

    @rule(number=numbers, left_out=st.lists(pieces, max_size=1), submit=st.booleans())
    def approve(self, number: str, left_out: list[str], submit: bool) -> None:
        if submit:
            self._try(submit_batch, number)
        self._try(approve_batch, number, tuple(left_out), "looked at", who="avi")

    @rule(number=numbers, act=st.sampled_from([send_batch_back, reject_batch]))
    def decline(self, number: str, act: Callable[..., Any]) -> None:
        self._try(act, number, "not now", who="avi")

    @rule(number=numbers)
    def authorize(self, number: str) -> None:
        self._try(authorize_batch, number, f"RGA-{number}", TODAY)

    @rule(number=numbers, act=st.sampled_from(ON_THE_WAY))
    def send(self, number: str, act: Callable[..., Any]) -> None:
        self._try(act, number)

    @rule(carton=st.sampled_from(CARTONS), put=st.lists(pieces, max_size=3), taken=st.none() | pieces)
    def pack(self, carton: str, put: list[str], taken: str | None) -> None:
        for piece in put:
            self._try(pack_item, carton, piece)
        if taken:
            self._try(unpack_item, carton, taken)

    @rule(carton=st.sampled_from(CARTONS), remove=st.booleans())
    def finish_carton(self, carton: str, remove: bool) -> None:
        self._try(remove_carton, carton) if remove else self._try(close_carton, carton, 1_000)

    @rule(number=numbers, note=st.sampled_from(NOTES), share=st.sampled_from([30, 88, 100, 120]), final=st.booleans())
    def credit(self, number: str, note: str, share: int, final: bool) -> None:
        batch = self._batch(number)
        amount = Money(batch.totals.expected.minor * share // 100) if batch else Money(100)
        self._try(record_credit, number, note, amount, who="avi", final=final, above=share > 100)

    @rule(number=numbers, note=st.sampled_from(NOTES))
    def reverse(self, number: str, note: str) -> None:
        self._try(reverse_credit, number, note, who="avi")

    @rule(number=numbers)
    def dispute(self, number: str) -> None:
        self._try(dispute_batch, number, "too little", who="avi")

    @rule(number=numbers, piece=pieces)
    def correct(self, number: str, piece: str) -> None:
        self._try(correct_batch, number, (piece,), "was never in it", who="avi")

    @rule(piece=pieces, way=st.sampled_from(["DO-SUPPLIER", "DO-RECYCLE", "DO-OK"]))
    def decide_again(self, piece: str, way: str) -> None:
        for scanned in (piece, way, "DO-O-OTHER"):
            self._try(handle_scan, scanned)

    @rule()
    def take_back(self) -> None:
        self._try(undo)

    @invariant()
    def the_journal_only_grows(self) -> None:
        if not hasattr(self, "station"):
            return
        length = rows(self.database, "SELECT count(*) FROM journal")[0][0]
        assert length >= self.length
        self.length = length

    @invariant()
    def a_batch_is_where_its_lines_and_its_money_say(self) -> None:
        if not hasattr(self, "station"):
            return
        states = self._states()
        if states == self.seen:
            return
        self.seen = states
        for number in states:
            batch = self.station.batch(number)
            going = [line for line in batch.lines if line.state is not LineState.SENT_BACK]
            gross = sum(line.gross.minor for line in going)
            assert batch.totals.gross.minor == gross
            assert batch.totals.expected == batch.row.expected
            if batch.row.state in _SENT:
                assert all(line.item.state.value == "gone" for line in going)
                assert all(line.state is LineState.APPROVED for line in going)
            if batch.row.state is _S.CREDITED:
                assert batch.credited.minor >= batch.totals.expected.minor
            assert batch.credited.minor == sum(credit.amount.minor for credit in batch.credits)

    def _look_over_the_day(self) -> None:
        """Books, papers and journal hold; what stands out is counted alike, and no step is missing in the story."""
        assert not self.station.desk.read(verify_books)
        counted = sum(each.count for each in self.station.desk.read(count_each))
        assert self.station.desk.read(count_exceptions) == counted
        found = self.station.desk.read(story, "SB-000001")
        assert sum(len(chapter.entries) for chapter in found.chapters) == len(found.entries)

    def teardown(self) -> None:
        if not hasattr(self, "station"):
            return
        try:
            self._look_over_the_day()
        finally:
            self.database.close()
            self.folder.cleanup()

    def _batch(self, number: str) -> BatchSnapshot | None:
        try:
            return self.station.batch(number)
        except DeskError:
            return None

    def _states(self) -> dict[str, str]:
        return dict(rows(self.database, "SELECT number, state FROM batches"))

    def _standing(self) -> tuple[Any, ...]:
        """All that a batch's step may change."""
        came = rows(self.database, "SELECT number, amount FROM credits")
        return self._states(), standing(self.database, "items", "batch_lines", "decisions"), came

    def _try(self, usecase: Callable[..., Any], *args: object, who: str = "", **more: object) -> None:
        """Try a step: refused, it leaves nothing; done, every batch moved along the one table, or stayed."""
        before = self._standing()
        signed: Signature = self.station.signature(who) if who else AT_THE_BENCH
        try:
            events = self.station.desk.run(signed, usecase, *args, **more).events
        except DeskError:
            assert self._standing() == before, "a refused step left something"
            return
        if any(isinstance(event, StepUndone) for event in events) or usecase in (reverse_credit, undo):
            return
        for number, then in self._states().items():
            now = before[0].get(number, then)
            assert now == then or BatchState(then) in _within_two_moves(BatchState(now)), (number, now, then)


def _within_two_moves(state: BatchState) -> set[BatchState]:
    """Where one step may bring a batch: making it ready and submitting it is one."""
    near = BATCH_MOVES[state]
    return set(near).union(*(BATCH_MOVES[each] for each in near))


def _play(template: Path, days: int, steps: int) -> None:
    kind = type("BatchDaysOfThisRun", (BatchDays,), {"template": template})
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    run_state_machine_as_test(
        kind,
        settings=settings(max_examples=days, stateful_step_count=steps, deadline=None, suppress_health_check=checks),
    )


def test_whatever_is_done_with_batches_the_books_hold(shop_template: Path) -> None:
    _play(shop_template, days=6, steps=20)


@pytest.mark.soak
def test_whatever_is_done_with_batches_for_long_the_books_hold(shop_template: Path) -> None:
    _play(shop_template, days=800, steps=50)

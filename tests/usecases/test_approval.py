"""Approval tried from every side: whoever wants around it is refused, and told why."""

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import returns_desk
from returns_desk.domain.approval_refusals import OverApprovalLimit
from returns_desk.domain.batches import BatchState
from returns_desk.domain.delegations import DelegationState
from returns_desk.domain.events import BatchApproved
from returns_desk.domain.money import Money
from returns_desk.domain.people import AT_THE_BENCH, OWNER, Permission, Signature
from returns_desk.domain.policies import Limits
from returns_desk.domain.refusals import (
    ApprovalNeeded,
    CannotUndo,
    ChangedMeanwhile,
    DeskError,
    NotAllowed,
    NotSignedIn,
    OwnWork,
    UnknownBadge,
    WrongState,
)
from returns_desk.store.database import Database
from returns_desk.store.records import BatchLineRecord
from returns_desk.usecases import look, look_delegations
from returns_desk.usecases.approve_batch import approve_batch, reject_batch, send_batch_back
from returns_desk.usecases.delegate import delegate
from returns_desk.usecases.destroy_batch import destroy_batch
from returns_desk.usecases.handle_scan import handle_scan
from returns_desk.usecases.inspect_again import inspect_again
from returns_desk.usecases.pack_cartons import open_carton
from returns_desk.usecases.set_rules import set_limits
from returns_desk.usecases.ship_batch import authorize_batch, pack_batch, ship_batch
from returns_desk.usecases.sign_in import prove
from returns_desk.usecases.submit_batch import cancel_batch, pull_item, submit_batch, withdraw_batch
from returns_desk.usecases.undo import undo, undo_step
from tests.builders import BADGES, PINS, TODAY, Station, decided_shirts, journal
from tests.shops import OnBoth
from tests.usecases.test_at_once import at_once
from tests.usecases.test_delegations import give_pin, person

NUMBER = "SB-000001"
DECISIONS: list[tuple[Callable[..., Any], tuple[Any, ...]]] = [
    (approve_batch, (NUMBER,)),
    (send_batch_back, (NUMBER, "no")),
    (reject_batch, (NUMBER, "no")),
]
WAYS_OUT: list[tuple[Callable[..., Any], tuple[Any, ...]]] = [
    (authorize_batch, (NUMBER, "RGA-1")),
    (open_carton, (NUMBER,)),
    (pack_batch, (NUMBER, 1)),
    (ship_batch, (NUMBER,)),
    (destroy_batch, (NUMBER, "a witness")),
]


@pytest.fixture
def shirts(station: Station) -> Station:
    """A submitted batch of two shirts, made by Dana."""
    station.do(submit_batch, decided_shirts(station))
    return station


def state(station: Station) -> BatchState:
    return station.batch(NUMBER).row.state


def approvals(station: Station) -> int:
    return [kind for kind, _ in journal(station.database)].count("BatchApproved")


@pytest.mark.parametrize(("way", "facts"), WAYS_OUT)
@pytest.mark.parametrize("stands", ["collecting", "submitted", "sent back", "rejected", "cancelled"])
def test_nothing_leaves_before_it_was_approved(
    station: Station, way: Callable[..., Any], facts: tuple[Any, ...], stands: str
) -> None:
    decided_shirts(station)
    if stands != "collecting":
        station.do(submit_batch, NUMBER)
    if stands == "sent back":
        station.do_as("avi", send_batch_back, NUMBER, "no")
    if stands == "rejected":
        station.do_as("avi", reject_batch, NUMBER, "no")
    if stands == "cancelled":
        station.do(cancel_batch, NUMBER)
    for name in ("dana", "avi", "noa"):
        assert station.refusal(station.signature(name), way, *facts)
    assert state(station) == stands
    assert approvals(station) == 0


@pytest.mark.parametrize(("decide", "facts"), DECISIONS)
def test_only_whoever_may_and_proves_it_decides(
    shirts: Station, decide: Callable[..., Any], facts: tuple[Any, ...]
) -> None:
    assert shirts.refusal(AT_THE_BENCH, decide, *facts) == NotAllowed(Permission.APPROVE_BATCH)
    assert isinstance(shirts.refusal(OWNER, decide, *facts), NotSignedIn)
    assert shirts.refusal(Signature("00" * 16, proven=True), decide, *facts) == UnknownBadge()
    unproven = shirts.refusal(shirts.signature("avi", proven=False), decide, *facts)
    assert unproven == ApprovalNeeded(Permission.APPROVE_BATCH)
    assert state(shirts) is BatchState.SUBMITTED


def test_a_second_signature_is_no_approval(shirts: Station) -> None:
    beside = shirts.desk.beside(str(shirts.signature("avi").person_id))
    with pytest.raises(NotAllowed):
        beside.run(AT_THE_BENCH, approve_batch, NUMBER)


def test_a_proof_counts_for_one_step_and_for_no_other(shirts: Station) -> None:
    proof = shirts.desk.run(AT_THE_BENCH, prove, BADGES["avi"], PINS["avi"]).answer
    shirts.desk.run(proof, send_batch_back, NUMBER, "no")
    shirts.do(submit_batch, NUMBER)
    assert shirts.refusal(proof, approve_batch, NUMBER) == ApprovalNeeded(Permission.APPROVE_BATCH)
    assert state(shirts) is BatchState.SUBMITTED


def test_a_refused_step_spends_the_proof_too(shirts: Station) -> None:
    proof = shirts.desk.run(AT_THE_BENCH, prove, BADGES["avi"], PINS["avi"]).answer
    assert shirts.refusal(proof, approve_batch, NUMBER, (), "", "another hash") == ChangedMeanwhile("batch", NUMBER)
    assert isinstance(shirts.refusal(proof, approve_batch, NUMBER), ApprovalNeeded)


def test_only_the_pin_makes_a_proof() -> None:
    """No code of the program but the one that checks a PIN calls a signature proven."""
    made = []
    root = Path(returns_desk.__file__).parent
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and any(
                word.arg == "proven" and not (isinstance(word.value, ast.Constant) and word.value.value is False)
                for word in node.keywords
            ):
                made.append(path.relative_to(root).as_posix())
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Signature" and len(node.args) > 1:
                made.append(path.relative_to(root).as_posix())
    assert made == ["usecases/sign_in.py"]


def test_what_was_not_looked_at_is_not_decided(shirts: Station) -> None:
    looked_at = shirts.batch(NUMBER).seen
    shirts.do(pull_item, NUMBER, "IT-1-000001")
    shirts.do(submit_batch, NUMBER)
    for decide, facts in ((approve_batch, ((), "")), (send_batch_back, ("no", ())), (reject_batch, ("no",))):
        refused = shirts.refusal(shirts.signature("avi"), decide, NUMBER, *facts, looked_at)  # type: ignore[arg-type]
        assert refused == ChangedMeanwhile("batch", NUMBER)
    now = shirts.batch(NUMBER).seen
    events = shirts.desk.run(shirts.signature("avi"), approve_batch, NUMBER, looked_at=now.upper()).events
    (approved,) = [event for event in events if isinstance(event, BatchApproved)]
    assert approved.seen == now != looked_at


def test_the_hash_says_more_than_how_many_lines_there_are(shirts: Station) -> None:
    looked_at = shirts.batch(NUMBER).seen
    shirts.do_as(
        "noa",
        lambda work: work.session.execute(BatchLineRecord.metadata.tables["batch_lines"].update().values(gross=1)),
    )
    assert shirts.batch(NUMBER).seen != looked_at


def test_a_line_pulled_after_the_submission_asks_for_a_new_one(shirts: Station) -> None:
    shirts.do(pull_item, NUMBER, "IT-1-000001")
    assert isinstance(shirts.refusal(shirts.signature("avi"), approve_batch, NUMBER), WrongState)
    shirts.do_as("avi", submit_batch, NUMBER)
    assert shirts.refusal(shirts.signature("avi"), approve_batch, NUMBER) == OwnWork()
    shirts.do_as("tal", approve_batch, NUMBER)


def test_what_is_approved_is_changed_by_nobody(shirts: Station) -> None:
    shirts.do_as("avi", approve_batch, NUMBER)
    approved = shirts.batch(NUMBER).lines
    for who in (AT_THE_BENCH, shirts.signature("tal"), shirts.signature("noa")):
        assert isinstance(shirts.refusal(who, pull_item, NUMBER, "IT-1-000001"), WrongState)
        assert isinstance(shirts.refusal(who, withdraw_batch, NUMBER), WrongState)
        assert isinstance(shirts.refusal(who, submit_batch, NUMBER), WrongState)
        assert isinstance(shirts.refusal(who, inspect_again, "IT-1-000001"), DeskError)
    shirts.do(handle_scan, "IT-1-000001")
    assert shirts.batch(NUMBER).lines == approved


def test_an_undo_gets_nobody_around_a_decision(shirts: Station) -> None:
    steps = {type(e.event).__name__: e.step_id for e in shirts.desk.read(look.timeline_of, "batch", NUMBER)}
    shirts.do_as("avi", approve_batch, NUMBER)
    steps |= {type(e.event).__name__: e.step_id for e in shirts.desk.read(look.timeline_of, "batch", NUMBER)}
    assert isinstance(shirts.refusal(AT_THE_BENCH, undo), CannotUndo)
    for kind in ("BatchSubmitted", "BatchApproved"):
        assert shirts.refusal(shirts.signature("tal"), undo_step, steps[kind])
    assert state(shirts) is BatchState.APPROVED


def test_what_was_given_up_and_decided_again_waits_for_its_own_approval(shirts: Station) -> None:
    shirts.do_as("avi", approve_batch, NUMBER)
    shirts.do_as("avi", cancel_batch, NUMBER)
    shirts.scan("IT-1-000001", "DO-OK")
    again = shirts.item("IT-1-000001").batch
    assert again != NUMBER
    for way, (_, *facts) in WAYS_OUT:
        assert shirts.refusal(shirts.signature("avi"), way, again, *facts)
        assert shirts.refusal(shirts.signature("avi"), way, NUMBER, *facts)


@pytest.mark.parametrize("lost", [{"role": "clerk"}, {"active": 0}])
def test_whoever_lost_the_right_or_left_since_the_submission_approves_nothing(
    shirts: Station, lost: dict[str, object]
) -> None:
    avi = shirts.signature("avi")
    shirts.do_as("noa", person, "avi", **lost)
    assert isinstance(shirts.refusal(avi, approve_batch, NUMBER), NotAllowed | UnknownBadge)


def test_a_maker_who_was_made_a_supervisor_since_is_its_maker_all_the_same(shirts: Station) -> None:
    shirts.do_as("noa", person, "dana", role="supervisor")
    assert shirts.refusal(shirts.signature("dana"), approve_batch, NUMBER) == OwnWork()


def test_above_the_limit_only_an_admin_approves_and_is_told_the_amounts(shirts: Station) -> None:
    shirts.do_as("noa", set_limits, Limits(supervisor_batch=6_665))
    assert shirts.refusal(shirts.signature("avi"), approve_batch, NUMBER) == OverApprovalLimit(
        Money(6_666), Money(6_665)
    )
    shirts.do_as("noa", approve_batch, NUMBER)


def test_what_is_exactly_at_the_limit_is_a_supervisors(shirts: Station) -> None:
    shirts.do_as("noa", set_limits, Limits(supervisor_batch=6_666))
    shirts.do_as("avi", approve_batch, NUMBER)


def test_what_is_left_out_to_get_below_the_limit_stands_in_the_journal(shirts: Station) -> None:
    shirts.do_as("noa", set_limits, Limits(supervisor_batch=5_000))
    events = shirts.desk.run(shirts.signature("avi"), approve_batch, NUMBER, ("IT-1-000001",), "split").events
    (approved,) = [event for event in events if isinstance(event, BatchApproved)]
    assert (approved.value_minor, approved.left_out, approved.lines) == (3_333, 1, 1)


def test_sending_back_and_rejecting_know_no_limit(shirts: Station) -> None:
    shirts.do_as("noa", set_limits, Limits(supervisor_batch=1))
    shirts.do_as("avi", reject_batch, NUMBER, "no")


def test_only_an_admin_sets_the_limit_and_no_undo_takes_it_away(shirts: Station) -> None:
    raised = Limits(supervisor_batch=10)
    assert shirts.refusal(shirts.signature("avi"), set_limits, raised) == NotAllowed(Permission.APPROVE_OVER_LIMIT)
    unproven = shirts.refusal(shirts.signature("noa", proven=False), set_limits, raised)
    assert unproven == ApprovalNeeded(Permission.APPROVE_OVER_LIMIT)
    shirts.begin("noa")
    shirts.do_as("noa", set_limits, raised)
    assert isinstance(shirts.refusal(AT_THE_BENCH, undo), CannotUndo)
    shirts.do_as("avi", set_limits, Limits(supervisor_batch=10, wrong_items=9))  # the others are a supervisor's


@OnBoth
def test_one_approves_while_another_gives_it_up(either: Database) -> None:
    first, second = Station(either, "1").begin("dana"), Station(either, "2").begin("omer")
    first.do(submit_batch, decided_shirts(first))
    approved, cancelled = at_once(
        lambda: first.do_as("avi", approve_batch, NUMBER), lambda: second.do(cancel_batch, NUMBER)
    )
    assert (approved is None) != (cancelled is None)
    assert (approvals(first) == 1) == (approved is None)
    assert state(first) is (BatchState.APPROVED if approved is None else BatchState.CANCELLED)


@OnBoth
def test_one_approves_while_another_changes_its_lines(either: Database) -> None:
    first, second = Station(either, "1").begin("dana"), Station(either, "2").begin("omer")
    first.do(submit_batch, decided_shirts(first))
    looked_at = first.batch(NUMBER).seen

    def change() -> None:
        second.do(pull_item, NUMBER, "IT-1-000001")
        second.do(submit_batch, NUMBER)

    approved, _ = at_once(lambda: first.do_as("avi", approve_batch, NUMBER, looked_at=looked_at), change)
    assert approved is None or isinstance(approved, ChangedMeanwhile | WrongState)
    assert len(first.batch(NUMBER).lines) == (2 if approved is None else 1)


def test_days_and_delegations_are_looked_at_when_it_is_signed(shirts: Station) -> None:
    give_pin(shirts, "omer")
    shirts.do_as("avi", delegate, BADGES["omer"], TODAY, TODAY)
    proof = shirts.desk.run(AT_THE_BENCH, prove, BADGES["omer"], "1357").answer
    shirts.clock.forward(days=1)
    assert isinstance(shirts.refusal(proof, approve_batch, NUMBER), DeskError)
    assert shirts.desk.read(look_delegations.delegations)[0].stands is DelegationState.OVER
    assert approvals(shirts) == 0

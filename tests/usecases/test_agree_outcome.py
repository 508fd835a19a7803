"""What a customer gets: the default at one scan, the limit, two signatures, the way back, and what goes against it."""

from dataclasses import replace

import pytest

from returns_desk.domain.events import OutcomeAgreed
from returns_desk.domain.grades import StatedReason, WantedOutcome
from returns_desk.domain.money import Money
from returns_desk.domain.people import Permission, Signature
from returns_desk.domain.policies import Limits, PolicyConflict, PolicyGround, Verdict
from returns_desk.domain.policy_presets import ISRAEL_DISTANCE
from returns_desk.domain.refusals import (
    ApprovalNeeded,
    BadValue,
    GradeFirst,
    ItemFirst,
    NotAllowed,
    NotFound,
    OwnWork,
    WrongState,
)
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.exchange.rows import ExpectedRow
from returns_desk.store.database import Database
from returns_desk.usecases.agree_outcome import agree_outcome, note_dispute
from returns_desk.usecases.import_expected import import_expected
from returns_desk.usecases.look_customer import policy_conflicts, verdict_of
from returns_desk.usecases.set_rules import set_limits, set_policy
from tests.builders import CABLE, KETTLE, PHONE, SHIRT, Station, ago, expected, journal
from tests.shops import OnBoth

REFUND = WantedOutcome.REFUND
ITEM = "IT-1-000001"
IN_TIME = {"bought": ago(10), "delivered": ago(9), "announced": ago(3)}


def announce(station: Station, *rows: ExpectedRow) -> None:
    station.do_as("noa", import_expected, list(rows))


@pytest.fixture
def shirt(station: Station) -> Station:
    """A shirt of 79.90 in hand, grade B, given back six days after it came."""
    announce(station, expected("RMA-90", "SHIRT", tracking=("RR909000000IL",), **IN_TIME))
    station.scan("RR909000000IL", SHIRT, "DO-B")
    return station


def two(station: Station, second: str) -> Signature:
    return Signature(second=station.signature(second).person_id)


def test_one_scan_agrees_what_the_policy_grants(shirt: Station) -> None:
    verdict = shirt.bench.verdict
    assert verdict is not None
    assert (verdict.verdict, verdict.price, verdict.fee) == (Verdict.ALLOWED, Money(7_990), Money(400))
    shirt.scan("DO-C-REFUND")
    item = shirt.item(ITEM)
    assert (item.agreed, item.agreed_amount, item.agreed_fee) == (REFUND, Money(7_590), Money(400))
    assert item.agreed_against is PolicyConflict.NONE


def test_the_agreement_costs_the_decision_no_scan(shirt: Station) -> None:
    shirt.scan("DO-C-REFUND", "DO-RESTOCK" if shirt.bench.recommendation is None else "DO-RECYCLE", "DO-O-SHOP")
    assert shirt.item(ITEM).disposition is not None


def test_another_amount_is_typed_after_it_and_typed_again(shirt: Station) -> None:
    shirt.scan("DO-C-REFUND", "50", "60.5")
    item = shirt.item(ITEM)
    assert (item.agreed_amount, item.agreed_fee) == (Money(6_050), Money(400))
    assert item.agreed_against is PolicyConflict.UNDER


def test_more_than_the_policy_grants_takes_less_of_a_fee_and_is_noted(shirt: Station) -> None:
    shirt.scan("DO-C-REFUND", "78")
    item = shirt.item(ITEM)
    assert (item.agreed_fee, item.agreed_against) == (Money(190), PolicyConflict.OVER)


def test_ok_keeps_the_amount_and_decides_nothing(shirt: Station) -> None:
    shirt.scan("DO-C-REFUND", "DO-OK")
    assert shirt.item(ITEM).agreed_amount == Money(7_590)
    assert shirt.item(ITEM).disposition is None
    assert shirt.bench.question is None


def test_a_product_code_is_never_an_amount(shirt: Station) -> None:
    shirt.scan("DO-C-REFUND")
    shirt.scan(CABLE)
    assert shirt.item(ITEM).agreed_amount == Money(7_590)


@pytest.mark.parametrize("code", ["EXCHANGE", "REPAIR", "NONE"])
def test_outcomes_without_money_ask_nothing_more(shirt: Station, code: str) -> None:
    shirt.scan(f"DO-C-{code}")
    item = shirt.item(ITEM)
    assert item.agreed == code.lower()
    assert (item.agreed_amount, shirt.bench.question) == (None, None)


def test_store_credit_is_money(shirt: Station) -> None:
    shirt.scan("DO-C-CREDIT")
    assert shirt.item(ITEM).agreed_amount == Money(7_590)


def test_where_the_policy_cannot_tell_the_amount_is_asked_for(station: Station) -> None:
    station.scan("JD014600006281234567", "7290009999990")
    station.scan("7290009999990", "DO-B", "DO-C-REFUND")
    question = station.bench.question
    assert question is not None
    assert (question.kind, question.choices) == (QuestionKind.AGREE_AMOUNT, ())
    station.scan("DO-OK")
    assert station.bench.question == question
    station.scan("40")
    assert station.item(ITEM).agreed_amount == Money(4_000)


def test_nothing_is_promised_before_somebody_looked(station: Station) -> None:
    assert station.refused("DO-C-REFUND") == ItemFirst()
    station.scan("RR402103114IL", SHIRT)
    assert station.refused("DO-C-REFUND") == GradeFirst(ITEM)


@pytest.mark.parametrize(
    ("outcome", "amount"), [(REFUND, Money(0)), (REFUND, Money(5, "USD")), (WantedOutcome.NONE, Money(5))]
)
def test_an_amount_that_is_none_is_refused(shirt: Station, outcome: WantedOutcome, amount: Money) -> None:
    refusal = shirt.refusal(Signature(), agree_outcome, outcome, amount)
    assert refusal == BadValue("amount", str(amount))


class TestTwoSignatures:
    """Over the limit, over the price, or outside the policy with money: one signature is too few."""

    @pytest.fixture
    def phone(self, station: Station) -> Station:
        announce(station, expected("RMA-91", "PHONE", tracking=("RR919100000IL",), serial="SN-1", **IN_TIME))
        station.scan("RR919100000IL", PHONE, "SN-1", "DO-B")
        return station

    def test_over_the_limit_the_scan_is_refused_and_nothing_changed(self, phone: Station) -> None:
        assert phone.refused("DO-C-REFUND") == ApprovalNeeded(Permission.AGREE_OVER_LIMIT)
        assert phone.item(ITEM).agreed is None
        assert phone.bench.question is None

    def test_the_clerk_stays_the_maker_and_the_journal_shows_both(self, phone: Station) -> None:
        phone.desk.run(two(phone, "avi"), agree_outcome, REFUND)
        item = phone.item(ITEM)
        assert item.agreed_amount == Money(149_900 - 7_495)
        entry = next(body for kind, body in journal(phone.database) if kind == "OutcomeAgreed")
        assert '"second":"Avi"' in entry

    def test_a_typed_amount_over_the_limit_is_refused_and_the_question_stays(self, shirt: Station) -> None:
        shirt.scan("DO-C-REFUND")
        assert shirt.refused("350") == ApprovalNeeded(Permission.AGREE_OVER_LIMIT)
        assert shirt.item(ITEM).agreed_amount == Money(7_590)
        assert shirt.bench.question is not None

    def test_outside_the_policy_money_needs_two_and_an_exchange_does_not(self, station: Station) -> None:
        announce(station, expected("RMA-92", "SHIRT", tracking=("RR929200000IL",), announced=ago(1)))
        station.scan("RR929200000IL", SHIRT, "DO-B")
        assert station.refused("DO-C-REFUND") == ApprovalNeeded(Permission.AGREE_OVER_LIMIT)
        station.scan("DO-C-EXCHANGE")
        station.desk.run(two(station, "avi"), agree_outcome, REFUND)
        assert station.item(ITEM).agreed_against is PolicyConflict.OVER

    def test_nobody_is_their_own_second(self, phone: Station) -> None:
        phone.begin("avi")
        own = OwnWork(Permission.AGREE_OVER_LIMIT)
        assert phone.refusal(two(phone, "avi"), agree_outcome, REFUND) == own
        assert phone.refusal(phone.signature("avi"), agree_outcome, REFUND) == own
        phone.desk.run(two(phone, "tal"), agree_outcome, REFUND)

    def test_a_clerk_is_no_second(self, phone: Station) -> None:
        refusal = phone.refusal(two(phone, "omer"), agree_outcome, REFUND)
        assert refusal == NotAllowed(Permission.AGREE_OVER_LIMIT)

    def test_the_limit_is_the_shops(self, shirt: Station) -> None:
        shirt.do_as("avi", set_limits, Limits(clerk_amount=7_589))
        assert shirt.refused("DO-C-REFUND") == ApprovalNeeded(Permission.AGREE_OVER_LIMIT)
        shirt.do_as("avi", set_limits, Limits(clerk_amount=7_590))
        shirt.scan("DO-C-REFUND")


class TestTheWayBack:
    """Each agreement is taken back to the one before."""

    def test_undo_takes_the_amount_back_and_then_the_agreement(self, shirt: Station) -> None:
        shirt.scan("DO-C-REFUND", "50", "DO-UNDO")
        assert shirt.item(ITEM).agreed_amount == Money(7_590)
        shirt.scan("DO-UNDO")
        assert (shirt.item(ITEM).agreed, shirt.item(ITEM).agreed_amount) == (None, None)
        assert shirt.item(ITEM).grade is not None

    def test_a_dispute_is_noted_ended_and_taken_back(self, shirt: Station) -> None:
        shirt.do(note_dispute, "says it came without its box \x00")
        assert shirt.item(ITEM).dispute == "says it came without its box"
        shirt.do(note_dispute, "")
        shirt.scan("DO-UNDO")
        assert shirt.item(ITEM).dispute == "says it came without its box"
        shirt.scan("DO-UNDO")
        assert shirt.item(ITEM).dispute == ""


def test_a_decided_piece_is_agreed_by_its_number(shirt: Station) -> None:
    shirt.scan("DO-RECYCLE", "DO-O-SHOP")
    done = shirt.desk.run(Signature(), agree_outcome, REFUND, None, ITEM)
    assert [event for event in done.events if isinstance(event, OutcomeAgreed)]
    assert shirt.item(ITEM).agreed is REFUND
    assert shirt.refusal(Signature(), agree_outcome, REFUND, None, "IT-9-9") == NotFound("item", "IT-9-9")


def test_a_piece_that_was_put_back_is_promised_nothing(station: Station) -> None:
    station.scan("RR402103114IL", SHIRT, "DO-UNDO")
    refusal = station.refusal(Signature(), agree_outcome, REFUND, None, ITEM)
    assert refusal == WrongState("item", ITEM, "put back")


def test_the_cap_of_the_fee_is_one_for_all_of_a_return(station: Station) -> None:
    rows = [
        replace(expected("RMA-93", "PHONE", tracking=("RR939300000IL",), serial=serial, **IN_TIME), line=line)
        for line, serial in enumerate(("SN-1", "SN-2"), 2)
    ]
    announce(station, *rows)
    station.scan("RR939300000IL", PHONE, "SN-1", "DO-B")
    station.desk.run(two(station, "avi"), agree_outcome, REFUND)
    station.scan("DO-RECYCLE", "DO-O-SHOP", PHONE, "SN-2", "DO-B")
    verdict = station.bench.verdict
    assert verdict is not None
    assert verdict.fee == Money(10_000 - 7_495)


def test_the_version_of_the_day_of_the_deal_counts(shirt: Station) -> None:
    shirt.do_as("avi", set_policy, replace(ISRAEL_DISTANCE, fee_bp=0, valid_from=ago(5)))
    verdict = shirt.bench.verdict
    assert verdict is not None
    assert (verdict.version, verdict.fee) == (1, Money(400))
    shirt.do_as("avi", set_policy, replace(ISRAEL_DISTANCE, fee_bp=100, valid_from=ago(10)))
    verdict = shirt.bench.verdict
    assert verdict is not None
    assert (verdict.version, verdict.fee) == (3, Money(80))


@OnBoth
def test_what_goes_against_the_policy_is_found_in_either_database(either: Database) -> None:
    station = Station(either).begin()
    assert station.desk.read(policy_conflicts) == ()
    announce(station, expected("RMA-94", "KETTLE", tracking=("RR949400000IL",), stated=StatedReason.FAULTY, **IN_TIME))
    station.scan("RR949400000IL", KETTLE, "DO-B")
    assert [item.number for item in station.desk.read(policy_conflicts)] == [ITEM]
    verdict = station.desk.read(verdict_of, ITEM)
    assert verdict is not None
    assert PolicyGround.NOT_FOUND in {each.ground for each in verdict.grounds}
    station.scan("DO-D")
    assert station.desk.read(policy_conflicts) == ()
    station.scan("DO-C-NONE")
    assert [item.agreed_against for item in station.desk.read(policy_conflicts)] == [PolicyConflict.UNDER]
    station.scan("DO-UNDO")
    station.do(note_dispute, "wants her kettle back")
    assert [item.dispute for item in station.desk.read(policy_conflicts)] == ["wants her kettle back"]

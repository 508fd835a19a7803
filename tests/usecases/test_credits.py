"""The credit tail: credits by line or whole, taken back, short, disputed, given up; and how old what is owed is."""

from dataclasses import replace
from datetime import timedelta

import pytest

from returns_desk.domain.ageing import AgeBand
from returns_desk.domain.approval_refusals import OverApprovalLimit
from returns_desk.domain.batches import BatchState
from returns_desk.domain.claims import claims_of
from returns_desk.domain.credit_refusals import (
    CreditInFuture,
    CreditKnown,
    CreditNotPositive,
    LinesDoNotAddUp,
    MoreThanExpected,
    NotInBatch,
    OtherCurrency,
    ShortReasonMissing,
    ShortReasonTooSoon,
)
from returns_desk.domain.credits import ShortReason
from returns_desk.domain.events import CreditWrittenOff
from returns_desk.domain.money import Money
from returns_desk.domain.people import AT_THE_BENCH, Permission
from returns_desk.domain.policies import Limits
from returns_desk.domain.refusals import ApprovalNeeded, BadValue, DeskError, NotAllowed, NotFound, OwnWork, WrongState
from returns_desk.store.database import Database
from returns_desk.store.lookups.decisions import credits_of_supplier
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.credit_batch import close_batch, record_credit, reverse_credit
from returns_desk.usecases.dispute_batch import dispute_batch, dispute_letter
from returns_desk.usecases.look_credits import credit_tail, statement
from returns_desk.usecases.set_rules import set_limits
from returns_desk.usecases.ship_batch import ship_batch
from returns_desk.usecases.submit_batch import submit_batch
from returns_desk.usecases.write_off_batch import write_off_batch
from tests.builders import TODAY, Station, decided_shirts, journal, rows
from tests.shops import OnBoth

S = BatchState
EXPECTED = Money(5_800)  # two shirts of 30.00, less 2.00 freight


@pytest.fixture
def shirts(station: Station) -> str:
    """A batch of two shirts that left the house for TAVOR."""
    return shipped(station)


def shipped(station: Station) -> str:
    number = decided_shirts(station)
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number)
    station.do(ship_batch, number)
    return number


def items(station: Station, number: str) -> tuple[str, str]:
    first, second = (line.item.number for line in station.batch(number).lines)
    return first, second


def state(station: Station, number: str) -> BatchState:
    return station.batch(number).row.state


def refused(station: Station, number: str, credit: str, amount: Money | None, **facts: object) -> DeskError:
    before = rows(station.database, "SELECT * FROM credits")
    refusal = station.refusal(station.signature("avi"), record_credit, number, credit, amount, **facts)
    assert rows(station.database, "SELECT * FROM credits") == before
    return refusal


def short(station: Station, number: str, minor: int = 5_000) -> None:
    station.do_as("avi", record_credit, number, "CN-1", Money(minor), final=True, short_reason=ShortReason.PRICE)


@OnBoth
def test_a_credit_twelve_percent_short_on_two_lines(either: Database) -> None:
    station = Station(either).begin()
    shirts = shipped(station)
    one, two = items(station, shirts)
    why = {one: ShortReason.PRICE, two: ShortReason.CONDITION}
    part = Money(2_552)  # 29.00 less 12 %
    station.do_as("avi", record_credit, shirts, "CN-1", lines={one: part, two: part}, final=True, short_reasons=why)
    assert state(station, shirts) is S.SHORT_CREDIT
    claims = [share for _, share in claims_of(station.batch(shirts))]
    assert [(share.expected, share.received, share.reason) for share in claims] == [
        (Money(2_900), part, ShortReason.PRICE),
        (Money(2_900), part, ShortReason.CONDITION),
    ]
    tail = station.desk.read(credit_tail)
    assert tail.suppliers[0].reasons == ((ShortReason.CONDITION, Money(348)), (ShortReason.PRICE, Money(348)))
    letter = station.do_as("avi", dispute_batch, shirts, "The price list of June holds")
    assert letter == "DL-2026-000001"
    frozen = station.desk.read(dispute_letter, shirts)
    assert [line.missing_minor for line in frozen.lines] == [348, 348]
    assert frozen == station.desk.read(dispute_letter, letter)
    assert state(station, shirts) is S.DISPUTED
    station.do_as("avi", record_credit, shirts, "CN-2", Money(696))
    assert state(station, shirts) is S.CREDITED
    station.do_as("avi", close_batch, shirts)


def test_a_credit_for_the_whole_batch_is_shared_over_what_is_open(station: Station, shirts: str) -> None:
    one, _ = items(station, shirts)
    station.do_as("avi", record_credit, shirts, "CN-1", lines={one: Money(2_900)})
    station.do_as("avi", record_credit, shirts, "CN-2", Money(1_001))
    assert [share.received for _, share in claims_of(station.batch(shirts))] == [Money(2_900), Money(1_001)]


def test_what_cannot_be_right_is_refused_in_words(station: Station, shirts: str) -> None:
    one, two = items(station, shirts)
    assert refused(station, shirts, "CN-1", Money(0)) == CreditNotPositive("0.00")
    assert refused(station, shirts, "CN-1", Money(-5)) == CreditNotPositive("-0.05")
    assert refused(station, shirts, "CN-1", Money(5, "USD")) == OtherCurrency("USD", "ILS")
    assert refused(station, shirts, " ", Money(5)) == BadValue("credit", "")
    assert refused(station, shirts, "CN-1", Money(5), lines={"IT-9-9": Money(5)}) == NotInBatch("IT-9-9", shirts)
    assert refused(station, shirts, "CN-1", Money(5), lines={one: Money(5, "EUR")}) == OtherCurrency("EUR", "ILS")
    assert isinstance(refused(station, shirts, "CN-1", None, lines={one: Money(9), two: Money(-2)}), CreditNotPositive)
    assert refused(station, shirts, "CN-1", Money(9), lines={one: Money(5)}) == LinesDoNotAddUp(Money(5), Money(9))
    tomorrow = TODAY + timedelta(days=1)
    assert refused(station, shirts, "CN-1", Money(5), at=tomorrow) == CreditInFuture(tomorrow)
    assert state(station, shirts) is S.SHIPPED


def test_more_than_expected_is_asked_about(station: Station, shirts: str) -> None:
    much = Money(58_000)
    assert refused(station, shirts, "CN-1", much) == MoreThanExpected("CN-1", much, EXPECTED)
    station.do_as("avi", record_credit, shirts, "CN-1", much, above=True)
    assert (state(station, shirts), station.batch(shirts).credited) == (S.CREDITED, much)
    assert sum(share.received.minor for _, share in claims_of(station.batch(shirts))) == much.minor


def test_more_for_a_piece_than_it_can_bring_is_asked_about(station: Station, shirts: str) -> None:
    one = station.batch(shirts).lines[0]
    much = one.credit + Money(1)
    expected = MoreThanExpected(one.item.number, much, one.credit)
    assert refused(station, shirts, "CN-1", None, lines={one.item.number: much}) == expected
    station.do_as("avi", record_credit, shirts, "CN-1", lines={one.item.number: much}, above=True)
    assert station.batch(shirts).credited == much


def test_a_credit_is_short_only_with_a_reason_and_only_for_good(station: Station, shirts: str) -> None:
    assert refused(station, shirts, "CN-1", Money(5_000), final=True) == ShortReasonMissing(Money(800))
    early = refused(station, shirts, "CN-1", Money(5_000), short_reason=ShortReason.FEE)
    assert early == ShortReasonTooSoon()
    short(station, shirts)
    assert state(station, shirts) is S.SHORT_CREDIT
    assert isinstance(station.refusal(station.signature("avi"), close_batch, shirts), WrongState)


def test_a_number_counts_once_for_a_supplier_until_it_is_taken_back(station: Station, shirts: str) -> None:
    station.do_as("avi", record_credit, shirts, "CN-1", Money(100))
    assert refused(station, shirts, "CN-1", Money(1)) == CreditKnown("CN-1", shirts)
    station.do_as("avi", reverse_credit, shirts, "CN-1")
    station.do_as("avi", record_credit, shirts, "CN-1", Money(1_000))
    batch = station.batch(shirts)
    assert batch.credited == Money(1_000)
    assert [(note.amount.minor, note.reverses) for note in batch.credits] == [(100, ""), (-100, "CN-1-X"), (1_000, "")]
    assert [share.received.minor for _, share in claims_of(batch)] == [500, 500]


@OnBoth
def test_a_credit_taken_back_leaves_the_batch_where_the_others_put_it(either: Database) -> None:
    station = Station(either).begin()
    shirts = shipped(station)
    station.do_as("avi", record_credit, shirts, "CN-1", Money(3_000))
    station.do_as("avi", record_credit, shirts, "CN-2", Money(2_800))
    assert state(station, shirts) is S.CREDITED
    station.do_as("avi", reverse_credit, shirts, "CN-1")
    assert (state(station, shirts), station.batch(shirts).credited) == (S.PARTLY_CREDITED, Money(2_800))
    station.do_as("tal", reverse_credit, shirts, "CN-2")
    assert (state(station, shirts), station.batch(shirts).credited) == (S.PENDING_CREDIT, Money(0))
    for gone in ("CN-2", "CN-2-R", "CN-9"):
        assert station.refusal(station.signature("avi"), reverse_credit, shirts, gone) == NotFound("credit", gone)
    kinds = [kind for kind, _ in journal(station.database)]
    assert kinds.count("CreditReversed") == kinds.count("CreditRecorded") == 2


def test_a_negative_credit_of_an_older_version_is_still_read(station: Station, shirts: str) -> None:
    station.do_as("avi", record_credit, shirts, "CN-1", Money(3_000))
    with station.database.work(station.desk.seat, AT_THE_BENCH, station.clock(), "0a" * 16) as work:
        table = type(work.shop).metadata.tables["credits"]
        work.session.execute(table.update().values(amount=-1_000))
    batch = station.batch(shirts)
    assert batch.credited == Money(-1_000)
    assert [share.received.minor for _, share in claims_of(batch)] == [-500, -500]
    assert station.desk.read(credit_tail).rows[0].open == Money(6_800)


def test_only_a_short_credit_is_disputed_and_the_letter_says_why(station: Station, shirts: str) -> None:
    avi = station.signature("avi")
    assert isinstance(station.refusal(avi, dispute_batch, shirts, "no"), WrongState)
    short(station, shirts)
    assert station.refusal(avi, dispute_batch, shirts, " ") == BadValue("note", "")
    assert isinstance(station.refusal(AT_THE_BENCH, dispute_batch, shirts, "no"), NotAllowed)
    station.do_as("avi", dispute_batch, shirts, "Counted twice")
    assert station.batch(shirts).slip == "SR-2026-000001"  # the letter is no slip
    letter = station.desk.read(dispute_letter, shirts)
    assert (letter.note, letter.expected_minor - letter.received_minor) == ("Counted twice", 800)
    assert {line.reason for line in letter.lines} == {"price"}


@OnBoth
def test_what_is_owed_is_given_up_by_two_who_did_not_record_it(either: Database) -> None:
    station = Station(either).begin()
    shirts = shipped(station)
    short(station, shirts)
    avi, tal, noa = (station.signature(name) for name in ("avi", "tal", "noa"))
    assert station.refusal(tal, write_off_batch, shirts, " ") == BadValue("note", "")
    assert station.refusal(tal, write_off_batch, shirts, "small") == OwnWork(Permission.WRITE_OFF)  # alone
    unproven = replace(tal, proven=False)
    assert station.refusal(unproven, write_off_batch, shirts, "small") == ApprovalNeeded(Permission.WRITE_OFF)
    assert station.refusal(AT_THE_BENCH, write_off_batch, shirts, "small") == NotAllowed(Permission.RECORD_CREDIT)
    by_recorder = replace(tal, second=avi.person_id)
    assert station.refusal(by_recorder, write_off_batch, shirts, "small") == OwnWork(Permission.WRITE_OFF)
    by_clerk = replace(tal, second=station.signature("omer").person_id)
    assert station.refusal(by_clerk, write_off_batch, shirts, "small") == NotAllowed(Permission.WRITE_OFF)
    station.desk.run(replace(avi, second=noa.person_id), write_off_batch, shirts, "small")
    batch = station.batch(shirts)
    assert (batch.row.state, batch.written_off) == (S.WRITTEN_OFF, Money(800))
    assert station.desk.read(credit_tail).rows == ()


def test_a_large_sum_is_given_up_by_an_admin_only(station: Station, shirts: str) -> None:
    station.do_as("noa", set_limits, Limits(supervisor_batch=500))
    short(station, shirts)
    avi, tal, noa = (station.signature(name) for name in ("avi", "tal", "noa"))
    signed = replace(avi, second=tal.person_id)
    assert station.refusal(signed, write_off_batch, shirts, "x") == OverApprovalLimit(Money(800), Money(500))
    station.desk.run(replace(avi, second=noa.person_id), write_off_batch, shirts, "x")


def test_a_late_credit_opens_again_what_was_written_off(station: Station, shirts: str) -> None:
    short(station, shirts)
    avi, tal = station.signature("avi"), station.signature("tal")
    shown = station.batch(shirts).seen
    done = station.desk.run(replace(avi, second=tal.person_id), write_off_batch, shirts, "bankrupt")
    assert [event.seen for event in done.events if isinstance(event, CreditWrittenOff)] == [shown]
    station.do_as("avi", record_credit, shirts, "CN-2", Money(300))
    batch = station.batch(shirts)
    assert (batch.row.state, batch.written_off) == (S.PARTLY_CREDITED, None)
    account = station.desk.read(statement, "TAVOR").sums[0]
    assert [entry.amount.minor for entry, _ in account.entries] == [5_800, -5_000, -300, 800, -800]
    assert account.closing == Money(500)


def test_a_batch_ages_from_the_day_its_credit_was_due(station: Station, shirts: str) -> None:
    row = station.desk.read(credit_tail).rows[0]
    assert (row.due, row.days, row.band) == (TODAY + timedelta(days=30), -30, AgeBand.DUE)
    for days, band in ((31, AgeBand.TO_30), (30, AgeBand.TO_60), (30, AgeBand.TO_90), (30, AgeBand.OVER_90)):
        station.clock.forward(days=days)
        tail = station.desk.read(credit_tail)
        assert tail.rows[0].band is band
        assert dict(tail.suppliers[0].bands)[band] == tail.suppliers[0].open == EXPECTED


def test_a_statement_says_all_that_moved_what_is_owed(station: Station, shirts: str) -> None:
    station.clock.forward(days=10)
    station.do_as("avi", record_credit, shirts, "CN-1", Money(1_000))
    found = station.desk.read(statement, "tavor", TODAY + timedelta(days=1))
    account = found.sums[0]
    assert (account.opening, account.closing, account.credited) == (EXPECTED, Money(4_800), Money(1_000))
    assert [entry.number for entry, _ in account.entries] == ["CN-1"]
    assert found.ages[0].open == account.closing
    before = station.desk.read(statement, "TAVOR", None, TODAY).sums[0]
    assert (before.closing, before.entries[0][0].number) == (EXPECTED, "SR-2026-000001")
    assert station.refusal(AT_THE_BENCH, statement, "GESHER") == NotFound("supplier", "GESHER")
    assert station.desk.read(statement, "GALIL").sums[0].closing == Money(0)


@OnBoth
def test_what_suppliers_are_known_to_credit_follows_what_came(either: Database) -> None:
    station = Station(either).begin()
    shirts = shipped(station)

    def known() -> tuple[int, int]:
        with station.database.reading(station.desk.seat, station.clock()) as work:
            return credits_of_supplier(work.session, station.batch(shirts).row.partner.id)

    assert known() == (0, 0)
    short(station, shirts, 2_900)
    assert known() == (1, 5_000)
    station.do_as("avi", dispute_batch, shirts, "no")
    assert known() == (1, 5_000)
    avi, tal = station.signature("avi"), station.signature("tal")
    station.desk.run(replace(avi, second=tal.person_id), write_off_batch, shirts, "gone")
    assert known() == (1, 5_000)
    station.do_as("avi", reverse_credit, shirts, "CN-1")
    assert known() == (0, 0)

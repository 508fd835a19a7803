"""Somebody signs for somebody else: only the right to approve, only for some days, never around the maker."""

from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from returns_desk.documents.slips import render_slip
from returns_desk.domain.approval_refusals import DelegationNotInForce, NoPinYet, OverApprovalLimit, SignsForMaker
from returns_desk.domain.batches import BatchState
from returns_desk.domain.delegations import DelegationState
from returns_desk.domain.events import BatchApproved, BatchCancelled, BatchRejected, BatchSentBack
from returns_desk.domain.people import AT_THE_BENCH, OWNER, Permission, Role
from returns_desk.domain.policies import Limits
from returns_desk.domain.refusals import (
    ApprovalNeeded,
    BadValue,
    NotAllowed,
    NotFound,
    OwnWork,
    UnknownBadge,
    WrongState,
)
from returns_desk.domain.slips import Ribbon
from returns_desk.exchange.rows import PersonRow
from returns_desk.store.database import Database
from returns_desk.store.work import Work
from returns_desk.usecases import look, look_delegations
from returns_desk.usecases.approve_batch import approve_batch, reject_batch, send_batch_back
from returns_desk.usecases.delegate import delegate, revoke_delegation
from returns_desk.usecases.import_rows import import_people
from returns_desk.usecases.issue_slip import preview_slip
from returns_desk.usecases.set_rules import set_limits
from returns_desk.usecases.submit_batch import cancel_batch, submit_batch
from returns_desk.usecases.undo import undo
from tests.builders import BADGES, TODAY, Station, decided_shirts
from tests.fakes import MORNING
from tests.shops import OnBoth
from tests.usecases.test_at_once import at_once

WEEK = TODAY + timedelta(days=7)


def person(work: Work, name: str, **facts: object) -> None:
    """Change somebody as an admin would."""
    table = work.shop.metadata.tables["people"]
    work.session.execute(table.update().where(table.c.name == name.title()).values(**facts))


def give_pin(station: Station, name: str, pin: str = "1357") -> None:
    station.do_as("noa", import_people, [PersonRow(2, BADGES[name], name.title(), Role.CLERK, pin=pin)])


@pytest.fixture
def shop(station: Station) -> Station:
    """A submitted batch of two shirts, made by Dana; Omer has a PIN too."""
    station.do(submit_batch, decided_shirts(station))
    give_pin(station, "omer")
    return station


NUMBER = "SB-000001"


def state(station: Station) -> BatchState:
    return station.batch(NUMBER).row.state


def test_whoever_was_let_sign_approves_and_the_journal_says_for_whom(shop: Station) -> None:
    shop.do_as("avi", delegate, BADGES["omer"], TODAY, WEEK)
    (approved, *_) = [
        event
        for event in shop.desk.run(shop.signature("omer"), approve_batch, NUMBER).events
        if isinstance(event, BatchApproved)
    ]
    assert approved.giver == "Avi"
    batch = shop.batch(NUMBER)
    assert batch.approved_by is not None
    assert (batch.approved_by.name, batch.approved_for[0]) == ("Omer", "Avi")
    slip = shop.desk.read(preview_slip, NUMBER).content
    assert (slip.approved_by, slip.approved_for) == ("Omer", "Avi")
    paper = render_slip(slip, "en", Ribbon.ORIGINAL, 0, MORNING, "Omer")
    assert "Omer approved for Avi" in "".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages)
    told = [entry for entry in shop.desk.read(look.timeline_of, "batch", NUMBER) if entry.event == approved]
    assert [(entry.person, entry.station) for entry in told] == [("Omer", "1")]


@pytest.mark.parametrize("decide", [send_batch_back, reject_batch])
def test_a_delegate_sends_back_and_rejects_too(shop: Station, decide: object) -> None:
    shop.do_as("avi", delegate, BADGES["omer"], TODAY, WEEK)
    events = shop.desk.run(shop.signature("omer"), decide, NUMBER, "no").events  # type: ignore[arg-type]
    (decided,) = [event for event in events if isinstance(event, BatchSentBack | BatchRejected)]
    assert (decided.giver, bool(decided.seen)) == ("Avi", True)


def test_a_delegate_gives_up_what_was_approved_in_the_givers_place(shop: Station) -> None:
    shop.do_as("avi", delegate, BADGES["omer"], TODAY, WEEK)
    shop.do_as("tal", approve_batch, NUMBER)
    events = shop.desk.run(shop.signature("omer"), cancel_batch, NUMBER, "no").events
    (cancelled,) = [event for event in events if isinstance(event, BatchCancelled)]
    assert (cancelled.giver, cancelled.approved) == ("Avi", True)


def test_a_delegate_signs_with_a_pin_of_their_own(shop: Station) -> None:
    shop.do_as("avi", delegate, BADGES["omer"], TODAY, WEEK)
    unproven = shop.refusal(shop.signature("omer", proven=False), approve_batch, NUMBER)
    assert unproven == ApprovalNeeded(Permission.APPROVE_BATCH)


def test_neither_the_maker_nor_somebody_for_the_maker_approves(shop: Station) -> None:
    give_pin(shop, "dana")
    shop.do_as("avi", delegate, BADGES["dana"], TODAY, WEEK)
    assert shop.refusal(shop.signature("dana"), approve_batch, NUMBER) == OwnWork()
    shop.do_as("avi", send_batch_back, NUMBER, "again")
    shop.do_as("avi", submit_batch, NUMBER)
    for decide in (approve_batch, reject_batch):
        note = () if decide is approve_batch else ("no",)
        assert shop.refusal(shop.signature("dana"), decide, NUMBER, *note) == SignsForMaker("Avi")  # type: ignore[arg-type]
    shop.do_as("tal", delegate, BADGES["dana"], TODAY, WEEK)
    shop.do_as("dana", approve_batch, NUMBER)
    assert shop.batch(NUMBER).approved_for[0] == "Tal"


def test_it_counts_from_its_first_day_to_its_last(shop: Station) -> None:
    shop.do_as("avi", delegate, BADGES["omer"], TODAY + timedelta(days=1), TODAY + timedelta(days=2))
    ahead = shop.refusal(shop.signature("omer"), approve_batch, NUMBER)
    assert isinstance(ahead, DelegationNotInForce)
    assert ahead.stands == DelegationState.AHEAD
    shop.clock.forward(days=3)
    over = shop.refusal(shop.signature("omer"), approve_batch, NUMBER)
    assert isinstance(over, DelegationNotInForce)
    assert over.stands == DelegationState.OVER
    shop.clock.forward(days=-1)
    shop.do_as("omer", approve_batch, NUMBER)


def test_what_was_revoked_counts_no_more_and_what_was_signed_stays(shop: Station) -> None:
    number = shop.do_as("avi", delegate, BADGES["omer"], TODAY, WEEK)
    other = shop.refusal(shop.signature("tal"), revoke_delegation, number)
    assert other == NotAllowed(Permission.MANAGE_PEOPLE)
    shop.do_as("avi", revoke_delegation, number)
    refused = shop.refusal(shop.signature("omer"), approve_batch, NUMBER)
    assert isinstance(refused, DelegationNotInForce)
    assert refused.stands == DelegationState.REVOKED
    assert isinstance(shop.refusal(shop.signature("avi"), revoke_delegation, number), WrongState)
    assert isinstance(shop.refusal(shop.signature("avi"), revoke_delegation, "none"), NotFound)


def test_an_admin_revokes_for_another(shop: Station) -> None:
    number = shop.do_as("avi", delegate, BADGES["omer"], TODAY, WEEK)
    shop.do_as("noa", revoke_delegation, number)
    assert [each.stands for each in shop.desk.read(look_delegations.delegations)] == [DelegationState.REVOKED]


@pytest.mark.parametrize("lost", [{"role": "clerk"}, {"active": 0}])
def test_a_giver_who_left_or_lost_the_right_gives_none(shop: Station, lost: dict[str, object]) -> None:
    shop.do_as("avi", delegate, BADGES["omer"], TODAY, WEEK)
    shop.do_as("noa", person, "avi", **lost)
    assert shop.refusal(shop.signature("omer"), approve_batch, NUMBER) == NotAllowed(Permission.APPROVE_BATCH)


def test_a_right_that_was_given_is_not_given_on(shop: Station) -> None:
    give_pin(shop, "dana")
    shop.do_as("avi", delegate, BADGES["omer"], TODAY, WEEK)
    given_on = shop.refusal(shop.signature("omer"), delegate, BADGES["dana"], TODAY, WEEK)
    assert given_on == NotAllowed(Permission.DELEGATE)


def test_a_delegate_holds_nothing_else_of_the_giver(shop: Station) -> None:
    shop.do_as("avi", delegate, BADGES["omer"], TODAY, WEEK)
    assert shop.refusal(shop.signature("omer"), set_limits, Limits()) == NotAllowed(Permission.SET_RULES)


def test_nobody_is_let_sign_without_a_badge_a_pin_and_days_that_fit(shop: Station) -> None:
    avi, tomorrow = shop.signature, TODAY + timedelta(days=1)
    assert shop.refusal(avi("avi"), delegate, "ID-NOBODY-0", TODAY, WEEK) == UnknownBadge()
    assert shop.refusal(avi("avi"), delegate, BADGES["dana"], TODAY, WEEK) == NoPinYet("Dana")
    assert shop.refusal(avi("avi"), delegate, BADGES["avi"], TODAY, WEEK) == BadValue("delegate", "Avi")
    for first, last in ((tomorrow, TODAY), (TODAY - timedelta(days=9), TODAY - timedelta(days=1))):
        assert isinstance(shop.refusal(avi("avi"), delegate, BADGES["omer"], first, last), BadValue)
    long = TODAY + timedelta(days=366)
    assert isinstance(shop.refusal(avi("avi"), delegate, BADGES["omer"], TODAY, long), BadValue)
    unproven = shop.refusal(shop.signature("avi", proven=False), delegate, BADGES["omer"], TODAY, WEEK)
    assert unproven == ApprovalNeeded(Permission.DELEGATE)


def test_a_scan_of_undo_neither_gives_a_right_nor_takes_one(shop: Station) -> None:
    shop.begin("avi")
    number = shop.do_as("avi", delegate, BADGES["omer"], TODAY, WEEK)
    shop.refusal(AT_THE_BENCH, undo)
    shop.do_as("avi", revoke_delegation, number)
    shop.refusal(AT_THE_BENCH, undo)
    assert [each.stands for each in shop.desk.read(look_delegations.delegations)] == [DelegationState.REVOKED]


def test_a_delegate_reaches_as_far_as_the_giver(shop: Station) -> None:
    shop.do_as("noa", set_limits, Limits(supervisor_batch=6_665))
    shop.do_as("avi", delegate, BADGES["omer"], TODAY, WEEK)
    assert isinstance(shop.refusal(shop.signature("omer"), approve_batch, NUMBER), OverApprovalLimit)
    shop.do_as("noa", delegate, BADGES["tal"], TODAY, WEEK)
    shop.do_as("tal", approve_batch, NUMBER)
    assert shop.batch(NUMBER).approved_for[0] == "Noa"


def test_the_computers_owner_changes_nobody_who_signs_for_another(shop: Station) -> None:
    shop.do_as("avi", delegate, BADGES["omer"], TODAY, WEEK)
    row = PersonRow(2, BADGES["omer"], "Omer", Role.CLERK, pin="9999")
    taken = shop.desk.run(OWNER, import_people, [row]).answer
    assert [each.refusal.fact for each in taken.refused] == ["needs admin"]


@OnBoth
def test_a_right_that_is_revoked_while_it_is_used_is_used_or_refused(either: Database) -> None:
    first, second = Station(either, "1").begin("dana"), Station(either, "2").begin("dana")
    first.do(submit_batch, decided_shirts(first))
    give_pin(first, "omer")
    number = first.do_as("avi", delegate, BADGES["omer"], TODAY, WEEK)
    used, revoked = at_once(
        lambda: first.do_as("omer", approve_batch, NUMBER), lambda: second.do_as("avi", revoke_delegation, number)
    )
    assert revoked is None
    assert used is None or isinstance(used, DelegationNotInForce | NotAllowed)
    assert (state(first) is BatchState.APPROVED) == (used is None)

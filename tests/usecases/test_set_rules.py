"""Policies in versions, limits, presets of a new shop and of one from before; who lays them down, and the way back."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from returns_desk.domain.policies import Limits, Policy, PolicyCode
from returns_desk.domain.policy_presets import GENERIC, ISRAEL_DISTANCE, presets_for
from returns_desk.domain.refusals import BadValue, CannotUndo, NotAllowed, NotFound
from returns_desk.store.database import Database
from returns_desk.usecases.look_customer import limits, policies, policy
from returns_desk.usecases.set_rules import set_limits, set_policy
from returns_desk.usecases.undo import undo
from tests.builders import Station, ago, rows
from tests.shops import OnBoth

AN_OWN_ONE = replace(
    GENERIC,
    valid_from=date(2026, 12, 1),
    window_days=60,
    window_by_category=(("ביגוד", 7), ("toys", 90)),
    channels=("shop", "חנות"),
    rest_weekdays=(5, 6),
)


@OnBoth
def test_a_new_shop_has_the_presets_of_its_currency_as_first_versions(either: Database) -> None:
    shown = Station(either).desk.read(policies)
    assert shown.versions == presets_for("ILS")
    assert shown.in_force == shown.versions
    assert len(rows(either, "SELECT code FROM policies")) == 3


def test_a_shop_from_before_there_were_policies_has_them_all_the_same(station: Station) -> None:
    with station.database.work(station.desk.seat, station.signature("avi"), station.clock(), "00" * 16) as work:
        work.session.execute(text("DELETE FROM policies"))
    assert station.desk.read(policies).versions == presets_for("ILS")
    assert station.do_as("avi", set_policy, AN_OWN_ONE) == 2
    assert len(station.desk.read(policies).versions) == 4


@OnBoth
def test_a_policy_is_read_back_as_it_was_laid_down(either: Database) -> None:
    station = Station(either).begin("avi")
    version = station.do(set_policy, AN_OWN_ONE)
    assert station.desk.read(policy, "generic")[-1] == replace(AN_OWN_ONE, version=version)


def test_a_version_from_a_later_day_is_not_in_force_yet(station: Station) -> None:
    station.do_as("avi", set_policy, AN_OWN_ONE)
    shown = station.desk.read(policies)
    assert next(each for each in shown.in_force if each.code is PolicyCode.GENERIC).version == 1
    station.do_as("avi", set_policy, replace(AN_OWN_ONE, valid_from=ago(0)))
    shown = station.desk.read(policies)
    assert next(each for each in shown.in_force if each.code is PolicyCode.GENERIC).version == 3


@pytest.mark.parametrize(
    "wrong",
    [
        replace(GENERIC, window_days=-1),
        replace(GENERIC, fee_bp=10_001),
        replace(GENERIC, fee_cap=-5),
        replace(GENERIC, refund_days=99_999),
        replace(GENERIC, window_by_category=(("toys", -2),)),
        replace(GENERIC, rest_weekdays=(7,)),
        replace(GENERIC, valid_from=date(1, 1, 1)),
    ],
    ids=lambda policy: str(policy)[:0],
)
def test_a_figure_that_no_policy_can_have_is_refused(station: Station, wrong: Policy) -> None:
    assert isinstance(station.refusal(station.signature("avi"), set_policy, wrong), BadValue)
    assert len(station.desk.read(policies).versions) == 3


def test_limits_are_changed_and_the_rest_of_the_shop_is_not(station: Station) -> None:
    station.do_as("avi", set_limits, Limits(clerk_amount=50_000))
    assert station.desk.read(limits) == Limits(clerk_amount=50_000)
    refusal = station.refusal(station.signature("avi"), set_limits, Limits(clerk_amount=-1))
    assert refusal == BadValue("clerk_amount", "-1")


def test_a_clerk_lays_down_nothing(station: Station) -> None:
    assert isinstance(station.refusal(station.signature("dana"), set_limits, Limits()), NotAllowed)


def test_rules_are_taken_back_newest_first(station: Station) -> None:
    station.begin("avi")
    before = station.desk.read(policies)
    station.do(set_policy, AN_OWN_ONE)
    station.do(set_limits, Limits(clerk_amount=1))
    station.do(undo)
    station.do(undo)
    assert station.desk.read(policies) == before


def test_a_version_stays_once_a_later_one_stands(station: Station) -> None:
    station.begin("avi").do(set_policy, AN_OWN_ONE)
    Station(station.database, "2", station.clock).begin("tal").do(set_policy, replace(AN_OWN_ONE, window_days=1))
    assert station.refusal(station.signature("avi"), undo) == CannotUndo("generic")


def test_a_policy_that_the_shop_has_not_is_not_found(station: Station) -> None:
    with pytest.raises(NotFound):
        station.desk.read(policy, "eu")
    station.do_as("avi", set_policy, replace(ISRAEL_DISTANCE, code=PolicyCode.EU))
    assert station.desk.read(policy, "eu")[0].version == 1

"""What rules are tried with: a piece as it is, a product as if it had come back, and what rows may be for."""

from datetime import timedelta

import pytest

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.grades import Grade
from returns_desk.domain.options import recommend
from returns_desk.domain.recommendation import Block
from returns_desk.domain.refusals import NotFound
from returns_desk.store.database import Database
from returns_desk.usecases import look
from returns_desk.usecases.look_example import example, rule_scopes
from tests.builders import KETTLE, TODAY, Station, decided_shirts
from tests.shops import OnBoth


@OnBoth
def test_the_piece_in_hand_comes_first_then_the_last_one_graded(either: Database) -> None:
    station = Station(either).begin()
    decided_shirts(station)
    last = station.desk.read(example)
    assert last is not None
    assert last.code == "IT-1-000002"
    station.scan("DO-CLOSE", "RR402101201IL", KETTLE)
    ungraded = station.desk.read(example)
    assert ungraded is not None
    assert ungraded.code == "IT-1-000002", "a piece in hand counts from its grade on"
    station.scan("DO-D")
    kettle = station.desk.read(example)
    assert kettle is not None
    assert (kettle.code, kettle.case.grade) == ("IT-1-000003", Grade.D)
    assert recommend(kettle.case) == station.desk.read(look.recommendation, "IT-1-000003")


@OnBoth
def test_a_product_is_looked_at_as_if_it_had_come_back(either: Database) -> None:
    station = Station(either).begin()
    by_code = station.desk.read(example, KETTLE)
    assert by_code is not None
    assert station.desk.read(example, by_code.code) == by_code
    case = by_code.case
    assert (case.grade, case.delivered) == (Grade.B, TODAY - timedelta(days=14))
    assert case.terms is not None
    assert Block.NO_TERMS not in {block for option in recommend(case).options for block in option.blocks}


def test_where_nothing_was_graded_the_newest_product_is_shown(station: Station) -> None:
    shown = station.desk.read(example)
    assert shown is not None
    assert shown.case.price is not None


def test_a_code_that_nothing_has_is_refused(station: Station) -> None:
    with pytest.raises(NotFound):
        station.desk.read(example, "7290000000000")


def test_rows_may_be_for_what_the_catalogue_has(station: Station) -> None:
    scopes = station.desk.read(rule_scopes)
    assert {each.kind for each in scopes.suppliers} == {PartnerKind.SUPPLIER}
    assert {each.code for each in scopes.suppliers} == set(scopes.known.suppliers)
    assert (scopes.currency, scopes.today) == ("ILS", TODAY)

"""Terms of suppliers in versions: who writes them down, from when they count, the way back, and what they say."""

from dataclasses import replace
from datetime import timedelta

import pytest

from returns_desk.domain.events import TermsSet
from returns_desk.domain.grades import Finding, Grade, StatedReason, SupplierReason
from returns_desk.domain.money import Money
from returns_desk.domain.recommendation import Block
from returns_desk.domain.refusals import CannotUndo, NotAllowed, NotFound
from returns_desk.domain.rule_faults import RuleFact
from returns_desk.domain.snapshots.rule_books import BookState
from returns_desk.domain.term_faults import TermFact, TermsRefused
from returns_desk.domain.terms import CreditMode, SupplierTerms
from returns_desk.store.database import Database
from returns_desk.usecases.issue_slip import preview_slip
from returns_desk.usecases.look_terms import (
    AskedTerms,
    faults_of_terms,
    terms_example,
    terms_of_supplier,
    terms_of_suppliers,
    terms_version,
    what_terms_say,
)
from returns_desk.usecases.set_terms import set_terms
from returns_desk.usecases.undo import undo
from tests.builders import TODAY, Station, ago, decided_kettle
from tests.shops import OnBoth

MINIMUM = SupplierTerms(valid_from=TODAY, minimum_value=30_000, minimum_wait_days=21, return_address="Dock 4, Haifa")


def on(days: int, terms: SupplierTerms = MINIMUM) -> SupplierTerms:
    return replace(terms, valid_from=TODAY + timedelta(days=days))


@OnBoth
def test_terms_are_read_back_as_written_and_count_from_their_day(either: Database) -> None:
    station = Station(either)
    assert station.do_as("avi", set_terms, "galil", MINIMUM) == 2
    assert station.do_as("avi", set_terms, "GALIL", on(3)) == 3
    shown = station.desk.read(terms_of_supplier, "GALIL")
    assert [(each.terms.version, each.state) for each in shown.versions] == [
        (3, BookState.COMING),
        (2, BookState.IN_FORCE),
        (1, BookState.REPLACED),
    ]
    assert shown.in_force is not None
    assert shown.in_force.terms == replace(MINIMUM, version=2)
    assert shown.in_force.ends == TODAY + timedelta(days=3)
    assert shown.partner.terms == shown.in_force.terms
    assert [each.partner.code for each in station.desk.read(terms_of_suppliers)] == ["GALIL", "TAVOR"]
    assert station.desk.read(terms_version, "GALIL", 3).terms.valid_from == TODAY + timedelta(days=3)
    for wanted in ("GESHER", "NOBODY"):
        with pytest.raises(NotFound):
            station.desk.read(terms_of_supplier, wanted)
    with pytest.raises(NotFound):
        station.desk.read(terms_version, "GALIL", 9)


def test_a_supervisor_writes_them_down_and_a_clerk_does_not(station: Station) -> None:
    assert isinstance(station.refusal(station.signature("dana"), set_terms, "GALIL", MINIMUM), NotAllowed)
    done = station.desk.run(station.signature("avi"), set_terms, "GALIL", MINIMUM)
    assert done.events == (TermsSet(supplier="GALIL", version=2, valid_from=TODAY.isoformat()),)


def test_refused_terms_leave_the_old_ones_and_name_all_that_is_wrong(station: Station) -> None:
    station.do_as("avi", set_terms, "GALIL", on(5))
    broken = replace(MINIMUM, fee_bp=-1, email="nobody", minimum_wait_days=0)
    refusal = station.refusal(station.signature("avi"), set_terms, "GALIL", broken)
    assert isinstance(refusal, TermsRefused)
    facts = [fault.fact for fault in refusal.faults]
    assert facts == [TermFact.CROSSED, RuleFact.NEGATIVE, TermFact.NO_WAIT, TermFact.NOT_AN_ADDRESS]
    past = station.desk.read(faults_of_terms, "GALIL", on(-1))
    assert [fault.fact for fault in past] == [TermFact.PAST]
    assert station.desk.read(faults_of_terms, "GALIL", on(-1), begins_now=False) == ()
    assert [each.terms.version for each in station.desk.read(terms_of_supplier, "GALIL").versions] == [2, 1]


def test_the_same_terms_again_are_no_new_version(station: Station) -> None:
    station.do_as("avi", set_terms, "GALIL", MINIMUM)
    done = station.desk.run(station.signature("avi"), set_terms, "GALIL", MINIMUM)
    assert (done.answer, done.events) == (2, ())


@OnBoth
def test_the_last_version_is_taken_back_until_something_goes_by_it(either: Database) -> None:
    station = Station(either).begin("avi")
    station.do(set_terms, "GALIL", MINIMUM)
    station.do(set_terms, "GALIL", on(3))
    station.do(undo)
    station.do(undo)
    assert [each.terms.version for each in station.desk.read(terms_of_supplier, "GALIL").versions] == [1]


def test_terms_that_a_decision_goes_by_stay(station: Station) -> None:
    station.begin("avi")
    station.do(set_terms, "GALIL", replace(MINIMUM, minimum_value=0))
    other = Station(station.database, "2").begin("dana")
    batch = decided_kettle(other)
    terms = other.batch(batch).row.partner.terms
    assert terms is not None
    assert terms.version == 2
    with pytest.raises(CannotUndo):
        station.do(undo)


def test_a_batch_keeps_the_terms_by_which_it_was_opened(station: Station) -> None:
    number = decided_kettle(station.begin())
    station.do_as("avi", set_terms, "GALIL", replace(MINIMUM, credit_bp=5_000))
    assert station.batch(number).row.expected == Money(5_795)


def test_papers_and_batch_go_where_the_terms_say(station: Station) -> None:
    there = replace(MINIMUM, minimum_value=0, contact="Ilana", email="rma@galil.example", language="en")
    station.do_as("avi", set_terms, "GALIL", there)
    number = decided_kettle(station.begin())
    paper = station.desk.read(preview_slip, number).content.partner
    assert (paper.address, paper.contact, paper.email) == ("Dock 4, Haifa", "Ilana", "rma@galil.example")
    partner = station.batch(number).row.partner
    assert (partner.address, partner.contact, partner.language) == ("Dock 4, Haifa", "Ilana", "en")
    assert station.desk.read(terms_of_supplier, "GALIL").partner.address == "", "the partner's own stays"


def test_terms_are_asked_about_a_product_a_piece_and_what_is_typed_over_it(station: Station) -> None:
    terms = replace(MINIMUM, not_defective=CreditMode.RETURN, fee_by_reason={SupplierReason.WRONG_GOODS: 2_000})
    said = station.desk.read(what_terms_say, "GALIL", terms, AskedTerms("KETTLE"))
    assert said.option.open
    assert said.option.minimum_missing == Money(30_000 - 6_100)
    assert said.window_ends == ago(14) + timedelta(days=90)
    wrong = AskedTerms("KETTLE", Grade.A, (Finding.WRONG_ITEM,), StatedReason.WRONG_ITEM)
    assert station.desk.read(what_terms_say, "GALIL", terms, wrong).fee_bp == 2_000
    station.begin()
    station.scan("RR402101201IL", "7290011232016", "DO-D")
    item = station.bench.item
    assert item is not None
    shown = station.desk.read(terms_example, "TAVOR", AskedTerms(item.number))
    assert shown is not None
    assert (shown.code, shown.case.grade, shown.case.supplier) == (item.number, Grade.D, "TAVOR")
    none = station.desk.read(
        what_terms_say, "TAVOR", replace(terms, defective=CreditMode.NONE), AskedTerms(item.number)
    )
    assert Block.CONDITION_NOT_TAKEN in none.option.blocks
    with pytest.raises(NotFound):
        station.desk.read(what_terms_say, "GALIL", terms, AskedTerms("NOTHING"))


def test_what_waits_for_the_supplier_counts_towards_a_minimum_to_come(station: Station) -> None:
    decided_kettle(station.begin())
    said = station.desk.read(what_terms_say, "GALIL", MINIMUM, AskedTerms("PHONE", Grade.D))
    assert said.option.minimum_missing is None, "a phone alone is worth more"
    said = station.desk.read(what_terms_say, "GALIL", MINIMUM, AskedTerms("KETTLE", Grade.D))
    assert said.option.minimum_missing == Money(30_000 - 2 * 6_100)

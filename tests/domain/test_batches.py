"""A batch's state follows from its lines, its sums from each line, to the minor unit."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.batches import (
    BATCH_MOVES,
    BatchState,
    LineState,
    LineSum,
    PartnerKind,
    batch_may_move,
    batch_totals,
    credit_state,
    state_after_decision,
)
from returns_desk.domain.grades import SupplierReason
from returns_desk.domain.items import ITEM_MOVES, ItemState, item_may_move
from returns_desk.domain.money import Money
from returns_desk.domain.parcels import PARCEL_MOVES, ParcelState, parcel_may_move
from returns_desk.domain.terms import SupplierTerms, expected_credit
from tests.domain.made_up_cases import terms

ALL_LINES = [lines for length in range(5) for lines in product(LineState, repeat=length)]
sums = st.lists(
    st.builds(LineSum, st.builds(Money, st.integers(0, 10**9)), st.sampled_from(SupplierReason)), max_size=8
)


@pytest.mark.parametrize("needed", [True, False])
def test_a_batch_is_approved_only_with_a_line_that_is(needed: bool) -> None:
    approved = BatchState.AWAITING_AUTHORIZATION if needed else BatchState.APPROVED
    for lines in ALL_LINES:
        state = state_after_decision(lines, authorization_needed=needed)
        assert (state is approved) == (LineState.APPROVED in lines), lines
        assert state in BATCH_MOVES[BatchState.SUBMITTED]


def test_pulled_lines_count_for_nothing() -> None:
    for lines in ALL_LINES:
        live = [line for line in lines if line is not LineState.PULLED]
        assert state_after_decision(lines, authorization_needed=False) is state_after_decision(
            live, authorization_needed=False
        )


def test_lines_that_a_paper_corrected_count_for_nothing_either() -> None:
    for needed in (True, False):
        for lines in ALL_LINES:
            live = [line for line in lines if line not in (LineState.PULLED, LineState.CORRECTED)]
            state = state_after_decision(lines, authorization_needed=needed)
            assert state is state_after_decision(live, authorization_needed=needed)
            assert state is state_after_decision(reversed(lines), authorization_needed=needed)
            if not live:
                assert state is BatchState.REJECTED


def test_the_states_behind_an_approval_are_reached_through_none_but_it() -> None:
    for now, then in BATCH_MOVES.items():
        if not now.is_approved:
            into = {state for state in then if state.is_approved}
            assert into <= {BatchState.APPROVED, BatchState.AWAITING_AUTHORIZATION}
            assert not into or now is BatchState.SUBMITTED


def test_a_batch_whose_lines_are_all_pulled_is_never_approved() -> None:
    assert state_after_decision([LineState.PULLED] * 3, authorization_needed=False) is BatchState.REJECTED


@given(sums, terms)
def test_the_sums_of_a_batch_are_the_sums_of_its_lines(lines: list[LineSum], agreed: SupplierTerms) -> None:
    totals = batch_totals(lines, agreed, "ILS")
    due = [expected_credit(line.gross, agreed, line.reason).minor for line in lines]
    credited = [line.gross.share(agreed.credit_bp).minor for line in lines]
    assert totals.gross.minor == sum(line.gross.minor for line in lines)
    assert totals.expected.minor == sum(due) - totals.freight.minor
    assert totals.fee.minor == sum(credited) - sum(due)


@given(sums)
def test_without_terms_nothing_is_expected(lines: list[LineSum]) -> None:
    totals = batch_totals(lines, None, "ILS")
    assert (totals.fee, totals.freight, totals.expected) == (Money(0), Money(0), Money(0))


@given(st.integers(-1000, 1000), st.integers(-1000, 1000), st.booleans())
def test_a_credit_is_short_only_when_nothing_more_will_come(expected: int, received: int, final: bool) -> None:
    state = credit_state(Money(expected), Money(received), final=final)
    short = BatchState.SHORT_CREDIT if final else BatchState.PARTLY_CREDITED
    assert state is (BatchState.CREDITED if received >= expected else short)


def test_a_batch_leaves_the_house_only_after_approval() -> None:
    before = {state for state in BatchState if batch_may_move(state, BatchState.SHIPPED)}
    assert before == {BatchState.APPROVED, BatchState.AUTHORIZED, BatchState.PACKED}
    assert not batch_may_move(BatchState.AWAITING_AUTHORIZATION, BatchState.PACKED)
    into_approval = {state for state in BatchState if batch_may_move(state, BatchState.APPROVED)}
    assert into_approval == {BatchState.SUBMITTED, BatchState.PACKED}  # what was packed is unpacked again


def test_what_left_the_house_is_never_cancelled() -> None:
    left = set()
    reached = {BatchState.SHIPPED}
    while reached - left:
        state = (reached - left).pop()
        left.add(state)
        reached |= BATCH_MOVES[state]
    assert BatchState.CANCELLED not in left


def test_a_wrong_credit_can_be_put_right() -> None:
    for then in (BatchState.PARTLY_CREDITED, BatchState.SHORT_CREDIT, BatchState.CREDITED):
        assert batch_may_move(BatchState.CREDITED, then)


@pytest.mark.parametrize(
    ("states", "moves", "may_move"),
    [
        (ItemState, ITEM_MOVES, item_may_move),
        (ParcelState, PARCEL_MOVES, parcel_may_move),
        (BatchState, BATCH_MOVES, batch_may_move),
    ],
)
def test_every_state_has_its_moves_and_they_lead_to_states(states: type, moves: dict, may_move: object) -> None:
    assert set(moves) == set(states)
    for now, then in product(states, repeat=2):
        assert may_move(now, then) == (then in moves[now])  # type: ignore[operator]
    assert all(then in states for thens in moves.values() for then in thens)


def test_each_kind_of_partner_has_numbers_of_its_own() -> None:
    prefixes = {kind.batch_prefix for kind in PartnerKind} | {kind.document_series for kind in PartnerKind}
    assert len(prefixes) == 2 * len(PartnerKind)

"""Who signs for whom counts from its first day to its last; a limit that a batch is above is an admin's."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.delegations import DELEGABLE, DelegationState, Term, approval_limit, reaches
from returns_desk.domain.money import Money
from returns_desk.domain.people import NEEDS_PIN, Role, Signature
from returns_desk.domain.policies import Limits
from tests.builders import TODAY

days = st.integers(-400, 400).map(lambda count: TODAY + timedelta(days=count))


@given(days, days, days, st.booleans())
def test_a_delegation_is_in_force_from_its_first_day_to_its_last(first, last, today, revoked) -> None:  # type: ignore[no-untyped-def]
    stands = Term(first, last, revoked).stands(today)
    assert (stands is DelegationState.REVOKED) == revoked
    assert (stands is DelegationState.IN_FORCE) == (not revoked and first <= today <= last)


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.sampled_from(["ILS", "USD"]))
def test_above_the_limit_only_an_admin_approves(limit: int, value: int, currency: str) -> None:
    over = approval_limit(Limits(supervisor_batch=limit), "ILS", Money(value, currency))
    above = bool(limit and value and (value > limit or currency != "ILS"))
    assert over == (Money(limit) if above else None)
    assert reaches(Role.ADMIN, over)
    assert reaches(Role.SUPERVISOR, over) == (over is None)
    assert not reaches(Role.CLERK, over)


def test_only_what_is_signed_with_a_pin_is_given_on() -> None:
    assert DELEGABLE <= NEEDS_PIN


def test_a_proof_counts_for_the_steps_it_was_given_for_however_often_they_are_tried() -> None:
    one, two = Signature("avi", proven=True), Signature("avi", proven=True, acts=2)
    assert [one.proves(step) for step in ("a", "a", "b", "a")] == [True, True, False, True]
    assert [two.proves(step) for step in ("a", "b", "c", "b")] == [True, True, False, True]
    assert not Signature("avi").proves("a")

"""What a parcel or number may be: more grounds never make it less sure, and the surest stands first."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.candidates import CandidateFacts, CandidateGround, ReturnCandidate, WhyCandidate, certain, rank

grounds = st.builds(WhyCandidate, st.sampled_from(CandidateGround), st.sampled_from(["", "a", "b"]))
facts = st.builds(
    CandidateFacts,
    kind=st.sampled_from(["rma", "order"]),
    number=st.text("RMA-123", min_size=1, max_size=4),
    customer=st.just("Shira"),
    grounds=st.lists(grounds, max_size=5).map(tuple),
    days=st.none() | st.integers(-5, 400),
    vip=st.booleans(),
)


def sure(one: CandidateFacts) -> int:
    (candidate,) = rank([one])
    return candidate.sure


@given(facts, grounds)
def test_one_ground_more_never_makes_it_less_sure(one: CandidateFacts, more: WhyCandidate) -> None:
    assert sure(replace(one, grounds=(*one.grounds, more))) >= sure(one)


@given(facts)
def test_the_same_ground_told_twice_counts_once(one: CandidateFacts) -> None:
    assert sure(replace(one, grounds=one.grounds * 2)) == sure(one)


@given(facts, st.integers(0, 60), st.integers(0, 60))
def test_a_later_announcement_is_at_least_as_likely(one: CandidateFacts, days: int, other: int) -> None:
    late, early = sorted((days, other))
    assert sure(replace(one, days=late)) >= sure(replace(one, days=early)) >= sure(replace(one, days=None))


@given(st.lists(facts, max_size=14))
def test_the_surest_stands_first_and_nobody_is_more_than_sure(several: list[CandidateFacts]) -> None:
    ranked = rank(several)
    assert len(ranked) == min(len(several), 9)
    assert all(0 <= candidate.sure <= 100 for candidate in ranked)
    assert [one.sure for one in ranked] == sorted((one.sure for one in ranked), reverse=True)
    assert rank(reversed(several)) == ranked or len({(one.number, one.days) for one in several}) < len(several)


@given(facts)
def test_an_order_that_nobody_announced_is_never_likelier_than_a_return_announced(one: CandidateFacts) -> None:
    assert sure(replace(one, kind="order")) <= sure(replace(one, kind="rma"))


@given(st.lists(facts, max_size=6))
def test_only_one_that_no_other_comes_near_is_sure(several: list[CandidateFacts]) -> None:
    ranked = rank(several)
    found = certain(ranked)
    if found is None:
        return
    assert found == ranked[0]
    assert found.kind != "order"
    assert found.sure >= 90
    assert all(other.sure < found.sure for other in ranked[1:])


def test_what_a_clerk_would_say_is_what_the_ranking_says() -> None:
    product = WhyCandidate(CandidateGround.PRODUCT, "קומקום", "Kettle")
    right = CandidateFacts(
        "rma",
        "RMA-1",
        "Dana",
        (product, WhyCandidate(CandidateGround.CUSTOMER, "Dana"), WhyCandidate(CandidateGround.CARRIER, "DHL")),
        3,
    )
    only_product = CandidateFacts("rma", "RMA-2", "Omer", (product,), 2)
    by_serial = CandidateFacts("rma", "RMA-3", "Noa", (WhyCandidate(CandidateGround.SERIAL, "SN-1"),), 90)
    ranked = rank([only_product, right, by_serial])
    assert [one.number for one in ranked] == ["RMA-3", "RMA-1", "RMA-2"]
    assert certain(ranked) == ranked[0]
    assert certain(ranked[1:]) is None
    assert ranked[1].why == (
        product,
        WhyCandidate(CandidateGround.CUSTOMER, "Dana"),
        WhyCandidate(CandidateGround.DAYS, "3"),
        WhyCandidate(CandidateGround.CARRIER, "DHL"),
    )


def test_of_no_candidates_none_is_sure() -> None:
    assert certain(()) is None
    assert certain((ReturnCandidate("order", "SO-1", "Dana", 99),)) is None

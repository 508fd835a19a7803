"""Which place is suggested: never among other goods, always the same, the nearest that says what it holds."""

from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.codes import lookup_key
from returns_desk.domain.items import StockStatus
from returns_desk.domain.places import FOR_SALE, HELD_STATUSES, Place, choose_place

S = StockStatus
statuses = st.sampled_from(HELD_STATUSES)
categories = st.sampled_from(["", "kitchen", "Kitchen", "toys"])
codes = st.sampled_from(["A-1", "a-1", "A-2", "B-1", "B-2", "RTV"])
places = st.lists(
    st.builds(
        Place,
        codes,
        status=st.none() | statuses,
        categories=st.lists(st.sampled_from(["kitchen", "toys", "tools"]), max_size=2, unique=True).map(tuple),
        dropped=st.booleans(),
    ),
    max_size=6,
    unique_by=lambda place: lookup_key(place.code),
)
owns = st.sampled_from(["", "A-1", "B-2", "Z-9"])


@given(places, statuses, categories, owns)
def test_what_is_suggested_may_lie_there(known: list[Place], status: StockStatus, category: str, own: str) -> None:
    code = choose_place(known, status, category, own)
    place = next((each for each in known if each.code == code), None)
    if place is not None:
        assert place.holds(status)
        assert place.status is status or status in FOR_SALE
    else:
        assert code == "" or (status is S.AVAILABLE and code == own)


@given(places, statuses, categories, owns, st.randoms())
def test_the_order_in_which_places_are_known_does_not_matter(
    known: list[Place], status: StockStatus, category: str, own: str, random: object
) -> None:
    shuffled = list(known)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert choose_place(shuffled, status, category, own) == choose_place(known, status, category, own)


@given(places, categories, owns.filter(bool))
def test_new_goods_go_to_their_own_place_unless_that_is_known_for_others(
    known: list[Place], category: str, own: str
) -> None:
    mine = next((place for place in known if lookup_key(place.code) == lookup_key(own)), None)
    if mine is None or mine.holds(S.AVAILABLE):
        assert lookup_key(choose_place(known, S.AVAILABLE, category, own)) == lookup_key(own)


@given(places, categories, owns)
def test_an_opened_box_never_lies_among_the_new_ones(known: list[Place], category: str, own: str) -> None:
    code = choose_place(known, S.OPEN_BOX, category, own)
    assert all(place.status in (None, S.OPEN_BOX) for place in known if place.code == code)
    assert not code or any(place.code == code for place in known)


def test_the_place_that_says_most_comes_first() -> None:
    bare, any_kitchen = Place("A-1", status=S.OPEN_BOX), Place("A-2", categories=("Kitchen",))
    exact, later = Place("A-3", status=S.OPEN_BOX, categories=("kitchen",)), Place("A-4", status=S.OPEN_BOX)
    assert choose_place([bare, any_kitchen, exact, later], S.OPEN_BOX, "kitchen") == "A-3"
    assert choose_place([bare, any_kitchen, later], S.OPEN_BOX, "kitchen") == "A-2"
    assert choose_place([later, bare], S.OPEN_BOX, "kitchen") == "A-1"


def test_a_place_of_which_nothing_is_said_takes_anything_and_is_suggested_for_nothing() -> None:
    anything = Place("A-1")
    assert all(anything.holds(status) for status in HELD_STATUSES)
    assert all(choose_place([anything], status, "kitchen") == "" for status in HELD_STATUSES)
    assert choose_place([anything], S.OPEN_BOX, "kitchen", "A-1") == "A-1"


def test_what_goes_to_a_partner_waits_only_where_that_is_said() -> None:
    cage, kitchen = Place("RTV", status=S.SUPPLIER_RETURN), Place("A-1", categories=("kitchen",))
    assert choose_place([kitchen, cage], S.SUPPLIER_RETURN, "kitchen", "A-1") == "RTV"
    assert choose_place([kitchen], S.SUPPLIER_RETURN, "kitchen", "A-1") == ""

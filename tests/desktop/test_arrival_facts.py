"""How a parcel came and what was promised, in the detail of the items screen."""

from dataclasses import replace

from returns_desk.desktop.screens.arrival_facts import arrival_facts, promise_facts
from returns_desk.domain.grades import WantedOutcome
from returns_desk.domain.money import Money
from returns_desk.wording import Words
from tests.desktop.arrivals import UNKNOWN, three_returns
from tests.desktop.benches import an_item


def told(facts: tuple[tuple[str, str, bool], ...]) -> dict[str, str]:
    unmarked = str.maketrans("", "", "\u2068\u2069\u200e\u200f")
    return {name: value.translate(unmarked) for name, value, _ in facts if value}


def test_what_was_seen_of_the_box_is_told_with_a_weight_that_cannot_be_right() -> None:
    parcel = three_returns().parcel
    assert parcel is not None
    assert told(arrival_facts(Words("en"), parcel)) == {
        "Sender": "Levi, Haifa",
        "Weight": "2.9 kg · expected 1.4 kg",
        "Box": "2 of 3",
        "Box looks": "Torn",
    }


def test_of_a_box_that_nobody_looked_at_nothing_is_told() -> None:
    assert told(arrival_facts(Words("en"), UNKNOWN)) == {}


def test_what_was_agreed_is_told_with_its_amount_and_the_fee_that_was_kept() -> None:
    item = replace(
        an_item(), agreed=WantedOutcome.REFUND, agreed_amount=Money(24055), agreed_fee=Money(845), dispute="Came so"
    )
    assert told(promise_facts(Words("en"), item)) == {
        "Agreed": "Refund · ₪240.55 · Fee kept: ₪8.45",
        "Dispute": "Came so",
    }
    assert told(promise_facts(Words("en"), an_item())) == {}

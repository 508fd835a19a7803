"""How a parcel came, and what a customer was promised, as facts of a found thing's detail."""

from returns_desk.desktop.screens.joined import joined
from returns_desk.desktop.screens.panels.parcel_card import is_far_off
from returns_desk.domain.snapshots import ItemSnapshot, ParcelSnapshot
from returns_desk.wording import Words

Fact = tuple[str, str, bool]  # name, value, whether it is a number or code


def arrival_facts(words: Words, parcel: ParcelSnapshot) -> tuple[Fact, ...]:
    """What was seen of a box before it was opened; what nobody noted is left out by whoever shows them."""
    box = ""
    if parcel.box_no and parcel.box_count:
        box = words("{number} of {count}", number=parcel.box_no, count=parcel.box_count)
    return (
        (words("Sender"), parcel.sender, False),
        (words("Weight"), _say_weight(words, parcel), False),
        (words("Box"), box, False),
        (words("Box looks"), words.name(parcel.condition) if parcel.condition else "", False),
        ("SSCC", parcel.sscc, True),
    )


def _say_weight(words: Words, parcel: ParcelSnapshot) -> str:
    if parcel.weight_g is None:
        return ""
    said = words("{weight} kg", weight=words.number(parcel.weight_g / 1000))
    if not is_far_off(parcel.weight_g, parcel.expected_g):
        return said
    return joined(words, said, words("expected {weight} kg", weight=words.number((parcel.expected_g or 0) / 1000)))


def promise_facts(words: Words, item: ItemSnapshot) -> tuple[Fact, ...]:
    """What was agreed with the customer, and what they do not accept."""
    amount = words.money(item.agreed_amount) if item.agreed_amount and item.agreed_amount.minor else ""
    fee = ""
    if item.agreed_fee is not None and item.agreed_fee.minor:
        fee = words("Fee kept: {amount}", amount=words.money(item.agreed_fee))
    agreed = joined(words, words.name(item.agreed), amount, fee) if item.agreed else ""
    return ((words("Agreed"), agreed, False), (words("Dispute"), item.dispute, False))

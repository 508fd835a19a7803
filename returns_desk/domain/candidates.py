"""What a parcel or a scanned number could belong to: announced returns and orders, each with its grounds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class CandidateGround(StrEnum):
    """One reason to think so; ``detail`` of the ground names the fact."""

    NUMBER = "number"
    TRACKING = "tracking"
    ORDER = "order"
    PHONE = "phone"
    SERIAL = "serial"
    SERIAL_SOLD = "serial sold"
    PRODUCT = "product"
    CUSTOMER = "customer"  # the sender's text names them
    DAYS = "days"  # announced so many days ago
    CARRIER = "carrier"
    SECOND_BOX = "second box"


@dataclass(frozen=True)
class WhyCandidate:
    """One ground with the fact that bears it (a number, a product's name, days)."""

    ground: CandidateGround
    detail: str = ""
    detail_en: str = ""


@dataclass(frozen=True)
class ReturnCandidate:
    """One announced return (or an order of which nobody announced one), with how sure it is in percent."""

    kind: str  # rma | order | parcel
    number: str
    customer: str
    sure: int
    why: tuple[WhyCandidate, ...] = ()
    vip: bool = False


@dataclass(frozen=True)
class CandidateFacts:
    """What is known of one candidate: its grounds, and how many days ago it was announced (or sold)."""

    kind: str  # rma | order | parcel
    number: str
    customer: str
    grounds: tuple[WhyCandidate, ...]
    days: int | None = None
    vip: bool = False


# How far one ground alone goes, in percent; several together go further, never back.
_WEIGHTS = {
    CandidateGround.NUMBER: 100,
    CandidateGround.TRACKING: 99,
    CandidateGround.SERIAL: 97,
    CandidateGround.ORDER: 95,
    CandidateGround.SERIAL_SOLD: 90,
    CandidateGround.PHONE: 90,
    CandidateGround.CUSTOMER: 55,
    CandidateGround.PRODUCT: 40,
    CandidateGround.SECOND_BOX: 15,
    CandidateGround.CARRIER: 15,
}
_DAYS = ((3, 25), (7, 20), (14, 12), (45, 5))  # up to so many days ago: percent
_UNANNOUNCED = 4, 5  # a return that nobody announced is the less likely one, whatever speaks for it
_SURE = 90
_LONG_AGO = 100_000
_ORDER = tuple(CandidateGround)
_DOUBTFUL = 85  # a second candidate up to here leaves the first one sure


def rank(found: Iterable[CandidateFacts], limit: int = 9) -> tuple[ReturnCandidate, ...]:
    """Put candidates in order, the surest first, then VIPs, then the latest announced, then by number."""
    weighed = [(_sure(facts), facts) for facts in found]
    weighed.sort(key=lambda each: (-each[0], not each[1].vip, _age(each[1]), each[1].number))
    return tuple(
        ReturnCandidate(facts.kind, facts.number, facts.customer, sure, _told(facts), facts.vip)
        for sure, facts in weighed[:limit]
    )


def certain(candidates: Sequence[ReturnCandidate]) -> ReturnCandidate | None:
    """The one that it surely is: announced, and no other comes near it. A return of an order is always asked about."""
    if not candidates or candidates[0].kind == "order" or candidates[0].sure < _SURE:
        return None
    return candidates[0] if all(other.sure <= _DOUBTFUL for other in candidates[1:]) else None


def _sure(facts: CandidateFacts) -> int:
    """Percent from 0 to 100: the doubt that each ground leaves, one after the other."""
    doubt, whole = 1, 1
    for weight in _weights(facts):
        doubt, whole = doubt * (100 - weight), whole * 100
    sure = 100 * (whole - doubt) // whole
    return sure * _UNANNOUNCED[0] // _UNANNOUNCED[1] if facts.kind == "order" else sure


def _weights(facts: CandidateFacts) -> list[int]:
    """One weight for each different ground; every product counts for itself, all else once."""
    counted = {(why.ground, why.detail if why.ground is CandidateGround.PRODUCT else "") for why in facts.grounds}
    weights = [_WEIGHTS[ground] for ground, _ in counted if ground in _WEIGHTS]
    return [*weights, next((weight for days, weight in _DAYS if _age(facts) <= days), 0)]


def _age(facts: CandidateFacts) -> int:
    return max(facts.days, 0) if facts.days is not None else _LONG_AGO


def _told(facts: CandidateFacts) -> tuple[WhyCandidate, ...]:
    """The grounds in the order in which they are told, the days among them."""
    days = () if facts.days is None else (WhyCandidate(CandidateGround.DAYS, str(max(facts.days, 0))),)
    return tuple(sorted((*facts.grounds, *days), key=lambda why: _ORDER.index(why.ground)))

"""What somebody should look at, why, and the ways to settle it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from returns_desk.domain.people import Permission
from returns_desk.domain.terms import SupplierTerms

SHOWN_FOR = timedelta(days=90)  # what nobody settled is then history; what waits is shown for as long as it waits
SCANS_SHOWN_FOR = timedelta(days=7)
# from so many days before the end on, a batch that did not leave stands out
AUTHORIZATION_ENDS_SOON, WINDOW_CLOSES_SOON = timedelta(days=3), timedelta(days=7)
CERTIFICATE_LATE = timedelta(days=21)  # after the goods left


class ExceptionKind(StrEnum):
    """Why a thing stands out."""

    RECALLED = "recalled"  # a notice stops it, or stopped it until it was withdrawn
    EXPIRED = "expired"  # restocked or given away, and past its last day since
    HELD = "held"
    UNMATCHED = "unmatched"
    NOT_OURS = "not ours"
    OUTCOME = "outcome"  # more, or other, than announced
    EMPTY_BOX = "empty box"
    SHORT = "short"  # closed with announced pieces missing
    REFUSED_SCAN = "refused scan"
    OVERRIDE = "override"
    POLICY = "policy"
    SERIAL = "serial"
    WEIGHT = "weight"
    WRONG_ITEMS = "wrong items"
    EVIDENCE = "evidence"  # decided without a photograph that was needed
    NO_PLACE = "no place"  # decided to go back into the stock, and in no bin yet
    AUTHORIZATION = "authorization"  # a supplier's permission to send ends soon, or ended
    WINDOW = "window"  # a piece that did not leave can soon be returned no more, or already
    MINIMUM = "minimum"  # gathers for longer than the supplier's terms say, and is worth too little
    CREDIT_OVERDUE = "credit overdue"
    SHORT_CREDIT = "short credit"  # less came than was expected, and nobody objected or gave it up
    CERTIFICATE = "certificate"  # a charity or recycler did not confirm what it received


class Way(StrEnum):
    """How an exception may be settled."""

    OPEN = "open"  # take it to the desk and go on there
    MATCH = "match"
    UNAUTHORIZED = "unauthorized"  # make it a return without authorization
    SEND_BACK = "send back"  # not ours
    SENT = "sent"  # the carrier took it
    SEEN = "seen"  # looked at; nothing more is to be done
    OWNER = "owner"  # give the hold to somebody else
    REASON = "reason"  # say otherwise why it is held
    RELEASE = "release"  # take the hold off
    PUT = "put"  # say into which bin
    BATCH = "batch"  # go to the batch, where its next step is


@dataclass(frozen=True)
class ExceptionRow:
    """One thing to look at. ``key`` names it for ever, so that it can be settled; ``facts`` are what the words need."""

    key: str
    kind: ExceptionKind
    subject: str  # parcel | item | rma | batch | customer | scan
    number: str
    since: datetime | None
    state: StrEnum | None = None
    parcel: str = ""
    product: str = ""
    product_en: str = ""
    owner: str = ""
    owner_en: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    ways: tuple[Way, ...] = ()

    def fact(self, name: str) -> str:
        """One of the facts; empty where it is not known."""
        return dict(self.facts).get(name, "")


@dataclass(frozen=True)
class ExceptionCount:
    """How many things of one kind stand out."""

    kind: ExceptionKind
    count: int


_LOOKED_AT = (Way.SEEN, Way.OPEN)
WAYS: dict[ExceptionKind, tuple[Way, ...]] = {
    ExceptionKind.RECALLED: (Way.OPEN, Way.OWNER, Way.RELEASE, Way.SEEN),
    ExceptionKind.EXPIRED: (Way.OPEN, Way.SEEN),
    ExceptionKind.HELD: (Way.OPEN, Way.REASON, Way.OWNER, Way.RELEASE),
    ExceptionKind.UNMATCHED: (Way.MATCH, Way.UNAUTHORIZED, Way.SEND_BACK, Way.OPEN),
    ExceptionKind.NOT_OURS: (Way.SENT,),
    ExceptionKind.OUTCOME: _LOOKED_AT,
    ExceptionKind.EMPTY_BOX: _LOOKED_AT,
    ExceptionKind.SHORT: _LOOKED_AT,
    ExceptionKind.REFUSED_SCAN: (Way.SEEN,),
    ExceptionKind.OVERRIDE: _LOOKED_AT,
    ExceptionKind.POLICY: _LOOKED_AT,
    ExceptionKind.SERIAL: _LOOKED_AT,
    ExceptionKind.WEIGHT: _LOOKED_AT,
    ExceptionKind.WRONG_ITEMS: (Way.SEEN,),
    ExceptionKind.EVIDENCE: (Way.OPEN, Way.SEEN),
    ExceptionKind.NO_PLACE: (Way.PUT, Way.OPEN),
    ExceptionKind.AUTHORIZATION: (Way.BATCH, Way.SEEN),
    ExceptionKind.WINDOW: (Way.BATCH, Way.SEEN),
    ExceptionKind.MINIMUM: (Way.BATCH, Way.SEEN),
    ExceptionKind.CREDIT_OVERDUE: (Way.BATCH, Way.SEEN),
    ExceptionKind.SHORT_CREDIT: (Way.BATCH,),
    ExceptionKind.CERTIFICATE: (Way.BATCH, Way.SEEN),
}
WAY_NEEDS: dict[Way, Permission] = {
    Way.OPEN: Permission.RECEIVE,
    Way.MATCH: Permission.RECEIVE,
    Way.UNAUTHORIZED: Permission.RECEIVE,
    Way.SEND_BACK: Permission.RECEIVE,
    Way.SENT: Permission.RECEIVE,
    Way.SEEN: Permission.SETTLE_EXCEPTION,
    Way.OWNER: Permission.SETTLE_EXCEPTION,
    Way.REASON: Permission.DECIDE,
    Way.RELEASE: Permission.SETTLE_EXCEPTION,
    Way.PUT: Permission.RECEIVE,
    Way.BATCH: Permission.LOOK,
}

# Refusals that say something about the goods, the catalogue, the partners, or somebody trying what is not theirs. The
# others are put right on the spot by the next scan (nothing in hand, grade first, nothing to undo): they tell no more.
REFUSALS_OF_SUBSTANCE = frozenset(
    {
        "UnknownCode",
        "UnreadableScan",
        "WrongCheckDigit",
        "UnknownBadge",
        "WrongPin",
        "PinLocked",
        "NotAllowed",
        "OwnWork",
        "OptionBlocked",
        "NoRecommendation",
        "NoPartner",
    }
)


def key_of(kind: ExceptionKind, *parts: object) -> str:
    """The name of one exception for ever: what it is about and how it stands, so that a change makes it a new one."""
    return ":".join([prefix_of(kind), *map(str, parts)])


def prefix_of(kind: ExceptionKind) -> str:
    """What the keys of a kind begin with."""
    return kind.value.replace(" ", "-")


def kind_of_key(key: str) -> ExceptionKind | None:
    """The kind that a key names; none for a text that is no key."""
    return next((kind for kind in ExceptionKind if key.startswith(f"{prefix_of(kind)}:")), None)


def weight_off(weight_g: int, expected_g: int, limit_bp: int) -> bool:
    """Whether a box is further from its expected weight, up or down, than the limit in basis points of it."""
    return expected_g > 0 and abs(weight_g - expected_g) * 10_000 > limit_bp * expected_g


def waited_for_minimum(terms: SupplierTerms, opened: date, today: date, gross: int, pieces: int) -> int | None:
    """For how many days a batch gathers, once that is longer than the terms say and the minimum is still not met.

    ``gross`` in minor units, goods at cost; with no minimum nothing is waited for.
    """
    met = gross >= terms.minimum_value and pieces >= terms.minimum_quantity
    waited = (today - opened).days
    return None if met or waited <= terms.minimum_wait_days else waited


def customer_key(phone_key: str, name: str) -> str:
    """What tells one customer from another: the telephone number, else the name; empty where neither is known."""
    return phone_key or " ".join(name.casefold().split())


def repeated_wrong_items(boxes: Iterable[tuple[str, str]], limit: int) -> dict[str, frozenset[str]]:
    """Customers (by their keys) with a wrong item in at least ``limit`` boxes, with those boxes.

    ``boxes`` are pairs of customer and box, in any order and number; a customer who is not known counts nowhere.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for customer, box in boxes:
        if customer:
            found[customer].add(box)
    return {customer: frozenset(boxes) for customer, boxes in found.items() if len(boxes) >= max(limit, 1)}

"""What somebody should look at, why, and the ways to settle it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ExceptionKind(StrEnum):
    """Why a thing stands out."""

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


class Way(StrEnum):
    """How an exception may be settled."""

    OPEN = "open"  # take it to the desk and go on there
    MATCH = "match"
    UNAUTHORIZED = "unauthorized"  # make it a return without authorization
    SEND_BACK = "send back"  # not ours
    SENT = "sent"  # the carrier took it
    SEEN = "seen"  # looked at; nothing more is to be done
    OWNER = "owner"  # give the hold to somebody else


@dataclass(frozen=True)
class ExceptionRow:
    """One thing to look at. ``key`` names it for ever, so that it can be settled; ``facts`` are what the words need."""

    key: str
    kind: ExceptionKind
    subject: str  # parcel | item | rma | customer | scan
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

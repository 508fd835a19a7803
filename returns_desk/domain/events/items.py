"""What happens to an item and its label."""

from dataclasses import dataclass
from typing import Any

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class ItemTaken(Event):
    """A piece was taken out of the parcel and got its own number."""

    number: str
    product: str
    product_en: str
    sku: str
    outcome: str
    quantity: int = 1
    serial: str = ""
    line_id: str = ""
    hand_before: str = ""
    check: str = ""  # of the serial, a value of ``SerialCheck``
    earlier: str = ""  # the number under which the same piece came before
    dropped: bool = False  # the product is no longer in the catalogue
    box_was_empty: bool = False  # that was noted of the box before
    unread: str = ""  # number of the notice for which its lot or serial is still to be read
    expired: str = ""  # its last day, where that is past


@dataclass(frozen=True, kw_only=True)
class ItemPickedUp(Event):
    """A piece that was taken before is in hand again."""

    number: str
    product: str
    product_en: str
    hand_before: str = ""
    recall: str = ""  # number of the notice that stops it
    unread: bool = False  # until its lot or serial is read
    expired: str = ""  # its last day, where that is past


@dataclass(frozen=True, kw_only=True)
class ItemGraded(Event):
    """The piece got its grade."""

    number: str
    grade: str
    before: str = ""
    recommended: str = ""
    inspector_before: str = ""
    inspected_before: str = ""


@dataclass(frozen=True, kw_only=True)
class FindingAdded(Event):
    """Something was found at the piece."""

    number: str
    finding: str


@dataclass(frozen=True, kw_only=True)
class FindingRemoved(Event):
    """A finding was taken away again."""

    number: str
    finding: str


@dataclass(frozen=True, kw_only=True)
class ReasonStated(Event):
    """The customer's reason was noted for the piece."""

    number: str
    reason: str
    before: str = ""


@dataclass(frozen=True, kw_only=True)
class NoteWritten(Event):
    """A note was written about the piece."""

    number: str
    note: str
    before: str = ""


@dataclass(frozen=True, kw_only=True)
class ItemDecided(Event):
    """The piece got its disposition; ``explanation`` keeps all options as they were."""

    number: str
    disposition: str
    recommended: str
    net_minor: int
    currency: str
    batch: str = ""
    place: str = ""
    becomes: str = ""  # a value of ``StockStatus``; without a place it does so once it has one
    override: str = ""
    rule_version: int = 1
    rule: str = ""  # the key of its narrowest row
    explanation: tuple[dict[str, Any], ...] = ()
    line_id: str = ""
    photos_missing: tuple[str, ...] = ()  # that were asked for, and the clerk went on without


@dataclass(frozen=True, kw_only=True)
class LabelQueued(Event):
    """A label waits for the printer."""

    number: str
    job_id: str
    again: bool = False

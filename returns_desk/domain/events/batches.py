"""What happens to a batch, from its first line to the last credit."""

from dataclasses import dataclass

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class BatchOpened(Event):
    """A batch was begun for a partner."""

    number: str
    partner: str
    partner_en: str = ""


@dataclass(frozen=True, kw_only=True)
class BatchSubmitted(Event):
    """A batch waits for a supervisor; ``seen`` is the hash of its lines."""

    number: str
    lines: int
    seen: str
    state_before: str = ""


@dataclass(frozen=True, kw_only=True)
class BatchWithdrawn(Event):
    """A submitted batch was taken back before anybody decided."""

    number: str


@dataclass(frozen=True, kw_only=True)
class BatchApproved(Event):
    """A supervisor approved what the batch holds."""

    number: str
    lines: int
    seen: str
    expected_minor: int
    currency: str
    authorization_needed: bool = False
    value_minor: int = 0  # what was approved, at cost
    left_out: int = 0  # lines that were sent back instead
    giver: str = ""  # for whom it was signed
    giver_en: str = ""


@dataclass(frozen=True, kw_only=True)
class LineSentBack(Event):
    """A supervisor sent one line back to the desk."""

    number: str
    item: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class LinePulled(Event):
    """A line was taken out of the batch."""

    number: str
    item: str


@dataclass(frozen=True, kw_only=True)
class BatchSentBack(Event):
    """A supervisor sent the whole batch back."""

    number: str
    note: str
    seen: str = ""
    giver: str = ""
    giver_en: str = ""


@dataclass(frozen=True, kw_only=True)
class BatchRejected(Event):
    """A supervisor rejected the batch for good; its items wait for another decision."""

    number: str
    note: str
    seen: str = ""
    giver: str = ""
    giver_en: str = ""


@dataclass(frozen=True, kw_only=True)
class BatchCancelled(Event):
    """A batch was given up before it left; its items wait for another decision. ``approved``: although it was."""

    number: str
    note: str = ""
    seen: str = ""
    approved: bool = False
    giver: str = ""
    giver_en: str = ""


@dataclass(frozen=True, kw_only=True)
class BatchAuthorized(Event):
    """The supplier gave its own number for the goods."""

    number: str
    authorization: str
    until: str = ""


@dataclass(frozen=True, kw_only=True)
class BatchPacked(Event):
    """The goods are in their boxes."""

    number: str
    packages: int
    weight_g: int = 0


@dataclass(frozen=True, kw_only=True)
class BatchShipped(Event):
    """The goods left the house."""

    number: str
    carrier: str = ""
    waybill: str = ""
    driver: str = ""
    plate: str = ""


@dataclass(frozen=True, kw_only=True)
class CreditRecorded(Event):
    """A supplier's credit came."""

    number: str
    credit: str
    amount_minor: int
    currency: str
    state: str
    lines: int = 0  # how many it names; none: it is for the whole batch
    short_reason: str = ""
    above: bool = False  # more than was open
    reopened_minor: int = 0  # of a write-off that ended so


@dataclass(frozen=True, kw_only=True)
class BatchClosed(Event):
    """Nothing more is expected of the batch; the note says why it was closed without a certificate."""

    number: str
    note: str = ""

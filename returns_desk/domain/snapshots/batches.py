"""Goods that go out together, as lists and screens show them."""

from dataclasses import dataclass
from datetime import date, datetime

from returns_desk.domain.batches import BatchMode, BatchState, GoodsSort, LineState, PartnerKind, Totals
from returns_desk.domain.credits import ShortReason
from returns_desk.domain.evidence import PieceUnproved
from returns_desk.domain.grades import SupplierReason
from returns_desk.domain.money import Money
from returns_desk.domain.papers import AttachmentKind
from returns_desk.domain.proposals import Proposal
from returns_desk.domain.rules import Stream
from returns_desk.domain.snapshots.giving import GivenSnapshot
from returns_desk.domain.snapshots.things import ItemSnapshot, PartnerSnapshot, PersonSnapshot


@dataclass(frozen=True)
class BatchLineSnapshot:
    """One item in a batch."""

    id: str
    position: int
    state: LineState
    item: ItemSnapshot
    reason: SupplierReason
    gross: Money
    credit: Money
    days_left: int | None
    note: str = ""
    carton: str = ""  # number of the carton that it is packed in


@dataclass(frozen=True)
class CreditLineSnapshot:
    """What one credit gave for one line; ``line`` is the line's id."""

    line: str
    amount: Money
    short_reason: ShortReason | None = None


@dataclass(frozen=True)
class CreditSnapshot:
    """One credit that came from a supplier, for lines or for the whole batch."""

    number: str
    at: date
    amount: Money
    lines: tuple[CreditLineSnapshot, ...] = ()
    short_reason: ShortReason | None = None
    reverses: str = ""  # number of the credit that it takes back


@dataclass(frozen=True)
class CartonSnapshot:
    """One box that goods leave in; weight in grams, size in millimetres, 0 where not measured."""

    number: str
    position: int
    sscc: str
    weight_g: int
    size_mm: tuple[int, int, int]
    closed: bool


@dataclass(frozen=True)
class AttachmentSnapshot:
    """A file from outside that belongs to a batch; ``size`` in bytes."""

    id: str
    kind: AttachmentKind
    name: str
    media: str
    sha256: str
    size: int
    at: datetime


@dataclass(frozen=True)
class BatchRow:
    """A batch as one row of a list."""

    id: str
    number: str
    kind: PartnerKind
    partner: PartnerSnapshot
    state: BatchState
    lines: int
    gross: Money
    expected: Money
    opened_at: datetime
    days_left: int | None
    missing_to_minimum: Money | None
    mode: BatchMode = BatchMode.SEND
    sort: GoodsSort = GoodsSort.ANY
    credit_due: date | None = None
    proposal: Proposal | None = None  # on the board only, before somebody submits it
    evidence: tuple[PieceUnproved, ...] = ()  # on the board only: what its supplier wants to see and is missing
    authorization_days: int | None = None  # left of the supplier's number, before the goods left; below 0: expired


@dataclass(frozen=True)
class BatchSnapshot:
    """A batch whole."""

    row: BatchRow
    lines: tuple[BatchLineSnapshot, ...]
    totals: Totals
    prepared_by: PersonSnapshot | None
    submitted_at: datetime | None
    approved_by: PersonSnapshot | None
    approved_at: datetime | None
    decision_note: str
    authorization: str
    authorization_until: date | None
    carrier: str
    waybill: str
    driver: str
    packages: int
    weight_g: int | None
    shipped_at: datetime | None
    slip: str  # the numbered document, empty before issue
    credits: tuple[CreditSnapshot, ...]
    credited: Money
    ready_at: datetime | None = None
    delivered_at: datetime | None = None
    witness: str = ""
    written_off: Money | None = None
    certificate: str = ""
    certificate_at: date | None = None
    cartons: tuple[CartonSnapshot, ...] = ()
    streams: tuple[tuple[Stream, int], ...] = ()  # grams
    attachments: tuple[AttachmentSnapshot, ...] = ()
    given: GivenSnapshot | None = None  # to a charity or recycler
    seen: str = ""  # hash of its lines: whoever decides says by it what they looked at
    approved_for: tuple[str, str] = ("", "")  # whose right the approver used, in both languages; empty: their own
    plate: str = ""  # of the vehicle

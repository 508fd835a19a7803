"""The shop, its people, partners and products, and the returns it handles."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.checklists import CheckAnswer
from returns_desk.domain.giving import WipeHow
from returns_desk.domain.grades import Finding, FoundReason, Grade, Liability, StatedReason, WantedOutcome
from returns_desk.domain.items import (
    Disposition,
    HoldReason,
    ItemState,
    ReceiptOutcome,
    SerialCheck,
    StockStatus,
)
from returns_desk.domain.money import Money
from returns_desk.domain.paper_look import PaperLook
from returns_desk.domain.parcels import OuterCondition, ParcelState
from returns_desk.domain.people import Role
from returns_desk.domain.policies import PolicyConflict
from returns_desk.domain.recalls import RecallCheck
from returns_desk.domain.terms import SupplierTerms


@dataclass(frozen=True)
class Company:
    """The shop itself, as its paper names it."""

    name: str
    company_number: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    currency: str = "ILS"
    name_en: str = ""
    address_en: str = ""
    look: PaperLook = field(default_factory=PaperLook)


@dataclass(frozen=True)
class PersonSnapshot:
    """Somebody who works at the desk (the badge itself is never shown)."""

    id: str
    name: str
    role: Role
    active: bool = True
    language: str = ""
    name_en: str = ""
    signs_for: tuple["PersonSnapshot", ...] = ()  # whose right to approve was given to them for today, where asked


@dataclass(frozen=True)
class PartnerSnapshot:
    """A supplier, charity or recycler, with the terms in force for suppliers."""

    id: str
    code: str
    kind: PartnerKind
    name: str
    name_en: str = ""
    company_number: str = ""
    address: str = ""
    contact: str = ""
    phone: str = ""
    email: str = ""
    language: str = "he"
    terms: SupplierTerms | None = None

    @property
    def for_returns(self) -> "PartnerSnapshot":
        """The partner as returns find it: address, contact, e-mail and language as its terms give them."""
        if self.terms is None:
            return self
        return replace(
            self,
            address=self.terms.return_address or self.address,
            contact=self.terms.contact or self.contact,
            email=self.terms.email or self.email,
            language=self.terms.language or self.language,
        )


@dataclass(frozen=True)
class ProductSnapshot:
    """One thing the shop sells."""

    id: str
    sku: str
    name: str
    name_en: str
    codes: tuple[str, ...]
    category: str
    cost: Money | None
    price: Money | None
    supplier_id: str | None
    supplier_sku: str = ""
    serialised: bool = False
    electrical: bool = False
    weight_g: int | None = None
    place: str = ""
    dropped: bool = False  # no longer in the catalogue

    def name_in(self, language: str) -> str:
        """The name in a language, else the one there is."""
        return (self.name_en or self.name) if language == "en" else (self.name or self.name_en)


@dataclass(frozen=True)
class ExpectedLine:
    """One line of a return authorization against what was taken out of boxes so far."""

    line_id: str
    rma: str
    product: ProductSnapshot
    quantity: int
    received: int
    serial: str = ""


@dataclass(frozen=True)
class RmaSnapshot:
    """The customer's announced return."""

    id: str
    number: str
    state: str  # open | received | closed
    customer: str
    phone: str
    vip: bool
    order: str
    channel: str
    announced: date | None
    delivered: date | None
    expires: date | None
    stated: StatedReason | None
    wanted: WantedOutcome
    tracking: tuple[str, ...]
    lines: tuple[ExpectedLine, ...]
    note: str = ""
    purchased: date | None = None
    authorized: bool = True
    protected: bool = False


@dataclass(frozen=True)
class ItemSnapshot:
    """One physical piece (or a quantity of identical, unserialised ones)."""

    id: str
    number: str
    state: ItemState
    outcome: ReceiptOutcome
    product: ProductSnapshot
    quantity: int
    parcel: str
    rma: str
    customer: str
    serial: str
    lot: str
    expires: date | None
    grade: Grade | None
    findings: tuple[Finding, ...]
    stated: StatedReason | None
    disposition: Disposition | None
    recommended: Disposition | None
    held: bool
    hold_reason: str
    stock: StockStatus
    place: str
    batch: str
    received_at: datetime
    note: str = ""
    net: Money | None = None
    found: FoundReason | None = None  # said by the inspector, else by the rule; none before the grade
    liability: Liability | None = None
    answers: tuple[CheckAnswer, ...] = ()
    serial_check: SerialCheck = SerialCheck.NONE
    inspector: str = ""
    inspector_en: str = ""
    second_look: bool = False
    hold_code: HoldReason | None = None
    hold_owner: str = ""
    hold_owner_en: str = ""
    agreed: WantedOutcome | None = None
    agreed_amount: Money | None = None
    agreed_fee: Money | None = None
    agreed_against: PolicyConflict = PolicyConflict.NONE
    dispute: str = ""
    carton: bool = False  # sealed and untouched
    recall_check: RecallCheck = RecallCheck.NONE
    recall: str = ""  # number of the notice
    wiped: WipeHow | None = None  # what a customer left on it is gone, since then, by whom
    wiped_at: datetime | None = None
    wiped_by: str = ""
    wiped_by_en: str = ""


@dataclass(frozen=True)
class ParcelSnapshot:
    """One box."""

    id: str
    number: str  # own number (PA-...) or the tracking number it was announced with
    state: ParcelState
    tracking: str
    carrier: str
    arrived_at: datetime | None
    rmas: tuple[RmaSnapshot, ...]
    items: tuple[ItemSnapshot, ...]
    sscc: str = ""
    sender: str = ""
    condition: OuterCondition | None = None
    weight_g: int | None = None
    expected_g: int | None = None
    box_no: int | None = None
    box_count: int | None = None
    empty: bool = False

    @property
    def expected(self) -> tuple[ExpectedLine, ...]:
        """Lines announced for this parcel, over all its authorizations."""
        return tuple(line for rma in self.rmas for line in rma.lines)

    @property
    def complete(self) -> bool:
        """Whether everything announced was taken and everything taken has its decision."""
        return all(line.received >= line.quantity for line in self.expected) and all(
            item.held or item.disposition is not None for item in self.items
        )


@dataclass(frozen=True)
class TimelineEntry:
    """One journal entry in the life of a thing."""

    at: datetime
    person: str
    station: str
    event: object
    undone: bool = False
    person_en: str = ""
    step_id: str = ""

    def person_in(self, language: str) -> str:
        """Who did it, in a language."""
        return (self.person_en or self.person) if language == "en" else (self.person or self.person_en)


@dataclass(frozen=True)
class Found:
    """One thing that the find box found."""

    kind: str  # item | parcel | rma | batch | product
    number: str
    title: str
    detail: str
    state: str
    title_en: str = ""
    grade: str = ""

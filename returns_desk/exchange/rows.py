"""What one row of an imported file says, once it is read and checked: the only shape in which files reach the store."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.checklists import Check
from returns_desk.domain.grades import Finding, Grade, StatedReason, WantedOutcome
from returns_desk.domain.items import Disposition, StockStatus
from returns_desk.domain.money import Money
from returns_desk.domain.people import Role
from returns_desk.domain.refusals import RowRefused
from returns_desk.domain.terms import SupplierTerms


@dataclass(frozen=True)
class RefusedRow:
    """A row that is not taken; ``line`` counts the lines of the file from 1, the header included."""

    line: int
    refusal: RowRefused


RowT = TypeVar("RowT")


@dataclass(frozen=True)
class Reading(Generic[RowT]):
    """A file read whole: the rows to take, in the file's order, and the refused ones."""

    rows: tuple[RowT, ...]
    refused: tuple[RefusedRow, ...] = ()


@dataclass(frozen=True)
class ProductRow:
    """One product of the catalogue; ``supplier`` is a supplier's code, empty when there is none.

    ``unsaid``: columns that the file does not have, so that what an earlier one said there still counts.
    """

    line: int
    sku: str
    name: str
    name_en: str = ""
    codes: tuple[str, ...] = ()
    carton_codes: tuple[str, ...] = ()
    carton_pieces: int = 0  # in each of them
    category: str = ""
    description: str = ""
    cost: Money | None = None
    price: Money | None = None
    supplier: str = ""
    supplier_sku: str = ""
    serialised: bool = False
    electrical: bool = False
    weight_g: int | None = None
    place: str = ""
    unsaid: frozenset[str] = frozenset()


@dataclass(frozen=True)
class SupplierRow:
    """A supplier with its terms, or a charity or recycler (no terms; ``company_number`` is its registration).

    ``unsaid``: columns that the file does not have, so that what the terms said there before still counts.
    """

    line: int
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
    unsaid: frozenset[str] = frozenset()


@dataclass(frozen=True)
class ExpectedRow:
    """One line of a return authorization; what is said of the whole return stands on each of its lines.

    ``repeat`` counts lines of the same product and serial within one return (1 for the first), so that
    (rma, sku, code, serial, repeat) names the line when the file comes a second time. ``create_product``: the
    catalogue may not know the product, which is then made from ``sku``, ``description`` and ``unit_price``. ``whole``:
    every row of the return could be read, so that a line of an earlier file that stands in none is taken back.
    ``unsaid``: columns that the file does not have, so that what an earlier one said there still counts.
    """

    line: int
    rma: str
    customer: str
    sku: str
    quantity: int
    code: str = ""
    description: str = ""
    unit_price: Money | None = None
    serial: str = ""
    tracking: tuple[str, ...] = ()
    carrier: str = ""
    order: str = ""
    channel: str = ""
    phone: str = ""
    vip: bool = False
    announced: date | None = None
    bought: date | None = None
    delivered: date | None = None
    expires: date | None = None
    stated: StatedReason | None = None
    wanted: WantedOutcome = WantedOutcome.NONE
    note: str = ""
    create_product: bool = False
    repeat: int = 1
    sscc: str = ""
    asn: str = ""
    box_no: int | None = None
    box_count: int | None = None
    weight_g: int | None = None
    protected: bool = False
    whole: bool = True
    unsaid: frozenset[str] = frozenset()


@dataclass(frozen=True)
class SaleRow:
    """One line of an order that was sold; the customer and the days may stand on each of its lines.

    ``create_product`` as in ``ExpectedRow``.
    """

    line: int
    order: str
    sku: str
    quantity: int
    code: str = ""
    description: str = ""
    serial: str = ""
    unit_price: Money | None = None
    sold: date | None = None
    delivered: date | None = None
    customer: str = ""
    phone: str = ""
    channel: str = ""
    create_product: bool = False


@dataclass(frozen=True)
class RecallRow:
    """One line of a notice that calls goods back; ``code`` is a product code or SKU, known or not."""

    line: int
    number: str
    code: str
    lot: str = ""
    serial_from: str = ""
    serial_to: str = ""
    reason: str = ""
    measure: Disposition | None = None
    since: date | None = None


@dataclass(frozen=True)
class PersonRow:
    """Somebody who works at the desk; ``pin`` is in clear only here, on its way to being hashed."""

    line: int
    badge: str
    name: str
    role: Role
    name_en: str = ""
    pin: str = ""
    language: str = ""

    def __repr__(self) -> str:
        return f"PersonRow(line={self.line}, name={self.name!r}, role={self.role.value!r})"


@dataclass(frozen=True)
class ChecklistRow:
    """One check of a category's list, or the findings that matter there."""

    line: int
    category: str
    check: Check | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class GuideRow:
    """What a grade means for things of a category; ``picture``: a file's name, then its fingerprint."""

    line: int
    category: str
    grade: Grade
    text: str
    text_en: str = ""
    picture: str = ""


@dataclass(frozen=True)
class PlaceRow:
    """One bin, shelf or cage; no ``status`` holds anything. ``unsaid`` as in ``ProductRow``."""

    line: int
    code: str
    name: str = ""
    status: StockStatus | None = None
    categories: tuple[str, ...] = ()
    unsaid: frozenset[str] = frozenset()


@dataclass(frozen=True)
class InsideRow:
    """What the sample's box really holds, for playing a day: one piece with its scans.

    ``decision`` and ``reason`` are the codes behind ``DO-`` and ``DO-O-``: ``OK`` takes the recommendation.
    """

    line: int
    tracking: str
    code: str
    grade: Grade
    findings: tuple[Finding, ...] = ()
    serial: str = ""
    decision: str = "OK"
    reason: str = ""
    caption: str = ""
    caption_en: str = ""

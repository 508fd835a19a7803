"""What a parcel or a scanned number could belong to: announced returns and orders, each with its grounds."""

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

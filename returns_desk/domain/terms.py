"""What a supplier's agreement says: taken or not, for how long, for how much (DOMAIN.md, "Supplier terms")."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from returns_desk.domain.grades import Grade, SupplierReason
from returns_desk.domain.money import Money


class CreditMode(StrEnum):
    """What the supplier does with goods of one condition."""

    RETURN = "credit on return"
    DESTROY = "destroy in field for credit"
    NONE = "none"


class AuthorizationNeed(StrEnum):
    """Whether goods may be sent only with the supplier's own number."""

    NO = "no"
    YES = "yes"
    INSPECTION = "yes, after their inspection"


class WindowStart(StrEnum):
    """The day from which the supplier counts the window."""

    PURCHASE = "purchase"
    DELIVERY = "delivery"
    CUSTOMER_RETURN = "customer return"


class BelowMinimum(StrEnum):
    """What happens when the minimum is not met in time."""

    SHIP = "ship anyway"
    DONATE = "donate"
    RECYCLE = "recycle"


class FreightPayer(StrEnum):
    """Who pays for sending the goods back."""

    SUPPLIER = "supplier"
    US = "us"


@dataclass(frozen=True)
class SupplierTerms:
    """One version of a supplier's terms; percentages are basis points (1/100 of a percent), money minor units."""

    version: int = 1
    valid_from: date = date(2000, 1, 1)
    defective: CreditMode = CreditMode.RETURN
    not_defective: CreditMode = CreditMode.NONE
    authorization: AuthorizationNeed = AuthorizationNeed.NO
    authorization_days: int = 30
    window_days: int = 90
    window_from: WindowStart = WindowStart.DELIVERY
    minimum_value: int = 0
    minimum_quantity: int = 0
    minimum_wait_days: int = 21
    below_minimum: BelowMinimum = BelowMinimum.SHIP
    credit_bp: int = 10_000
    fee_bp: int = 0
    fee_by_reason: dict[SupplierReason, int] = field(default_factory=dict)
    freight_payer: FreightPayer = FreightPayer.SUPPLIER
    freight_bp: int = 0
    opened_accepted: bool = True
    photos_needed: bool = False
    serials_needed: bool = False
    credit_days: int = 30
    separate_defective: bool = False  # defective goods travel apart from the others
    packing: str = ""  # the supplier's own rule, as it says it
    # where the goods go, and to whom; what is empty is as the partner's own
    return_address: str = ""
    contact: str = ""
    email: str = ""
    language: str = ""

    def mode(self, grade: Grade) -> CreditMode:
        """What the supplier does with goods of this grade."""
        return self.defective if grade.defective else self.not_defective

    @property
    def destroyed_here(self) -> "SupplierTerms":
        """The terms as they count for goods destroyed here: nothing travels, so there is no freight and no minimum."""
        return replace(self, freight_payer=FreightPayer.SUPPLIER, freight_bp=0, minimum_value=0, minimum_quantity=0)

    def fee_for(self, reason: SupplierReason) -> int:
        """Restocking fee for a reason, in basis points."""
        return self.fee_by_reason.get(reason, self.fee_bp)

    def freight(self, gross: Money) -> Money:
        """What sending goods at cost ``gross`` back costs us; the supplier keeps it of the credit."""
        return gross.share(self.freight_bp if self.freight_payer is FreightPayer.US else 0)

    def window_ends(self, *, purchased: date | None, delivered: date | None, returned: date) -> date | None:
        """Last day on which the supplier takes the goods; ``None`` when the day it counts from is not known."""
        start = {
            WindowStart.PURCHASE: purchased or delivered,
            WindowStart.DELIVERY: delivered or purchased,
            WindowStart.CUSTOMER_RETURN: returned,
        }[self.window_from]
        return start + timedelta(days=self.window_days) if start else None


def expected_credit(gross: Money, terms: SupplierTerms, reason: SupplierReason) -> Money:
    """Credit for goods at cost ``gross``: the credited share less the fee on that share, each rounded once."""
    credited = gross.share(terms.credit_bp)
    return credited - credited.share(terms.fee_for(reason))

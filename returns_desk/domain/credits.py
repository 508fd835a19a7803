"""What came of an expected credit, and why less came than was expected."""

from enum import StrEnum


class ShortReason(StrEnum):
    """Why a supplier credited less, as the supplier says it."""

    PRICE = "price"  # a lower price than ours was taken
    QUANTITY = "quantity"  # fewer pieces were counted
    CONDITION = "condition"  # refused as it is
    LATE = "late"  # the window was closed
    NO_AUTHORIZATION = "no authorization"
    FEE = "fee"  # a higher fee than agreed
    FREIGHT = "freight"
    NOT_SAID = "not said"

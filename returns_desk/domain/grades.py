"""What the clerk saw: grades, findings and the reasons of customer, clerk and supplier (DOMAIN.md, "Codes")."""

from enum import StrEnum


class Grade(StrEnum):
    """The letters and their order are fixed; their names are words of the shop."""

    A = "A"  # new, sealed
    B = "B"  # opened, as new
    C = "C"  # used or marked, works
    D = "D"  # faulty
    E = "E"  # destroyed or unsafe
    X = "X"  # not ours, or an empty box

    @property
    def defective(self) -> bool:
        """Whether a supplier's terms for *defective* goods apply (otherwise those for *not defective*)."""
        return self in (Grade.D, Grade.E)

    @property
    def opened(self) -> bool:
        """Whether the seal is gone, which some suppliers do not take."""
        return self is not Grade.A


class Finding(StrEnum):
    """One thing seen in the inspection; the value is the code behind ``DO-F-``."""

    NO_POWER = "NOPOWER"
    BROKEN = "BROKEN"
    LEAKS = "LEAKS"
    MISSING_PART = "MISSING"
    DAMAGED_PACKAGING = "PACKAGING"
    NOT_AS_DESCRIBED = "MISMATCH"
    WRONG_ITEM = "WRONG"
    MARKED = "MARKED"
    WORN = "WORN"
    EXPIRED = "EXPIRED"
    UNSAFE = "UNSAFE"
    STAINED = "STAINS"
    SMELLS = "SMELL"
    NO_ACCESSORIES = "ACCESSORY"  # cable, manual, remote control: what belongs to it besides its own parts
    TAG_REMOVED = "TAG"
    LOCKED = "LOCKED"  # to somebody's account: nobody else can use it
    PERSONAL_DATA = "DATA"  # of the customer, still on it
    SEAL_OPENED = "SEAL"  # the hygiene seal of what touches skin or mouth

    @property
    def safe(self) -> bool:
        """Whether it hurts nobody (what is past its day, or was opened at its hygiene seal, is told apart)."""
        return self not in (Finding.UNSAFE, Finding.LEAKS)


class StatedReason(StrEnum):
    """Why the customer says it comes back; the value is the code behind ``DO-R-``."""

    CHANGED_MIND = "CHANGED"
    FAULTY = "FAULTY"
    NOT_AS_DESCRIBED = "MISMATCH"
    WRONG_SIZE = "SIZE"
    WRONG_ITEM = "WRONG"
    DAMAGED = "DAMAGED"
    LATE = "LATE"
    OTHER = "OTHER"


class FoundReason(StrEnum):
    """Why it really came back, as the inspector sees it; the value is the code behind ``DO-I-``."""

    FAULTY = "FAULTY"
    DAMAGED_ON_THE_WAY = "TRANSPORT"
    USED = "USED"
    INCOMPLETE = "INCOMPLETE"
    NOT_AS_DESCRIBED = "MISMATCH"
    WRONG_ITEM = "WRONG"
    EXPIRED = "EXPIRED"
    NO_FAULT = "NOFAULT"  # nothing is wrong with it, whatever was stated


class Liability(StrEnum):
    """Who answers for the state of the piece; the value is the code behind ``DO-L-``."""

    CUSTOMER = "CUSTOMER"
    CARRIER = "CARRIER"
    SUPPLIER = "SUPPLIER"
    WAREHOUSE = "WAREHOUSE"


class WantedOutcome(StrEnum):
    """What the customer asks for."""

    REFUND = "refund"
    EXCHANGE = "exchange"
    STORE_CREDIT = "store_credit"
    REPAIR = "repair"
    NONE = "none"


WITH_MONEY = frozenset({WantedOutcome.REFUND, WantedOutcome.STORE_CREDIT})


class SupplierReason(StrEnum):
    """Reason sent to the supplier: the X12 data element 1293 codes that findings map to."""

    DEFECTIVE_AT_INSPECTION = "DM"
    DEFECTIVE_PACKAGING = "DP"
    RETURNED_DEFECTIVE = "DR"
    EXCESS_INVENTORY = "EI"
    EXCESSIVE_WEAR = "EW"
    NOT_AS_EXPECTED = "NA"
    POOR_FIT = "PF"
    POOR_WORKMANSHIP = "PW"
    SHORT_DATED = "SD"
    WRONG_GOODS = "WG"

"""Three reasons of one return: what the customer stated, what was found, what the supplier is told.

What was found counts: it follows from findings and grade unless the inspector says otherwise, and the reason sent to
the supplier follows from it. Who answers for the piece is only suggested. (DOMAIN.md, "Codes".)
"""

from returns_desk.domain.grades import Finding, FoundReason, Grade, Liability, StatedReason, SupplierReason
from returns_desk.domain.parcels import OuterCondition

_FOUND_BY_FINDING = {
    Finding.NO_POWER: FoundReason.FAULTY,
    Finding.BROKEN: FoundReason.FAULTY,
    Finding.LEAKS: FoundReason.FAULTY,
    Finding.MISSING_PART: FoundReason.INCOMPLETE,
    Finding.DAMAGED_PACKAGING: FoundReason.DAMAGED_ON_THE_WAY,
    Finding.NOT_AS_DESCRIBED: FoundReason.NOT_AS_DESCRIBED,
    Finding.WRONG_ITEM: FoundReason.WRONG_ITEM,
    Finding.MARKED: FoundReason.USED,
    Finding.WORN: FoundReason.USED,
    Finding.EXPIRED: FoundReason.EXPIRED,
    Finding.UNSAFE: FoundReason.FAULTY,
    Finding.STAINED: FoundReason.USED,
    Finding.SMELLS: FoundReason.USED,
    Finding.NO_ACCESSORIES: FoundReason.INCOMPLETE,
    Finding.TAG_REMOVED: FoundReason.USED,
    Finding.LOCKED: FoundReason.USED,
    Finding.PERSONAL_DATA: FoundReason.USED,
    Finding.SEAL_OPENED: FoundReason.USED,
}
_SENT_BY_FINDING = {
    Finding.NO_POWER: SupplierReason.RETURNED_DEFECTIVE,
    Finding.BROKEN: SupplierReason.RETURNED_DEFECTIVE,
    Finding.LEAKS: SupplierReason.POOR_WORKMANSHIP,
    Finding.MISSING_PART: SupplierReason.DEFECTIVE_AT_INSPECTION,
    Finding.DAMAGED_PACKAGING: SupplierReason.DEFECTIVE_PACKAGING,
    Finding.NOT_AS_DESCRIBED: SupplierReason.NOT_AS_EXPECTED,
    Finding.WRONG_ITEM: SupplierReason.WRONG_GOODS,
    Finding.MARKED: SupplierReason.DEFECTIVE_AT_INSPECTION,
    Finding.WORN: SupplierReason.EXCESSIVE_WEAR,
    Finding.EXPIRED: SupplierReason.SHORT_DATED,
    Finding.UNSAFE: SupplierReason.RETURNED_DEFECTIVE,
    Finding.STAINED: SupplierReason.EXCESSIVE_WEAR,
    Finding.SMELLS: SupplierReason.EXCESSIVE_WEAR,
    Finding.NO_ACCESSORIES: SupplierReason.DEFECTIVE_AT_INSPECTION,
    Finding.TAG_REMOVED: SupplierReason.EXCESSIVE_WEAR,
    Finding.LOCKED: SupplierReason.DEFECTIVE_AT_INSPECTION,
    Finding.PERSONAL_DATA: SupplierReason.EXCESSIVE_WEAR,
    Finding.SEAL_OPENED: SupplierReason.DEFECTIVE_PACKAGING,
}
_SENT_BY_FOUND = {
    FoundReason.FAULTY: SupplierReason.RETURNED_DEFECTIVE,
    FoundReason.DAMAGED_ON_THE_WAY: SupplierReason.DEFECTIVE_PACKAGING,
    FoundReason.USED: SupplierReason.EXCESSIVE_WEAR,
    FoundReason.INCOMPLETE: SupplierReason.DEFECTIVE_AT_INSPECTION,
    FoundReason.NOT_AS_DESCRIBED: SupplierReason.NOT_AS_EXPECTED,
    FoundReason.WRONG_ITEM: SupplierReason.WRONG_GOODS,
    FoundReason.EXPIRED: SupplierReason.SHORT_DATED,
    FoundReason.NO_FAULT: SupplierReason.EXCESS_INVENTORY,
}
# what the customer disliked is a reason of its own where nothing is wrong with the piece
_SENT_BY_STATED = {
    StatedReason.NOT_AS_DESCRIBED: SupplierReason.NOT_AS_EXPECTED,
    StatedReason.WRONG_SIZE: SupplierReason.POOR_FIT,
    StatedReason.WRONG_ITEM: SupplierReason.WRONG_GOODS,
}
_HURT_OUTSIDE = frozenset({OuterCondition.DENTED, OuterCondition.TORN, OuterCondition.WET})
_ANSWERS = {
    FoundReason.FAULTY: Liability.SUPPLIER,
    FoundReason.NOT_AS_DESCRIBED: Liability.SUPPLIER,
    FoundReason.USED: Liability.CUSTOMER,
    FoundReason.INCOMPLETE: Liability.CUSTOMER,
    FoundReason.WRONG_ITEM: Liability.CUSTOMER,
    FoundReason.EXPIRED: Liability.WAREHOUSE,
    FoundReason.DAMAGED_ON_THE_WAY: Liability.CARRIER,
}


def found_reason(findings: tuple[Finding, ...], grade: Grade, stated: StatedReason | None = None) -> FoundReason:
    """Why it really came back: the first finding says it, else the grade; the customer only names a defect's kind."""
    for finding in findings:
        return _FOUND_BY_FINDING[finding]
    if grade is Grade.X:
        return FoundReason.WRONG_ITEM
    if grade.defective:
        return FoundReason.DAMAGED_ON_THE_WAY if stated is StatedReason.DAMAGED else FoundReason.FAULTY
    return FoundReason.NO_FAULT


def supplier_reason(
    findings: tuple[Finding, ...],
    stated: StatedReason | None,
    grade: Grade,
    said: FoundReason | None = None,
) -> SupplierReason:
    """Choose the reason sent to the supplier, from what was found; ``said`` is what the inspector said of it.

    A finding that speaks for that reason names it more closely; the customer is heard where nothing is wrong.
    """
    found = said or found_reason(findings, grade, stated)
    for finding in findings:
        if _FOUND_BY_FINDING[finding] is found:
            return _SENT_BY_FINDING[finding]
    if found is FoundReason.NO_FAULT and stated in _SENT_BY_STATED:
        return _SENT_BY_STATED[stated]
    return _SENT_BY_FOUND[found]


def suggested_liability(
    found: FoundReason, condition: OuterCondition | None = None, stated: StatedReason | None = None
) -> Liability | None:
    """Who answers for the state of the piece, as the rule sees it; nobody where no fault was found.

    A box that came hurt speaks for the carrier; another item than ordered, as the customer said, for the warehouse.
    """
    if found is FoundReason.NO_FAULT:
        return None
    if (
        found in (FoundReason.FAULTY, FoundReason.USED)
        and stated is StatedReason.DAMAGED
        and condition in _HURT_OUTSIDE
    ):
        return Liability.CARRIER
    if found is FoundReason.INCOMPLETE and condition is OuterCondition.OPENED:
        return Liability.CARRIER
    if found is FoundReason.DAMAGED_ON_THE_WAY and condition is OuterCondition.INTACT:
        return Liability.WAREHOUSE  # packed badly, not carried badly
    if found is FoundReason.WRONG_ITEM and stated is StatedReason.WRONG_ITEM:
        return Liability.WAREHOUSE
    return _ANSWERS[found]

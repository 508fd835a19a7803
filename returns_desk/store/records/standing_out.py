"""Conditions of the partial indices by which what stands out is found among everything that does not.

A lookup must repeat its condition word for word: only then does the database see that the index has all that it needs.
"""

from sqlalchemy import text

ODD_ITEM = text(
    "(items.held = 1 OR items.outcome <> 'expected' OR items.override IS NOT NULL"
    " OR items.serial_check IN ('other than announced', 'never sold', 'returned before')"
    " OR items.agreed_against <> '' OR items.dispute <> ''"
    " OR (items.stated IN ('FAULTY', 'DAMAGED', 'MISMATCH', 'WRONG') AND (items.found IN ('NOFAULT', 'USED')"
    " OR (items.found IS NULL AND items.findings = '[]' AND items.grade IN ('A', 'B', 'C')))))"
)
ODD_PARCEL = text("(parcels.empty = 1 OR parcels.weight_g IS NOT NULL)")
SHORT_RMA = text("rmas.state = 'partly received'")
ODD_ENTRY = text(
    "(journal.kind = 'Refused' OR (journal.kind = 'ItemDecided' AND journal.body LIKE '%\"photos_missing\":[\"%'))"
)

"""Conditions of the partial indices by which what stands out is found among everything that does not.

A lookup must repeat its condition word for word: only then does the database see that the index has all that it needs.
"""

from sqlalchemy import text

HELD_ITEM = text("items.held = 1")
ODD_OUTCOME = text("items.outcome <> 'expected'")
OVERRIDDEN = text("items.override IS NOT NULL")
LIES_SOMEWHERE = text("items.place <> ''")
ODD_SERIAL = text("items.serial_check IN ('other than announced', 'never sold', 'returned before')")
AGAINST_POLICY = text(
    "(items.agreed_against <> '' OR items.dispute <> ''"
    " OR (items.stated IN ('FAULTY', 'DAMAGED', 'MISMATCH', 'WRONG') AND (items.found IN ('NOFAULT', 'USED')"
    " OR (items.found IS NULL AND items.findings = '[]' AND items.grade IN ('A', 'B', 'C')))))"
)
RECALLED = text("items.recall_check IN ('concerned', 'unread', 'withdrawn')")
WITH_LAST_DAY = text("items.expires IS NOT NULL")
OWN_NUMBER = text("parcels.number LIKE 'PA-%'")  # nobody announced it under a number of its own
EMPTY_PARCEL = text("parcels.empty = 1")
WEIGHED_PARCEL = text("parcels.weight_g IS NOT NULL")
WAITING_LINE = text("rma_lines.received < rma_lines.quantity")
UNCERTIFIED = text("batches.certificate = '' AND batches.kind <> 'supplier' AND batches.shipped_at IS NOT NULL")
SHORT_RMA = text("rmas.state = 'partly received'")
REFUSED = text("journal.kind = 'Refused'")
WITHOUT_PHOTOS = text("(journal.kind = 'ItemDecided' AND journal.body LIKE '%\"photos_missing\":[\"%')")

"""What can be wrong with the books: facts that must agree with each other, and do not."""

from dataclasses import dataclass
from enum import StrEnum


class BookFact(StrEnum):
    """One way in which the books do not balance."""

    CHAIN_BROKEN = "chain broken"  # a row of the journal was changed, left out or put in from outside
    NUMBER_MISSING = "number missing"  # a series of numbered papers has a gap
    COUNTER_BEHIND = "counter behind"  # the last number given is not the last number there is
    PAPER_CHANGED = "paper changed"  # a paper's content does not have the fingerprint that was written down
    LINE_ASTRAY = "line astray"  # a batch's line names a piece that does not know of it
    ITEM_WITHOUT_LINE = "item without line"  # a piece is in a batch that has no line for it
    CREDIT_ASTRAY = "credit astray"  # a credit is not the sum of what it gives, or takes back another amount
    CARTON_ASTRAY = "carton astray"  # a piece lies in a carton of another batch, or a closed carton has no weight
    RECEIVED_DIFFERS = "received differs"  # what was counted on an announced line is not what was taken
    HAND_ASTRAY = "hand astray"  # what is in hand at a station stands for no piece any more
    DECISION_ASTRAY = "decision astray"  # a piece stands otherwise than the decision says that counts for it
    SETTLED_NOTHING = "settled nothing"  # an exception was settled of a thing that there is not
    TWO_BENCHES = "two benches"  # one parcel lies open at two stations
    PHOTO_LOST = "photo lost"  # the picture of a photograph is not on the shelf, or is no longer what it was
    FILE_LOST = "file lost"  # a file of a batch is not on the shelf, or is no longer what it was
    STOCK_ASTRAY = "stock astray"  # by the ledger another quantity stands somewhere than by the pieces
    NEGATIVE_STOCK = "negative stock"  # more left a place than ever came there
    MOVE_WITHOUT_STEP = "move without step"  # stock moved in a step of which the journal knows nothing
    AVAILABLE_UNDECIDED = "available undecided"  # what nobody decided, or what is damaged, counts among what is sold
    LOST_REFERENCE = "lost reference"  # a row names another that is not there


@dataclass(frozen=True)
class BookFault:
    """One thing that does not balance; ``subject`` is the number (or place) to look at."""

    fact: BookFact
    subject: str

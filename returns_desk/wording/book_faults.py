"""A sentence for everything that can be wrong with the books."""

from returns_desk.domain.books import BookFact, BookFault
from returns_desk.wording.words import Words


def say_book_fault(words: Words, fault: BookFault) -> str:
    """What does not balance, and where."""
    where = fault.subject
    return {
        BookFact.CHAIN_BROKEN: words("The journal was changed from outside at {where}", where=where),
        BookFact.NUMBER_MISSING: words("A number is missing in the series: {where}", where=where),
        BookFact.COUNTER_BEHIND: words("The counter and the last number differ: {where}", where=where),
        BookFact.PAPER_CHANGED: words("The content of paper {where} was changed", where=where),
        BookFact.LINE_ASTRAY: words("A batch line and its piece do not agree: {where}", where=where),
        BookFact.ITEM_WITHOUT_LINE: words("Piece {where} is in a batch without a line", where=where),
        BookFact.CREDIT_ASTRAY: words("A credit and its lines do not agree: {where}", where=where),
        BookFact.CARTON_ASTRAY: words("A carton and what is in it do not agree: {where}", where=where),
        BookFact.RECEIVED_DIFFERS: words("The pieces received do not match the announced line: {where}", where=where),
        BookFact.HAND_ASTRAY: words("Piece {where} is in hand and is no piece any more", where=where),
        BookFact.DECISION_ASTRAY: words("Piece {where} stands otherwise than its decision says", where=where),
        BookFact.SETTLED_NOTHING: words("An exception was settled of a thing that there is not: {where}", where=where),
        BookFact.TWO_BENCHES: words("Parcel {where} is open at two stations", where=where),
        BookFact.PHOTO_LOST: words("A photograph of {where} is missing or was changed", where=where),
        BookFact.FILE_LOST: words("A file of {where} is missing or was changed", where=where),
        BookFact.STOCK_ASTRAY: words("The stock ledger and the pieces do not agree: {where}", where=where),
        BookFact.NEGATIVE_STOCK: words("More left than ever came: {where}", where=where),
        BookFact.MOVE_WITHOUT_STEP: words("Stock moved in a step that the journal does not have: {where}", where=where),
        BookFact.AVAILABLE_UNDECIDED: words(
            "Piece {where} counts as decided and sound stock, and is undecided, on hold or damaged", where=where
        ),
        BookFact.LOST_REFERENCE: words("A row refers to another that is missing: {where}", where=where),
    }[fault.fact]

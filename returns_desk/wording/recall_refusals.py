"""A sentence for every refusal about goods that must not get to anybody."""

from returns_desk.domain import recall_refusals as r
from returns_desk.domain.refusals import DeskError
from returns_desk.wording.words import Words


def recall_refusal(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    """The fact and the way on; ``None`` for refusals of other families."""
    match refusal:
        case r.LotFirst(number, notice):
            return (
                words(
                    "{number} may be recalled by notice {notice}: its lot was not read", number=number, notice=notice
                ),
                words("Scan the lot or serial number, or type it as (10)LOT; if nobody can read it, hold it (F10)"),
            )
        case r.NotToBeGiven(batch, items):
            return (
                words("Batch {number}: recalled or past their date: {items}", number=batch, items=", ".join(items)),
                words("Take them out of the batch; once it was approved, cancel it and decide the others again"),
            )
    return None

"""A sentence for every refusal of the board of batches."""

from returns_desk.domain import board_refusals as r
from returns_desk.domain.evidence import SERIAL_NUMBER
from returns_desk.domain.items import Disposition
from returns_desk.domain.photos import PhotoKind
from returns_desk.domain.refusals import DeskError
from returns_desk.wording.events_board import say_pieces
from returns_desk.wording.words import Words


def board_refusal(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    """The fact and the way on; ``None`` for refusals of other families."""
    match refusal:
        case r.EvidenceMissing(batch, items, kinds):
            wanted = ", ".join(say_evidence(words, kind) for kind in kinds)
            fact = words(
                "Batch {number}: its supplier wants to see what is missing ({wanted}): {items}",
                number=batch,
                wanted=wanted,
                items=say_pieces(items),
            )
            return fact, words("Photograph the pieces, or take them out of the batch")
        case r.NothingToTurn(batch, to, items):
            fact = words("No piece of {number} may be recycled: {items}", number=batch, items=say_pieces(items))
            if to == Disposition.DONATE:
                fact = words("No piece of {number} may be donated: {items}", number=batch, items=say_pieces(items))
            return fact, words("Take the pieces out of the batch to see what stands against it")
    return _of_destroying(words, refusal)


def _of_destroying(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    match refusal:
        case r.WitnessNeeded(batch):
            return (
                words("{number}: goods are destroyed only before a witness", number=batch),
                words("Scan the witness's badge, or write the name"),
            )
        case r.WitnessTakesPart(batch, witness):
            return (
                words(
                    "{witness} prepared or destroys {number}, and is no witness of it", number=batch, witness=witness
                ),
                words("Let somebody else see it"),
            )
        case r.NotDestroyedHere(batch):
            return (
                words("The goods of {number} are not to be destroyed here", number=batch),
                words("Send them to the partner"),
            )
    return None


def say_evidence(words: Words, kind: str) -> str:
    """What is to be seen of a piece, by its code."""
    if kind == SERIAL_NUMBER:
        return words("serial number")
    return words.name(PhotoKind(kind)) if kind in list(PhotoKind) else kind

"""Why what left the house is not corrected, and the way on."""

from returns_desk.domain.correction_refusals import CreditedAlready, LineCredited, NoSlipYet, NotCorrected
from returns_desk.domain.refusals import DeskError
from returns_desk.wording.words import Words


def correction_refusal(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    """The fact and the way on; none for any other refusal."""
    match refusal:
        case LineCredited(item, credit):
            fact = words("{item} was credited already, by {credit}", item=item, credit=credit)
            return fact, words("A credit that was recorded wrong is reversed first")
        case CreditedAlready(number):
            fact = words("More was credited for {number} than would be left of it", number=number)
            return fact, words("A credit that was recorded wrong is reversed first")
        case NotCorrected(number, "early"):
            way_on = words("Take the line out, or give the batch up")
            return words("{number} has not left yet: its slip needs no correction", number=number), way_on
        case NotCorrected(number):
            return words("{number} is settled and is corrected no more", number=number), ""
        case NoSlipYet(number):
            fact = words("{number} has no slip yet: there is nothing to send a copy of", number=number)
            return fact, words("The slip is issued when the batch is approved")
    return None

"""A sentence for every refusal about goods for charities and recyclers."""

from returns_desk.domain import giving_refusals as r
from returns_desk.domain.refusals import DeskError
from returns_desk.wording.events_giving import say_weight
from returns_desk.wording.words import Words


def giving_refusal(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    """The fact and the way on; ``None`` for refusals of other families."""
    return _of_wiping(words, refusal) or _of_weights(words, refusal) or _of_certificates(words, refusal)


def _of_wiping(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    match refusal:
        case r.NotWiped(batch, items):
            return (
                words("Batch {number}: personal data may be on {items}", number=batch, items=", ".join(items)),
                words("Wipe each and note how, or take it out of the batch"),
            )
        case r.AlreadyWiped(number):
            return words("{number} is wiped already", number=number), ""
        case r.NothingToWipe(number):
            return words("There is nothing to wipe on {number}: it is no device", number=number), ""
        case r.OnlyRecycled(number):
            return (
                words("{number} cannot be shredded: it does not go to a recycler", number=number),
                words("Wipe it another way, or decide it for recycling first"),
            )
    return None


def _of_weights(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    match refusal:
        case r.NotForSuppliers(batch):
            return (
                words("{number} goes to a supplier", number=batch),
                words("Weights by material and certificates are of charities and recyclers"),
            )
        case r.AbsurdWeight(batch, measured, by_products):
            return (
                words(
                    "{number} cannot weigh {measured}: its products weigh {sum}",
                    number=batch,
                    measured=say_weight(words, measured),
                    sum=say_weight(words, by_products),
                ),
                words("Look whether grams were taken for kilograms"),
            )
    return None


def _of_certificates(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    match refusal:
        case r.CertificateUsedBefore(certificate, batch):
            return (
                words(
                    "Certificate {certificate} was received for {batch} already", certificate=certificate, batch=batch
                ),
                words("Does it cover both, say so; else read the number again"),
            )
        case r.NoCertificate(batch):
            return (
                words("No certificate was received for {number} yet", number=batch),
                words("Note its number, or say in a note why the batch is closed without one"),
            )
        case r.NoRegistration(batch, partner, partner_en):
            name = (partner_en or partner) if words.language == "en" else (partner or partner_en)
            return (
                words("{partner} has no registration number, and {number} is a gift", partner=name, number=batch),
                words("Import its number with the suppliers, or say in a note why it goes without"),
            )
    return None

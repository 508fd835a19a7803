"""What a slip's head says beside its lines, as rows of words."""

from returns_desk.documents.kit.bidi import own_direction
from returns_desk.documents.slips.print import SlipPrint
from returns_desk.domain.batches import BatchMode
from returns_desk.domain.slips import SlipParty
from returns_desk.wording import Words

_MOST_SSCC = 16  # the head must leave room for the lines
Fact = tuple[str, str, bool]  # name, value, whether the value is a code


def party_lines(words: Words, party: SlipParty, language: str, *, registered: bool = False) -> list[str]:
    """Number, address and ways to reach one side, one line each, without empty ones.

    A charity or recycler is ``registered`` by its number, where a shop or supplier has a company number.
    """
    number = words("Registration no. {number}" if registered else "Company no. {number}", number=party.company_number)
    lines = [
        number if party.company_number else "",
        own_direction(party.address_in(language)),
        words("Contact: {name}", name=party.contact) if party.contact else "",
        words("Phone {number}", number=party.phone) if party.phone else "",
        own_direction(party.email),
    ]
    return [line for line in lines if line]


def issue_facts(slip: SlipPrint) -> list[Fact]:
    """When and under which numbers the goods go, as far as they are known."""
    content, words = slip.content, slip.words
    refs = content.references
    issued = words.moment(content.issued_at) if content.issued_at else ""
    shipping = words.date(content.shipping_date) if content.shipping_date else ""
    until = words.date(refs.authorization_until) if refs.authorization_until else ""
    rows: list[Fact] = [
        (slip.label(lambda words: words("Issued"), "\n"), issued, True),
        (slip.label(lambda words: words("Shipping date"), "\n"), shipping, True),
        (slip.label(lambda words: words("Batch"), "\n"), content.batch, True),
        (slip.label(lambda words: words("Authorization"), "\n"), refs.authorization, True),
        (slip.label(lambda words: words("Valid until"), "\n"), until, True),
    ]
    return [row for row in rows if row[1]]


def journey_facts(slip: SlipPrint) -> list[Fact]:
    """Papers the goods came with and the way they travel, as far as they are known."""
    refs, words = slip.content.references, slip.words
    packages = words.number(refs.packages) if refs.packages else ""
    more = len(refs.sscc) - _MOST_SSCC
    destroyed = slip.label(lambda words: words.name(BatchMode.DESTROY)) if slip.content.destroyed else ""
    rows: list[Fact] = [
        (slip.label(lambda words: words("The goods")), destroyed, False),
        (slip.label(lambda words: words("Carrier")), refs.carrier, False),
        (slip.label(lambda words: words("Waybill")), refs.waybill, True),
        (slip.label(lambda words: words("Packages")), packages, True),
        (slip.label(lambda words: words("Gross weight")), weight(words, refs.weight_g), False),
        (slip.label(lambda words: words("Purchase order")), refs.purchase_order, True),
        (slip.label(lambda words: words("Supplier's document")), refs.supplier_document, True),
        (slip.label(lambda words: words("Certificate")), refs.certificate, True),
        *(("SSCC", sscc, True) for sscc in refs.sscc[:_MOST_SSCC]),
        (slip.label(lambda words: words("More shipping units")), words.number(more) if more > 0 else "", True),
    ]
    return [row for row in rows if row[1]]


def weight(words: Words, grams: int) -> str:
    """A weight in kilograms; empty when nothing was weighed."""
    return words("{kilos} kg", kilos=words.number(grams / 1000)) if grams else ""

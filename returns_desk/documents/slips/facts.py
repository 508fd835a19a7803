"""What a slip's head says beside its lines, as rows of words."""

from returns_desk.documents.kit.facts import Fact
from returns_desk.documents.kit.figures import weight
from returns_desk.documents.slips.print import SlipPrint
from returns_desk.domain.batches import BatchMode

_MOST_SSCC = 16  # the head must leave room for the lines


def issue_facts(slip: SlipPrint) -> list[Fact]:
    """When and under which numbers the goods go, as far as they are known."""
    content, words = slip.content, slip.words
    refs = content.references
    issued = words.moment(content.issued_at) if content.issued_at else ""
    shipping = words.date(content.shipping_date) if content.shipping_date else ""
    until = words.date(refs.authorization_until) if refs.authorization_until else ""
    rows = [
        Fact(slip.label(lambda words: words("Issued"), "\n"), issued),
        Fact(slip.label(lambda words: words("Shipping date"), "\n"), shipping),
        Fact(slip.label(lambda words: words("Batch"), "\n"), content.batch),
        Fact(slip.label(lambda words: words("Authorization"), "\n"), refs.authorization),
        Fact(slip.label(lambda words: words("Valid until"), "\n"), until),
    ]
    return [row for row in rows if row.value]


def journey_facts(slip: SlipPrint) -> list[Fact]:
    """Papers the goods came with and the way they travel, as far as they are known."""
    refs, words = slip.content.references, slip.words
    packages = words.number(refs.packages) if refs.packages else ""
    more = len(refs.sscc) - _MOST_SSCC
    destroyed = slip.label(lambda words: words.name(BatchMode.DESTROY)) if slip.content.destroyed else ""
    rows = [
        Fact(slip.label(lambda words: words("The goods")), destroyed, False),
        Fact(slip.label(lambda words: words("Carrier")), refs.carrier, False),
        Fact(slip.label(lambda words: words("Waybill")), refs.waybill),
        Fact(slip.label(lambda words: words("Packages")), packages),
        Fact(slip.label(lambda words: words("Gross weight")), weight(words, refs.weight_g), False),
        Fact(slip.label(lambda words: words("Purchase order")), refs.purchase_order),
        Fact(slip.label(lambda words: words("Supplier's document")), refs.supplier_document),
        Fact(slip.label(lambda words: words("Certificate")), refs.certificate),
        *(Fact("SSCC", sscc) for sscc in refs.sscc[:_MOST_SSCC]),
        Fact(slip.label(lambda words: words("More shipping units")), words.number(more) if more > 0 else ""),
    ]
    return [row for row in rows if row.value]

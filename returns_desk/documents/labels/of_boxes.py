"""What the labels of boxes say: a parcel that came, a carton that leaves, a tote in which a batch gathers."""

from returns_desk.documents.kit.figures import weight
from returns_desk.documents.labels.content import ON_WORDS, LabelContent, named, said
from returns_desk.documents.labels.marks import carton_mark, parcel_mark, tote_mark
from returns_desk.documents.names import stream_name
from returns_desk.domain.labels import ToteLabel
from returns_desk.domain.packing import CartonLabel
from returns_desk.domain.snapshots import ParcelSnapshot
from returns_desk.wording import Words


def of_parcel(parcel: ParcelSnapshot, words: Words) -> LabelContent:
    """From whom it came, for which returns."""
    rmas = [words("Return {rma}", rma=rma.number) for rma in parcel.rmas]
    expected = sum(line.quantity for line in parcel.expected)
    customers = dict.fromkeys(rma.customer for rma in parcel.rmas if rma.customer)
    return LabelContent(
        number=parcel.number,
        name=", ".join(customers),
        mark=parcel_mark(words),
        place=words.date(parcel.arrived_at.date()) if parcel.arrived_at else "",
        facts=said(
            (
                *rmas,
                words("{count} units announced", count=expected) if expected else words("Unannounced"),
                parcel.tracking if parcel.tracking != parcel.number else "",
                parcel.carrier,
            )
        ),
    )


def of_carton(label: CartonLabel, words: Words) -> LabelContent:
    """To whom it goes and which of how many it is: what a small label has room for."""
    listed, carton = label.listed, label.carton
    partner = listed.content.partner
    return LabelContent(
        number=carton.number,
        headline=named(partner.name_in(words.language)),
        name="",
        mark=carton_mark(words),
        stress=ON_WORDS,
        place=f"{carton.place}/{len(listed.cartons)}",
        sscc=carton.sscc,
        facts=said(
            (
                named(partner.address_in(words.language)),
                words("Batch {number}", number=listed.content.batch),
                listed.content.number,
                weight(words, carton.weight_g),
                words("{count} units", count=carton.units),
            )
        ),
    )


def of_tote(label: ToteLabel, words: Words) -> LabelContent:
    """Whose goods gather here, and of what."""
    opened = words.date(label.opened_at.date()) if label.opened_at else ""
    return LabelContent(
        number=label.number,
        headline=named(label.partner_in(words.language)),
        name=stream_name(words, label.stream) if label.stream else "",
        mark=tote_mark(label.kind, words),
        stress=ON_WORDS,
        place=label.place,
        facts=said((words("Opened on {day}", day=opened) if opened else "",)),
    )

"""What the labels of one piece say: its licence plate, that it is held, that it is damaged."""

from returns_desk.documents.labels.content import (
    ON_WORDS,
    LabelContent,
    finding_name,
    hold_reason_name,
    named,
    said,
    when,
)
from returns_desk.documents.labels.marks import damage_mark, hold_mark, item_mark
from returns_desk.domain.gtin import has_wrong_check_digit, looks_like_gtin
from returns_desk.domain.items import StockStatus
from returns_desk.domain.labels import DamageLabel, HoldLabel
from returns_desk.domain.snapshots import ItemSnapshot
from returns_desk.wording import Words


def of_item(item: ItemSnapshot, words: Words) -> LabelContent:
    """The licence plate."""
    return LabelContent(
        number=item.number,
        name=_name(item, words),
        mark=item_mark(item, words),
        place=item.batch or item.place or item.product.place,
        grade=item.grade.value if item.grade else "",
        facts=said(
            (
                words.name(item.stock) if item.stock is StockStatus.OPEN_BOX else "",
                *_identity(item, words),
                words("Return {rma}", rma=item.rma) if item.rma else "",
                words("Parcel {number}", number=item.parcel) if item.parcel else "",
                words("Received {moment}", moment=words.moment(item.received_at)),
                _gtin(item, words),
            )
        ),
    )


def of_hold(label: HoldLabel, words: Words) -> LabelContent:
    """Why nobody may move it on, who asked for that and since when."""
    item, since = label.item, when(words, label.since)
    owner = _person(label.owner, item.hold_owner, item.hold_owner_en, words)
    return LabelContent(
        number=item.number,
        headline=hold_reason_name(words, label.reason),
        name=_name(item, words),
        mark=hold_mark(words),
        stress=ON_WORDS,
        place=item.place,
        grade=item.grade.value if item.grade else "",
        facts=said(
            (
                words("Since {moment}", moment=since) if since else "",
                words("For {name}", name=owner) if owner else "",
                named(label.note),
                *_identity(item, words),
                *_came_from(item, words),
            )
        ),
    )


def of_damage(label: DamageLabel, words: Words) -> LabelContent:
    """What is broken on it, who saw it, and how many photographs show it."""
    item, seen = label.item, when(words, label.seen_at)
    who = _person(label.seen_by, item.inspector, item.inspector_en, words)
    return LabelContent(
        number=item.number,
        headline=", ".join(finding_name(words, finding) for finding in label.findings) or words("No finding noted"),
        name=_name(item, words),
        mark=damage_mark(words),
        stress=ON_WORDS,
        place=item.batch or item.place,
        grade=item.grade.value if item.grade else "",
        facts=said(
            (
                words("{count} photographs", count=label.photos) if label.photos else words("No photographs"),
                words("Seen by {name}", name=who) if who else "",
                seen,
                named(item.note),
                *_identity(item, words),
                *_came_from(item, words),
            )
        ),
    )


def _name(item: ItemSnapshot, words: Words) -> str:
    return named(item.product.name_in(words.language))


def _person(said_name: str, own: str, own_en: str, words: Words) -> str:
    """Somebody's name in the label's language, where the piece knows both."""
    if own and said_name in ("", own, own_en):
        return (own_en or own) if words.language == "en" else own
    return said_name


def _identity(item: ItemSnapshot, words: Words) -> tuple[str, ...]:
    return (
        _quantity(item, words),
        words("SKU {sku}", sku=item.product.sku) if item.product.sku else "",
        words("Serial {serial}", serial=item.serial) if item.serial else "",
    )


def _came_from(item: ItemSnapshot, words: Words) -> tuple[str, ...]:
    return (
        words("Return {rma}", rma=item.rma) if item.rma else "",
        words("Parcel {number}", number=item.parcel) if item.parcel else "",
    )


def _quantity(item: ItemSnapshot, words: Words) -> str:
    if item.carton:
        return words("Sealed carton of {count}", count=item.quantity)
    return words("{count} units", count=item.quantity) if item.quantity > 1 else ""


def _gtin(item: ItemSnapshot, words: Words) -> str:
    """The product's barcode as text, as it stands in the catalogue: a wrong check digit is told, never put right."""
    code = next(iter(item.product.codes), "")
    if has_wrong_check_digit(code):
        return words("Wrong GTIN {code}", code=code)
    return words("GTIN {code}", code=code) if looks_like_gtin(code) else ""

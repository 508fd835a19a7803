"""One of each label, and the forms in which it is printed."""

from datetime import UTC, datetime
from functools import cache

from returns_desk.documents.labels import LABEL_SIZES, LabelForm, Labelled, draw_labels
from returns_desk.documents.labels.forms import plan_thing
from returns_desk.documents.labels.plan import Letters
from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.grades import Finding
from returns_desk.domain.items import Disposition, HoldReason, StockStatus
from returns_desk.domain.labels import BinLabel, DamageLabel, HoldLabel, ToteLabel
from tests.documents.labels.test_cartons_on_paper import SSCC, label
from tests.documents.papers import item, parcel, product

SEEN = datetime(2026, 11, 20, 8, 15, tzinfo=UTC)
NOTE = "ממתין לבדיקת מנהלת המשמרת (עד יום ג׳)"
SIZES = (*LABEL_SIZES, "75x40")
LABELS: dict[str, Labelled] = {
    "item": item(),
    "restocked item": item(disposition=Disposition.RESTOCK, place="B-14-2", batch="", grade=None, quantity=12),
    "parcel": parcel(),
    "carton": label(),
    "carton without SSCC": label(""),
    "hold": HoldLabel(item(held=True), next(iter(HoldReason)).value, NOTE, "אבי כהן", SEEN),
    "damage": DamageLabel(item(), tuple(finding.value for finding in Finding)[:4], 3, "דנה לוי", SEEN),
    "tote": ToteLabel("RB-000042", PartnerKind.RECYCLER, "מיחזור הגליל בע״מ", "Galil Recycling", "OUT-2", "weee", SEEN),
    "donation tote": ToteLabel("DB-000007", PartnerKind.CHARITY, "לב רחב (ע״ר)", "Open Heart (NPO)", opened_at=SEEN),
    "bin": BinLabel("OB-C-1", StockStatus.OPEN_BOX, "מדף קופסאות פתוחות"),
    "bin for all": BinLabel("B-14-2"),
}
SSCC_CARTON = "carton"
LONG_NAME, LONG_NAME_EN = "שם ארוך מאוד (מהדורה 2) של מוצר " * 10, "A very long name " * 18
LONG = item(product=product(name=LONG_NAME, name_en=LONG_NAME_EN), serial="8" * 30)


def code_of(name: str, size: str) -> str:
    """What the codes of a label say; an SSCC is 88 mm wide."""
    return f"00{SSCC}" if name == SSCC_CARTON and size.startswith("100") else LABELS[name].number


def kinds() -> list[tuple[str, str, str]]:
    """Label, size and language."""
    return [(name, size, language) for name in LABELS for size in SIZES for language in ("he", "en")]


def texts_of(name: str, size: str, language: str, dpi: int) -> tuple[str, ...]:
    """What is written on a label, as it is read."""
    plan = plan_thing(LABELS[name], LabelForm(language, size, dpi, "pdf"))
    return tuple(element.text for element in plan.elements if isinstance(element, Letters))


@cache
def label_pdf(name: str, size: str, language: str, dpi: int) -> bytes:
    """A label made for a printer."""
    return draw_labels([LABELS[name]], LabelForm(language, size, dpi, "pdf"))


@cache
def label_zpl(name: str, size: str, language: str, dpi: int) -> bytes:
    """The same for a printer that speaks ZPL."""
    return draw_labels([LABELS[name]], LabelForm(language, size, dpi, "zpl"))

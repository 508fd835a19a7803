"""Contents to draw, and eyes to look at what was drawn: pixels, codes, words."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from io import BytesIO
from typing import Any

import pypdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.grades import Grade, WantedOutcome
from returns_desk.domain.items import Disposition, ItemState, ReceiptOutcome, StockStatus
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.slips import SlipContent, SlipLine, SlipParty, SlipReferences, SlipTotals
from returns_desk.domain.snapshots import ExpectedLine, ItemSnapshot, ParcelSnapshot, ProductSnapshot, RmaSnapshot

PRINTED = datetime(2026, 11, 22, 9, 44, tzinfo=timezone(timedelta(hours=2)))
HOSTILE = {
    "markup": '<img src="/etc/passwd"/><b>unclosed & <para',
    "override": "abc\u202egnp.exe\u202c end",
    "emoji": "box \U0001f4e6 \u2764\ufe0f end",
    "long": "שם ארוך מאוד של מוצר " * 15,
    "one word": "X" * 300,
    "control": "a\x00b\x07c\x1bd\u2028e",
    "formula": '=cmd|"/c calc"!A1',
    "isolates": "\u2067\u2067\u2067 end \u2069",
    "blank": "   ",
}
_GOODS = [
    ("אוזניות אלחוטיות WH-300", "Wireless headphones WH-300", "DR", "D"),
    ("קומקום KX-17 (1.7 ל׳)", "Kettle KX-17 (1.7 l)", "PW", "D"),
    ('מגבת חוף 70×140 ס״מ, "כחול ים" [מהדורה 2]', 'Beach towel 70×140 cm, "sea blue" [edition 2]', "DP", "B"),
]


def slip_line(position: int) -> SlipLine:
    """One of three kinds of goods, by its place."""
    name, name_en, reason, grade = _GOODS[position % 3]
    return SlipLine(
        position=position,
        item=f"IT-1-{position:06}",
        sku=f"SKU-{position}",
        supplier_sku="50-XZ/7(B)",
        gtin="7290011234560",
        description=name,
        description_en=name_en,
        serial=f"88121{position:04}" if position % 2 else "",
        lot="" if position % 2 else "L-2026/11",
        quantity=1 + position % 3,
        grade=grade,
        reason=reason,
        outcome="credit",
        value_minor=8450,
        credit_minor=8027,
        weight_g=420,
    )


def slip_content(length: int = 3, kind: PartnerKind = PartnerKind.SUPPLIER, **facts: object) -> SlipContent:
    """A whole slip; ``facts`` replace parts of it."""
    rows = tuple(slip_line(position) for position in range(1, length + 1))
    gross = sum(row.value_minor for row in rows)
    whole: dict[str, object] = {
        "kind": kind,
        "number": f"{kind.document_series}-2026-000117",
        "batch": f"{kind.batch_prefix}-000042",
        "company": SlipParty(
            "דמו בית מסחר בע״מ", "Demo Trading Ltd", "514000000", "רח׳ המלאכה 12, קיסריה", phone="04-0000000"
        ),
        "partner": SlipParty("גליל חשמל בע״מ", "Galil Electric Ltd", "515000001", "כרמיאל", contact="רות לוי"),
        "issued_at": datetime(2026, 11, 22, 7, 44, tzinfo=UTC),
        "shipping_date": date(2026, 11, 23),
        "prepared_by": "דנה לוי",
        "approved_by": "אבי כהן",
        "references": SlipReferences(
            "GE-7781", date(2026, 12, 22), carrier="שליח הספק", waybill="WB 1234567", packages=2, weight_g=14_200
        ),
        "lines": rows,
        "totals": SlipTotals(len(rows), sum(row.quantity for row in rows), gross, 1088, 2500, gross - 3588),
    }
    return SlipContent(**whole | facts)  # type: ignore[arg-type]


def product(**facts: object) -> ProductSnapshot:
    """Headphones with a Hebrew and an English name."""
    whole: dict[str, object] = {
        "id": "p1",
        "sku": "WH-300",
        "name": "אוזניות אלחוטיות (שחור) WH-300",
        "name_en": "Wireless headphones WH-300",
        "codes": ("7290011234560",),
        "category": "audio",
        "cost": None,
        "price": None,
        "supplier_id": None,
    }
    return ProductSnapshot(**whole | facts)  # type: ignore[arg-type]


def item(**facts: object) -> ItemSnapshot:
    """A decided item, for the supplier."""
    whole: dict[str, object] = {
        "id": "i1",
        "number": "IT-1-000512",
        "state": ItemState.DECIDED,
        "outcome": ReceiptOutcome.EXPECTED,
        "product": product(),
        "quantity": 1,
        "parcel": "PA-1-000044",
        "rma": "RMA-20418",
        "customer": "ישראל ישראלי",
        "serial": "88121733",
        "lot": "",
        "expires": None,
        "grade": Grade.D,
        "findings": (),
        "stated": None,
        "disposition": Disposition.SUPPLIER,
        "recommended": Disposition.SUPPLIER,
        "held": False,
        "hold_reason": "",
        "stock": StockStatus.SUPPLIER_RETURN,
        "place": "",
        "batch": "SB-000042",
        "received_at": datetime(2026, 11, 22, 7, 44, tzinfo=UTC),
    }
    return ItemSnapshot(**whole | facts)  # type: ignore[arg-type]


def parcel(number: str = "PA-1-000044") -> ParcelSnapshot:
    """A matched parcel with one announced return of two units."""
    line = ExpectedLine("l1", "RMA-20418", product(), 2, 0)
    wanted = WantedOutcome.REFUND
    rma = RmaSnapshot(
        "r1", "RMA-20418", "open", "דנה כהן", "", False, "", "", None, None, None, None, wanted, (), (line,)
    )
    arrived = datetime(2026, 11, 22, 7, 44, tzinfo=UTC)
    return ParcelSnapshot("p1", number, ParcelState.MATCHED, "RR123456785IL", "דואר ישראל", arrived, (rma,), ())


def pictures(pdf: bytes, dpi: int) -> list[Image.Image]:
    """Every page as the printer's dots."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]


def poppler_picture(pdf: bytes, dpi: int) -> Image.Image:
    """The first page as Poppler sees it."""
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm (poppler-utils) is not on this machine")
    command = ["pdftoppm", "-r", str(dpi), "-png", "-f", "1", "-l", "1", "-"]
    return Image.open(BytesIO(subprocess.run(command, input=pdf, capture_output=True, check=True).stdout)).convert("L")


def codes(picture: Image.Image, kinds: str = "Code128,DataMatrix,EAN13,EAN8,UPCA") -> set[str]:
    """Every code of the kinds we print that can be read in a picture."""
    return {found.text for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.barcode_formats_from_str(kinds))}


def drawn_text(pdf: bytes) -> list[str]:
    """The text of each page in the order of drawing, a line for each piece; nothing is turned round or guessed."""
    return ["\n".join(_pieces(page)) for page in pypdf.PdfReader(BytesIO(pdf)).pages]


def _pieces(page: pypdf.PageObject) -> Iterator[str]:
    """Read the page's own orders, with the table of signs that is in each font."""
    fonts = {name: _signs(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
    signs: dict[int, str] = {}
    piece = ""
    for operands, operator in page.get_contents().operations:
        if operator == b"Tf":
            signs = fonts[operands[0]]
        elif operator == b"Tj":
            piece += "".join(signs[code] for code in operands[0].original_bytes)
        elif operator == b"ET":
            yield piece
            piece = ""


def _signs(font: Any) -> dict[int, str]:
    table = font["/ToUnicode"].get_data().decode("ascii") if "/ToUnicode" in font else ""
    return {int(code, 16): chr(int(sign, 16)) for code, sign in re.findall(r"<(\w\w)> <(\w{4})>\n", table)}


def read_text(pdf: bytes) -> str:
    """The text as a person reads it, through Poppler; its direction marks are taken out."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not on this machine")
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return "".join(sign for sign in run.stdout.decode() if sign not in "\u200e\u200f\u202a\u202b\u202c\u202d\u202e")

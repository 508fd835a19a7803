"""Text that strangers might have typed into any field, and papers and labels that are full of it."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pypdf
from pypdf.generic import DictionaryObject

from returns_desk.documents.day_summary import DaySummary, SummaryRow, render_day_summary
from returns_desk.documents.dispute_letter import render_dispute_letter
from returns_desk.documents.evidence_pack import render_evidence
from returns_desk.documents.labels import Labelled
from returns_desk.documents.packing_list import render_packing_list
from returns_desk.documents.sheets import SheetCode, SheetSection, render_badges, render_command_sheet, render_scan_me
from returns_desk.documents.slips import render_slip
from returns_desk.documents.slips.correction import render_correction
from returns_desk.documents.statement import render_statement
from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.labels import BinLabel, DamageLabel, HoldLabel, ToteLabel
from returns_desk.domain.packing import CartonLabel
from returns_desk.domain.slips import Ribbon, SlipContent, SlipLine, SlipParty
from tests.documents.labels.test_cartons_on_paper import packed
from tests.documents.papers import PRINTED, item, parcel, product, slip_content
from tests.documents.proof.papers_shown import correction
from tests.documents.test_credit_papers import account, letter
from tests.documents.test_evidence_pack import inspection, line, pack

STRANGE = {
    "printer commands": "^XA^JUF^XZ ~JA ^FS^XZ~HS _5EXA",
    "markup": '<img src=/etc/passwd> <a href="file:///etc/passwd">x</a> <para <b>',
    "overrides": "abc\u202egnp.exe\u202c \u2067\u2067 end \u2069 \u200f.",
    "lone surrogates": "half \ud83d and \udce9 end",
    "pdf": ") Tj ET /Im0 Do (\\ << /URI (x) >> \\\\ )",
    "emoji": "קופסה \U0001f4e6 ולב \u2764\ufe0f end",
    "300 letters": "שם ארוך (Hebrew with English) [x] -12.50 " * 8,
    "300 without a blank": "א" * 150 + "W" * 150,
    "controls": "a\x00b\x07c\x1bd\u2028e\tf\r\ng",
    "10,000 letters": "מוצר long (name) " * 600,
}


def party(text: str) -> SlipParty:
    """A company of whom every field is strange."""
    return SlipParty(text, text, text, text, phone=text[:80], contact=text)


def strange_line(row: SlipLine, text: str) -> SlipLine:
    """A line of a slip of which all that people type is strange."""
    return replace(
        row, sku=text, supplier_sku=text, gtin=text, description=text, description_en=text, serial=text, lot=text,
        value_minor=-row.value_minor,
    )  # fmt: skip


def strange_slip(text: str) -> SlipContent:
    """A slip of negative amounts on which everybody and everything is strange."""
    content = slip_content(2)
    refs = replace(content.references, authorization=text, carrier=text, waybill=text, driver=text)
    totals = replace(content.totals, gross_minor=-1, expected_minor=-123_456)
    lines = tuple(strange_line(row, text) for row in content.lines)
    who = {"company": party(text), "partner": party(text), "prepared_by": text, "approved_by": text}
    return replace(content, **who, references=refs, totals=totals, lines=lines)  # type: ignore[arg-type]


def strange_papers(text: str, language: str) -> Iterator[tuple[str, bytes]]:
    """Every paper, full of a strange text."""
    slip = strange_slip(text)
    yield "slip", render_slip(slip, language, Ribbon.DRAFT, 0, PRINTED, text)
    yield "slip in both languages", render_slip(slip, language, Ribbon.ORIGINAL, 0, PRINTED, text, bilingual=True)
    off = replace(correction(), company=slip.company, partner=slip.partner, note=text, issued_by=text, lines=slip.lines)
    yield "correction", render_correction(replace(off, authorization=text), language, 0, PRINTED, text)
    boxes = tuple(replace(carton, lines=slip.lines) for carton in packed((1,)).cartons)
    yield (
        "packing list",
        render_packing_list(replace(packed((1,)), content=slip, cartons=boxes), language, PRINTED, text),
    )
    row = replace(letter(1).lines[0], sku=text, description=text, description_en=text, reason=text)
    credit = replace(letter(1).credits[0], number=text)
    said = replace(letter(1), company=slip.company, partner=slip.partner, note=text, issued_by=text)
    said = replace(said, authorization=text, lines=(row,), credits=(credit,))
    yield "dispute letter", render_dispute_letter(said, language, PRINTED, text)
    owed = replace(account(), company=slip.company, partner=slip.partner)
    yield "statement", render_statement(owed, language, PRINTED, text)
    evil = replace(line(product=product(name=text, name_en=text), serial=text), inspections=(inspection(note=text),))
    proof = replace(pack(replace(evil, photos=())), slip=slip)
    yield "evidence pack", render_evidence(proof, language, lambda _: None, PRINTED, text)
    codes = (SheetCode("DO-A", text, also=text),)
    yield "command sheet", render_command_sheet([SheetSection(text, codes, text)], language)
    yield "page to try", render_scan_me([SheetSection(text, codes, text)], language)
    yield "badges", render_badges(codes, language)
    batches = (SummaryRow("SB-000001", text, text, 1, text, text),)
    yield "day summary", render_day_summary(DaySummary(text, text, ((text, text),), batches, (text,)), language)


def strange_labels(text: str) -> dict[str, Labelled]:
    """Every label, full of a strange text; the numbers in its codes are our own."""
    piece = item(product=product(name=text, name_en=text, sku=text), serial=text, rma=text, place=text, batch="")
    listed = replace(packed((1,), ""), content=strange_slip(text))
    return {
        "item": piece,
        "parcel": replace(parcel(), tracking=text, carrier=text),
        "carton": CartonLabel(listed, listed.cartons[0], "he"),
        "hold": HoldLabel(piece, text, text, text, PRINTED),
        "damage": DamageLabel(piece, (text, text), 2, text, PRINTED),
        "tote": ToteLabel("RB-000042", PartnerKind.RECYCLER, text, text, text, text, PRINTED),
        "bin": BinLabel("B-14-2", None, text),
    }


_LIVELY = (
    "/Annots",
    "/AA",
    "/OpenAction",
    "/URI",
    "/JS",
    "/JavaScript",
    "/Launch",
    "/EmbeddedFiles",
    "/AcroForm",
    "/GoToR",
)


def lively_parts(pdf: bytes) -> list[str]:
    """What in a PDF is not plain drawing: pictures, links, scripts, files."""
    reader = pypdf.PdfReader(BytesIO(pdf))
    found = []
    for number in range(1, len(reader.xref[0]) + 1):
        part = pypdf.generic.IndirectObject(number, 0, reader).get_object()
        if isinstance(part, DictionaryObject):
            found += [name for name in _LIVELY if name in part]
            found += ["/Image"] if part.get("/Subtype") == "/Image" else []
    return found

"""One of each paper in each language, with all that is known of it: its codes, and every text that was drawn."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from returns_desk.documents.day_summary import DaySummary, SummaryRow, render_day_summary
from returns_desk.documents.dispute_letter import render_dispute_letter
from returns_desk.documents.evidence_pack import render_evidence
from returns_desk.documents.kit.dress import Dress
from returns_desk.documents.kit.page import Pen
from returns_desk.documents.packing_list import render_packing_list
from returns_desk.documents.scanner_sheet import TRIAL_CODES, render_scanner_sheet
from returns_desk.documents.sheets import SheetCode, render_badges
from returns_desk.documents.slips import render_slip
from returns_desk.documents.slips.correction import render_correction
from returns_desk.documents.statement import render_statement
from returns_desk.domain.batches import BatchState, PartnerKind
from returns_desk.domain.corrections import Correction
from returns_desk.domain.giving import WipeHow
from returns_desk.domain.items import Disposition
from returns_desk.domain.paper_look import PaperLook, PaperSize
from returns_desk.domain.people import Role
from returns_desk.domain.slips import Ribbon, SlipLine, SlipTotals
from returns_desk.scanning.commands import command_code, every_command
from returns_desk.usecases.print_sheets import draw_command_sheet
from returns_desk.wording import Words
from tests.documents.labels.test_cartons_on_paper import SSCC, packed
from tests.documents.papers import PRINTED, slip_content, slip_line
from tests.documents.test_credit_papers import account, letter
from tests.documents.test_evidence_pack import SEEN, jpeg, line, pack

LANGUAGES = ("he", "en")
BADGES = (("ID-DANA-1", "דנה לוי", "Dana Levi"), ("ID-OMER-2", "עומר כהן", "Omer Cohen"), ("ID-AVI-3", "אבי", "Avi"))


@dataclass(frozen=True)
class Shown:
    """A paper as it came out. ``texts`` in the order of reading; ``dpi`` of the printer its bars are made for."""

    pdf: bytes
    codes: frozenset[str]
    texts: tuple[str, ...]
    dpi: int = 300


Draw = Callable[[str], bytes]


@contextmanager
def overheard() -> Iterator[list[str]]:
    """Collect every text that is drawn, as it is read: the pen turns it round only then."""
    heard: list[str] = []
    usual = Pen.text

    def listening(pen: Pen, text: str, *given: object, **named: object) -> float:
        heard.append(text)
        return usual(pen, text, *given, **named)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Pen, "text", listening)
        yield heard


@cache
def paper(name: str, language: str) -> Shown:
    """Draw one of the papers."""
    draw, codes = PAPERS[name]
    with overheard() as heard:
        pdf = draw(language)
    assert heard, "the pen is not listened to any more"
    return Shown(pdf, frozenset(codes), tuple(filter(None, heard)))


def logo(size: tuple[int, int] = (320, 120)) -> bytes:
    """A shop's mark, as a PNG with a ground one can see through."""
    picture, file = Image.new("RGBA", size, (0, 0, 0, 0)), BytesIO()
    ImageDraw.Draw(picture).ellipse((0, 0, size[1], size[1]), fill=(11, 92, 107, 255))
    picture.save(file, "PNG")
    return file.getvalue()


def dressed(size: PaperSize = PaperSize.LETTER) -> Dress:
    """A look that is not the program's own."""
    footers = {
        "footer": "שעות קבלת סחורה: א׳–ה׳ 8:00–16:00",
        "footer_en": "Goods in: Sunday to Thursday, 8 to 4",
    }
    return Dress(PaperLook(size, "#7A2BA8", logo="0" * 64, **footers), logo())


def slip(language: str, length: int = 3, kind: PartnerKind = PartnerKind.SUPPLIER, **more: object) -> bytes:
    """A slip of so many lines."""
    content = slip_content(length, kind)
    return render_slip(content, language, Ribbon.ORIGINAL, 0, PRINTED, "אבי כהן", **more)  # type: ignore[arg-type]


def _gift(language: str) -> bytes:
    wiped = {"wiped": WipeHow.RESET.value, "wiped_on": "2026-11-20", "wiped_by": "דנה"}
    content = slip_content(2, PartnerKind.CHARITY)
    rows = (replace(content.lines[0], **wiped), *content.lines[1:])  # type: ignore[arg-type]
    return render_slip(replace(content, lines=rows), language, Ribbon.COPY, 2, PRINTED, "Avi")


def correction(lines: int = 2) -> Correction:
    """Some lines of a slip of nine taken off it."""
    whole = slip_content(9)
    off = tuple(slip_line(position) for position in range(1, lines + 1))
    before = whole.totals
    after = SlipTotals(9 - lines, before.units - _units(off), before.gross_minor - 8450 * lines, 1000, 2500, 40_000)
    return Correction(
        kind=whole.kind,
        number="SC-2026-000003",
        slip=whole.number,
        batch=whole.batch,
        company=whole.company,
        partner=whole.partner,
        issued_at=whole.issued_at,
        issued_by="אבי כהן",
        note="שני פריטים נשארו אצלנו, ראו RMA 20418",
        lines=off,
        before=before,
        after=after,
        authorization="GE-7781",
    )


def _units(lines: tuple[SlipLine, ...]) -> int:
    return sum(line.quantity for line in lines)


def _evidence(language: str) -> bytes:
    made = pack(line(1, photos=4), line(2, photos=0, wiped=WipeHow.RESET, wiped_at=SEEN, wiped_by="דנה"))
    return render_evidence(made, language, lambda _: jpeg(size=(400, 300)), PRINTED, "Avi")


def _badges(language: str) -> bytes:
    words = Words(language)
    name = 1 if language == "he" else 2
    return render_badges([SheetCode(row[0], row[name], "brand", words.name(Role.CLERK)) for row in BADGES], language)


def _day(language: str) -> bytes:
    words = Words(language)
    money = words.money(slip_content().money(-123_456))
    rows = tuple(
        SummaryRow(f"SB-{place:06}", "גליל חשמל בע״מ", words.name(state), place, money, f"SR-2026-{place:06}")
        for place, state in enumerate(tuple(BatchState)[:2], 41)
    )
    figures = tuple((words.name(way), str(place)) for place, way in enumerate(Disposition))
    return render_day_summary(DaySummary("דמו בית מסחר", "22.11.2026", figures, rows, ("labels: 12",)), language)


_SLIP = {"SR-2026-000117"}
PAPERS: dict[str, tuple[Draw, set[str]]] = {
    "slip": (slip, _SLIP),
    "slip in both languages": (lambda language: slip(language, bilingual=True), _SLIP),
    "dressed slip": (lambda language: slip(language, dress=dressed()), _SLIP),
    "donation slip": (_gift, {"DN-2026-000117"}),
    "recycling slip": (lambda language: slip(language, kind=PartnerKind.RECYCLER), {"RC-2026-000117"}),
    "correction": (
        lambda language: render_correction(correction(), language, 1, PRINTED, "אבי כהן"),
        {"SC-2026-000003"},
    ),
    "packing list": (lambda language: render_packing_list(packed((3, 2)), language, PRINTED, "דנה"), {f"00{SSCC}"}),
    "packing list without SSCC": (
        lambda language: render_packing_list(packed((3, 2), ""), language, PRINTED, "Dana"),
        {"CT-000001", "CT-000002"},
    ),
    "dispute letter": (lambda language: render_dispute_letter(letter(), language, PRINTED, "אבי"), set()),
    "statement": (lambda language: render_statement(account(), language, PRINTED, "Avi"), set()),
    "evidence pack": (_evidence, {"SR-2026-000117"}),
    "command sheet": (draw_command_sheet, {command_code(command) for command in every_command()}),
    "badges": (_badges, {row[0] for row in BADGES}),
    "scanner sheet": (render_scanner_sheet, set(TRIAL_CODES)),
    "day summary": (_day, set()),
}

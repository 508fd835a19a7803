"""The slip of ``bench_documents`` as fpdf2 draws it: same words, same letters, its own table, its own bidi.

What fpdf2 is spared: it breaks a Hebrew cell after it was put in drawing order (its lines come out last first), turns
no brackets of isolated codes, checks no glyph, fits no column to what is in it, keeps no sums together, and draws
neither bars nor places to sign. Ours does all that in the time that is measured.
"""

from fpdf import FPDF
from fpdf.bidi import BidiParagraph
from fpdf.enums import TextDirection
from fpdf.fonts import FontFace

from returns_desk.documents.kit.figures import figures
from returns_desk.documents.kit.fonts import Face, font_file
from returns_desk.documents.names import outcome_name, reason_name
from returns_desk.domain.slips import SlipContent, SlipLine, SlipParty
from returns_desk.wording import Words

_MARGIN, _HEAD = 40.0, 8.0
_WIDTHS = (62, 62, 84, 28, 34, 68, 76, 120, 76, 24)  # from left to right, as a Hebrew reader sees them last to first


def shown(text: str) -> str:
    """A text in drawing order, by fpdf2's own algorithm."""
    plain = text.translate(dict.fromkeys(range(0x2066, 0x206A)))
    return "\n".join(BidiParagraph(line, TextDirection.RTL).get_reordered_string() for line in plain.split("\n"))


class _Paper(FPDF):
    """Pages with a head and a foot each."""

    def __init__(self, words: Words, content: SlipContent) -> None:
        super().__init__(unit="pt", format="A4")
        self._words, self._content = words, content
        for family, face in (("Heebo", Face.REGULAR), ("Heebo Medium", Face.MEDIUM), ("Heebo Bold", Face.BOLD)):
            self.add_font(family, "", font_file(face))
        self.set_margins(_MARGIN, _MARGIN)
        self.set_auto_page_break(True, 48)

    def header(self) -> None:
        """Title and number."""
        self.set_font("Heebo Bold", size=21 if self.page_no() == 1 else 11)
        self.cell(0, 26, shown(self._words("Supplier return slip")), align="R", new_x="LMARGIN", new_y="NEXT")
        self.set_font("Heebo Bold", size=13)
        self.cell(0, 18, self._content.number, align="R", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        """Which page of how many."""
        self.set_y(-36)
        self.set_font("Heebo", size=7.5)
        page = self._words("Page {page} of {pages}", page=self.page_no(), pages="{nb}")
        self.cell(0, 10, shown(page), align="C")


def draw_by_fpdf(content: SlipContent) -> bytes:
    """The slip as PDF."""
    words = Words("he")
    paper = _Paper(words, content)
    paper.add_page()
    paper.set_font("Heebo", size=9)
    for party in (content.company, content.partner):
        for line in _party(words, party):
            paper.cell(0, 12, shown(line), align="R", new_x="LMARGIN", new_y="NEXT")
    paper.set_font("Heebo", size=8.5)
    _draw_table(paper, words, content)
    for name, amount in _sums(words, content):
        paper.cell(0, 14, f"{amount}   {shown(name)}", align="L", new_x="LMARGIN", new_y="NEXT")
    return bytes(paper.output())


def _draw_table(paper: FPDF, words: Words, content: SlipContent) -> None:
    medium = FontFace(family="Heebo Medium", size_pt=7.5)
    with paper.table(
        col_widths=_WIDTHS, line_height=11.5, text_align="RIGHT", headings_style=medium, borders_layout="MINIMAL"
    ) as table:
        heads = ("Expected credit", "Value", "Reason, asked for", "Grade", "Units", "Serial / lot")
        heads = (*heads, "Barcode / supplier's SKU", "Description", "Item / our SKU")
        table.row([*(shown(words(head)) for head in heads), "#"])
        for line in content.lines:
            table.row(_cells(words, content, line))


def _cells(words: Words, content: SlipContent, line: SlipLine) -> list[str]:
    return [
        figures(content.money(line.credit_minor)),
        figures(content.money(line.value_minor)),
        shown(f"{reason_name(words, line.reason)}\n{line.reason} · {outcome_name(words, line.outcome)}"),
        line.grade,
        words.number(line.quantity),
        "\n".join(filter(None, (line.serial, line.lot))),
        f"{line.gtin}\n{line.supplier_sku}",
        shown(line.description_in("he")),
        f"{line.item}\n{line.sku}",
        str(line.position),
    ]


def _party(words: Words, party: SlipParty) -> list[str]:
    lines = (party.name_in("he"), party.company_number, party.address_in("he"), party.phone, party.contact)
    return [words("To"), *filter(None, lines)]


def _sums(words: Words, content: SlipContent) -> list[tuple[str, str]]:
    totals = content.totals
    names = (words("Value"), words("Handling fee"), words("Freight"), words("Expected credit"))
    minors = (totals.gross_minor, -totals.fee_minor, -totals.freight_minor, totals.expected_minor)
    return [(name, figures(content.money(minor))) for name, minor in zip(names, minors, strict=True)]

"""A slip that nobody issued, to see how the shop's papers look."""

from datetime import datetime

from returns_desk.documents.kit.dress import Dress
from returns_desk.documents.slips import render_slip
from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.slips import Ribbon, SlipContent, SlipLine, SlipParty, SlipReferences, SlipTotals
from returns_desk.domain.snapshots import Company
from returns_desk.usecases.issue_slip import our_side

_PARTNER = SlipParty(
    name='ספק לדוגמה בע"מ',
    name_en="Sample Supplier Ltd",
    company_number="513000000",
    address="דרך השלום 5, חולון",
    address_en="5 HaShalom Rd, Holon",
    phone="03-0000000",
)
_LINES = (
    SlipLine(
        position=1,
        item="IT-1-000007",
        sku="KETTLE-17",
        supplier_sku="GK-1700",
        gtin="7290000000008",
        description="קומקום חשמלי 1.7 ל'",
        description_en="Electric kettle 1.7 l",
        serial="SN-20417",
        grade="C",
        reason="DM",
        outcome="credit",
        value_minor=18990,
        credit_minor=18990,
    ),
    SlipLine(
        position=2,
        item="IT-1-000012",
        sku="LAMP-LED",
        supplier_sku="GL-40",
        description="מנורת שולחן LED",
        description_en="LED desk lamp",
        quantity=2,
        grade="B",
        reason="DP",
        outcome="credit",
        value_minor=15800,
        credit_minor=14220,
    ),
)


def sample_slip(company: Company, moment: datetime) -> SlipContent:
    """The slip, as from this shop."""
    gross, expected = 34790, 33210
    return SlipContent(
        kind=PartnerKind.SUPPLIER,
        number="",
        batch="SB-000000",
        company=our_side(company),
        partner=_PARTNER,
        issued_at=moment,
        references=SlipReferences(authorization="RA-10412", packages=1, weight_g=3200),
        lines=_LINES,
        totals=SlipTotals(lines=2, units=3, gross_minor=gross, expected_minor=expected),
        currency=company.currency,
        look=company.look,
    )


def draw_sample(company: Company, dress: Dress, language: str, moment: datetime) -> bytes:
    """Draw it as a draft, in ``he``, ``en`` or ``both``."""
    content, spoken = sample_slip(company, moment), "he" if language == "both" else language
    return render_slip(content, spoken, Ribbon.DRAFT, 0, moment, "", dress=dress, bilingual=language == "both")

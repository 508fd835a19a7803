"""The shop's details and the look of its papers as they are typed, and what does not fit. Pure."""

from dataclasses import replace
from typing import Any

from returns_desk.domain.beginnings import Misfit, company_misfits
from returns_desk.domain.paper_look import PaperLook, PaperSize, look_faults
from returns_desk.domain.snapshots import Company
from returns_desk.wording import Words
from returns_desk.wording.paper_look import say_paper_fault

Texts = dict[str, str]
COMPANY_FIELDS = ("name", "name_en", "company_number", "address", "address_en", "phone", "email")
LOOK_FIELDS = ("colour", "size", "footer", "footer_en")


def type_paper(company: Company) -> Texts:
    """The shop and its look as texts, by the names of their fields."""
    texts = {name: str(getattr(company, name)) for name in COMPANY_FIELDS}
    return texts | {name: text for name, text in company.look.facts().items() if name in LOOK_FIELDS}


def read_company(texts: Texts, before: Company) -> Company:
    """The shop that the texts make; its currency is what it was."""
    typed: dict[str, Any] = {name: " ".join(texts[name].split()) for name in COMPANY_FIELDS}
    typed["company_number"] = typed["company_number"].upper()
    return replace(before, **typed)


def read_look(texts: Texts, logo: str) -> PaperLook:
    """The look that the texts make; ``logo`` is the fingerprint of one that is kept."""
    footers = {name: " ".join(texts[name].split()) for name in ("footer", "footer_en")}
    return PaperLook(PaperSize(texts["size"]), texts["colour"].strip().upper(), logo, **footers)


def say_faults(words: Words, company: Company, look: PaperLook) -> dict[str, str]:
    """What does not fit, in words, by the fields' names."""
    misfits: dict[str, Misfit | None] = {**company_misfits(company), **dict.fromkeys(look_faults(look))}
    return {
        name: say_paper_fault(words, name, str(getattr(look, name, "")), misfit) for name, misfit in misfits.items()
    }

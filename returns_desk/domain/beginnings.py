"""What a shop of one's own begins with: the company, its first person, and what may stand in each field."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from returns_desk.domain.snapshots import Company
from returns_desk.domain.texts import is_mail_address

LONGEST_TEXT = 120
_BADGE = re.compile(r"ID-[A-Z0-9-]{0,36}[A-Z0-9]")
_PIN = re.compile(r"[0-9]{4,12}")
_CURRENCY = re.compile(r"[A-Z]{3}")
_COMPANY_NUMBER = re.compile(r"[A-Z0-9][A-Z0-9 ./-]{1,19}")
_PHONE = re.compile(r"[0-9+*][0-9 ()*.-]{2,24}")
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # none is taken for another, all survive a Hebrew keyboard
_BADGE_SIGNS = 13  # of five bits each: 65 bits


@dataclass(frozen=True)
class FirstPerson:
    """Who may do everything from the first day on; badge and PIN are never shown by chance."""

    name: str
    badge: str = field(repr=False)
    pin: str = field(repr=False)
    language: str = ""


@dataclass(frozen=True)
class NewShop:
    """A shop as a person enters it."""

    company: Company
    person: FirstPerson


class Misfit(StrEnum):
    """Why a field does not fit."""

    MISSING = "missing"
    TOO_LONG = "too long"
    NOT_A_COMPANY_NUMBER = "not a company number"
    NOT_A_PHONE = "not a phone number"
    NOT_A_MAIL_ADDRESS = "not a mail address"
    NOT_A_CURRENCY = "not a currency"
    NOT_A_BADGE = "not a badge"
    NOT_A_PIN = "not a PIN"


def misfits(shop: NewShop) -> dict[str, Misfit]:
    """What does not fit, by the field's name, in the order of the form; nothing when all fits."""
    company, person = shop.company, shop.person
    found = {
        "currency": _written(company.currency, _CURRENCY, Misfit.NOT_A_CURRENCY, needed=True),
        "supervisor": _text(person.name, needed=True),
        "badge": _written(person.badge, _BADGE, Misfit.NOT_A_BADGE, needed=True),
        "pin": _written(person.pin, _PIN, Misfit.NOT_A_PIN, needed=True),
    }
    return company_misfits(company) | _true(found)


def company_misfits(company: Company) -> dict[str, Misfit]:
    """What does not fit in the company's details, its currency aside."""
    mail = company.email
    return _true(
        {
            "name": _text(company.name, needed=True),
            "name_en": _text(company.name_en),
            "company_number": _written(company.company_number.upper(), _COMPANY_NUMBER, Misfit.NOT_A_COMPANY_NUMBER),
            "address": _text(company.address),
            "address_en": _text(company.address_en),
            "phone": _written(company.phone, _PHONE, Misfit.NOT_A_PHONE),
            "email": Misfit.NOT_A_MAIL_ADDRESS if mail and not is_mail_address(mail) else _text(mail),
        }
    )


def _true(found: dict[str, Misfit | None]) -> dict[str, Misfit]:
    return {name: misfit for name, misfit in found.items() if misfit is not None}


def make_badge(choose: Callable[[str], str]) -> str:
    """A badge nobody can guess (65 bits); ``choose`` picks one sign of an alphabet, in secret."""
    return "ID-" + "".join(choose(_ALPHABET) for _ in range(_BADGE_SIGNS))


def _text(text: str, *, needed: bool = False) -> Misfit | None:
    if not text.strip():
        return Misfit.MISSING if needed else None
    return Misfit.TOO_LONG if len(text) > LONGEST_TEXT else None


def _written(text: str, form: re.Pattern[str], misfit: Misfit, *, needed: bool = False) -> Misfit | None:
    if not text:
        return Misfit.MISSING if needed else None
    return None if form.fullmatch(text) else misfit

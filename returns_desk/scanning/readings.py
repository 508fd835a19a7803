"""All that a single number may be: product, parcel, phone, serial number; ranked, best first.

What a symbology or a letter proves goes first, then check digits of products, then numbers that only look like a
carrier's. A product number with a wrong check digit is never taken for a product.
"""

import re

from returns_desk.scanning.carriers import carriers_of
from returns_desk.scanning.product_codes import (
    any_but_zero,
    expand_upc_e,
    has_right_check_digit,
    is_gtin,
    is_imei,
    is_number,
    is_restricted,
    isbn13_of,
    looks_like_gtin,
    normal_gtin,
)
from returns_desk.scanning.scan import Candidate, ScanKind, ScanWarning
from returns_desk.scanning.symbology import Symbology

Notes = tuple[ScanWarning, ...]
_SERIAL = re.compile(r"(?:S/N|SN|SERIAL(?: ?NO)?\.?) ?[:#]? ?([A-Z0-9][A-Z0-9/.-]{3,29})", re.IGNORECASE)
_GROUPED = re.compile(r"[0-9]+(?:[ -][0-9]+)*[ -]?[Xx]?")


def number_readings(text: str, printed: Symbology) -> tuple[tuple[Candidate, ...], Notes]:
    """List what a text may be, the likeliest first, with the warnings that go with the first."""
    digits = text.replace(" ", "").replace("-", "") if _GROUPED.fullmatch(text) else text
    if printed.is_product:
        return _printed_product(digits, printed)
    products = _product_readings(digits, text)
    carriers = _carrier_readings(text)
    telling = tuple(reading for reading in carriers if not is_number(reading.value))
    guesses = tuple(reading for reading in carriers if is_number(reading.value))
    others = guesses if products else _placed(guesses, digits)
    found = (*telling, *products, *_other_numbers(digits, text), *others)
    return found, _notes(found)


def product_parts(gtin: str) -> dict[str, str]:
    """The parts of a product number in its normal form; ``gtin`` always has 14 digits."""
    parts = {"gtin": gtin.rjust(14, "0")}
    if gtin[:3] in ("978", "979") and len(gtin) == 13:
        parts["isbn"] = gtin
    if len(gtin) == 13 and is_restricted(gtin):
        parts |= {"article": gtin[:7], "measure": gtin[7:12]}
    return parts


def product_notes(gtin: str) -> Notes:
    """What to know about a right product number."""
    return (ScanWarning.RESTRICTED_CIRCULATION,) if is_restricted(gtin) else ()


def _product(number: str) -> Candidate:
    """The reading of a number whose check digit is right."""
    gtin = normal_gtin(number)
    return Candidate(ScanKind.PRODUCT, gtin, product_parts(gtin))


def _printed_product(digits: str, printed: Symbology) -> tuple[tuple[Candidate, ...], Notes]:
    """A number printed as EAN or UPC is a product, right or wrong."""
    if printed is Symbology.UPC_E:
        digits = expand_upc_e(digits.rjust(8, "0")) or digits
    elif len(digits) in (15, 18) and is_gtin(digits[:13]):
        digits = digits[:13]  # an add-on behind it: an issue or a price, not part of the number
    if is_gtin(digits):
        reading = _product(digits)
        return (reading,), product_notes(reading.value)
    return (Candidate(ScanKind.PRODUCT_WRONG, digits),), (ScanWarning.WRONG_CHECK_DIGIT,)


def _product_readings(digits: str, text: str) -> tuple[Candidate, ...]:
    """All products a text may be, by check digit: GTIN, UPC-E, ISBN."""
    found = [_product(digits)] if is_gtin(digits) else []
    upc = expand_upc_e(digits)
    if upc and any_but_zero(upc):
        found.append(_product(upc))
    isbn = isbn13_of(text)
    if isbn and len(digits) == 10:
        found.append(_product(isbn))
    return tuple(found)


def _other_numbers(digits: str, text: str) -> tuple[Candidate, ...]:
    """Phones, shipping containers and serial numbers that say so."""
    if is_imei(digits):
        return (Candidate(ScanKind.IMEI, digits, {"imei": digits}),)
    if len(digits) == 18 and is_number(digits) and has_right_check_digit(digits) and any_but_zero(digits):
        return (Candidate(ScanKind.SSCC, digits, {"sscc": digits}),)
    serial = _SERIAL.fullmatch(text)
    return (Candidate(ScanKind.SERIAL, serial[1], {"serial": serial[1]}),) if serial else ()


def _carrier_readings(text: str) -> tuple[Candidate, ...]:
    """All carriers a text may be a number of."""
    return tuple(Candidate(ScanKind.TRACKING, reading.number, reading.parts) for reading in carriers_of(text))


def _placed(guesses: tuple[Candidate, ...], digits: str) -> tuple[Candidate, ...]:
    """Carriers guessed from digits, with "a mistyped product" before those that prove nothing by a check digit."""
    if not looks_like_gtin(digits):
        return guesses
    wrong = Candidate(ScanKind.PRODUCT_WRONG, digits)
    checked = tuple(guess for guess in guesses if "checked" in guess.parts)
    return (*checked, wrong, *(guess for guess in guesses if guess not in checked))


def _notes(found: tuple[Candidate, ...]) -> Notes:
    """The warnings that belong to the first reading."""
    if not found:
        return ()
    best = found[0]
    if best.kind is ScanKind.PRODUCT:
        return product_notes(best.value)
    if best.kind is ScanKind.PRODUCT_WRONG:
        return (ScanWarning.WRONG_CHECK_DIGIT,)
    if best.kind is ScanKind.TRACKING and is_number(best.value):
        return (ScanWarning.NUMBER_ONLY,)
    return ()

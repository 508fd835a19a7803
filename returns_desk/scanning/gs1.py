"""Read GS1 messages: application identifiers with or without brackets, Digital Links, ISO 15434 envelopes.

biip does the parsing. It is imported at the first message only: it takes 85 ms, a third of the time an empty window
needs to open, and most scans are not GS1 messages.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from returns_desk.scanning.layout import GS
from returns_desk.scanning.product_codes import has_right_check_digit, is_gtin, is_number, is_restricted, normal_gtin
from returns_desk.scanning.scan import Candidate, ScanKind, ScanWarning

if TYPE_CHECKING:
    from biip.gs1_element_strings import GS1ElementString

RS, EOT = "\x1e", "\x04"
_ENVELOPE = re.compile(rf"\[\)>{RS}(05|06){GS}(.*?)(?:{RS}{EOT}?|{EOT}|\Z)", re.DOTALL)
_IN_BRACKETS = re.compile(r"(?:\([0-9]{2,4}\)[^()]+)+")
_BRACKETED = re.compile(r"\(([0-9]{2,4})\)([^()]+)")
_LINK = re.compile(r"https?://[^/\s]+/.*?\b(?:00|01|gtin|sscc|8006|8018|414)/[0-9]", re.IGNORECASE)
_STANDS_FOR_GS = ("\u241d", "<GS>", "{GS}", "<FNC1>", "{FNC1}")
_NAMES = {"00": "sscc", "01": "gtin", "02": "content_gtin", "10": "lot", "11": "produced", "15": "best_before",
          "17": "expiry", "21": "serial", "22": "variant", "30": "quantity", "37": "quantity", "240": "article",
          "241": "customer_article", "400": "order", "401": "consignment", "410": "ship_to", "420": "postal_code",
          "8008": "produced_at", "8020": "payment_slip", "8200": "link"}  # fmt: skip
_WEIGHT = re.compile("310[0-5]")
_IDENTIFIERS_06 = {"1P": "article", "P": "article", "S": "serial", "Q": "quantity", "1T": "lot", "T": "lot",
                   "14D": "expiry", "1J": "sscc", "K": "order", "1K": "order"}  # fmt: skip
_FIELD_06 = re.compile("([0-9]{0,3}[A-Z])(.+)")


@dataclass(frozen=True)
class Gs1Message:
    """The parts of a message by plain names (gtin, sscc, lot, expiry, serial, quantity ...)."""

    parts: dict[str, str] = field(default_factory=dict)
    wrong_check_digit: bool = False


def looks_like_gs1(text: str) -> bool:
    """Say whether a text without a telling symbology may still be a GS1 message; cheap, asked of every scan."""
    if len(text) < 16:
        return text[:1] == "(" and _IN_BRACKETS.fullmatch(text) is not None
    if text[:2] == "01" and is_gtin(text[2:16]):
        return True
    if text[:2] == "00" and len(text) >= 20 and is_number(text[:20]):
        return has_right_check_digit(text[2:20])
    if GS in text or text[0] in "([h" or text[0] == "H" or any(sign in text for sign in _STANDS_FOR_GS):
        return text[:4] == "[)>" + RS or is_number(text[:2]) or _reads_as_link_or_brackets(text)
    return False


def _reads_as_link_or_brackets(text: str) -> bool:
    """The slower half of ``looks_like_gs1``."""
    return _LINK.match(text) is not None or _IN_BRACKETS.fullmatch(text) is not None


def read_gs1(text: str) -> Gs1Message | None:
    """Parse a message; None if it does not follow the standard."""
    envelope = _ENVELOPE.match(text)
    if envelope and envelope[1] == "06":
        return _read_format_06(envelope[2])
    plain = _as_element_strings(envelope[2] if envelope else text)
    elements = _parse(plain)
    if not elements:
        return None
    parts: dict[str, str] = {}
    for element in elements:
        name, value = _name_and_value(element)
        parts.setdefault(name, value)
    wrong = any(name in parts and not _right(parts[name]) for name in ("gtin", "content_gtin", "sscc"))
    return Gs1Message(parts, wrong)


def reading_of(message: Gs1Message, text: str) -> tuple[Candidate, tuple[ScanWarning, ...]]:
    """Say what a message is about: a shipping container, a product, a serial number, or nothing we handle."""
    parts = message.parts
    notes = (ScanWarning.WRONG_CHECK_DIGIT,) if message.wrong_check_digit else ()
    if "sscc" in parts:
        return Candidate(ScanKind.UNKNOWN if notes else ScanKind.SSCC, parts["sscc"], parts), notes
    if "gtin" in parts or "content_gtin" in parts:
        gtin = parts.get("gtin") or parts["content_gtin"]
        if notes:
            return Candidate(ScanKind.PRODUCT_WRONG, gtin, parts), notes
        normal = normal_gtin(gtin)
        restricted = (ScanWarning.RESTRICTED_CIRCULATION,) if is_restricted(normal) else ()
        return Candidate(ScanKind.PRODUCT, normal, parts), restricted
    if "serial" in parts:
        return Candidate(ScanKind.SERIAL, parts["serial"], parts), notes
    return Candidate(ScanKind.UNKNOWN, text, parts), notes


def warm_up() -> None:
    """Import biip now, so that the first message does not wait for it; to be called away from the window's thread."""
    _parse("0104006381333931")


def _parse(text: str) -> "Iterable[GS1ElementString]":
    """Give biip's element strings, or nothing; it reports errors in the answer, and its own slips end here as well."""
    import biip  # noqa: PLC0415  measured: 85 ms, see the module's docstring

    try:
        answer = biip.parse(text)
    except Exception:  # noqa: BLE001  whatever a stranger's code contains, a scan gives an answer
        return ()
    if answer.gs1_message:
        return answer.gs1_message.element_strings
    if answer.gs1_digital_link_uri:
        return answer.gs1_digital_link_uri.element_strings
    return ()


def _as_element_strings(text: str) -> str:
    """Turn brackets and printed stand-ins for GS into a plain message."""
    for stand_in in _STANDS_FOR_GS:
        text = text.replace(stand_in, GS)
    if text[:1] == "(" and _IN_BRACKETS.fullmatch(text):
        return GS.join(f"{found[1]}{found[2].strip()}" for found in _BRACKETED.finditer(text))
    return text.strip(GS)


def _name_and_value(element: "GS1ElementString") -> tuple[str, str]:
    """The plain name of an element and its value; dates as ISO, weights in kilograms."""
    code = element.ai.ai
    if element.date is not None:
        return _NAMES.get(code, code), element.date.isoformat()
    if _WEIGHT.fullmatch(code) and element.decimal is not None:
        return "weight_kg", str(element.decimal)
    return _NAMES.get(code, code), element.value


def _read_format_06(body: str) -> Gs1Message | None:
    """Read the data identifiers of ISO 15434 format 06, as electronics makers print them."""
    parts: dict[str, str] = {}
    for written in body.split(GS):
        found = _FIELD_06.fullmatch(written)
        if found:
            parts.setdefault(_IDENTIFIERS_06.get(found[1], found[1]), found[2])
    return Gs1Message(parts) if parts else None


def _right(number: str) -> bool:
    """Whether a GTIN or SSCC of a message carries its own check digit."""
    return is_number(number) and has_right_check_digit(number)

"""How the shop's papers look: its logo, colour, footer and the size of its sheets; frozen with every numbered paper."""

import re
from dataclasses import dataclass
from enum import StrEnum

from returns_desk.domain.frozen import known_facts

BRAND = "#0B5C6B"
LONGEST_FOOTER = 200
_COLOUR = re.compile(r"#[0-9A-F]{6}")
_LEAST_CONTRAST = 4.5  # against white, as WCAG counts it: what is paler is lost on a grey laser


class PaperSize(StrEnum):
    """A sheet of an office printer."""

    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True)
class PaperLook:
    """``colour`` as ``#RRGGBB``; ``logo`` is the SHA-256 of a kept picture, empty: none."""

    size: PaperSize = PaperSize.A4
    colour: str = BRAND
    logo: str = ""
    footer: str = ""
    footer_en: str = ""

    @classmethod
    def from_facts(cls, facts: dict[str, str]) -> "PaperLook":
        """Read kept facts back; what a newer program wrote is left out, a size it does not know is A4."""
        size = facts.get("size", "")
        known = known_facts(cls, facts) | {"size": PaperSize(size) if size in set(PaperSize) else PaperSize.A4}
        return cls(**known)

    def footer_in(self, language: str) -> str:
        """The footer in a language, else the one there is."""
        return (self.footer_en or self.footer) if language == "en" else (self.footer or self.footer_en)


def look_faults(look: PaperLook) -> tuple[str, ...]:
    """Names of the fields that do not fit, in their order."""
    faults = []
    if not _COLOUR.fullmatch(look.colour) or contrast_on_white(look.colour) < _LEAST_CONTRAST:
        faults.append("colour")
    faults += [name for name in ("footer", "footer_en") if len(getattr(look, name)) > LONGEST_FOOTER]
    return tuple(faults)


def contrast_on_white(colour: str) -> float:
    """Contrast of ``#RRGGBB`` against white, 1 to 21, by WCAG 2's relative luminance."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    luminance = sum(weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (luminance + 0.05)

"""How the shop's papers look: its logo, colour, footer and the size of its sheets; frozen with every numbered paper."""

import re
from dataclasses import asdict, dataclass
from enum import StrEnum

from returns_desk.domain.frozen import known_facts

BRAND = "#0B5C6B"
LONGEST_FOOTER = 200
WIDEST_LOGO, HIGHEST_LOGO = 1200, 480  # pixels of a logo as it is kept: sharp at 600 dpi in the head of a page
LARGEST_LOGO = 3 * 1024 * 1024
_PNG, _PNG_HEAD = b"\x89PNG\r\n\x1a\n", 33
_COLOUR = re.compile(r"#[0-9A-F]{6}")
LEAST_CONTRAST = 4.5  # against white, as WCAG counts it: what is paler is lost on a grey laser


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

    def facts(self) -> dict[str, str]:
        """Every part of the look as a text, by its name."""
        return {name: str(value) for name, value in asdict(self).items()}

    def footer_in(self, language: str) -> str:
        """The footer in a language, else the one there is."""
        return (self.footer_en or self.footer) if language == "en" else (self.footer or self.footer_en)


def look_faults(look: PaperLook) -> tuple[str, ...]:
    """Names of the fields that do not fit, in their order."""
    faults = []
    if not is_colour(look.colour) or contrast_on_white(look.colour) < LEAST_CONTRAST:
        faults.append("colour")
    faults += [name for name in ("footer", "footer_en") if len(getattr(look, name)) > LONGEST_FOOTER]
    return tuple(faults)


def is_colour(text: str) -> bool:
    """Whether a text is ``#RRGGBB``, in capitals."""
    return _COLOUR.fullmatch(text) is not None


def contrast_on_white(colour: str) -> float:
    """Contrast of ``#RRGGBB`` against white, 1 to 21, by WCAG 2's relative luminance."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    luminance = sum(weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (luminance + 0.05)


def png_size(picture: bytes) -> tuple[int, int] | None:
    """Width and height by a PNG's own head; ``None`` for what does not begin as a PNG, or is too large for a head."""
    if len(picture) > LARGEST_LOGO or not picture.startswith(_PNG) or len(picture) < _PNG_HEAD:
        return None
    width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    return (width, height) if 0 < width <= WIDEST_LOGO and 0 < height <= HIGHEST_LOGO else None

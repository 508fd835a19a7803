"""The few codes from which it is told how a scanner is set up: on the screen, and on A4 where it reads no screen."""

from returns_desk.documents.kit.barcodes import Bars
from returns_desk.documents.kit.dress import PLAIN, Dress
from returns_desk.documents.sheets import SheetCode, SheetSection, render_scan_me
from returns_desk.wording import Words

# capitals, small letters and figures; figures only; two fields parted by the group separator
LETTERS, FIGURES, FIELDS = "aBcX-7", "2950000000013", "10A7\x1d21B9"
TRIAL_CODES = (LETTERS, FIGURES, FIELDS)
_SYMBOLOGIES = {LETTERS: "code128", FIGURES: "ean", FIELDS: "gs1-128"}


def trial_codes(words: Words) -> tuple[SheetCode, ...]:
    """The codes with what each is for."""
    names = {
        LETTERS: (words("Letters"), words("Tells the keyboard's language and CapsLock")),
        FIGURES: (words("Figures"), words("Tells whether the kind of barcode is sent with it")),
        FIELDS: (words("Two fields"), words("Tells whether the sign between fields arrives")),
    }
    return tuple(SheetCode(code, names[code][0], also=names[code][1], symbology=_SYMBOLOGIES[code]) for code in names)


def trial_bars(code: SheetCode) -> Bars:
    """The code's bars, to be drawn on a screen."""
    return code.bars


def render_scanner_sheet(language: str, *, dress: Dress = PLAIN) -> bytes:
    """The codes on A4 as PDF."""
    words = Words(language)
    note = words("Open the settings, press Try the scanner, and scan each code once.")
    return render_scan_me(
        [SheetSection(words("How is this scanner set up?"), trial_codes(words), note)], language, dress=dress
    )

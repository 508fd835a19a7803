"""What a scan is and how it was read, in words; and why a picture could not be looked at."""

from collections.abc import Mapping

from returns_desk.domain.scan_facts import PictureError, ScanKind, ScanWarning
from returns_desk.wording.marks import say
from returns_desk.wording.words import Words

KINDS: dict[ScanKind, str] = {
    ScanKind.EMPTY: say("Nothing was scanned"),
    ScanKind.UNREADABLE: say("Unreadable"),
    ScanKind.COMMAND: say("Command"),
    ScanKind.COMMAND_UNKNOWN: say("Unknown command"),
    ScanKind.BADGE: say("Badge"),
    ScanKind.ITEM: say("Item"),
    ScanKind.PARCEL: say("Parcel"),
    ScanKind.BATCH: say("Batch"),
    ScanKind.DOCUMENT: say("Document"),
    ScanKind.CARTON: say("Carton"),
    ScanKind.PLACE: say("Place"),
    ScanKind.RMA: say("Return authorization"),
    ScanKind.PRODUCT: say("Product"),
    ScanKind.PRODUCT_WRONG: say("Product number, misread"),
    ScanKind.SSCC: say("Shipping unit (SSCC)"),
    ScanKind.TRACKING: say("Tracking number"),
    ScanKind.IMEI: say("Device number (IMEI)"),
    ScanKind.SERIAL: say("Serial number"),
    ScanKind.UNKNOWN: say("Unknown code"),
}
WARNINGS: dict[ScanWarning, str] = {
    ScanWarning.WRONG_CHECK_DIGIT: say("The check digit is wrong: scan it again"),
    ScanWarning.HEBREW_LAYOUT_UNDONE: say("The keyboard was set to Hebrew; that was undone"),
    ScanWarning.CAPS_LOCK_UNDONE: say("Caps Lock was on; that was undone"),
    ScanWarning.CONTROL_SIGNS_DROPPED: say("Control characters in the code were left out"),
    ScanWarning.RESTRICTED_CIRCULATION: say("A shop's own number or weighed goods, not a worldwide number"),
    ScanWarning.TOO_LONG: say("Too long for a code"),
    ScanWarning.UNKNOWN_COMMAND: say("There is no such command"),
    ScanWarning.NUMBER_ONLY: say("The carrier is only a guess from the digits"),
    ScanWarning.GS1_INCOMPLETE: say("Says it is a GS1 code, but is not whole"),
}
PICTURE_ERRORS: dict[PictureError, str] = {
    PictureError.MISSING: say("There is no such file"),
    PictureError.UNREADABLE: say("The file cannot be read: it is a folder, or reading it is not allowed"),
    PictureError.EMPTY: say("The file is empty"),
    PictureError.TOO_LARGE: say("The picture is too large; make it smaller and try again"),
    PictureError.NOT_A_PICTURE: say("Not a picture (PNG, JPEG, WebP, GIF, BMP and TIFF can be read)"),
    PictureError.DAMAGED: say("The picture is damaged"),
}
# by their names in Scan.parts; what is not here speaks to programs only
PARTS: dict[str, str] = {
    "gtin": say("Product number"),
    "content_gtin": say("Contents"),
    "sscc": say("Shipping unit"),
    "isbn": say("Book number"),
    "lot": say("Lot"),
    "serial": say("Serial number"),
    "expiry": say("Expires"),
    "best_before": say("Best before"),
    "produced": say("Produced"),
    "order": say("Order"),
    "quantity": say("Quantity"),
    "weight_kg": say("Weight in kg"),
    "carrier_name": say("Carrier"),
    "country": say("Country"),
}


def scan_kind(words: Words, kind: ScanKind) -> str:
    """Name what a scanned text is."""
    return words(KINDS[kind])


def scan_warning(words: Words, warning: ScanWarning) -> str:
    """Say what a person should know about how a text was read."""
    return words(WARNINGS[warning])


def picture_error(words: Words, error: PictureError) -> str:
    """Say why a picture could not be looked at."""
    return words(PICTURE_ERRORS[error])


def scan_parts(words: Words, parts: Mapping[str, str], value: str = "") -> tuple[str, ...]:
    """Name the parts of a scan that a person asks for; the one that only repeats ``value`` is left out."""
    return tuple(
        words("{part}: {value}", part=words(PARTS[name]), value=text)
        for name, text in parts.items()
        if name in PARTS and text.lstrip("0") != value.lstrip("0")
    )

"""The two decoders behind one function each: zxing-cpp, and zbar where its system library is installed."""

import re

import zxingcpp

from returns_desk.scanning.decoded import FoundCode
from returns_desk.scanning.enhancing import View
from returns_desk.scanning.product_codes import expand_upc_e
from returns_desk.scanning.symbology import Symbology, split_identifier, symbology_named

try:
    from pyzbar import pyzbar
except (ImportError, OSError):  # the wheel is there, the system's libzbar is not
    pyzbar = None

ZXING, ZBAR = "zxing-cpp", "zbar"
SHORTEST = {Symbology.ITF: 6, Symbology.CODE_39: 4, Symbology.CODABAR: 6, Symbology.CODE_93: 4, Symbology.CODE_128: 3}
_ZXING_NAMES = ("EAN13", "EAN8", "UPCA", "UPCE", "Code128", "Code39", "Code93", "ITF", "Codabar", "DataBar",
                "QRCode", "DataMatrix", "Aztec", "PDF417")  # fmt: skip
_FORMATS = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat[name] for name in _ZXING_NAMES])
_ZBAR_NAMES = ("EAN13", "EAN8", "UPCA", "UPCE", "CODE128", "CODE39", "CODE93", "I25", "CODABAR", "QRCODE")


def zbar_available() -> bool:
    """Say whether zbar's system library is installed; without it the other decoder does what it can."""
    return pyzbar is not None


def read_with_zxing(view: View, *, one_threshold: bool = False) -> list[FoundCode]:
    """Read a view with zxing-cpp; ``one_threshold`` parts black from white by one value for the whole view."""
    binarizer = zxingcpp.Binarizer.GlobalHistogram if one_threshold else zxingcpp.Binarizer.LocalAverage
    try:
        read = zxingcpp.read_barcodes(
            view.image, formats=_FORMATS, text_mode=zxingcpp.TextMode.Plain, binarizer=binarizer
        )
    except (ValueError, TypeError, RuntimeError):
        return []
    return [code for barcode in read if (code := _of_zxing(barcode, view))]


def _of_zxing(barcode: "zxingcpp.Barcode", view: View) -> FoundCode | None:
    """A code as zxing-cpp gives it; GS1 symbols are told by their AIM identifier."""
    symbology = symbology_named(str(barcode.format))
    told = split_identifier(barcode.symbology_identifier)[0]
    place = barcode.position
    corners = [(spot.x, spot.y) for spot in (place.top_left, place.top_right, place.bottom_right, place.bottom_left)]
    return _checked(barcode.text, told if told.is_gs1 else symbology, ZXING, view.to_original(corners))


def read_with_zbar(view: View) -> list[FoundCode]:
    """Read a view with zbar; nothing where its library is missing."""
    if pyzbar is None:
        return []
    symbols = [pyzbar.ZBarSymbol[name] for name in _ZBAR_NAMES]
    try:
        read = pyzbar.decode(view.image, symbols)
    except (ValueError, TypeError, pyzbar.PyZbarError):
        return []
    found = [
        _checked(
            code.data.decode("utf-8", "replace"),
            symbology_named(code.type),
            ZBAR,
            view.to_original((spot.x, spot.y) for spot in code.polygon),
        )
        for code in read
    ]
    return [code for code in found if code]


def _checked(text: str, symbology: Symbology, engine: str, corners: tuple[tuple[int, int], ...]) -> FoundCode | None:
    """One spelling for both decoders; None for a code too short to be believed."""
    if symbology is Symbology.UPC_E and len(text) == 8:
        text = expand_upc_e(text) or text
    if symbology in (Symbology.EAN_13, Symbology.UPC_E) and re.fullmatch("0[0-9]{12}", text):
        text, symbology = text[1:], symbology if symbology is Symbology.UPC_E else Symbology.UPC_A
    if symbology is Symbology.UPC_A and len(text) == 13:
        text = text[1:]
    if not text or len(text) < SHORTEST.get(symbology, 1):
        return None
    return FoundCode(text, symbology, engine, corners)

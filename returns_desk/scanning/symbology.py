"""The kinds of barcode by one name each, whoever names them: AIM identifiers, zxing-cpp, zbar."""

import re
from enum import StrEnum


class Symbology(StrEnum):
    """How a code was printed; an empty name where nobody said."""

    UNSAID = ""
    EAN_13 = "EAN-13"
    EAN_8 = "EAN-8"
    UPC_A = "UPC-A"
    UPC_E = "UPC-E"
    CODE_39 = "Code 39"
    CODE_93 = "Code 93"
    CODE_128 = "Code 128"
    GS1_128 = "GS1-128"
    ITF = "ITF"
    CODABAR = "Codabar"
    DATABAR = "GS1 DataBar"
    QR = "QR Code"
    GS1_QR = "GS1 QR Code"
    DATA_MATRIX = "Data Matrix"
    GS1_DATA_MATRIX = "GS1 DataMatrix"
    GS1_DOT_CODE = "GS1 DotCode"
    AZTEC = "Aztec"
    PDF417 = "PDF417"

    @property
    def is_product(self) -> bool:
        """Whether only product numbers are printed this way."""
        return self in (Symbology.EAN_13, Symbology.EAN_8, Symbology.UPC_A, Symbology.UPC_E)

    @property
    def is_gs1(self) -> bool:
        """Whether the content must follow the GS1 application identifiers."""
        return self in (
            Symbology.GS1_128,
            Symbology.DATABAR,
            Symbology.GS1_QR,
            Symbology.GS1_DATA_MATRIX,
            Symbology.GS1_DOT_CODE,
        )


_IDENTIFIER = re.compile(r"\]([A-Za-z][0-9A-Za-z])")
_BY_IDENTIFIER = {
    "E0": Symbology.EAN_13,
    "E3": Symbology.EAN_13,  # with an add-on of two or five digits
    "E4": Symbology.EAN_8,
    "C1": Symbology.GS1_128,
    "d2": Symbology.GS1_DATA_MATRIX,
    "Q3": Symbology.GS1_QR,
    "J1": Symbology.GS1_DOT_CODE,
}
_GS1_IDENTIFIERS = {
    Symbology.GS1_128: "C1",
    Symbology.GS1_DATA_MATRIX: "d2",
    Symbology.GS1_QR: "Q3",
    Symbology.GS1_DOT_CODE: "J1",
    Symbology.DATABAR: "e0",
}
_BY_LETTER = {
    "A": Symbology.CODE_39,
    "C": Symbology.CODE_128,
    "F": Symbology.CODABAR,
    "G": Symbology.CODE_93,
    "I": Symbology.ITF,
    "L": Symbology.PDF417,
    "Q": Symbology.QR,
    "d": Symbology.DATA_MATRIX,
    "e": Symbology.DATABAR,
    "z": Symbology.AZTEC,
}
_OTHER_NAMES = {
    "I25": Symbology.ITF,
    "ITF14": Symbology.ITF,
    "INTERLEAVED2OF5": Symbology.ITF,
    "QR": Symbology.QR,
    "MICROQRCODE": Symbology.QR,
    "RMQRCODE": Symbology.QR,
    "SQCODE": Symbology.QR,
    "DATABAREXP": Symbology.DATABAR,
    "DATABAR": Symbology.DATABAR,
    "DATABAREXPANDED": Symbology.DATABAR,
    "DATABAROMNI": Symbology.DATABAR,
    "DATABARLIMITED": Symbology.DATABAR,
    "ISBN13": Symbology.EAN_13,
    "ISBN10": Symbology.EAN_13,
    "EAN": Symbology.EAN_13,
    "UPC": Symbology.UPC_A,
}
_BY_NAME = {re.sub("[^A-Z0-9]", "", name.value.upper()): name for name in Symbology} | _OTHER_NAMES


def split_identifier(text: str) -> tuple[Symbology, str]:
    """Take the AIM identifier (``]C1``) off the front; without a known one the text stays whole."""
    found = _IDENTIFIER.match(text)
    if found is None:
        return Symbology.UNSAID, text
    symbology = _BY_IDENTIFIER.get(found[1]) or _BY_LETTER.get(found[1][0])
    return (symbology, text[3:]) if symbology else (Symbology.UNSAID, text)


def with_identifier(text: str, symbology: Symbology) -> str:
    """Put the AIM identifier before a GS1 code, as scanners do: only it tells GS1-128 from Code 128 in a text."""
    return f"]{_GS1_IDENTIFIERS[symbology]}{text}" if symbology in _GS1_IDENTIFIERS else text


def symbology_named(name: str) -> Symbology:
    """Find a symbology by any library's or scanner's name for it (``EAN13``, ``CODE_128``, ``]C1``)."""
    if name.startswith("]"):
        return split_identifier(name)[0]
    return _BY_NAME.get(re.sub("[^A-Z0-9]", "", name.upper()), Symbology.UNSAID)

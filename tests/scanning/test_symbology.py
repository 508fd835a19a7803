import pytest

from returns_desk.scanning.symbology import Symbology, split_identifier, symbology_named, with_identifier


@pytest.mark.parametrize(
    ("name", "symbology"),
    [
        ("EAN13", Symbology.EAN_13),
        ("EAN-13", Symbology.EAN_13),
        ("UPCE", Symbology.UPC_E),
        ("Code 128", Symbology.CODE_128),
        ("CODE128", Symbology.CODE_128),
        ("I25", Symbology.ITF),
        ("QRCODE", Symbology.QR),
        ("DataMatrix", Symbology.DATA_MATRIX),
        ("]C1", Symbology.GS1_128),
        ("", Symbology.UNSAID),
        ("no such code", Symbology.UNSAID),
    ],
)
def test_every_library_and_scanner_names_the_same_symbology(name: str, symbology: Symbology) -> None:
    assert symbology_named(name) is symbology


@pytest.mark.parametrize("symbology", Symbology)
def test_a_symbology_is_found_by_its_own_name(symbology: Symbology) -> None:
    assert symbology_named(symbology.value) is symbology


@pytest.mark.parametrize(
    ("text", "symbology", "rest"),
    [
        ("]C101", Symbology.GS1_128, "01"),
        ("]C0AB", Symbology.CODE_128, "AB"),
        ("]E0729", Symbology.EAN_13, "729"),
        ("]E4963", Symbology.EAN_8, "963"),
        ("]d2X", Symbology.GS1_DATA_MATRIX, "X"),
        ("]d1X", Symbology.DATA_MATRIX, "X"),
        ("]Z9X", Symbology.UNSAID, "]Z9X"),
        ("]", Symbology.UNSAID, "]"),
        ("C1", Symbology.UNSAID, "C1"),
    ],
)
def test_the_identifier_is_taken_off_when_it_is_one(text: str, symbology: Symbology, rest: str) -> None:
    assert split_identifier(text) == (symbology, rest)


def test_a_gs1_code_gets_the_identifier_that_a_scanner_would_send_and_others_stay_plain() -> None:
    text = "0107290011234560"
    for symbology in Symbology:
        told = with_identifier(text, symbology)
        assert split_identifier(told) == ((symbology, text) if symbology.is_gs1 else (Symbology.UNSAID, text))

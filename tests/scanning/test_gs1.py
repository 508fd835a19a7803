import pytest

from returns_desk.scanning.gs1 import looks_like_gs1, read_gs1
from returns_desk.scanning.recogniser import recognise
from returns_desk.scanning.scan import ScanKind, ScanWarning

GTIN = "07290011234560"


@pytest.mark.parametrize(
    "text",
    [
        f"]C101{GTIN}1725123110AB12\x1d21S9",
        f"]d201{GTIN}1725123110AB12\x1d21S9",
        f"]Q301{GTIN}17251231\x1d10AB12\x1d21S9",
        f"01{GTIN}1725123110AB12\x1d21S9",
        f"\x1d01{GTIN}1725123110AB12\x1d21S9",
        f"(01){GTIN}(17)251231(10)AB12(21)S9",
        f"(01) {GTIN} (17) 251231 (10) AB12 (21) S9",
        f"01{GTIN}1725123110AB12<GS>21S9",
        f"https://id.gs1.org/01/{GTIN}/10/AB12/21/S9?17=251231",
        f"https://shop.example/x/01/{GTIN}/10/AB12/21/S9?17=251231",
        f"[)>\x1e05\x1d01{GTIN}\x1d17251231\x1d10AB12\x1d21S9\x1e\x04",
        f"[C101{GTIN}17251231" + "10AB12\x1b21S9",
    ],
)
def test_one_message_in_every_dress_says_the_same(text: str) -> None:
    scan = recognise(text)
    assert scan.kind is ScanKind.PRODUCT
    assert scan.value == "7290011234560"
    assert dict(scan.parts) == {"gtin": GTIN, "expiry": "2025-12-31", "lot": "AB12", "serial": "S9"}


@pytest.mark.parametrize("text", ["]C100106141412345678908", "00106141412345678908", "(00)106141412345678908"])
def test_a_shipping_container_is_known_by_its_number(text: str) -> None:
    scan = recognise(text)
    assert (scan.kind, scan.value, scan.parts["sscc"]) == (ScanKind.SSCC, "106141412345678908", "106141412345678908")


def test_a_wrong_check_digit_inside_a_message_is_said() -> None:
    scan = recognise("]C10107290011234565" + "10AB")
    assert scan.kind is ScanKind.PRODUCT_WRONG
    assert ScanWarning.WRONG_CHECK_DIGIT in scan.warnings


def test_a_container_with_a_wrong_check_digit_is_nothing() -> None:
    scan = recognise("]C100106141412345678909")
    assert scan.kind is ScanKind.UNKNOWN
    assert ScanWarning.WRONG_CHECK_DIGIT in scan.warnings


def test_a_gs1_symbol_that_breaks_the_rules_is_said() -> None:
    scan = recognise("]C1HELLO")
    assert scan.kind is ScanKind.UNKNOWN
    assert scan.value == "HELLO"
    assert ScanWarning.GS1_INCOMPLETE in scan.warnings


def test_weight_is_in_kilograms() -> None:
    message = read_gs1("01" + GTIN + "3103001250")
    assert message is not None
    assert message.parts["weight_kg"] == "1.250"


def test_a_serial_number_alone_is_a_serial_number() -> None:
    assert recognise("]C121ABC-9").kind is ScanKind.SERIAL


def test_makers_labels_give_article_and_serial() -> None:
    scan = recognise("[)>\x1e06\x1d1PAB-12\x1dSXY9\x1dQ5\x1e\x04")
    assert dict(scan.parts) == {"article": "AB-12", "serial": "XY9", "quantity": "5"}
    assert scan.kind is ScanKind.SERIAL


@pytest.mark.parametrize("text", ["", "0", "01", "RMA-1", "https://example.com/", "(((((", "[)>", "1Z5R89390357567127"])
def test_ordinary_texts_do_not_look_like_messages(text: str) -> None:
    assert not looks_like_gs1(text)

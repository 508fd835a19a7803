import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from returns_desk.scanning.commands import command_code, every_command
from returns_desk.scanning.layout import type_in_hebrew
from returns_desk.scanning.product_codes import check_digit
from returns_desk.scanning.recogniser import recognise
from returns_desk.scanning.scan import Scan, ScanKind, ScanWarning

OWN_CODES = [
    *((command_code(command), ScanKind.COMMAND) for command in every_command()),
    ("ID-DANA-1", ScanKind.BADGE),
    ("IT-1-000012", ScanKind.ITEM),
    ("PA-1-000007", ScanKind.PARCEL),
    ("BIN-A-03", ScanKind.PLACE),
    ("SB-000012", ScanKind.BATCH),
    ("DB-000003", ScanKind.BATCH),
    ("RB-000004", ScanKind.BATCH),
    ("SR-2026-000041", ScanKind.DOCUMENT),
    ("SC-2026-000002", ScanKind.DOCUMENT),
    ("DL-2026-000003", ScanKind.DOCUMENT),
    ("DN-2026-000001", ScanKind.DOCUMENT),
    ("RC-2026-000001", ScanKind.DOCUMENT),
    ("RMA-10023", ScanKind.RMA),
]
_TRAPS = st.sampled_from(["]C1", "[C1", "DO-", "ID-", "(01)", "01", "00", "\x1d", "[)>\x1e06\x1d", "https://id.gs1.org/01/",
                          "1Z", "S/N ", "\ud800", "\u202e", "א", "😀", "97", "RMA"])  # fmt: skip


def holds_together(scan: Scan) -> None:
    """What every scan promises, whatever was scanned."""
    assert json.loads(json.dumps(scan.as_json()))["kind"] == scan.kind.value
    assert json.dumps(scan.as_json(), ensure_ascii=False).encode("utf-8")
    assert len(scan.shown) <= 41
    assert scan.shown.isprintable()
    scan.shown.encode("utf-8")
    assert (scan.command is not None) == (scan.kind is ScanKind.COMMAND)
    assert all(scan.lookup_keys)
    if scan.candidates:
        assert (scan.candidates[0].kind, scan.candidates[0].value) == (scan.kind, scan.value)


@given(st.text(), st.sampled_from(["", "EAN13", "UPCE", "CODE128", "]C1", "QRCode", "nonsense"]))
def test_any_text_gets_an_answer(text: str, symbology: str) -> None:
    holds_together(recognise(text, symbology))


@settings(max_examples=300)
@given(st.lists(_TRAPS | st.text("0123456789", max_size=20) | st.characters(), max_size=8).map("".join))
def test_texts_made_of_traps_get_an_answer(text: str) -> None:
    holds_together(recognise(text))


def test_ten_thousand_random_strings_get_an_answer() -> None:
    chance = random.Random(3)
    for _ in range(10_000):
        text = "".join(chr(chance.choice((chance.randrange(128), chance.randrange(0x10FFFF)))) for _ in range(12))
        recognise(text)


@pytest.mark.parametrize(("code", "kind"), OWN_CODES)
def test_our_own_codes_are_known_under_every_keyboard(code: str, kind: ScanKind) -> None:
    for typed in (code, code.lower(), type_in_hebrew(code), type_in_hebrew(code.lower()), f" {code}\r\n", f"]C0{code}"):
        scan = recognise(typed)
        assert (scan.kind, scan.value) == (kind, code)


def test_a_command_that_does_not_exist_is_never_taken_for_a_parcel() -> None:
    scan = recognise("DO-DANCE")
    assert scan.kind is ScanKind.COMMAND_UNKNOWN
    assert scan.warnings == (ScanWarning.UNKNOWN_COMMAND,)


@pytest.mark.parametrize(
    "text", ["DO-\x0fOK", "DO-\x17A", "ID-AVI\x00-3", "DO-OK\x1b\x1b\x03!", "DO-\x1dA", "ID-\x1eAVI-3"]
)
def test_a_command_or_badge_with_control_signs_inside_is_refused(text: str) -> None:
    scan = recognise(text)
    assert scan.command is None
    assert scan.kind is not ScanKind.BADGE


@pytest.mark.parametrize("text", ["", " ", "\r\n", "\t\u00a0\ufeff", "]C1"])
def test_nothing_scanned_is_empty(text: str) -> None:
    assert recognise(text).kind is ScanKind.EMPTY


@pytest.mark.parametrize("text", ["x" * 10_000, "7" * 10_000, "\x01\x02", "a\ud800b", "��"])
def test_what_cannot_be_read_safely_is_unreadable(text: str) -> None:
    assert recognise(text).kind is ScanKind.UNREADABLE


def test_a_long_scan_is_shown_cut_and_control_signs_are_shown_as_pictures() -> None:
    assert recognise("x" * 10_000).shown == "x" * 40 + "…"
    assert recognise("a\x1db\u202ec\n").shown == "a␝b�c␊"


@given(st.text("0123456789", min_size=12, max_size=12).filter(lambda payload: payload.strip("0")))
def test_a_right_thirteen_digit_number_is_a_product_and_any_other_last_digit_is_not(payload: str) -> None:
    right = int(check_digit(payload))
    assert recognise(f"{payload}{right}").kind is ScanKind.PRODUCT
    wrong = recognise(f"{payload}{(right + 1) % 10}")
    assert wrong.kind is ScanKind.PRODUCT_WRONG
    assert ScanWarning.WRONG_CHECK_DIGIT in wrong.warnings


@pytest.mark.parametrize(
    ("text", "symbology", "value"),
    [
        ("7290011234560", "", "7290011234560"),
        ("036000291452", "", "0036000291452"),
        ("0036000291452", "EAN13", "0036000291452"),
        ("]E00036000291452", "", "0036000291452"),
        ("96385074", "", "96385074"),
        ("04252614", "UPC-E", "0042100005264"),
        ("978-0-306-40615-7", "", "9780306406157"),
        ("0-306-40615-2", "", "9780306406157"),
        ("080442957X", "", "9780804429573"),
        ("978030640615712345", "EAN-13", "9780306406157"),
        ("17290011234567", "ITF", "17290011234567"),
    ],
)
def test_product_numbers_of_every_length_come_out_in_one_spelling(text: str, symbology: str, value: str) -> None:
    scan = recognise(text, symbology)
    assert (scan.kind, scan.value) == (ScanKind.PRODUCT, value)


def test_a_number_printed_as_a_product_is_never_a_parcel() -> None:
    assert recognise("799531274483").kind is ScanKind.TRACKING
    assert recognise("799531274483", "UPC-A").kind is ScanKind.PRODUCT_WRONG


def test_a_right_product_number_goes_before_a_carriers_pattern() -> None:
    scan = recognise("04006381333931")
    assert scan.kind is ScanKind.PRODUCT
    assert [reading.kind for reading in scan.candidates] == [ScanKind.PRODUCT, ScanKind.TRACKING]


def test_a_carrier_guessed_from_digits_is_said_to_be_a_guess() -> None:
    scan = recognise("3318810025")
    assert (scan.kind, scan.parts["carrier"]) == (ScanKind.TRACKING, "dhl")
    assert scan.warnings == (ScanWarning.NUMBER_ONLY,)


def test_weighed_goods_are_said_to_be_the_shops_own() -> None:
    scan = recognise("2912345012342")
    assert scan.kind is ScanKind.PRODUCT
    assert scan.warnings == (ScanWarning.RESTRICTED_CIRCULATION,)
    assert (scan.parts["article"], scan.parts["measure"]) == ("2912345", "01234")


def test_a_phone_is_known_with_other_readings_behind_it() -> None:
    scan = recognise("356938035643809")
    assert scan.kind is ScanKind.IMEI
    assert "fedex" in [reading.parts.get("carrier") for reading in scan.candidates]


def test_a_serial_number_that_says_so_is_one() -> None:
    assert recognise("S/N: AB-1234").value == "AB-1234"


def test_hebrew_text_that_is_no_code_stays_as_it_was_typed() -> None:
    scan = recognise("תיקון מסך")
    assert (scan.kind, scan.value, scan.warnings) == (ScanKind.UNKNOWN, "תיקון מסך", ())
    assert "," in scan.candidates[1].value


def test_the_database_is_asked_for_every_spelling() -> None:
    assert recognise("036000291452\r").lookup_keys == ("036000291452", "0036000291452")
    assert recognise("rr 123 456 785 il").lookup_keys == ("rr 123 456 785 il", "RR123456785IL", "RR 123 456 785 IL")


def test_letters_are_kept_as_scanned_where_case_may_matter() -> None:
    assert recognise("aB-12x!").value == "aB-12x!"


def test_identify_prints_all_there_is() -> None:
    printed = recognise("]C10107290011234560" + "10AB").as_json()
    assert list(printed) == ["text", "kind", "value", "symbology", "parts", "candidates", "warnings"]
    assert printed["symbology"] == "GS1-128"

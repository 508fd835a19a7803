"""What the scanner meant, under a Hebrew layout and CapsLock."""

import string

from hypothesis import given
from hypothesis import strategies as st

from returns_desk.desktop.burst import Stroke
from returns_desk.desktop.key_layout import meant_text
from returns_desk.scanning.layout import KeyStroke, text_of_keys, type_in_hebrew

POSITIONS = {
    text_of_keys([KeyStroke(code, shift)]): (code, shift)
    for code in range(1, 60)
    for shift in (True, False)
    if text_of_keys([KeyStroke(code, shift)])
}
CODES = st.text(st.sampled_from(sorted(POSITIONS)), min_size=4, max_size=40)


def keys(meant: str, *, hebrew: bool = False, caps: bool = False, positions: bool = True) -> list[Stroke]:
    """The strokes of a scanner that means a text, as a layout and CapsLock change them."""
    strokes = []
    for sign in meant:
        code, shift = POSITIONS[sign]
        text = sign
        if hebrew and not (shift and sign.isalpha()):
            text = type_in_hebrew(sign)
        if caps and text.isascii():
            text = text.swapcase()
        strokes.append(Stroke(0, text, code if positions else 0, shift))
    return strokes


@given(CODES)
def test_with_positions_every_code_survives_a_hebrew_layout(code: str) -> None:
    assert meant_text(keys(code, hebrew=True)) == code


@given(CODES)
def test_with_positions_every_code_survives_caps_lock(code: str) -> None:
    assert meant_text(keys(code, caps=True)) == code


@given(CODES)
def test_without_positions_an_american_layout_is_left_as_it_is(code: str) -> None:
    assert meant_text(keys(code, positions=False)) == code


def test_without_positions_caps_lock_is_seen_from_shift() -> None:
    assert meant_text(keys("It-2-000431", caps=True, positions=False)) == "It-2-000431"


def test_own_codes_need_no_map_under_hebrew() -> None:
    assert meant_text(keys("DO-F-LEAKS", hebrew=True, positions=False)) == "DO-F-LEAKS"


def test_a_scanner_set_up_for_another_layout_is_left_alone() -> None:
    german = [Stroke(0, sign, POSITIONS[key][0]) for sign, key in zip("zaßy", "ya-z", strict=True)]
    assert meant_text(german) == "zaßy"


def test_control_and_bracket_is_the_group_separator_under_every_layout() -> None:
    code, _ = POSITIONS["]"]
    for text in ("\x1d", "\x1b", ""):
        assert meant_text([Stroke(0, text, code, control=True)]) == "\x1d"


def test_without_positions_control_and_a_letter_is_a_control_sign() -> None:
    assert meant_text([Stroke(0, "]", control=True), Stroke(0, "O", control=True)]) == "\x1d\x0f"


def test_keys_of_the_number_pad_count_by_their_text() -> None:
    assert meant_text([Stroke(0, sign, 71) for sign in string.digits]) == string.digits

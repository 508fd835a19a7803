import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from returns_desk.scanning.fitting import fit_number
from returns_desk.scanning.product_codes import check_digit

_LEFT = ("0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011")
_PARITIES = ("LLLLLL", "LLGLGG", "LLGGLG", "LLGGGL", "LGLLGG", "LGGLLG", "LGGGLL", "LGLGLG", "LGLGGL", "LGGLGL")


def row_of(number: str, module: float, blur: float, noise: float = 0.0) -> np.ndarray:
    """A row of grey through an EAN-13, drawn from the standard's tables."""
    flip = str.maketrans("01", "10")
    odd, right = _LEFT, tuple(shape.translate(flip) for shape in _LEFT)
    even = tuple(shape[::-1] for shape in right)
    parity = _PARITIES[int(number[0])]
    left = "".join((odd if kind == "L" else even)[int(digit)] for kind, digit in zip(parity, number[1:7], strict=True))
    bits = "0" * 12 + "101" + left + "01010" + "".join(right[int(digit)] for digit in number[7:]) + "101" + "0" * 12
    fine = np.repeat(np.array([float(bit) for bit in bits]), 20)
    reach = np.arange(-100, 101) / (20 * blur)
    soft = np.convolve(fine, np.exp(-(reach**2) / 2), "same")
    places = np.arange(0, len(bits) * module - 1) * 20 / module
    grey = np.interp(places, np.arange(len(soft)), soft / soft.max() * 180 + 30)
    return (grey + np.random.default_rng(5).normal(0, noise, len(grey))).astype(np.float32)


@settings(max_examples=15, deadline=None)
@given(st.text("0123456789", min_size=12, max_size=12))
def test_any_number_is_read_from_a_blurred_row_in_both_directions(payload: str) -> None:
    number = payload + check_digit(payload)
    row = row_of(number, module=2.0, blur=0.7, noise=2)
    for shown in (row, row[::-1].copy()):
        fit = fit_number(shown, 22, 215)
        assert fit is not None
        assert fit.number == number
        assert fit.quality > 0.9
        assert abs(fit.start - 24) < 3
        assert abs(fit.end - 214) < 3


@pytest.mark.parametrize("seed", range(5))
def test_noise_is_never_a_sure_number(seed: int) -> None:
    noise = np.random.default_rng(seed).normal(100, 40, 240).astype(np.float32)
    fit = fit_number(noise, 20, 220)
    assert fit is None or fit.quality < 0.8


def test_a_flat_row_is_nothing() -> None:
    assert fit_number(np.full(300, 90, np.float32), 20, 280) is None

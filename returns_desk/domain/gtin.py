"""Product numbers of GS1 (GTIN) as they stand in the catalogue."""

from returns_desk.domain.sscc import check_digit

_LENGTHS = (8, 12, 13, 14)


def looks_like_gtin(code: str) -> bool:
    """Whether a code has the length and signs of a GTIN, whatever its check digit."""
    return len(code) in _LENGTHS and code.isascii() and code.isdigit()


def has_wrong_check_digit(code: str) -> bool:
    """Whether a code looks like a GTIN and its check digit does not fit: mistyped, or not a GTIN at all."""
    return looks_like_gtin(code) and check_digit(code[:-1]) != code[-1]

"""Numbers of shipping units (SSCC-18), by GS1's General Specifications: 18 digits, the last one checks the others.

Extension digit, company prefix, serial number, check digit. The serial numbers of one prefix run through the extension
digit too, so that a short range of serials lasts ten times as long.
"""

SSCC_DIGITS = 18
SHORTEST_PREFIX, LONGEST_PREFIX = 7, 10


def check_digit(digits: str) -> str:
    """GS1's check digit over the digits before it: weights 3 and 1 from the right."""
    weighted = sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(reversed(digits)))
    return str(-weighted % 10)


def is_sscc(text: str) -> bool:
    """Whether a text is an SSCC: 18 digits with the right check digit."""
    return len(text) == SSCC_DIGITS and text.isascii() and text.isdigit() and check_digit(text[:-1]) == text[-1]


def is_company_prefix(text: str) -> bool:
    """Whether a text can be a shop's GS1 company prefix: 7 to 10 digits."""
    return SHORTEST_PREFIX <= len(text) <= LONGEST_PREFIX and text.isascii() and text.isdigit()


def make_sscc(prefix: str, serial: int) -> str:
    """The SSCC with a serial number, from 1; raise ``ValueError`` for no prefix, or when its numbers are used up."""
    if not is_company_prefix(prefix):
        raise ValueError(f"not a company prefix: {prefix!r}")
    width = SSCC_DIGITS - 2 - len(prefix)
    extension, rest = divmod(serial, 10**width)
    if serial < 1 or extension > 9:
        raise ValueError(f"no SSCC has this serial number: {serial}")
    digits = f"{extension}{prefix}{rest:0{width}d}"
    return digits + check_digit(digits)


def shown_sscc(sscc: str) -> str:
    """An SSCC as people read it beside its bars."""
    return f"(00) {sscc}" if sscc else ""

"""Check digits and normal forms of product numbers: EAN, UPC, UPC-E, ISBN, and the IMEI of phones.

Written out here because it is a few lines, and because importing a library for it costs more than a scan may take;
the tests hold it against python-stdnum.
"""

_ISSUED_LENGTHS = (8, 12, 13, 14)


def is_number(text: str) -> bool:
    """Say whether the text is made of the digits 0-9 only (``str.isdigit`` takes Arabic and raised digits too)."""
    return text.isascii() and text.isdigit()


def check_digit(payload: str) -> str:
    """Return the GS1 check digit that belongs behind these digits (GTIN, SSCC, GLN)."""
    return str(-sum(int(digit) * (1 if place % 2 else 3) for place, digit in enumerate(reversed(payload))) % 10)


def has_right_check_digit(number: str) -> bool:
    """Say whether a GS1 number ends in its own check digit; digits only are expected."""
    return check_digit(number[:-1]) == number[-1]


def is_gtin(number: str) -> bool:
    """Say whether the text is an EAN-8, UPC-A, EAN-13 or GTIN-14 with the right check digit, and not all zeros."""
    return (
        len(number) in _ISSUED_LENGTHS and is_number(number) and has_right_check_digit(number) and any_but_zero(number)
    )


def looks_like_gtin(number: str) -> bool:
    """Say whether the text has the length and digits of a product number, whatever its check digit."""
    return len(number) in _ISSUED_LENGTHS and is_number(number)


def any_but_zero(number: str) -> bool:
    """Say whether a number has a digit other than 0: rows of zeros pass every check digit."""
    return number.strip("0") != ""


def normal_gtin(number: str) -> str:
    """Return the one spelling a product number is stored under: 13 digits; 8 for EAN-8; 14 only for outer packs."""
    if len(number) == 14 and number.startswith("000000"):
        return number[6:]
    if len(number) == 14 and number.startswith("0"):
        return number[1:]
    return "0" + number if len(number) == 12 else number


def gtin_inside(number: str) -> str | None:
    """Return the number of the product in a carton (GTIN-14 of indicator 1 to 8), or None if it is no carton's."""
    if len(number) != 14 or not is_gtin(number) or number[0] not in "12345678":
        return None
    payload = number[1:13]
    return payload + check_digit(payload)


def expand_upc_e(number: str) -> str | None:
    """Return the UPC-A behind an eight-digit UPC-E, or None if it is none or its check digit is wrong."""
    if len(number) != 8 or not is_number(number) or number[0] not in "01":
        return None
    system, six, digit = number[0], number[1:7], number[7]
    last = six[5]
    if last in "012":
        payload = system + six[:2] + last + "0000" + six[2:5]
    elif last == "3":
        payload = system + six[:3] + "00000" + six[3:5]
    elif last == "4":
        payload = system + six[:4] + "00000" + six[4]
    else:
        payload = system + six[:5] + "0000" + last
    return payload + digit if check_digit(payload) == digit else None


def isbn13_of(text: str) -> str | None:
    """Return the EAN-13 of an ISBN-10 or hyphenated ISBN, or None if it is none."""
    compact = text.replace("-", "").replace(" ", "").upper()
    if len(compact) == 13 and compact[:3] in ("978", "979") and is_gtin(compact):
        return compact
    if len(compact) != 10 or not is_number(compact[:9]) or not (is_number(compact[9]) or compact[9] == "X"):
        return None
    total = sum((10 - place) * (10 if sign == "X" else int(sign)) for place, sign in enumerate(compact))
    if total % 11 or not any_but_zero(compact):
        return None
    return "978" + compact[:9] + check_digit("978" + compact[:9])


def passes_luhn(number: str) -> bool:
    """Say whether the last digit is the Luhn check digit of the others."""
    total = 0
    for place, sign in enumerate(reversed(number)):
        doubled = int(sign) * (2 if place % 2 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0


def is_imei(number: str) -> bool:
    """Say whether the text is the number of a phone: 15 digits, a reporting body that exists, Luhn."""
    return len(number) == 15 and is_number(number) and number[:2] in _REPORTING_BODIES and passes_luhn(number)


_REPORTING_BODIES = frozenset(("01", "10", "30", "33", "35", "44", "45", "49", "50", "51", "52", "53", "54", "86", "91",
                               "98", "99"))  # fmt: skip


def is_restricted(gtin: str) -> bool:
    """Say whether a normal GTIN is a shop's own number (02, 04, 20-29, EAN-8 of 0 or 2): weighed or in-store goods."""
    if len(gtin) == 8:
        return gtin[0] in "02"
    thirteen = gtin[1:] if len(gtin) == 14 else gtin
    return thirteen[:2] in ("02", "04") or thirteen[0] == "2"

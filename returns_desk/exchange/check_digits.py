"""Whether a product code's last digit fits the others (EAN-8, UPC-E, UPC-A, EAN-13, GTIN-14), or an SSCC's."""

from stdnum import ean
from stdnum.exceptions import ValidationError

CHECKED_LENGTHS = (8, 12, 13, 14)


def right_check_digit(digits: str) -> bool:
    """Whether a GTIN's last digit fits; eight digits may also be a short UPC, whose digit stands for the long form."""
    if len(digits) == 8 and digits[0] in "01" and ean.is_valid(_long_upc(digits)):
        return True
    try:
        ean.validate(digits)
    except ValidationError:
        return False
    return True


def right_unit_digit(digits: str) -> bool:
    """Whether the last digit of a shipping unit's number (SSCC) fits the 17 before it."""
    return ean.calc_check_digit(digits[:-1]) == digits[-1]


def _long_upc(short: str) -> str:
    """Write a UPC-E out as the UPC-A that it stands for."""
    system, body, check = short[0], short[1:7], short[7]
    last = body[5]
    if last in "012":
        middle = body[:2] + last + "0000" + body[2:5]
    elif last == "3":
        middle = body[:3] + "00000" + body[3:5]
    elif last == "4":
        middle = body[:4] + "00000" + body[4]
    else:
        middle = body[:5] + "0000" + last
    return system + middle + check

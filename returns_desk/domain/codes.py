"""How codes are compared: the one spelling under which a scan and a stored code meet."""


def lookup_key(code: str) -> str:
    """Spell a tracking, RMA, SKU or serial number for comparing: capitals, no blanks, no signs that nobody sees."""
    return "".join(sign for sign in code if sign.isprintable() and not sign.isspace()).upper()


def product_key(code: str) -> str:
    """Spell a product's barcode for comparing: UPC-A, EAN-13 and GTIN-14 of one product meet without their zeros."""
    key = lookup_key(code)
    return key.lstrip("0") if key.isdigit() else key


def phone_key(phone: str, country: str = "972") -> str:
    """Spell a telephone number for comparing: its digits without the country's code and the leading zero.

    Empty for what has fewer than 7 digits: too short to tell customers apart.
    """
    digits = "".join(sign for sign in phone if sign.isascii() and sign.isdigit()).removeprefix("00")
    own = digits.removeprefix(country).lstrip("0")
    return own if len(own) >= 7 else ""


def sscc_key(code: str) -> str:
    """Spell a shipping unit's number (SSCC) for comparing: its 18 digits without the (00) before them, else nothing."""
    digits = lookup_key(code).removeprefix("(00)").removeprefix("]C1")
    digits = digits.removeprefix("00") if len(digits) == 20 else digits
    return digits if len(digits) == 18 and digits.isdigit() and digits.isascii() else ""

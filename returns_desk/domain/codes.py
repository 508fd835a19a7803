"""How codes are compared: the one spelling under which a scan and a stored code meet."""


def lookup_key(code: str) -> str:
    """Spell a tracking, RMA, SKU or serial number for comparing: capitals, no blanks, no signs that nobody sees."""
    return "".join(sign for sign in code if sign.isprintable() and not sign.isspace()).upper()


def product_key(code: str) -> str:
    """Spell a product's barcode for comparing: UPC-A, EAN-13 and GTIN-14 of one product meet without their zeros."""
    key = lookup_key(code)
    return key.lstrip("0") if key.isdigit() else key

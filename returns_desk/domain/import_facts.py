"""Why a file or one row of it is not taken: the values of ``fact`` in ``ImportRefused`` and ``RowRefused``."""

from enum import StrEnum


class FileFact(StrEnum):
    """What is wrong with a whole file; ``detail`` or ``columns`` of the refusal say more."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    PASSWORD = "password"
    COLUMNS = "columns"
    SAME_COLUMNS = "same columns"
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    MAPPING = "mapping"
    POLICY = "policy"


class RowFact(StrEnum):
    """What is wrong with one row; ``value`` is what stood there unless a member says otherwise."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    QUOTES = "quotes"
    CELLS = "cells"  # value: cells in the row
    TOO_LONG = "too long"
    NOT_MONEY = "not money"
    NOT_A_NUMBER = "not a number"
    NOT_A_DATE = "not a date"
    NOT_YES_OR_NO = "not yes or no"
    NOT_A_CHOICE = "not a choice"
    NOT_A_CODE = "not a code"
    NOT_A_BADGE = "not a badge"
    NOT_A_PIN = "not a PIN"
    NOT_AN_ADDRESS = "not an address"
    CHECK_DIGIT = "check digit"
    DUPLICATE = "duplicate"  # value: the earlier line
    DIFFERS = "differs"  # value: the earlier line
    NOT_A_RETURN = "not a return"
    NOT_A_SALE = "not a sale"
    NOT_GOODS = "not goods"
    NO_CUSTOMER = "no customer"
    NO_PRICE = "no price"
    UNKNOWN_SUPPLIER = "unknown supplier"
    UNKNOWN_PRODUCT = "unknown product"
    NEEDS_ADMIN = "needs admin"
    NOT_A_CHECK = "not a check"
    MISPLACED = "misplaced"  # the column says nothing at a row of this kind
    CHOICES = "choices"  # value: how many there are
    CHOICES_DIFFER = "choices differ"
    BOUNDS = "bounds"
    FORMULA = "formula"
    TOO_MANY = "too many"  # value: the most there may be
    LIST_KEPT = "list kept"  # value: the category
    NOT_A_PICTURE = "not a picture"
    OWN_CODE = "own code"
    PRODUCTS_CODE = "products code"
    SERIALS_CROSSED = "serials crossed"  # value: the range
    SERIALS_DIFFER = "serials differ"  # value: the range
    TERMS = "terms"  # value: what is wrong with a supplier's terms

"""All that can be wrong with a book of rules, or with the file that it stands in."""

from dataclasses import dataclass
from enum import StrEnum


class RuleFact(StrEnum):
    """What is wrong; ``name`` and ``value`` of the fault say with what."""

    # of the book
    NO_GENERAL = "no row of everything"
    GAP = "gap"  # value: the first day on which no row of everything counts
    ENDS = "ends"  # value: the first day after the last row of everything
    OVERLAP = "overlap"  # value: the first day on which both count
    CROSSED = "dates crossed"
    FAR = "date too far"
    PAST = "begins in the past"
    NEGATIVE = "negative"
    TOO_MUCH = "too much"
    WRONG_KIND = "wrong kind"
    FIGURE_TWICE = "figure twice"
    STREAM_TWICE = "stream twice"
    TOO_MANY = "too many"  # rows
    UNKNOWN_FIGURE = "unknown figure"  # value: the figures that there are
    UNKNOWN_CATEGORY = "unknown category"
    UNKNOWN_SUPPLIER = "unknown supplier"
    UNKNOWN_STREAM = "unknown stream"
    # of the file
    UNKNOWN_KEY = "unknown key"  # value: the keys that there are
    MISSING_KEY = "missing key"
    NOT_A_TABLE = "not a table"
    NOT_A_SHARE = "not a share"
    NOT_MONEY = "not money"
    NOT_A_NUMBER = "not a number"
    NOT_A_DATE = "not a date"
    NOT_YES_OR_NO = "not yes or no"
    NOT_TEXT = "not text"
    OTHER_CURRENCY = "other currency"
    SYNTAX = "syntax"  # name: the column; value: the line as it is
    KEY_TWICE = "key twice"
    TOO_DEEP = "too deep"
    TOO_LONG = "too long"  # value: signs that a line may have
    TOO_LARGE = "too large"  # value: kilobytes that a file may have
    NO_TEXT_FILE = "no text file"
    CANNOT_OPEN = "cannot open"


class Section(StrEnum):
    """The part of a book in which a fault stands; in a file it is the table of this name."""

    BOOK = ""
    FEE = "fee"
    RULE = "rule"


@dataclass(frozen=True)
class RuleFault:
    """One fault: the ``place``-th fee or row (1 is the first; 0: the whole), the key in it, and what stands there.

    ``line`` is the line of a file, 0 where there is none; ``other`` the line (else the place) of the other row.
    """

    fact: RuleFact
    section: Section = Section.BOOK
    place: int = 0
    name: str = ""
    value: str = ""
    line: int = 0
    other: int = 0

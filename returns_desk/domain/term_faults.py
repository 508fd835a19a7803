"""All that can be wrong with a supplier's terms, besides what can be wrong with any file of figures."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from returns_desk.domain.refusals import DeskError

if TYPE_CHECKING:
    from returns_desk.domain.rule_faults import RuleFact


class TermFact(StrEnum):
    """What is wrong; ``name`` and ``value`` of the fault say with what."""

    PAST = "begins in the past"
    CROSSED = "days crossed"  # value: the day from which a later version counts
    TOO_MUCH = "too much"
    NOTHING_TAKEN = "nothing is taken"  # but something is laid down for what is taken
    NO_CREDIT = "no credit"  # for goods that are taken for credit
    NO_WINDOW = "no window"  # of not one day
    NO_AUTHORIZATION_DAYS = "no authorization days"
    NO_WAIT = "no waiting days"
    FREIGHT_PAID = "freight paid"  # by the supplier, but a share of it is ours
    NOT_AN_ADDRESS = "not an address"
    NOT_A_CHOICE = "not a choice"  # value: what there is to choose from, after what stands there
    TOO_LONG = "too long"  # value: the signs there may be
    STEERING = "steering signs"
    OTHER_SUPPLIER = "other supplier"  # value: the one in the file


@dataclass(frozen=True)
class TermFault:
    """One fault: its field by its name in files, for a fee by reason also the reason's code, and what stands there.

    ``line`` is the line of a file, 0 where there is none.
    """

    fact: "TermFact | RuleFact"
    name: str = ""
    value: str = ""
    inside: str = ""
    line: int = 0


@dataclass(unsafe_hash=True)
class TermsRefused(DeskError):
    """The terms have faults, all of them named here; the terms that were in force stay."""

    faults: tuple[TermFault, ...] = ()

"""Why a book of rules for decisions is not taken."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from returns_desk.domain.refusals import DeskError

if TYPE_CHECKING:
    from returns_desk.domain.rule_faults import RuleFault


@dataclass(unsafe_hash=True)
class RulesRefused(DeskError):
    """The book has faults, all of them named here; the rules that were in force stay."""

    faults: "tuple[RuleFault, ...]" = ()

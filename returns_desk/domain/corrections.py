"""All that a correcting document says: which slip it corrects, what is taken off it, and the sums before and after."""

import json
from dataclasses import dataclass, field
from datetime import datetime

from returns_desk.domain.batches import BatchState, PartnerKind
from returns_desk.domain.frozen import canonical_text, known_facts
from returns_desk.domain.money import Money
from returns_desk.domain.paper_look import PaperLook
from returns_desk.domain.slips import SlipLine, SlipParty, SlipTotals

# the goods left, and not all of their money came or was given up
CORRECTABLE = frozenset(
    {
        BatchState.SHIPPED,
        BatchState.PENDING_CREDIT,
        BatchState.PARTLY_CREDITED,
        BatchState.SHORT_CREDIT,
        BatchState.DISPUTED,
    }
)


@dataclass(frozen=True)
class Correction:
    """A correcting document whole; ``lines`` are those taken off, as the slip had them."""

    kind: PartnerKind
    number: str
    slip: str
    batch: str
    company: SlipParty
    partner: SlipParty
    issued_at: datetime
    issued_by: str
    note: str
    lines: tuple[SlipLine, ...]
    before: SlipTotals
    after: SlipTotals
    authorization: str = ""
    currency: str = "ILS"
    look: PaperLook = field(default_factory=PaperLook)  # of the shop's papers on the day of issue
    version: int = 1

    @property
    def taken_off(self) -> SlipTotals:
        """By how much each sum is less than before."""
        before, after = self.before, self.after
        return SlipTotals(
            lines=before.lines - after.lines,
            units=before.units - after.units,
            gross_minor=before.gross_minor - after.gross_minor,
            fee_minor=before.fee_minor - after.fee_minor,
            freight_minor=before.freight_minor - after.freight_minor,
            expected_minor=before.expected_minor - after.expected_minor,
        )

    def money(self, minor: int) -> Money:
        """An amount of this paper, in its currency."""
        return Money(minor, self.currency)

    def to_json(self) -> str:
        """Write the canonical text."""
        return canonical_text(self)

    @classmethod
    def from_json(cls, text: str) -> "Correction":
        """Read a canonical text back; facts that a newer program wrote are left out."""
        facts = json.loads(text)
        read = {
            "kind": PartnerKind(facts["kind"]),
            "company": SlipParty(**known_facts(SlipParty, facts["company"])),
            "partner": SlipParty(**known_facts(SlipParty, facts["partner"])),
            "issued_at": datetime.fromisoformat(facts["issued_at"]),
            "lines": tuple(SlipLine(**known_facts(SlipLine, line)) for line in facts["lines"]),
            "before": SlipTotals(**known_facts(SlipTotals, facts["before"])),
            "look": PaperLook.from_facts(facts.get("look", {})),
            "after": SlipTotals(**known_facts(SlipTotals, facts["after"])),
        }
        return cls(**known_facts(cls, facts) | read)

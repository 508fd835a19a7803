"""A supplier's terms in all their versions, as they are shown."""

from dataclasses import dataclass
from datetime import date

from returns_desk.domain.check_terms import Before
from returns_desk.domain.snapshots.rule_books import BookState
from returns_desk.domain.snapshots.things import PartnerSnapshot
from returns_desk.domain.terms import SupplierTerms


@dataclass(frozen=True)
class TermsVersion:
    """One version. ``ends``: from then a later one counts; what is in force may be replaced on a day to come."""

    terms: SupplierTerms
    state: BookState
    ends: date | None = None


@dataclass(frozen=True)
class SupplierVersions:
    """A supplier with its versions, newest first; none: its terms are not known."""

    partner: PartnerSnapshot
    versions: tuple[TermsVersion, ...]

    @property
    def in_force(self) -> TermsVersion | None:
        """The version that counts today."""
        return next((each for each in self.versions if each.state is BookState.IN_FORCE), None)

    def version(self, number: int) -> TermsVersion | None:
        """The version of a number."""
        return next((each for each in self.versions if each.terms.version == number), None)

    def before(self, today: date) -> Before:
        """What the next version comes after."""
        return Before(today, self.versions[0].terms.valid_from if self.versions else None)

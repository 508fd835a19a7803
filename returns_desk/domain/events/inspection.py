"""What an inspection says besides grade and findings, and that a piece is inspected once more."""

from dataclasses import dataclass

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class CheckAnswered(Event):
    """A check of the category's list was answered; ``findings`` as they are since, for the inverse as they were."""

    number: str
    code: str
    text: str
    text_en: str = ""
    value: str
    shown: str = ""  # the answer as people read it, with its unit; empty for yes and no
    shown_en: str = ""
    passed: bool = True
    finding: str = ""  # that the answer added
    findings: tuple[str, ...] = ()
    findings_before: tuple[str, ...] = ()
    value_before: str = ""
    passed_before: bool = False
    finding_before: str = ""


@dataclass(frozen=True, kw_only=True)
class ReasonJudged(Event):
    """The inspector said why the piece really came back."""

    number: str
    found: str
    before: str = ""


@dataclass(frozen=True, kw_only=True)
class LiabilitySet(Event):
    """It was said who answers for the state of the piece."""

    number: str
    liability: str
    before: str = ""


@dataclass(frozen=True, kw_only=True)
class InspectedAgain(Event):
    """The inspection of a piece was filed away, and another began; ``inspection_id`` is where the first lies."""

    number: str
    position: int
    inspection_id: str
    state_before: str
    recommended_before: str = ""
    second: bool = False  # the second look that was asked for
    hand_before: str = ""


@dataclass(frozen=True, kw_only=True)
class DecisionReconsidered(Event):
    """A decision was taken back, because the piece is inspected again; its facts are what the inverse needs."""

    number: str
    disposition: str
    state: str
    stock: str
    override: str = ""
    net: str = ""  # in minor units
    place: str = ""
    line_id: str = ""
    decision_id: str = ""


@dataclass(frozen=True, kw_only=True)
class SecondLookAsked(Event):
    """Somebody else is to look at the piece."""

    number: str

"""Choices that the clerk opens: why it came back, who answers for it, further findings, the rarer acts.

They stand where the decision was, as a question of the desk does, and each answer is the scan of a command barcode.
"""

from dataclasses import dataclass

from returns_desk.desktop.screens.panels.answers import Answer
from returns_desk.domain.grades import Finding, FoundReason, Liability
from returns_desk.domain.snapshots import BenchSnapshot
from returns_desk.wording import Words

FOUND_KEY, MORE_KEY, NOTE_KEY = ",", ".", "F3"
DISPUTE = "dispute"  # no scan: it asks for words
_DIGITS = "123456789"


@dataclass(frozen=True)
class Chooser:
    """An open choice; ``name`` tells one from another, ``title`` says what is to be chosen.

    The codes of its answers are scans; with a ``check`` they are values that answer this check, and in the chooser
    called ``checks`` they are checks to be asked again.
    """

    name: str
    title: str
    answers: tuple[Answer, ...]
    check: str = ""

    def code_for(self, key: str) -> str | None:
        """The scan that a key's text stands for."""
        return next((answer.code for answer in self.answers if answer.key == key), None)


def found_reasons(words: Words) -> Chooser:
    """Why it really came back."""
    offered = [(f"DO-I-{found.value}", words.name(found)) for found in FoundReason]
    return Chooser("found", words("Why did it really come back?"), _numbered(offered))


def liabilities(words: Words) -> Chooser:
    """Who answers for the state of the piece."""
    offered = [(f"DO-L-{who.value}", words.name(who)) for who in Liability]
    return Chooser("liability", words("Who answers for it?"), _numbered(offered))


def more_findings(words: Words, findings: tuple[Finding, ...]) -> Chooser:
    """The findings that found no room on the card."""
    offered = [(f"DO-F-{finding.value}", words.name(finding)) for finding in findings]
    return Chooser("findings", words("What else was found?"), _numbered(offered))


def more_acts(words: Words, bench: BenchSnapshot) -> Chooser:
    """The rarer acts, as far as they fit what lies on the bench."""
    offered: list[tuple[str, str]] = []
    item = bench.item
    if item is not None:
        if item.product.serialised and not item.serial:
            offered.append(("DO-NOSERIAL", words("The serial cannot be read")))
        if item.carton:
            offered.append(("DO-CARTON", words("The carton is open")))
        elif not item.serial:
            offered.append(("DO-CARTON", words("It is a sealed carton")))
        if item.quantity > 1:
            offered.append(("DO-SPLIT", words("Split the quantity")))
        offered.append(("DO-MERGE", words("Join another item to it")))
        offered.append(("DO-NOTOURS", words("It is not ours")))
        offered.append(("DO-AGAIN", words("Inspect again")))
        offered.append(("DO-LOOK", words("Let somebody else look at it")))
        offered.append((DISPUTE, words("The customer disputes it")))
    elif bench.parcel is not None:
        offered.append(("DO-EMPTY", words("The box is empty")))
        offered.append(("DO-NOTOURS", words("The parcel is not ours")))
    return Chooser("more", words("More to do"), _numbered(offered))


def _numbered(offered: list[tuple[str, str]]) -> tuple[Answer, ...]:
    """Answers with the keys 1 to 9; what comes after the ninth is pressed with the mouse or reached by Tab."""
    keys = [*_DIGITS, *[""] * len(offered)]
    return tuple(Answer(key, code, text) for key, (code, text) in zip(keys, offered, strict=False))

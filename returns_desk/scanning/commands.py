"""The command barcodes (``DO-...``) as typed values: what a scan of the command sheet means, and what to print on it.

The codes use only A-Z, 0-9 and ``-``, the signs that survive a Hebrew keyboard layout, and never change: sheets hang
on walls for years.
"""

from dataclasses import astuple, dataclass
from enum import StrEnum

from returns_desk.domain.grades import Finding, FoundReason, Grade, Liability, StatedReason, WantedOutcome
from returns_desk.domain.items import Disposition, HoldReason, OverrideReason, StockStatus

COMMAND_PREFIX = "DO-"
CHOICES = 9  # answers that have a number of their own


class SimpleCommand(StrEnum):
    """Commands that carry no value of their own; the value is the code behind ``DO-``."""

    HOLD = "HOLD"
    OK = "OK"  # take the recommendation
    UNDO = "UNDO"
    PRINT = "PRINT"
    NEXT = "NEXT"
    CLOSE = "CLOSE"
    YES = "YES"
    NO = "NO"
    AGAIN = "AGAIN"  # inspect the piece once more
    LOOK = "LOOK"  # somebody else is to look at it
    EMPTY = "EMPTY"  # nothing is in the open parcel
    SPLIT = "SPLIT"
    MERGE = "MERGE"
    NOSERIAL = "NOSERIAL"  # the serial number cannot be read
    UNAUTHORIZED = "NORMA"  # make the open parcel a return without authorization
    CARTON = "CARTON"  # the pieces in hand are a sealed carton, or are not
    NOT_OURS = "NOTOURS"  # the piece in hand, else the open parcel


@dataclass(frozen=True)
class GradeCommand:
    """Give the item in hand this grade."""

    grade: Grade


@dataclass(frozen=True)
class DispositionCommand:
    """Decide what becomes of the item in hand."""

    disposition: Disposition


@dataclass(frozen=True)
class StockCommand:
    """Restock the item in hand, as new or as open box."""

    becomes: StockStatus


@dataclass(frozen=True)
class FindingCommand:
    """Note something seen on the item in hand."""

    finding: Finding


@dataclass(frozen=True)
class ReasonCommand:
    """Note why the customer says it comes back."""

    reason: StatedReason


@dataclass(frozen=True)
class FoundCommand:
    """Say why the item in hand really came back."""

    reason: FoundReason


@dataclass(frozen=True)
class LiabilityCommand:
    """Say who answers for the state of the item in hand."""

    liability: Liability


@dataclass(frozen=True)
class OutcomeCommand:
    """Agree what the customer gets for the item in hand."""

    outcome: WantedOutcome


@dataclass(frozen=True)
class OverrideCommand:
    """Say why another disposition than the recommended one was chosen."""

    reason: OverrideReason


@dataclass(frozen=True)
class HoldCommand:
    """Say why a piece waits, or let the one in hand wait for this reason."""

    reason: HoldReason


@dataclass(frozen=True)
class ChoiceCommand:
    """Answer the open question by the number of one of its choices, from 1 to 9."""

    number: int


Command = (
    SimpleCommand
    | GradeCommand
    | DispositionCommand
    | StockCommand
    | FindingCommand
    | ReasonCommand
    | FoundCommand
    | LiabilityCommand
    | OutcomeCommand
    | OverrideCommand
    | HoldCommand
    | ChoiceCommand
)
_LETTERS: dict[type, str] = {
    FindingCommand: "F",
    ReasonCommand: "R",
    FoundCommand: "I",
    LiabilityCommand: "L",
    OverrideCommand: "O",
    HoldCommand: "H",
}
_STOCK = {StockStatus.AVAILABLE: "ASNEW", StockStatus.OPEN_BOX: "OPENBOX"}
_OUTCOMES = {WantedOutcome.STORE_CREDIT: "CREDIT"}


def command_code(command: Command) -> str:
    """Return the text of a command's barcode, e.g. ``DO-F-LEAKS``."""
    match command:
        case SimpleCommand():
            code = command.value
        case GradeCommand(grade):
            code = grade.value
        case DispositionCommand(disposition):
            code = disposition.value.upper()
        case StockCommand(becomes):
            code = _STOCK[becomes]
        case OutcomeCommand(outcome):
            code = f"C-{_OUTCOMES.get(outcome, outcome.value.upper())}"
        case ChoiceCommand(number):
            code = str(number)
        case _:
            code = f"{_LETTERS[type(command)]}-{astuple(command)[0].value}"
    return COMMAND_PREFIX + code


def every_command() -> tuple[Command, ...]:
    """List all commands, in the order they stand on the command sheet."""
    return (
        *(GradeCommand(grade) for grade in Grade),
        *(DispositionCommand(disposition) for disposition in Disposition),
        *(StockCommand(becomes) for becomes in _STOCK),
        *SimpleCommand,
        *(FindingCommand(finding) for finding in Finding),
        *(ReasonCommand(stated) for stated in StatedReason),
        *(FoundCommand(found) for found in FoundReason),
        *(LiabilityCommand(liability) for liability in Liability),
        *(OutcomeCommand(outcome) for outcome in WantedOutcome),
        *(OverrideCommand(override) for override in OverrideReason),
        *(HoldCommand(hold) for hold in HoldReason),
        *(ChoiceCommand(number) for number in range(1, CHOICES + 1)),
    )


_BY_CODE: dict[str, Command] = {command_code(command): command for command in every_command()}


def parse_command(text: str) -> Command | None:
    """Read a command barcode, upper or lower case; None if there is no such command."""
    return _BY_CODE.get(text.upper())

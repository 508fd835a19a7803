"""The command barcodes (``DO-...``) as typed values: what a scan of the command sheet means, and what to print on it.

The codes use only A-Z, 0-9 and ``-``, the signs that survive a Hebrew keyboard layout, and never change: sheets hang
on walls for years.
"""

from dataclasses import dataclass
from enum import StrEnum

from returns_desk.domain.grades import Finding, Grade, StatedReason
from returns_desk.domain.items import Disposition, HoldReason, OverrideReason

COMMAND_PREFIX = "DO-"


class SimpleCommand(StrEnum):
    """Commands that carry no value of their own; the value is the code behind ``DO-``."""

    HOLD = "HOLD"
    OK = "OK"  # take the recommendation
    UNDO = "UNDO"
    PRINT = "PRINT"
    NEXT = "NEXT"
    CLOSE = "CLOSE"


@dataclass(frozen=True)
class GradeCommand:
    """Give the item in hand this grade."""

    grade: Grade


@dataclass(frozen=True)
class DispositionCommand:
    """Decide what becomes of the item in hand."""

    disposition: Disposition


@dataclass(frozen=True)
class FindingCommand:
    """Note something seen on the item in hand."""

    finding: Finding


@dataclass(frozen=True)
class ReasonCommand:
    """Note why the customer says it comes back."""

    reason: StatedReason


@dataclass(frozen=True)
class OverrideCommand:
    """Say why another disposition than the recommended one was chosen."""

    reason: OverrideReason


@dataclass(frozen=True)
class HoldCommand:
    """Say why a piece waits, or let the one in hand wait for this reason."""

    reason: HoldReason


Command = (
    SimpleCommand | GradeCommand | DispositionCommand | FindingCommand | ReasonCommand | OverrideCommand | HoldCommand
)


def command_code(command: Command) -> str:
    """Return the text of a command's barcode, e.g. ``DO-F-LEAKS``."""
    match command:
        case SimpleCommand():
            code = command.value
        case GradeCommand(grade):
            code = grade.value
        case DispositionCommand(disposition):
            code = disposition.value.upper()
        case FindingCommand(finding):
            code = f"F-{finding.value}"
        case ReasonCommand(stated):
            code = f"R-{stated.value}"
        case OverrideCommand(override):
            code = f"O-{override.value}"
        case HoldCommand(hold):
            code = f"H-{hold.value}"
    return COMMAND_PREFIX + code


def every_command() -> tuple[Command, ...]:
    """List all commands, in the order they stand on the command sheet."""
    return (
        *(GradeCommand(grade) for grade in Grade),
        *(DispositionCommand(disposition) for disposition in Disposition),
        *SimpleCommand,
        *(FindingCommand(finding) for finding in Finding),
        *(ReasonCommand(stated) for stated in StatedReason),
        *(OverrideCommand(override) for override in OverrideReason),
        *(HoldCommand(hold) for hold in HoldReason),
    )


_BY_CODE: dict[str, Command] = {command_code(command): command for command in every_command()}


def parse_command(text: str) -> Command | None:
    """Read a command barcode, upper or lower case; None if there is no such command."""
    return _BY_CODE.get(text.upper())

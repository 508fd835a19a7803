import pytest

from returns_desk.domain.grades import Finding, Grade, StatedReason
from returns_desk.domain.items import Disposition, HoldReason, OverrideReason
from returns_desk.scanning.commands import (
    Command,
    DispositionCommand,
    FindingCommand,
    GradeCommand,
    HoldCommand,
    OverrideCommand,
    ReasonCommand,
    SimpleCommand,
    command_code,
    every_command,
    parse_command,
)


@pytest.mark.parametrize("command", every_command())
def test_every_command_is_read_back_from_its_own_barcode(command: Command) -> None:
    assert parse_command(command_code(command)) == command
    assert parse_command(command_code(command).lower()) == command


@pytest.mark.parametrize(
    ("code", "command"),
    [
        ("DO-A", GradeCommand(Grade.A)),
        ("DO-X", GradeCommand(Grade.X)),
        ("DO-RESTOCK", DispositionCommand(Disposition.RESTOCK)),
        ("DO-SUPPLIER", DispositionCommand(Disposition.SUPPLIER)),
        ("DO-DONATE", DispositionCommand(Disposition.DONATE)),
        ("DO-RECYCLE", DispositionCommand(Disposition.RECYCLE)),
        ("DO-HOLD", SimpleCommand.HOLD),
        ("DO-OK", SimpleCommand.OK),
        ("DO-UNDO", SimpleCommand.UNDO),
        ("DO-PRINT", SimpleCommand.PRINT),
        ("DO-NEXT", SimpleCommand.NEXT),
        ("DO-CLOSE", SimpleCommand.CLOSE),
        ("DO-F-LEAKS", FindingCommand(Finding.LEAKS)),
        ("DO-R-CHANGED", ReasonCommand(StatedReason.CHANGED_MIND)),
        ("DO-H-PARTS", HoldCommand(HoldReason.PARTS)),
        ("DO-O-AGREED", OverrideCommand(OverrideReason.SUPPLIER_AGREED)),
    ],
)
def test_the_codes_on_printed_sheets_never_change(code: str, command: Command) -> None:
    assert command_code(command) == code
    assert parse_command(code) == command


def test_no_two_commands_share_a_barcode() -> None:
    codes = [command_code(command) for command in every_command()]
    assert len(set(codes)) == len(codes)


def test_codes_survive_a_hebrew_keyboard_because_of_the_signs_they_use() -> None:
    for command in every_command():
        assert set(command_code(command)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")


@pytest.mark.parametrize("text", ["", "DO-", "DO-Z", "DO", "A", "DO-A ", "DO-F-", "DO-F-NOSUCH", "דו-א"])
def test_what_is_no_command_gives_none(text: str) -> None:
    assert parse_command(text) is None

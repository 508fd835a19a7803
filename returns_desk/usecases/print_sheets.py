"""Sheets of codes to scan from paper: every command of the desk, and the sample shop's codes to try a scanner with."""

from dataclasses import astuple
from datetime import date

from returns_desk.documents.sheets import SheetCode, SheetSection, render_command_sheet, render_scan_me
from returns_desk.domain.items import Disposition
from returns_desk.domain.people import Role
from returns_desk.exchange.reading import Import
from returns_desk.exchange.rows import InsideRow
from returns_desk.scanning.commands import (
    ChoiceCommand,
    Command,
    DispositionCommand,
    FindingCommand,
    FoundCommand,
    GradeCommand,
    HoldCommand,
    LiabilityCommand,
    OutcomeCommand,
    OverrideCommand,
    ReasonCommand,
    SimpleCommand,
    command_code,
    every_command,
)
from returns_desk.usecases.fill_sample import sample_insides, sample_people, sample_products
from returns_desk.wording import Words

_ROLES = {
    Disposition.RESTOCK: "restock",
    Disposition.SUPPLIER: "supplier",
    Disposition.DONATE: "donate",
    Disposition.RECYCLE: "recycle",
}
# left to the command sheet: the page is for trying
_TOLD_BY_OTHERS = (ReasonCommand, OutcomeCommand, OverrideCommand, HoldCommand, ChoiceCommand)
_ANY_DAY = date(2000, 1, 1)  # the sheet shows no day, so it is the same sheet on every one


def draw_command_sheet(language: str) -> bytes:
    """All commands on A4 as PDF, with their words in both languages."""
    words, other = _both(language)
    groups: tuple[tuple[str, tuple[type, ...]], ...] = (
        (words("Condition"), (GradeCommand,)),
        (words("Decision"), (DispositionCommand,)),
        (words("Steps"), (SimpleCommand,)),
        (words("Findings"), (FindingCommand,)),
        (words("Customer's reason"), (ReasonCommand,)),
        (words("Agreed with the customer"), (OutcomeCommand,)),
        (words("Really"), (FoundCommand,)),
        (words("Answers for it"), (LiabilityCommand,)),
        (words("Reason for another decision"), (OverrideCommand,)),
        (words("Why on hold"), (HoldCommand,)),
        (words("Answers to a question"), (ChoiceCommand,)),
    )
    sections = [
        SheetSection(title, tuple(_card(each, words, other) for each in every_command() if isinstance(each, kinds)))
        for title, kinds in groups
    ]
    return render_command_sheet(sections, language)


def draw_scan_me(language: str) -> bytes:
    """The sample shop's badges, boxes with what is in them, and the commands, to try with a real scanner."""
    words, other = _both(language)
    wanted = Import(_ANY_DAY)
    people = tuple(
        SheetCode(row.badge, row.name_en if language == "en" else row.name, also=words.name(row.role))
        for row in sample_people(wanted)
        if row.role is not Role.ADMIN
    )
    first = SheetSection(
        words("1. Sign in"), people, words("The supervisor's PIN in the sample shop is {pin}", pin="2580")
    )
    boxes = _box_sections(words, sample_insides(wanted))
    commands = tuple(_card(each, words, other) for each in every_command() if not isinstance(each, _TOLD_BY_OTHERS))
    return render_scan_me([first, *boxes, SheetSection(words("Commands"), commands)], language)


def command_words(command: Command, words: Words) -> str:
    """What a command says, in a few words."""
    match command:
        case SimpleCommand():
            return _simple(command, words)
        case GradeCommand(grade):
            return f"{grade.value} · {words.name(grade)}"
        case ChoiceCommand(number):
            return words("Answer {number}", number=number)
        case _:
            return words.name(astuple(command)[0])


def _simple(command: SimpleCommand, words: Words) -> str:
    return {
        SimpleCommand.HOLD: words("Hold"),
        SimpleCommand.OK: words("As recommended"),
        SimpleCommand.UNDO: words("Undo"),
        SimpleCommand.PRINT: words("Print again"),
        SimpleCommand.NEXT: words("Next parcel"),
        SimpleCommand.CLOSE: words("Close the parcel"),
        SimpleCommand.EMPTY: words("The box is empty"),
        SimpleCommand.SPLIT: words("Split a quantity"),
        SimpleCommand.MERGE: words("Join two items"),
        SimpleCommand.NOSERIAL: words("Serial cannot be read"),
        SimpleCommand.UNAUTHORIZED: words("Return without authorization"),
        SimpleCommand.NOT_OURS: words("Not ours"),
        SimpleCommand.YES: words("Yes"),
        SimpleCommand.NO: words("No"),
        SimpleCommand.AGAIN: words("Inspect again"),
        SimpleCommand.LOOK: words("Second look by somebody else"),
    }[command]


def _card(command: Command, words: Words, other: Words) -> SheetCode:
    role = "ink"
    if isinstance(command, DispositionCommand):
        role = _ROLES[command.disposition]
    elif command is SimpleCommand.HOLD:
        role = "bad"
    return SheetCode(command_code(command), command_words(command, words), role, command_words(command, other))


def _box_sections(words: Words, rows: tuple[InsideRow, ...]) -> list[SheetSection]:
    """One section a box: its own code, then each piece in it with what a clerk would see."""
    names = {
        code: product.name_en if words.language == "en" else product.name
        for product in sample_products(Import(_ANY_DAY))
        for code in product.codes
    }
    sections = []
    for number, (tracking, note) in enumerate(_boxes(words).items(), 2):
        codes = [SheetCode(tracking, words("Parcel"))]
        for row in rows:
            if row.tracking == tracking:
                caption = row.caption_en if words.language == "en" else row.caption
                codes += _piece_codes(row, names.get(row.code, row.code), caption, words)
        title = words("{number}. Parcel {tracking}", number=number, tracking=tracking)
        sections.append(SheetSection(title, tuple(codes), note))
    return sections


def _boxes(words: Words) -> dict[str, str]:
    """The boxes that are worth trying, with what is special about each."""
    return {
        "RR402100166IL": words("One item, still sealed"),
        "RR123456785IL": words("A customer who is VIP; one item bears a serial number"),
        "CP402103114IL": words("Several items of one return"),
        "RR402188110IL": words("Two returns in one box"),
        "RR402104123IL": words("The return came after its last day"),
        "RR402106495IL": words("Another item inside than announced"),
    }


def _piece_codes(row: InsideRow, name: str, caption: str, words: Words) -> list[SheetCode]:
    seen = f"{caption} · {row.grade.value}" if caption else row.grade.value
    codes = [SheetCode(row.code, name, also=seen, symbology="ean" if row.code.isdigit() else "code128")]
    if row.serial:
        codes.append(SheetCode(row.serial, words("Serial number"), also=name))
    return codes


def _both(language: str) -> tuple[Words, Words]:
    return Words(language), Words("he" if language == "en" else "en")

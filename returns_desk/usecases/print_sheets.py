"""Sheets of codes to scan from paper: every command of the desk, and the sample shop's codes to try a scanner with."""

from dataclasses import astuple
from datetime import date

from returns_desk.documents.kit.dress import PLAIN, Dress
from returns_desk.documents.sheets import SheetCode, SheetSection, render_command_sheet, render_scan_me
from returns_desk.domain.checklists import findings_for
from returns_desk.domain.items import Disposition, StockStatus
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
    StockCommand,
    command_code,
    every_command,
)
from returns_desk.usecases.fill_sample import sample_insides, sample_people, sample_products
from returns_desk.wording import Words
from returns_desk.wording.ways import say_way_named

_ROLES = {
    Disposition.RESTOCK: "restock",
    Disposition.SUPPLIER: "supplier",
    Disposition.DONATE: "donate",
    Disposition.RECYCLE: "recycle",
}
_ANSWERS = (SimpleCommand.YES, SimpleCommand.NO)
_LOOKING = (SimpleCommand.AGAIN, SimpleCommand.LOOK)
_CONTENTS = (
    SimpleCommand.EMPTY,
    SimpleCommand.SPLIT,
    SimpleCommand.MERGE,
    SimpleCommand.NOSERIAL,
    SimpleCommand.CARTON,
    SimpleCommand.UNAUTHORIZED,
    SimpleCommand.NOT_OURS,
)
_TRIED = (GradeCommand, DispositionCommand, SimpleCommand, FindingCommand)  # on the page to try a scanner with
_TRIED_PLACES = (("B-14-2", StockStatus.AVAILABLE), ("OB-C-1", StockStatus.OPEN_BOX))
_ANY_DAY = date(2000, 1, 1)  # the sheet shows no day, so it is the same sheet on every one


def draw_command_sheet(language: str, *, dress: Dress = PLAIN) -> bytes:
    """All commands on A4 as PDF, with their words in both languages."""
    words, other = _both(language)
    sections = [
        SheetSection(title, tuple(_card(each, words, other) for each in commands)) for title, commands in _groups(words)
    ]
    return render_command_sheet(sections, language, dress=dress)


def _groups(words: Words) -> list[tuple[str, list[Command]]]:
    """All commands under their headings, in an order in which groups fill pages: those of every day come first."""
    simple = [each for each in SimpleCommand if each not in (*_ANSWERS, *_LOOKING, *_CONTENTS)]
    return [
        (words("Condition"), _of(GradeCommand)),
        (words("Decision"), [*_of(DispositionCommand), *_of(StockCommand)]),
        (words("Steps"), list(simple)),
        (words("Looking once more"), list(_LOOKING)),
        (words("Findings"), _of(FindingCommand)),
        (words("What is in the box"), list(_CONTENTS)),
        (words("Answers to a question"), [*_ANSWERS, *_of(ChoiceCommand)]),
        (words("Why on hold"), _of(HoldCommand)),
        (words("Customer's reason"), _of(ReasonCommand)),
        (words("Really"), _of(FoundCommand)),
        (words("Reason for another decision"), _of(OverrideCommand)),
        (words("Agreed with the customer"), _of(OutcomeCommand)),
        (words("Answers for it"), _of(LiabilityCommand)),
    ]


def _of(kind: type[Command]) -> list[Command]:
    return [each for each in every_command() if isinstance(each, kind)]


def _is_tried(command: Command) -> bool:
    """Whether a command is worth trying with a new scanner: those of every day, and the usual findings."""
    if isinstance(command, FindingCommand):
        return command.finding in findings_for(None)
    return isinstance(command, _TRIED) and command not in (*_ANSWERS, *_LOOKING, *_CONTENTS)


def draw_scan_me(language: str, *, dress: Dress = PLAIN) -> bytes:
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
    commands = tuple(_card(each, words, other) for each in every_command() if _is_tried(each))
    places = tuple(SheetCode(code, words.name(status)) for code, status in _TRIED_PLACES)
    sections = [first, *boxes, SheetSection(words("Places"), places), SheetSection(words("Commands"), commands)]
    return render_scan_me(sections, language, dress=dress)


def command_words(command: Command, words: Words) -> str:
    """What a command says, in a few words."""
    match command:
        case SimpleCommand():
            return _simple(command, words)
        case GradeCommand(grade):
            return f"{grade.value} · {words.name(grade)}"
        case StockCommand(becomes):
            return say_way_named(words, becomes.value)
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
        SimpleCommand.CARTON: words("Sealed carton, or not"),
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
    elif isinstance(command, StockCommand):
        role = _ROLES[Disposition.RESTOCK]
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

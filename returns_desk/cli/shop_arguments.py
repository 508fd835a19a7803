"""The commands about the shop as a whole: its database and its care, files in and out, a day without a screen."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands

IMPORTED = (
    "products",
    "suppliers",
    "customers",
    "expected",
    "people",
    "checklists",
    "guides",
    "sales",
    "places",
    "recalls",
)
EXPORTED = ("items", "batches", "stock", "journal", "movements", "suppliers", "landfill", "debit-notes")
FORMATS = ("csv", "xlsx", "json")


def describe(commands: "Commands") -> None:
    """Add them to the command line."""
    _describe_beginning(commands)
    _describe_care(commands)
    _describe_files(commands)


def _describe_beginning(commands: "Commands") -> None:
    words = commands.words
    add = commands.add("init", "beginning", "init", words("make the database"))
    add("--sample", action="store_true", help=words("with the sample shop in it"))
    add("--company", "--name", default="", metavar="NAME", help=words("whose desk this is"))
    add("--company-number", default="", metavar="NUMBER", help=words("its registration number"))
    add("--address", default="", help=words("its address, as papers show it"))
    add("--phone", default="", help=words("its telephone number"))
    add("--currency", default="ILS", help=words("its currency, as three letters"))
    add("--supervisor", default="", metavar="NAME", help=words("the first person, who may do everything"))
    add("--badge", default="", metavar="CODE", help=words("the first person's badge"))
    add("--pin-stdin", action="store_true", help=words("read the first person's PIN from standard input"))
    add = commands.add("demo", "demo", "demo", words("play the sample shop's day without a screen"))
    add("folder", nargs="?", type=Path, default=Path("returns-desk-demo"), metavar="FOLDER")


def _describe_care(commands: "Commands") -> None:
    words = commands.words
    commands.add("check", "care", "check", words("look whether everything here is in order"))
    commands.add("verify", "care", "verify", words("check the journal's chain and the books' balance"))
    commands.add("migrate", "care", "migrate", words("bring the database up to date, after a backup"))
    add = commands.add("backup", "care", "backup", words("write a whole, checked copy of the database"))
    add("file", type=Path, metavar="FILE")
    add("--photos", action="store_true", help=words("copy the photographs too, into a folder beside it"))
    add = commands.add(
        "restore", "care", "restore", words("put a copy in the database's place; the present one is kept")
    )
    add("file", type=Path, metavar="FILE")


def _describe_files(commands: "Commands") -> None:
    words = commands.words
    add = commands.add(
        "import",
        "importing",
        "import_file",
        words(
            "take a CSV or XLSX file in; without a badge as the computer's owner, who cannot make or change anybody "
            "who may approve"
        ),
    )
    add("kind", choices=IMPORTED)
    add("file", type=Path, metavar="FILE")
    add("--map", type=Path, metavar="FILE", help=words("how a foreign file's columns are to be read"))
    add("--dry-run", action="store_true", help=words("check everything, change nothing"))
    add_badge(add, commands)
    add = commands.add("export", "exporting", "export", words("write a table as CSV, XLSX or JSON"))
    add("kind", choices=EXPORTED)
    add("--format", choices=FORMATS)
    add("-o", "--output", type=Path, metavar="FILE", help=words("instead of standard output"))
    since = words(
        "movements: from this day or moment on, or after the move with this id, which does not come again; debit "
        "notes: what left from this day on"
    )
    add("--since", default="", metavar="WHEN", help=since)
    add("--until", default="", metavar="WHEN", help=words("movements: to the end of this day, or before this moment"))
    add_badge(add, commands)


def add_badge(add: "object", commands: "Commands", *, needed: bool = False) -> None:
    """Add the two options that say who signs."""
    words = commands.words
    assert callable(add)
    add("--badge", required=needed, metavar="CODE", help=words("badge of whoever signs"))
    add("--pin-stdin", action="store_true", help=words("read the badge's PIN from the first line of standard input"))

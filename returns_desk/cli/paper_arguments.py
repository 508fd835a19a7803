"""The commands that make paper: slips, labels, sheets of codes."""

from pathlib import Path
from typing import TYPE_CHECKING

from returns_desk.cli.shop_arguments import add_badge

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands

LABEL_SIZES = ("62", "100x50", "50x25", "100x150")


def describe(commands: "Commands") -> None:
    """Add them to the command line."""
    words = commands.words
    add = commands.add(
        "slip",
        "papers",
        "slip",
        words(
            "print a batch's paper as PDF: the original once, then copies. Signed by the badge, else by whoever is "
            "signed in at the station, else by the computer's owner"
        ),
    )
    add("number", metavar="BATCH")
    _add_output(add, commands)
    add("--bilingual", action="store_true", help=words("in both languages"))
    add("--second-original", action="store_true", help=words("the original once more; needs a supervisor's PIN"))
    add("--reason", default="", help=words("why a second original"))
    add_badge(add, commands)
    add = commands.add("label", "papers", "label", words("draw a label as PDF, ZPL or PNG"))
    add("number", metavar="ITEM")
    _add_output(add, commands)
    add("--size", choices=LABEL_SIZES, default=None, help=words("millimetres of tape, or width and height"))
    add("--dpi", type=int, choices=(203, 300, 600), default=None, help=words("the printer's dots per inch"))
    add = commands.add("command-sheet", "papers", "command_sheet", words("all commands as codes to scan, as PDF"))
    _add_output(add, commands)
    add("--scan-me", action="store_true", help=words("the sample shop's codes instead, to try a scanner with"))


def _add_output(add: object, commands: "Commands") -> None:
    assert callable(add)
    add("-o", "--output", type=Path, required=True, metavar="FILE", help=commands.words("where to write it"))

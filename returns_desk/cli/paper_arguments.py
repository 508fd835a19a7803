"""The commands that make paper: slips, labels, sheets of codes."""

from pathlib import Path
from typing import TYPE_CHECKING

from returns_desk.cli.shop_arguments import add_badge
from returns_desk.cli.thing_arguments import whole_number
from returns_desk.domain.printing import PaperKind

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands

LABEL_KINDS = tuple(kind for kind in PaperKind if kind.is_label)


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
    _describe_label(commands)
    add = commands.add("command-sheet", "papers", "command_sheet", words("all commands as codes to scan, as PDF"))
    _add_output(add, commands)
    add("--scan-me", action="store_true", help=words("the sample shop's codes instead, to try a scanner with"))


def _describe_label(commands: "Commands") -> None:
    words = commands.words
    add = commands.add("label", "labels", "label", words("draw labels as PDF, ZPL or PNG; several go into one file"))
    named = words("of items, parcels, cartons, batches (for their totes) or places")
    add("numbers", metavar="NUMBER", nargs="*", help=named)
    _add_output(add, commands)
    add("--kind", type=_label_kind, default=None, metavar="KIND", help=", ".join(kind.value for kind in LABEL_KINDS))
    add("--bins", action="store_true", help=words("of all places that are in use"))
    add("--all", action="store_true", help=words("with --kind bin-label, the same as --bins"))
    add("--size", default="", help=words("62, 100x50, 50x25, 100x150 or any width x height in millimetres"))
    add("--dpi", type=int, choices=(203, 300, 600), default=None, help=words("the printer's dots per inch"))
    add("--copy", type=whole_number, default=0, metavar="N", help=words("mark them as copy N"))


def _label_kind(text: str) -> PaperKind:
    """A kind of label with a blank or a dash."""
    kind = PaperKind(text.replace("-", " "))
    if kind not in LABEL_KINDS:
        raise ValueError(text)
    return kind


def _add_output(add: object, commands: "Commands") -> None:
    assert callable(add)
    add("-o", "--output", type=Path, required=True, metavar="FILE", help=commands.words("where to write it"))

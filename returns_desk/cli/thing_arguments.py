"""The commands about single things: scans, pictures, parcels, items, and lists of them."""

from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from returns_desk.domain.exceptions import ExceptionKind

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands

SHOWN = ("parcel", "item", "batch", "product", "rma", "supplier", "place", "recall")
LISTED = (
    "parcels",
    "items",
    "batches",
    "documents",
    "exceptions",
    "products",
    "suppliers",
    "rmas",
    "people",
    "places",
    "recalls",
    "credits",
    "landfill",
    "jobs",
)


def describe(commands: "Commands") -> None:
    """Add them to the command line."""
    words = commands.words
    add = commands.add("identify", "scanned", "identify", words("say what a scanned text is, looking nothing up"))
    add("text", nargs="+", metavar="TEXT")
    _describe_decode(commands)
    add = commands.add("scan", "scanned", "scan", words("take scans, one a line, as the desk does"))
    add("--badge", required=True, metavar="CODE", help=words("badge of the clerk"))
    add("file", nargs="?", type=Path, metavar="FILE", help=words("instead of standard input"))
    add = commands.add("show", "looking", "show", words("one thing whole, with its timeline"))
    add("kind", choices=SHOWN)
    add("number", metavar="NUMBER")
    add = commands.add("list", "looking", "list_things", words("things, newest first"))
    add("kind", choices=LISTED)
    add("--state", metavar="S", help=words("only those that stand here"))
    kinds = [kind.value.replace(" ", "-") for kind in ExceptionKind]
    add(
        "--kind",
        dest="only",
        choices=kinds,
        metavar="K",
        help=words("only exceptions of this kind: {kinds}", kinds=", ".join(kinds)),
    )
    add("--urgent", action="store_true", help=words("batches: what waits for somebody first, and what to do with it"))
    add("--limit", type=whole_number, default=100, metavar="N", help=words("at most this many"))


def _describe_decode(commands: "Commands") -> None:
    words = commands.words
    parser = commands.add_parser("decode", "decoding", "decode", words("find the codes in pictures"))
    parser.add_argument("image", nargs="+", type=Path, metavar="IMAGE")
    add = parser.add_mutually_exclusive_group().add_argument
    add("--fast", dest="mode", action="store_const", const="fast", help=words("one quick look at each picture"))
    add("--thorough", dest="mode", action="store_const", const="thorough", help=words("look until nothing helps"))
    parser.set_defaults(mode="default")


def whole_number(text: str) -> int:
    """A number from 1 up."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:12]) <= 10_000_000:
        raise ArgumentTypeError(f"not a whole number from 1 up: {text!r}")
    return int(text)

"""The commands about cartons: packing them, their labels and lists, the prefix of their numbers."""

from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from returns_desk.cli.shop_arguments import add_badge
from returns_desk.cli.thing_arguments import whole_number

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands


def describe(commands: "Commands") -> None:
    """Add them to the command line."""
    words = commands.words
    parent = commands.add_parser("carton", "cartons", "carton", words("pack an approved batch in cartons"))
    move = commands.moves_of(parent)
    add = move("open", words("begin a carton for a batch")).add_argument
    add("number", metavar="BATCH")
    add_badge(add, commands, needed=True)
    for name, text in (
        ("pack", words("put an item into an open carton")),
        ("unpack", words("take an item out of an open carton")),
    ):
        add = move(name, text).add_argument
        add("number", metavar="CARTON")
        add("item", metavar="ITEM")
        add_badge(add, commands, needed=True)
    add = move("close", words("close a carton that was weighed")).add_argument
    add("number", metavar="CARTON")
    add("--weight", type=whole_number, default=0, metavar="GRAMS", help=words("gross weight in grams"))
    add("--size", type=size, default=(0, 0, 0), metavar="LxWxH", help=words("length, width and height in millimetres"))
    add_badge(add, commands, needed=True)
    for name, text in (
        ("reopen", words("open a closed carton again")),
        ("remove", words("take an empty carton away")),
    ):
        add = move(name, text).add_argument
        add("number", metavar="CARTON")
        add_badge(add, commands, needed=True)
    add = move("show", words("one carton, and how far its batch is packed")).add_argument
    add("number", metavar="CARTON")
    _describe_papers(commands)


def _describe_papers(commands: "Commands") -> None:
    words = commands.words
    add = commands.add("packing-list", "cartons", "packing_list", words("what lies in each carton of a batch, as PDF"))
    add("number", metavar="BATCH")
    add("-o", "--output", type=Path, required=True, metavar="FILE", help=words("where to write it"))
    add("--bilingual", action="store_true", help=words("in both languages"))
    add = commands.add("carton-label", "cartons", "label", words("a carton's label as PDF, ZPL or PNG, 100 × 150 mm"))
    add("number", metavar="CARTON")
    add("-o", "--output", type=Path, required=True, metavar="FILE", help=words("where to write it"))
    add("--dpi", type=int, choices=(203, 300, 600), default=None, help=words("the printer's dots per inch"))
    add = commands.add("gs1-prefix", "cartons", "prefix", words("show or set the shop's GS1 company prefix, for SSCCs"))
    add("prefix", nargs="?", metavar="DIGITS", help=words("7 to 10 digits; {none} takes it away", none="none"))
    add_badge(add, commands)


def size(text: str) -> tuple[int, int, int]:
    """Three lengths in millimetres, as ``400x300x200``."""
    sides = text.lower().replace("×", "x").split("x")
    if len(sides) != 3 or not all(side.isascii() and side.isdigit() for side in sides):
        raise ArgumentTypeError(f"not a size (LxWxH): {text!r}")
    length, width, height = map(int, sides)
    if not length * width * height:
        raise ArgumentTypeError(f"not a size (LxWxH): {text!r}")
    return length, width, height

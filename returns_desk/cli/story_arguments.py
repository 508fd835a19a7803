"""The command that tells the whole way of goods."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands


def describe(commands: "Commands") -> None:
    """Add it to the command line."""
    words = commands.words
    add = commands.add("story", "stories", "story", words("the whole way from parcel to credit, from any number on it"))
    add(
        "number",
        metavar="NUMBER",
        help=words("of a parcel, item, batch, return, paper, carton or credit note, or the supplier's own"),
    )
    add("--whole", action="store_true", help=words("each step by itself, also of many items"))

"""The command about bins."""

from typing import TYPE_CHECKING

from returns_desk.cli.shop_arguments import add_badge

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands


def describe(commands: "Commands") -> None:
    """Add it to the command line."""
    words = commands.words
    add = commands.add(
        "place",
        "places",
        "place",
        words("put a piece in a place; {drop} and a code: use that place no longer", drop="drop"),
    )
    add("number", metavar="ITEM|drop")
    add("code", metavar="CODE", help=words("code of the place"))
    add_badge(add, commands, needed=True)

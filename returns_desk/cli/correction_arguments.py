"""The commands that correct: a step is taken back, a product leaves the catalogue or comes back."""

from typing import TYPE_CHECKING

from returns_desk.cli.shop_arguments import add_badge

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands


def describe(commands: "Commands") -> None:
    """Add them to the command line."""
    words = commands.words
    add = commands.add(
        "undo",
        "corrections",
        "undo_step",
        words("take a step back: the newest of your own here, or the one named, for supervisors"),
    )
    add("step", nargs="?", default="", metavar="STEP", help=words("as a timeline names it in JSON"))
    add_badge(add, commands, needed=True)
    add = commands.add(
        "product", "corrections", "product", words("take a product out of the catalogue, or put it back")
    )
    add("act", choices=("drop", "restore"))
    add("sku", metavar="SKU")
    add_badge(add, commands)

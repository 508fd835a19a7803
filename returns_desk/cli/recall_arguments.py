"""The commands about goods that must not get to anybody: a notice is withdrawn, a lot and a last day are noted."""

from typing import TYPE_CHECKING

from returns_desk.cli.shop_arguments import add_badge

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands


def describe(commands: "Commands") -> None:
    """Add them to the command line."""
    words = commands.words
    add = commands.add(
        "recall", "recalls", "recall", words("let a notice of recalled goods count no longer; what is on hold stays so")
    )
    add("act", choices=("withdraw",))
    add("number", metavar="NUMBER")
    add_badge(add, commands, needed=True)
    add = commands.add("marks", "recalls", "marks", words("note what stands on a piece: its lot, its last day"))
    add("number", metavar="NUMBER")
    add("--lot", default="", help=words("its lot"))
    add("--expires", default="", metavar="DATE", help=words("its last day"))
    add_badge(add, commands, needed=True)

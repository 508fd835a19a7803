"""The commands about who signs for whom."""

from typing import TYPE_CHECKING

from returns_desk.cli.day_argument import day
from returns_desk.cli.shop_arguments import add_badge

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands


def describe(commands: "Commands") -> None:
    """Add them to the command line."""
    words = commands.words
    commands.add("delegations", "delegations", "delegations", words("who signs for whom, and until when"))
    add = commands.add(
        "delegate", "delegations", "delegate", words("let somebody approve for you for some days; needs --pin-stdin")
    )
    add("--to", required=True, metavar="BADGE", help=words("badge of whoever signs for you"))
    add("--from", dest="first", type=day, metavar="YYYY-MM-DD", help=words("first day; today when left out"))
    add("--until", dest="last", required=True, type=day, metavar="YYYY-MM-DD", help=words("last day"))
    add_badge(add, commands, needed=True)
    add = commands.add(
        "delegation", "delegations", "delegation", words("let somebody sign for you no longer; needs --pin-stdin")
    )
    add("act", choices=("revoke",))
    add("number", metavar="NUMBER", help=words("as the list of delegations has it"))
    add_badge(add, commands, needed=True)

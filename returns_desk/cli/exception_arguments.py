"""The commands about what waits and what somebody should look at."""

from typing import TYPE_CHECKING

from returns_desk.cli.shop_arguments import add_badge
from returns_desk.domain.items import HoldReason

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands


def describe(commands: "Commands") -> None:
    """Add them to the command line."""
    words = commands.words
    add = commands.add("hold", "exceptions", "hold", words("let a piece wait, or say otherwise why it does"))
    add("number", metavar="NUMBER")
    codes = [reason.value for reason in HoldReason]
    add("--reason", choices=codes, type=str.upper, metavar="CODE", help=words("why: {codes}", codes=", ".join(codes)))
    add("--owner", metavar="NAME", help=words("who is to settle it; an empty name: any supervisor"))
    add("--note", default="", help=words("why"))
    add_badge(add, commands, needed=True)
    add = commands.add("release", "exceptions", "release", words("take a hold off"))
    add("number", metavar="NUMBER")
    add_badge(add, commands, needed=True)
    add = commands.add("settle", "exceptions", "settle", words("put away something that somebody looked at"))
    add("key", metavar="KEY", help=words("its key, from the list of exceptions"))
    add("--note", default="", help=words("what was found out"))
    add_badge(add, commands, needed=True)

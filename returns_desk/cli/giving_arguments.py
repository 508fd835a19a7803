"""What may be said of gifts and recycling: a device that was wiped, weights by material, a certificate."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from returns_desk.cli.shop_arguments import add_badge
from returns_desk.domain.giving import WipeHow
from returns_desk.wording import Words

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands

WAYS = tuple(how.value.replace(" ", "-") for how in WipeHow)


def describe(commands: "Commands") -> None:
    """Add the command for devices."""
    words = commands.words
    add = commands.add("wipe", "giving", "wipe", words("a device was wiped: note how"))
    add("item", metavar="ITEM")
    ways = words("how it was wiped: {ways}", ways=", ".join(WAYS))
    add("--how", required=True, choices=WAYS, metavar="HOW", help=ways)
    add_badge(add, commands, needed=True)


def add_batch_options(add: Callable[..., Any], words: Words) -> None:
    """Add what the moves ``weigh`` and ``certify`` of a batch ask for."""
    weight = words("weight of a material in grams, as {example}; may be repeated", example="electronic=12400")
    add("--stream", action="append", default=[], metavar="STREAM=GRAMS", help=weight)
    add("--certificate", default="", metavar="NUMBER", help=words("number of the recipient's certificate or receipt"))

"""What a parcel is: matched, made a return without authorization, disowned, described from outside."""

from typing import TYPE_CHECKING

from returns_desk.cli.shop_arguments import add_badge
from returns_desk.cli.thing_arguments import whole_number
from returns_desk.domain.parcels import OuterCondition

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands

ACTS = ("match", "unauthorized", "not-ours", "sent-back", "describe", "candidates")


def describe(commands: "Commands") -> None:
    """Add the command."""
    words = commands.words
    add = commands.add("parcel", "parcels", "act", words("say what a parcel is, or ask what it may be"))
    add("act", choices=ACTS)
    add("number", metavar="NUMBER")
    add("rma", nargs="?", default="", metavar="RMA", help=words("the return that is in it"))
    add_badge(add, commands)
    add("--order", default="", metavar="NUMBER", help=words("the order that comes back"))
    add("--sender", default="", help=words("who sent it, as printed on the box"))
    conditions = [condition.value for condition in OuterCondition]
    add("--condition", choices=conditions, type=str.lower, help=words("how the box looks from outside"))
    add("--weight", type=whole_number, metavar="GRAMS", help=words("gross weight in grams"))
    add("--box", type=whole_number, metavar="N", help=words("which of several boxes it is"))
    add("--of", type=whole_number, metavar="N", help=words("how many boxes there are"))
    add("--sscc", default="", metavar="NUMBER", help=words("number of the shipping unit (SSCC)"))

"""The moves of a batch, from its submission to the credit that comes for it."""

from typing import TYPE_CHECKING

from returns_desk.cli.credit_arguments import add_credit_options
from returns_desk.cli.day_argument import day
from returns_desk.cli.giving_arguments import add_batch_options
from returns_desk.cli.shop_arguments import add_badge
from returns_desk.cli.thing_arguments import whole_number

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands

MOVES = (
    "ready",
    "reopen",
    "turn",
    "submit",
    "withdraw",
    "pull",
    "approve",
    "send-back",
    "reject",
    "cancel",
    "authorize",
    "ask-again",
    "pack",
    "ship",
    "deliver",
    "destroy",
    "weigh",
    "certify",
    "correct",
    "credit",
    "reverse-credit",
    "dispute",
    "write-off",
    "close",
)


def describe(commands: "Commands") -> None:
    """Add the command."""
    words = commands.words
    add = commands.add("batch", "batches", "move", words("a batch's moves; approving needs --pin-stdin"))
    add("move", choices=MOVES)
    add("number", metavar="NUMBER")
    add("more", nargs="*", metavar="NUMBER", help=words("more batches to approve with the same PIN"))
    add_badge(add, commands, needed=True)
    add(
        "--item",
        action="append",
        default=[],
        metavar="ITEM",
        help=words("a piece to pull, send back or take off the slip; may be repeated"),
    )
    add("--note", default="", help=words("why"))
    add("--to", default="", metavar="donate|recycle", help=words("where the pieces go instead"))
    add("--witness", default="", metavar="BADGE", help=words("badge or name of who sees the goods destroyed"))
    add(
        "--seen",
        default="",
        metavar="HASH",
        help=words("decide only these lines: their hash, as the batch is shown with it"),
    )
    add("--authorization", default="", metavar="NUMBER", help=words("the supplier's own number"))
    add("--until", type=day, metavar="YYYY-MM-DD", help=words("last day of the supplier's number"))
    add("--again", action="store_true", help=words("the supplier's number was used before, and counts again"))
    add("--packages", type=whole_number, metavar="N", help=words("number of packages"))
    add("--weight", type=whole_number, default=0, metavar="GRAMS", help=words("gross weight in grams"))
    add("--carrier", default="", help=words("who carries it"))
    add_batch_options(add, words)
    add("--waybill", default="", help=words("the carrier's number"))
    add("--driver", default="", help=words("who drives it"))
    add("--plate", default="", help=words("number plate of the vehicle"))
    add_credit_options(add, words)

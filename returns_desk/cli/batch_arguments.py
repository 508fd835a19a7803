"""The moves of a batch, from its submission to the credit that comes for it."""

from argparse import ArgumentTypeError
from datetime import date
from typing import TYPE_CHECKING

from returns_desk.cli.giving_arguments import add_batch_options
from returns_desk.cli.shop_arguments import add_badge
from returns_desk.cli.thing_arguments import whole_number

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands

MOVES = (
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
    "weigh",
    "certify",
    "credit",
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
        help=words("a piece to pull or send back; may be repeated"),
    )
    add("--note", default="", help=words("why"))
    add("--seen", default="", metavar="HASH", help=words("decide only these lines: their hash, as the batch is shown with it"))
    add("--authorization", default="", metavar="NUMBER", help=words("the supplier's own number"))
    add("--until", type=day, metavar="YYYY-MM-DD", help=words("last day of the supplier's number"))
    add("--again", action="store_true", help=words("the supplier's number was used before, and counts again"))
    add("--packages", type=whole_number, metavar="N", help=words("number of packages"))
    add("--weight", type=whole_number, default=0, metavar="GRAMS", help=words("gross weight in grams"))
    add("--carrier", default="", help=words("who carries it"))
    add("--waybill", default="", help=words("the carrier's number"))
    add("--driver", default="", help=words("who drives it"))
    add("--plate", default="", help=words("number plate of the vehicle"))
    add("--credit", default="", metavar="NUMBER", help=words("number of the supplier's credit note"))
    add("--amount", default="", help=words("amount of the credit, in the batch's currency"))
    add("--date", type=day, metavar="YYYY-MM-DD", help=words("day of the credit note or delivery; today when left out"))
    add_batch_options(add, words)
    add("--final", action="store_true", help=words("no more credit will come"))


def day(text: str) -> date:
    """A calendar day as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"not a day (YYYY-MM-DD): {text!r}") from None

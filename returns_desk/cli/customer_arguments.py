"""The commands of the customer's side: policies, limits, what was agreed, what is disputed."""

from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from returns_desk.cli.shop_arguments import add_badge
from returns_desk.cli.thing_arguments import whole_number

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands

OUTCOMES = ("refund", "exchange", "credit", "repair", "none")


def describe(commands: "Commands") -> None:
    """Add them to the command line."""
    words = commands.words
    add = commands.add("policy", "customers", "policy", words("what customers may ask: list, show or set a policy"))
    add("what", choices=("list", "show", "set"))
    add("code", nargs="?", default="", metavar="CODE")
    add("--file", type=Path, metavar="FILE", help=words("its figures as TOML; what is left out stays as it was"))
    add_badge(add, commands)
    add = commands.add("agree", "customers", "agree", words("agree what the customer gets for a piece"))
    add("number", metavar="NUMBER")
    add("--outcome", required=True, choices=OUTCOMES)
    add("--amount", default="", help=words("instead of what the policy grants"))
    add_badge(add, commands, needed=True)
    add(
        "--second-badge",
        default="",
        metavar="CODE",
        help=words("badge of the supervisor who signs too; the PIN is theirs"),
    )
    add = commands.add("dispute", "customers", "dispute", words("note what the customer does not accept"))
    add("number", metavar="NUMBER")
    add("text", metavar="TEXT", help=words("an empty text ends it"))
    add_badge(add, commands, needed=True)
    _describe_limits(commands)


def _describe_limits(commands: "Commands") -> None:
    words = commands.words
    add = commands.add("limits", "customers", "limits", words("what a clerk may do alone, and what is looked at"))
    add("--clerk-amount", metavar="MONEY", help=words("promised for one piece by one signature"))
    add("--photo-value", metavar="MONEY", help=words("pieces worth more are photographed"))
    add("--second-look-value", metavar="MONEY", help=words("pieces worth more are looked at twice; 0: none"))
    over = words("batches worth more at cost are approved by an administrator only, who also sets this; 0: none")
    add("--supervisor-batch", metavar="MONEY", help=over)
    add("--weight-off", type=share, metavar="PERCENT", help=words("a parcel further from its weight is suspicious"))
    add("--wrong-items", type=whole_number, metavar="N", help=words("boxes with a wrong item that are suspicious"))
    add_badge(add, commands)


def share(text: str) -> int:
    """A percentage as basis points."""
    try:
        percent = float(text)
    except ValueError:
        percent = -1.0
    if not 0 <= percent <= 1_000:
        raise ArgumentTypeError(f"not a percentage: {text!r}")
    return round(percent * 100)

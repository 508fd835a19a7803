"""What may be said of credits, and the commands for papers about them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from returns_desk.cli.day_argument import day
from returns_desk.cli.shop_arguments import add_badge
from returns_desk.domain.credits import ShortReason
from returns_desk.wording import Words

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands

REASONS = tuple(reason.value.replace(" ", "-") for reason in ShortReason)


def add_credit_options(add: Callable[..., Any], words: Words) -> None:
    """Add what the moves ``credit``, ``reverse-credit`` and ``write-off`` of a batch ask for."""
    add("--credit", default="", metavar="NUMBER", help=words("number of the supplier's credit note"))
    add("--amount", default="", help=words("amount of the credit, in the batch's currency"))
    add("--date", type=day, metavar="YYYY-MM-DD", help=words("day of the credit note or delivery; today when left out"))
    add("--final", action="store_true", help=words("no more credit will come"))
    line = words("what the credit gives for one piece; may be repeated")
    add("--line", action="append", default=[], metavar="ITEM=AMOUNT", help=line)
    reasons = words("why less came: {reasons}", reasons=", ".join(REASONS))
    add("--short-reason", choices=REASONS, metavar="REASON", help=reasons)
    why = words("why less came for one piece; may be repeated")
    add("--line-reason", action="append", default=[], metavar="ITEM=REASON", help=why)
    add("--above", action="store_true", help=words("more came than was expected, and that is right"))
    second = words("badge of the supervisor who signs too; the PIN is theirs")
    add("--second-badge", default="", metavar="CODE", help=second)


def describe(commands: "Commands") -> None:
    """Add the commands."""
    words = commands.words
    add = commands.add("statement", "credit_papers", "statement", words("a supplier's statement, as PDF or XLSX"))
    add("supplier", metavar="SUPPLIER")
    add("-o", "--output", type=Path, required=True, metavar="FILE", help=words("where to write it"))
    add("--since", type=day, metavar="YYYY-MM-DD", help=words("its first day; from the first batch on without it"))
    add("--until", type=day, metavar="YYYY-MM-DD", help=words("its last day; today without it"))
    add("--bilingual", action="store_true", help=words("in both languages"))
    add_badge(add, commands)
    add = commands.add("dispute-letter", "credit_papers", "letter", words("print a batch's dispute letter as PDF"))
    add("number", metavar="BATCH")
    add("-o", "--output", type=Path, required=True, metavar="FILE", help=words("where to write it"))
    add("--bilingual", action="store_true", help=words("in both languages"))
    add_badge(add, commands)

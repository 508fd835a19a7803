"""The commands about the terms of suppliers."""

from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING

from returns_desk.cli.shop_arguments import add_badge
from returns_desk.cli.thing_arguments import whole_number
from returns_desk.domain.grades import Finding, Grade, StatedReason
from returns_desk.wording import Words

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands


def describe(commands: "Commands") -> None:
    """Add the command with its moves."""
    words = commands.words
    parent = commands.add_parser("terms", "terms", "terms", words("what suppliers take back, and for how much"))
    move = commands.moves_of(parent)
    in_force = words("without it: the one in force")
    add = move("show", words("one version of a supplier's terms")).add_argument
    add("supplier", metavar="SUPPLIER")
    add("version", nargs="?", type=whole_number, metavar="VERSION", help=in_force)
    add = move("export", words("write a version as a file to be edited")).add_argument
    add("supplier", metavar="SUPPLIER")
    add("version", nargs="?", type=whole_number, metavar="VERSION", help=in_force)
    add("-o", "--output", type=Path, metavar="FILE", help=words("instead of standard output"))
    add = move("check", words("look through a file of terms; nothing is changed")).add_argument
    add("supplier", metavar="SUPPLIER")
    add("file", type=Path, metavar="FILE")
    add = move("import", words("make a file of terms the supplier's next version")).add_argument
    add("supplier", metavar="SUPPLIER")
    add("file", type=Path, metavar="FILE")
    add("--dry-run", action="store_true", help=words("check everything, change nothing"))
    add_badge(add, commands)
    _describe_try(move("try", words("what the terms say to an item or a product; nothing is changed")), words)


def _describe_try(parser: ArgumentParser, words: Words) -> None:
    add = parser.add_argument
    add("supplier", metavar="SUPPLIER")
    add("what", metavar="ITEM|SKU")
    add("--version", type=whole_number, metavar="VERSION", help=words("without it: the one in force"))
    add("--file", type=Path, metavar="FILE", help=words("terms that nobody laid down yet"))
    add("--grade", choices=[grade.value for grade in Grade], help=words("as if it had this grade"))
    add(
        "--finding",
        action="append",
        choices=[finding.value for finding in Finding],
        metavar="FINDING",
        help=words("as if this had been found; more than once for several"),
    )
    add(
        "--reason",
        choices=[reason.value for reason in StatedReason],
        metavar="REASON",
        help=words("as if the customer had said this"),
    )

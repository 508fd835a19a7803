"""The commands about the rules for decisions."""

from pathlib import Path
from typing import TYPE_CHECKING

from returns_desk.cli.shop_arguments import add_badge
from returns_desk.cli.thing_arguments import whole_number

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands


def describe(commands: "Commands") -> None:
    """Add the command with its moves."""
    words = commands.words
    parent = commands.add_parser("rules", "rules", "rules", words("the rules by which the desk recommends"))
    move = commands.moves_of(parent)
    move("list", words("every version, newest first"))
    add = move("show", words("one version as a table")).add_argument
    add("version", nargs="?", type=whole_number, metavar="VERSION", help=words("without it: the one in force"))
    add = move("export", words("write a version as a file to be edited")).add_argument
    add("version", nargs="?", type=whole_number, metavar="VERSION", help=words("without it: the one in force"))
    add("-o", "--output", type=Path, metavar="FILE", help=words("instead of standard output"))
    add = move("check", words("look through a file of rules; nothing is changed")).add_argument
    add("file", type=Path, metavar="FILE")
    add = move("import", words("make a file of rules the next version")).add_argument
    add("file", type=Path, metavar="FILE")
    add("--dry-run", action="store_true", help=words("check everything, change nothing"))
    add_badge(add, commands)
    replayed = words("what a file or a version would have decided otherwise; nothing is changed")
    add = move("replay", replayed).add_argument
    add("file", type=Path, metavar="FILE|VERSION")
    add("--last", type=whole_number, default=10_000, metavar="N", help=words("how many decisions, the newest first"))
    add_badge(add, commands)
    add = move("overrides", words("how often another way was chosen than advised, and by whose rule")).add_argument
    add("--days", type=whole_number, default=90, metavar="N", help=words("how many days back"))

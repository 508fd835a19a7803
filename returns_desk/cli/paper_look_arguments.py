"""The command about the shop's own details and how its papers look."""

from pathlib import Path
from typing import TYPE_CHECKING

from returns_desk.cli.shop_arguments import add_badge
from returns_desk.domain.paper_look import PaperSize

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands


def describe(commands: "Commands") -> None:
    """Add the command with its moves."""
    words = commands.words
    parent = commands.add_parser("paper", "paper_look", "paper", words("the shop's details, its logo, how papers look"))
    move = commands.moves_of(parent)
    move("show", words("how papers look now"))
    text = words("change what is named and leave the rest; issued papers stay as they are")
    add = move("set", text).add_argument
    add("--name", metavar="NAME", help=words("whose desk this is"))
    add("--name-en", metavar="NAME", help=words("its name in English"))
    add("--company-number", metavar="NUMBER", help=words("its registration number"))
    add("--address", help=words("its address, as papers show it"))
    add("--address-en", metavar="ADDRESS", help=words("its address in English"))
    add("--phone", help=words("its telephone number"))
    add("--email", metavar="ADDRESS", help=words("its mail address"))
    add("--size", choices=[size.value for size in PaperSize], help=words("the sheets of its printers"))
    add("--colour", metavar="#RRGGBB", help=words("of lines and titles; dark enough for a grey printer"))
    add("--logo", type=Path, metavar="FILE", help=words("a PNG, JPEG or WebP picture"))
    add("--no-logo", action="store_true", help=words("take the logo away"))
    add("--footer", metavar="TEXT", help=words("a line at the foot of every page"))
    add("--footer-en", metavar="TEXT", help=words("the same on papers in English"))
    add_badge(add, commands)

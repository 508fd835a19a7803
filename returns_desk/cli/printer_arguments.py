"""The commands of this station's printers."""

from typing import TYPE_CHECKING

from returns_desk.domain.printing import LABELS, PAPERS, PaperKind
from returns_desk.wording.printer_refusals import ADDRESSES

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands

KINDS = (LABELS, PAPERS, *(kind.value.replace(" ", "-") for kind in PaperKind))
_MOST_COPIES = 99


def describe(commands: "Commands") -> None:
    """Add them to the command line."""
    words = commands.words
    parser = commands.add_parser(
        "printers", "printers", "show_printers", words("which printers there are, and where this station's papers go")
    )
    add_move = commands.moves_of(parser, required=False)
    adding = add_move(
        "set", words("let a kind of paper go to a printer; {option} is the paper's language", option="--language")
    )
    adding.set_defaults(handler="set_printer")
    _add_kind(adding.add_argument, commands)
    adding.add_argument("printer", metavar="ADDRESS", help=ADDRESSES)
    sizes = words("of a label as {label}, of a sheet as {sheet}", label="62, 100x50", sheet="A4, Letter")
    adding.add_argument("--size", default="", help=sizes)
    adding.add_argument(
        "--dpi", type=int, default=0, choices=(203, 300, 600), help=words("the printer's dots per inch")
    )
    adding.add_argument("--copies", type=int, default=1, choices=range(1, _MOST_COPIES + 1), metavar="N")
    adding.add_argument("--tray", default="", help=words("the printer's own name for it"))
    adding.add_argument("--speaks", default="", choices=("pdf", "zpl"), help=words("where it is not the usual one"))
    adding = add_move("clear", words("let a kind of paper go where the others go"))
    adding.set_defaults(handler="clear_printer")
    _add_kind(adding.add_argument, commands)


def _add_kind(add: object, commands: "Commands") -> None:
    assert callable(add)
    add("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))

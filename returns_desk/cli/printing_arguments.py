"""The commands of the print queue: papers into it, jobs in it, all of it onto paper."""

from typing import TYPE_CHECKING

from returns_desk.cli.shop_arguments import add_badge
from returns_desk.cli.thing_arguments import whole_number
from returns_desk.domain.printing import PaperKind

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands

KINDS = tuple(kind.value.replace(" ", "-") for kind in PaperKind)


def describe(commands: "Commands") -> None:
    """Add them to the command line."""
    words = commands.words
    text = words(
        "let a paper or label be printed at this station: it waits in the print queue for its printer. Signed by the "
        "badge, else by whoever is signed in at the station, else by the computer's owner"
    )
    add = commands.add("print", "printing", "print_paper", text)
    add("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    named = words("of the thing; sheets of codes have names: {names}", names="COMMANDS, SCAN-ME, SCANNER, CALIBRATION")
    add("number", metavar="NUMBER", help=named)
    add("--copies", type=whole_number, default=0, metavar="N", help=words("instead of as many as the settings say"))
    add("--bilingual", action="store_true", help=words("in both languages"))
    add_badge(add, commands)
    commands.add(
        "print-waiting", "printing", "print_waiting", words("print the labels and papers that wait at this station")
    )
    parser = commands.add_parser("job", "printing", "move_job", words("a job of the print queue, by its id"))
    add_move = commands.moves_of(parser)
    for move, said in (
        ("cancel", words("do not print what waits")),
        ("reprint", words("print it once more, marked as a copy; what was cancelled all the same")),
        ("printed", words("what was perhaps printed is on paper")),
    ):
        adding = add_move(move, said).add_argument
        adding("id", metavar="ID")
        add_badge(adding, commands)

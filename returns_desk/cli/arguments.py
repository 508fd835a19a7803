"""What may stand on the command line, and which function of which family answers it."""

from argparse import SUPPRESS, Action, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from typing import Any

import returns_desk.cli.attachment_arguments as attachment_arguments
import returns_desk.cli.batch_arguments as batch_arguments
import returns_desk.cli.calibration_arguments as calibration_arguments
import returns_desk.cli.carton_arguments as carton_arguments
import returns_desk.cli.correction_arguments as correction_arguments
import returns_desk.cli.credit_arguments as credit_arguments
import returns_desk.cli.customer_arguments as customer_arguments
import returns_desk.cli.delegation_arguments as delegation_arguments
import returns_desk.cli.exception_arguments as exception_arguments
import returns_desk.cli.giving_arguments as giving_arguments
import returns_desk.cli.paper_arguments as paper_arguments
import returns_desk.cli.paper_look_arguments as paper_look_arguments
import returns_desk.cli.parcel_arguments as parcel_arguments
import returns_desk.cli.photo_arguments as photo_arguments
import returns_desk.cli.place_arguments as place_arguments
import returns_desk.cli.printer_arguments as printer_arguments
import returns_desk.cli.printing_arguments as printing_arguments
import returns_desk.cli.recall_arguments as recall_arguments
import returns_desk.cli.rules_arguments as rules_arguments
import returns_desk.cli.shop_arguments as shop_arguments
import returns_desk.cli.story_arguments as story_arguments
import returns_desk.cli.terms_arguments as terms_arguments
import returns_desk.cli.thing_arguments as thing_arguments
from returns_desk.wording import Words
from returns_desk.wording.words import LANGUAGES

FAMILIES = (
    shop_arguments,
    thing_arguments,
    story_arguments,
    batch_arguments,
    carton_arguments,
    correction_arguments,
    credit_arguments,
    customer_arguments,
    delegation_arguments,
    exception_arguments,
    giving_arguments,
    paper_arguments,
    paper_look_arguments,
    calibration_arguments,
    attachment_arguments,
    parcel_arguments,
    photo_arguments,
    printing_arguments,
    printer_arguments,
    recall_arguments,
    rules_arguments,
    terms_arguments,
    place_arguments,
)


class Commands:
    """Adds commands to the parser; every one of them takes the global options too, after its name."""

    def __init__(self, parser: ArgumentParser, shared: ArgumentParser, words: Words) -> None:
        self._shared = shared
        self._adding = parser.add_subparsers(title=words("commands"), metavar="", dest="command")
        self.words = words

    def add(self, name: str, family: str, handler: str, text: str) -> Callable[..., Any]:
        """Add a command, answered by ``handler`` of the module ``family``; gives its ``add_argument``."""
        return self.add_parser(name, family, handler, text).add_argument

    def add_parser(self, name: str, family: str, handler: str, text: str) -> ArgumentParser:
        """Add a command and give its whole parser, for options that shut each other out."""
        parser = self._adding.add_parser(name, help=text, description=text, parents=[self._shared], allow_abbrev=False)
        parser.set_defaults(family=family, handler=handler)
        return parser

    def moves_of(self, parent: ArgumentParser, *, required: bool = True) -> Callable[[str, str], ArgumentParser]:
        """Let a command have moves with arguments of their own; gives what adds one, by name and help."""
        moves = parent.add_subparsers(metavar="MOVE", dest="move", required=required)

        def add_move(name: str, text: str) -> ArgumentParser:
            made: ArgumentParser = moves.add_parser(
                name, help=text, description=text, parents=[self._shared], allow_abbrev=False
            )
            return made

        return add_move


def read_arguments(arguments: Sequence[str], words: Words) -> Namespace:
    """Read a command line; ``SystemExit`` 2 for wrong usage and 0 for questions about it, as argparse has it."""
    parser = ArgumentParser(
        prog="returns-desk",
        description=words("The desk at which returned parcels arrive. Without a command: its window."),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _global_options(parser, words, None)
    parser.add_argument("--sample", action="store_true", help=words("fill an empty database with the sample shop"))
    parser.add_argument("--training", action="store_true", help=words("practise on a copy that is thrown away"))
    parser.add_argument("--version", action=_ShowVersion, nargs=0, help=words("say which version this is"))
    shared = ArgumentParser(add_help=False)
    _global_options(shared, words, SUPPRESS)
    commands = Commands(parser, shared, words)
    for family in FAMILIES:
        family.describe(commands)
    return parser.parse_args(arguments)


def language_and_home(arguments: Sequence[str]) -> Namespace:
    """The two options that must be known before the rest can be read (and answered) in a language."""
    parser = ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("--home")
    parser.add_argument("--language")
    kept = [one for one in arguments if one not in ("-h", "--help")]
    try:
        return parser.parse_known_args(kept)[0]
    except Exception:  # noqa: BLE001  whatever is wrong is said by the real reading that follows
        return Namespace(home=None, language=None)


def _global_options(parser: ArgumentParser, words: Words, default: str | None) -> None:
    add = parser.add_argument_group(words("everywhere")).add_argument
    add("--home", default=default, metavar="DIR", help=words("folder of the database, papers and settings"))
    add("--database", default=default, metavar="URL", help=words("another database than the file in the folder"))
    add("--station", default=default, metavar="NAME", help=words("name of this station"))
    add("--language", default=default, choices=LANGUAGES, help=words("language of answers and papers"))
    add("--json", action="store_true", default=default or False, help=words("answer with one JSON document"))


class _ShowVersion(Action):
    """Prints the version and ends."""

    def __call__(self, parser: ArgumentParser, *_: object) -> None:
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  50 ms that only this needs

        try:
            print(parser.prog, version("returns-desk"))
        except PackageNotFoundError:
            print(parser.prog)
        parser.exit()

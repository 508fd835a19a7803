"""Builds everything and joins it; the only module that sees every layer.

What is not needed for the window's first picture is imported later: the store and the use cases in the store's own
thread, the commands only when one is asked for. That is why this module has imports inside its functions.
"""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TextIO

from returns_desk.settings import Settings, default_home, load
from returns_desk.wording import Words

if TYPE_CHECKING:
    from returns_desk.desk import Desk


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (the command line's, when left out); gives the exit code."""
    from returns_desk.cli.arguments import language_and_home, read_arguments  # noqa: PLC0415

    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        _write_any_letter(stream)
    known = language_and_home(arguments)
    home = Path(known.home).absolute() if known.home else default_home()
    settings = load(home)
    try:
        args = read_arguments(arguments, Words(known.language or settings.language))
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    if args.command is None:
        return open_program(args, home, settings)
    from returns_desk.cli.run import run_command  # noqa: PLC0415

    return run_command(args, home, settings, draw_pictures)


def open_program(args: Namespace, home: Path, settings: Settings) -> int:
    """Open the window, on the shop's database or on a copy to practise on."""
    from returns_desk.desktop.window import open_window  # noqa: PLC0415  commands need no Qt

    chosen = replace(
        settings,
        language=args.language or settings.language,
        station=args.station or settings.station,
        database=args.database or settings.database,
    )
    with ExitStack() as at_end:
        if not args.training:
            return open_window(home, chosen, desk_opener(home, chosen, sample=args.sample))
        folder = Path(at_end.enter_context(TemporaryDirectory(prefix="returns-desk-training-")))
        words = Words(chosen.language)
        practising = replace(chosen, station=words("Training"), database="", routes={}, photos="")
        return open_window(folder, practising, training_opener(home, chosen, folder, practising))


def desk_opener(home: Path, settings: Settings, *, sample: bool) -> "Callable[[], Desk]":
    """A function that opens the shop's desk, on whichever thread calls it; ``sample`` fills an empty database."""

    def open_desk() -> "Desk":
        from returns_desk.desk import Desk  # noqa: PLC0415  after the first paint, in the store's thread
        from returns_desk.store.database import open_database, sqlite_url  # noqa: PLC0415

        desk = Desk(open_database(settings.database or sqlite_url(home)), settings.station_name)
        if sample:
            _fill_when_empty(desk)
        return desk

    return open_desk


def _fill_when_empty(desk: "Desk") -> None:
    from returns_desk.domain.people import OWNER  # noqa: PLC0415  reading tables in costs a start 40 ms
    from returns_desk.usecases.fill_sample import fill_sample  # noqa: PLC0415
    from returns_desk.usecases.look import is_begun  # noqa: PLC0415

    if not desk.read(is_begun):
        desk.run(OWNER, fill_sample)


def training_opener(home: Path, settings: Settings, folder: Path, practising: Settings) -> "Callable[[], Desk]":
    """A function that copies the shop's database into ``folder`` and opens the copy; without one, the sample shop."""

    def open_desk() -> "Desk":
        from returns_desk.store.backup import copy_for_training  # noqa: PLC0415  after the first paint
        from returns_desk.store.database import FILE_NAME, sqlite_url  # noqa: PLC0415

        copy_for_training(settings.database or sqlite_url(home), folder / FILE_NAME)
        return desk_opener(folder, practising, sample=True)()

    return open_desk


def draw_pictures(open_desk: "Callable[[], Desk]", folder: Path, language: str, photos: Path) -> tuple[Path, ...]:
    """Draw the main screens into a folder, without a screen; handed to the commands, which know no Qt."""
    from returns_desk.desktop.pictures import draw_screens  # noqa: PLC0415  commands need no Qt

    return draw_screens(open_desk, folder, language, photos=photos)


def _write_any_letter(stream: TextIO) -> None:
    """Let Hebrew and damaged letters be printed whatever the terminal's own encoding is."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")

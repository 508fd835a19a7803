"""One call of the program from a command line: what was asked, where the data lies, in which language to answer."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from returns_desk.cli.plain import plain, without_isolates
from returns_desk.settings import Settings
from returns_desk.wording import Words

if TYPE_CHECKING:
    from returns_desk.cli.pictures import DrawPictures
    from returns_desk.desk import Desk


class CommandRefused(Exception):
    """A command is refused for a reason of its own; the sentence is in the person's language already."""


@dataclass(frozen=True)
class Call:
    """What a command needs to know. ``draw_pictures`` draws the screens, where the desktop was handed in."""

    args: Namespace
    home: Path
    settings: Settings
    words: Words
    draw_pictures: "DrawPictures | None" = None

    @property
    def as_json(self) -> bool:
        """Whether the answer is for a program."""
        return bool(self.args.json)

    @property
    def station(self) -> str:
        """The name of the station at which the command works."""
        return self.args.station or self.settings.station_name

    @property
    def url(self) -> str:
        """The database that is meant."""
        from returns_desk.store.database import sqlite_url  # noqa: PLC0415  commands without a database start at once

        return self.args.database or self.settings.database or sqlite_url(self.home)

    @contextmanager
    def desk(self, *, create: bool = False) -> Iterator["Desk"]:
        """The desk of this station, closed at the end; refused where no shop was begun, unless it may be created."""
        from returns_desk.desk import Desk  # noqa: PLC0415  commands without a database start at once
        from returns_desk.store.database import open_database  # noqa: PLC0415
        from returns_desk.usecases.start_shop import require_shop  # noqa: PLC0415

        database = open_database(self.url, create=create)
        try:
            desk = Desk(database, self.station)
            if not create:
                desk.read(require_shop)
            yield desk
        finally:
            database.close()

    def answer(self, value: object, lines: Iterable[str]) -> None:
        """Print one JSON document, or the lines for a person."""
        if self.as_json:
            print(as_json(value, indent=2))
            return
        for line in lines:
            self.say(line)

    def say(self, line: str) -> None:
        """Print a line for a person; the isolating signs stay only where a terminal obeys them."""
        print(line if sys.stdout.isatty() else without_isolates(line))

    def clean(self, sentence: str) -> str:
        """A sentence as a program wants it: one line, without isolating signs."""
        return without_isolates(" ".join(sentence.split()))

    def warn(self, line: str) -> None:
        """Print a line beside the answer: progress, a refusal."""
        print(line if sys.stderr.isatty() else without_isolates(line), file=sys.stderr, flush=True)


def as_json(value: object, *, indent: int | None = None) -> str:
    """Write any value of the trade as JSON text."""
    return json.dumps(plain(value), ensure_ascii=False, indent=indent)

"""``rules replay``: what other rules would have decided, as tables, with progress and a stop."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

from returns_desk.cli.call import Call
from returns_desk.cli.run import DONE, INTERRUPTED
from returns_desk.cli.signing import signature
from returns_desk.cli.tables import table_lines
from returns_desk.desk import Desk
from returns_desk.domain.money import Money
from returns_desk.domain.replay import Replayed, Sums, Way
from returns_desk.domain.rules import RuleBook
from returns_desk.usecases import look_rules
from returns_desk.usecases.replay_rules import may_replay, replay
from returns_desk.wording.replay import say_replay_way, say_replayed, say_won

Facts = dict[str, object]
ReadBook = Callable[[Call, Desk], RuleBook]


def replay_rules(call: Call, desk: Desk, read_book: ReadBook) -> int:
    """Replay a version, or the file that ``read_book`` reads, over the last decisions; Ctrl+C ends it with a table."""
    desk.run(signature(call, desk), may_replay)
    named: Path = call.args.file
    version = int(named.name) if str(named).isdecimal() and not named.exists() else None
    book = read_book(call, desk) if version is None else desk.read(look_rules.rule_book, version).book
    with stopped_by_keyboard() as stopped, _Progress(call) as progress:
        found = desk.read(replay, book, call.args.last, progress.tell, stopped)
    if version is None:
        found = replace(found, version=0)
    call.answer(_replay_facts(call, found), _replay_lines(call, found))
    return INTERRUPTED if found.stopped else DONE


@contextmanager
def stopped_by_keyboard() -> Iterator[Callable[[], bool]]:
    """Let Ctrl+C only be noted, for work that ends where it is sound; pressed twice, it ends everything at once."""
    noted = Event()

    def note(number: int, frame: Any) -> None:
        if noted.is_set():
            signal.default_int_handler(number, frame)
        noted.set()

    before = signal.signal(signal.SIGINT, note)
    try:
        yield noted.is_set
    finally:
        signal.signal(signal.SIGINT, before)


class _Progress:
    """One line on standard error that is written over, where somebody sees it."""

    def __init__(self, call: Call) -> None:
        self._words = call.words
        self._seen = sys.stderr.isatty()

    def __enter__(self) -> "_Progress":
        return self

    def __exit__(self, *_: object) -> None:
        self._write("\r\033[K")

    def tell(self, done: int, of: int) -> None:
        """So many are done."""
        words = self._words
        said = words("{done} of {count} decisions", done=words.number(done), count=words.number(of))
        self._write(f"\r{said}\033[K")

    def _write(self, text: str) -> None:
        if self._seen:
            print(text, end="", file=sys.stderr, flush=True)


def _replay_facts(call: Call, found: Replayed) -> Facts:
    return {
        "version": found.version or None,
        "file": None if found.version else call.args.file,
        "decisions": found.decisions,
        "changed": found.changed,
        "stopped": found.stopped,
        "overrides": found.overrides,
        "overrides_agreed": found.agreed,
        "totals": [_sums(sums) for sums in found.totals],
        "turns": [{"was": turn.was, "would": turn.would, **_sums(turn.sums)} for turn in found.turns],
        "categories": [{"category": each.category, **_sums(each.sums)} for each in found.categories],
        "largest": [
            {
                "item": each.item,
                "category": each.category,
                "was": each.was,
                "would": each.would,
                "difference": each.difference,
                "difference_then": each.difference_then,
            }
            for each in found.largest
        ],
    }


def _sums(sums: Sums) -> Facts:
    money = {name: Money(getattr(sums, name), sums.currency) for name in ("was", "would", "was_then", "would_then")}
    return {
        "decisions": sums.decisions,
        "changed": sums.changed,
        "net_was": money["was"],
        "net_would": money["would"],
        "difference": sums.difference,
        "net_was_then": money["was_then"],
        "net_would_then": money["would_then"],
        "difference_then": sums.difference_then,
    }


def _replay_lines(call: Call, found: Replayed) -> list[str]:
    words = call.words
    lines = say_replayed(words, found)
    if not found.changed:
        return lines
    turns = [{**_turned(call, turn.was, turn.would), **_told(call, turn.sums)} for turn in found.turns]
    kinds = [
        {"category": each.category or words("no category"), **_told(call, each.sums)}
        for each in found.categories
        if each.sums.changed
    ]
    ones = [
        {
            "item": each.item,
            "category": each.category,
            **_turned(call, each.was, each.would),
            "difference": say_won(words, each.difference),
            "difference_then": say_won(words, each.difference_then),
        }
        for each in found.largest
    ]
    for title, kind, rows in (
        (words("By what turns"), "replay turns", turns),
        (words("By category"), "replay categories", kinds),
        (words("The largest, one by one"), "replay largest", ones),
    ):
        lines += ["", title, *table_lines(call, kind, rows)]
    note = words("Both ways are weighed by the figures of these rules; beside it by those of then.")
    return [*lines, "", note]


def _turned(call: Call, was: Way, would: Way) -> Facts:
    return {"was": say_replay_way(call.words, was), "would": say_replay_way(call.words, would)}


def _told(call: Call, sums: Sums) -> Facts:
    words = call.words
    return {
        "decisions": words.number(sums.decisions),
        "changed": words.number(sums.changed),
        "difference": say_won(words, sums.difference),
        "difference_then": say_won(words, sums.difference_then),
    }

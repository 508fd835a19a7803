"""One use case, one transaction: the only door through which anything is done.

A step carries a key made before its first try. When a fault leaves open whether it was done, the whole step runs again
with the same key and finds what it wrote, instead of doing it twice. What is refused leaves one row in the journal.
"""

import random
import time
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Concatenate, Generic, ParamSpec, TypeVar, cast

from returns_desk.domain.events import Event, Refused
from returns_desk.domain.people import Signature
from returns_desk.domain.refusals import (
    AnswerLost,
    ChangedMeanwhile,
    DeskError,
    PinLocked,
    StoreRefused,
    WrongPin,
    facts,
)
from returns_desk.domain.texts import kept_text
from returns_desk.scanning.cleaning import LONGEST_SCAN, clean
from returns_desk.store.database import Database
from returns_desk.store.faults import TryAgain
from returns_desk.store.ids import new_id
from returns_desk.store.journal import step_events
from returns_desk.store.work import Seat, Work
from returns_desk.usecases.start_shop import take_seat

P = ParamSpec("P")
A = TypeVar("A")
_PAUSES = (0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.0)  # seconds, each shortened at random; about two in all
_PATIENCE = 9.0  # seconds; each try may itself wait for whoever holds the database
_BADGE = "ID-"  # what every badge begins with, whatever a scanner puts before it
_LONGEST_KEPT = 80  # signs of a refused text


def now_utc() -> datetime:
    """The clock of the real program."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Done(Generic[A]):
    """A step that is on disk. ``already``: an earlier try did it, and its answer was lost on the way."""

    kept: A | None
    events: tuple[Event, ...]
    already: bool = False

    @property
    def answer(self) -> A:
        """What the use case gave back. Refuses ``AnswerLost`` when only its events are known."""
        if self.already:
            raise AnswerLost()
        return cast(A, self.kept)


class Desk:
    """The desk at one station, over one database."""

    def __init__(self, database: Database, station: str, clock: Callable[[], datetime] = now_utc) -> None:
        self.database = database
        self._clock = clock
        self._second = ""  # whoever signs every step beside the one who does it
        self.seat = self._sit_down(station)

    def run(
        self,
        who: Signature,
        usecase: Callable[Concatenate[Work, P], A],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Done[A]:
        """Do one step whole or not at all; raise the refusal when it is refused (and note that in the journal)."""
        step_id = new_id()
        who = replace(who, second=self._second) if self._second else who
        try:
            return self._try(who, step_id, lambda work: usecase(work, *args, **kwargs))
        except DeskError as refusal:
            self._note_refusal(who, refusal, args)
            raise

    def read(self, look: Callable[Concatenate[Work, P], A], *args: P.args, **kwargs: P.kwargs) -> A:
        """Look at something; nothing is written."""

        def attempt(_number: int) -> A:
            with self.database.reading(self.seat, self._clock()) as work:
                return look(work, *args, **kwargs)

        return self._patiently(attempt)

    def beside(self, second: str) -> "Desk":
        """This desk, with each of its steps signed by this person too, who gave badge and PIN for the act."""
        signed = copy(self)
        signed._second = second
        return signed

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

    def _sit_down(self, station: str) -> Seat:
        """Find the station's seat, making it the first time; another station may hold the database just then."""
        return self._patiently(lambda _: self._seat_of(station))

    def _seat_of(self, station: str) -> Seat:
        nowhere = Seat("", "", station)
        with self.database.reading(nowhere, self._clock()) as work:
            seat = take_seat(work, station, make=False)
        if seat is None:
            with self.database.work(nowhere, Signature(), self._clock(), new_id()) as work:
                seat = take_seat(work, station, make=True)
        assert seat is not None
        return seat

    def _try(self, who: Signature, step_id: str, step: Callable[[Work], A]) -> Done[A]:
        def attempt(number: int) -> Done[A]:
            with self.database.work(self.seat, who, self._clock(), step_id) as work:
                before = step_events(work.session, step_id) if number else ()
                if before:
                    return Done(None, before, already=True)
                answer = step(work)
            return Done(answer, work.events)

        return self._patiently(attempt)

    def _patiently(self, attempt: Callable[[int], A]) -> A:
        """Run something again (it hears how often it ran) while nobody knows whether it was done, but not for ever."""
        until = time.monotonic() + _PATIENCE
        for number, pause in enumerate((*_PAUSES, 0.0)):
            try:
                return attempt(number)
            except TryAgain as again:
                if not pause or time.monotonic() > until:
                    raise self._given_up(again) from again
                time.sleep(pause * random.uniform(0.5, 1.0))
        raise AssertionError("the last try has no pause")

    def _given_up(self, again: TryAgain) -> DeskError:
        if isinstance(again.__cause__, Exception) and "StaleData" in type(again.__cause__).__name__:
            return ChangedMeanwhile("", "")
        return StoreRefused("unreachable" if self.database.on_postgres else "locked")

    def _note_refusal(self, who: Signature, refusal: DeskError, args: tuple[object, ...]) -> None:
        if isinstance(refusal, StoreRefused):
            return
        signed = replace(who, person_id=getattr(refusal, "person_id", None) or who.person_id, proven=False)
        scan = args[0] if args and isinstance(args[0], str) and not isinstance(refusal, WrongPin | PinLocked) else ""
        event = Refused(refusal=type(refusal).__name__, facts=_plain(facts(refusal)), scan=_kept(scan))

        def note(work: Work) -> None:
            work.bench  # noqa: B018 - whoever sits here signs it
            work.record(event)

        self._try(signed, new_id(), note)


def _plain(known: dict[str, object]) -> dict[str, object]:
    return {name: _plain_value(value) for name, value in known.items() if name != "person_id"}


def _plain_value(value: object) -> object:
    if isinstance(value, tuple):
        return [_kept(str(part)) for part in value]
    return value if isinstance(value, int) else _kept(str(value))


def _kept(text: str) -> str:
    """A text as the journal may keep it: never a badge, never endless, nothing that a database cannot take."""
    if _BADGE in clean(text[:LONGEST_SCAN]).text.upper():
        return ""
    return kept_text(text, _LONGEST_KEPT)

"""Replay a book of rules over the last decisions before it is switched on; it only looks, so there is no inverse."""

from collections.abc import Callable

from returns_desk.domain.people import Permission
from returns_desk.domain.replay import KeptDecision, Replay, Replayed
from returns_desk.domain.rules import RuleBook
from returns_desk.store.lookups.decisions_to_replay import count_standing, newest_decisions
from returns_desk.store.work import Work
from returns_desk.usecases.require import require

LAST = 10_000  # decisions, where nobody says how many
PIECE = 2_000  # decisions between two reports of progress: about a fifth of a second

Progress = Callable[[int, int], None]


def may_replay(work: Work) -> None:
    """Ask for the right, before anything is looked at."""
    require(work, Permission.SET_DECISIONS)


def replay(
    work: Work,
    book: RuleBook,
    last: int = LAST,
    on_progress: Progress = lambda done, of: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Replayed:
    """Ask a book about the last decisions, newest first, and tell how far it is; stopped, what was found until then.

    A window does the same in two places: pieces of ``kept_decisions`` one after the other in the store's thread, which
    takes scans between them, and ``Replay.take`` beside it.
    """
    asked = Replay(book)
    wanted, done, before = decisions_to_replay(work, last), 0, ""
    on_progress(0, wanted)
    while done < wanted and not stopped():
        piece = kept_decisions(work, before, min(PIECE, wanted - done))
        if not piece:
            break
        asked.take(piece)
        done, before = done + len(piece), piece[-1].id
        on_progress(done, wanted)
    return asked.result(stopped=done < wanted)


def decisions_to_replay(work: Work, last: int = LAST) -> int:
    """How many decisions there are, up to so many."""
    return min(last, count_standing(work.session))


def kept_decisions(work: Work, before: str = "", count: int = PIECE) -> tuple[KeptDecision, ...]:
    """A piece of the last decisions, newest first: those before the one of this id."""
    return tuple(newest_decisions(work.session, before, count))

"""What somebody should look at: whatever waits, is suspicious or was done otherwise, with its ways to settle it."""

from datetime import datetime

from returns_desk.domain.exceptions import (
    SCANS_SHOWN_FOR,
    SHOWN_FOR,
    ExceptionCount,
    ExceptionKind,
    ExceptionRow,
    kind_of_key,
)
from returns_desk.domain.refusals import NotFound
from returns_desk.store.lookups import exceptions as lookups
from returns_desk.store.lookups.batch_exceptions import OF_BATCHES
from returns_desk.store.lookups.odd_entries import refused_scans, settled_among
from returns_desk.store.lookups.odd_entries import without_photographs as decided_without
from returns_desk.store.work import Work
from returns_desk.usecases import tell_exceptions as tell
from returns_desk.usecases.batches_standing_out import below_minimum, count_below_minimum, of_batch
from returns_desk.usecases.look import Page
from returns_desk.usecases.look_candidates import candidates

_WITH_CANDIDATES = 20
_MOST = 1000  # of one kind: more are told as so many
KINDS = tuple(ExceptionKind)


def exceptions(work: Work, limit: int = 100, kind: ExceptionKind | None = None) -> Page:
    """What stands out now: kinds in their order, the newest first; of no kind so many that others have no room."""
    kinds = KINDS if kind is None else (kind,)
    found = [rows for each in kinds if (rows := rows_of(work, each, limit))]
    shown = _shared_out(found, limit)
    return Page(shown, sum(count.count for count in count_each(work) if count.kind in kinds))


def _shared_out(found: list[tuple[ExceptionRow, ...]], limit: int) -> tuple[ExceptionRow, ...]:
    """Room for ``limit`` rows, shared out so that the shorter lists are whole before the longer ones."""
    room = limit
    most: dict[int, int] = {}
    for place, rows in sorted(enumerate(found), key=lambda one: len(one[1])):
        most[place] = min(len(rows), max(room // (len(found) - len(most)), 0))
        room -= most[place]
    return tuple(row for place, rows in enumerate(found) for row in rows[: most[place]])


def exception(work: Work, key: str) -> ExceptionRow:
    """One thing that stands out. Refuses ``NotFound`` once it does so no longer."""
    kind = kind_of_key(key)
    rows = rows_of(work, kind, _MOST) if kind else ()
    row = next((row for row in rows if row.key == key), None)
    if row is None:
        raise NotFound("exception", key)
    return row


def rows_of(work: Work, kind: ExceptionKind, limit: int) -> tuple[ExceptionRow, ...]:
    """The newest of one kind."""
    match kind:
        case ExceptionKind.REFUSED_SCAN:
            return _refused(work)[:limit]
        case ExceptionKind.WRONG_ITEMS:
            return _wrong_items(work)[:limit]
        case ExceptionKind.MINIMUM:
            return below_minimum(work)[:limit]
        case ExceptionKind.EVIDENCE:
            found = decided_without(work.session, _since(work), limit)
            return tuple(tell.of_evidence(item, entry, key) for item, entry, key in found)
    things = lookups.things_that_stand_out(work.session, kind, _asked(work), limit)
    if kind in OF_BATCHES:
        return tuple(of_batch(work, kind, record, key) for record, key in things)
    rows = tuple(tell.of_thing(work, kind, record, key) for record, key in things)
    return _with_candidates(work, rows) if kind is ExceptionKind.UNMATCHED else rows


def _with_candidates(work: Work, rows: tuple[ExceptionRow, ...]) -> tuple[ExceptionRow, ...]:
    """Boxes with what each may be; of the newest only, since every one is a search of its own."""
    told = (tell.with_candidate(row, candidates(work, row.number)) for row in rows[:_WITH_CANDIDATES])
    return (*told, *rows[_WITH_CANDIDATES:])


def count_each(work: Work) -> tuple[ExceptionCount, ...]:
    """How many there are of every kind, in their order."""
    counts = lookups.count_each(work.session, _asked(work), _MOST)
    counts[ExceptionKind.REFUSED_SCAN] = len(_refused(work))
    counts[ExceptionKind.WRONG_ITEMS] = len(_wrong_items(work))
    counts[ExceptionKind.MINIMUM] = count_below_minimum(work)
    return tuple(ExceptionCount(kind, counts[kind]) for kind in KINDS)


def count_exceptions(work: Work, most: int = 100) -> int:
    """How many there are in all, for the rail: of each kind at most so many are counted."""
    counts = lookups.count_each(work.session, _asked(work), most)
    by_hand = len(_refused(work)) + len(_wrong_items(work)) + count_below_minimum(work)
    return sum(counts.values()) + by_hand


def _refused(work: Work) -> tuple[ExceptionRow, ...]:
    found = refused_scans(work.session, work.now - SCANS_SHOWN_FOR)
    return _standing(work, tuple(row for each in found if (row := tell.of_refusal(each)) is not None))


def _wrong_items(work: Work) -> tuple[ExceptionRow, ...]:
    boxes = lookups.wrong_boxes(work.session, _since(work))
    return _standing(work, tell.of_wrong_boxes(boxes, work.shop.limits_now().wrong_items)) if boxes else ()


def _standing(work: Work, rows: tuple[ExceptionRow, ...]) -> tuple[ExceptionRow, ...]:
    settled = settled_among(work.session, [row.key for row in rows])
    return tuple(row for row in rows if row.key not in settled)


def _asked(work: Work) -> lookups.Asked:
    return lookups.Asked(_since(work), work.shop.limits_now().weight_off_bp, work.today, work.now)


def _since(work: Work) -> datetime:
    return work.now - SHOWN_FOR

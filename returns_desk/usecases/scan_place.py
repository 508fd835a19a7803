"""What the scan of a bin's label means: where the piece goes that was asked about, decided or shown just before.

While the desk asks for a bin, or a decision was the last step here, a known place's code is that place, whatever else
it might be (a serial number, a parcel's). At any other time the database is asked for all else first; a code that is
nothing else is then refused in words, and never taken for a serial number or a parcel: whoever really has a piece with
such a serial number says DO-NOSERIAL, or it was announced.
"""

import re

from returns_desk.domain.codes import lookup_key
from returns_desk.domain.events import ItemDecided, ItemPlaced
from returns_desk.domain.people import Permission, may
from returns_desk.domain.place_refusals import NothingToPlace, UnknownPlace
from returns_desk.domain.snapshots import Question, QuestionKind
from returns_desk.scanning.own_codes import read_own_code
from returns_desk.scanning.scan import Scan, ScanKind
from returns_desk.store.lookups.journal import newest_standing
from returns_desk.store.lookups.places import count_in_place, place_by_code
from returns_desk.store.lookups.returns import item_by_number
from returns_desk.store.records import ItemRecord
from returns_desk.store.work import Work
from returns_desk.usecases.add_place import add_place
from returns_desk.usecases.answer_scan import count_of
from returns_desk.usecases.ask import ask
from returns_desk.usecases.put_away import MOVABLE, put_into
from returns_desk.usecases.undo import MAIN_EVENTS

_ASKING = (QuestionKind.WHICH_PLACE, QuestionKind.MOVE)
_NEVER = (
    ScanKind.ITEM,
    ScanKind.PARCEL,
    ScanKind.BATCH,
    ScanKind.DOCUMENT,
    ScanKind.CARTON,
)  # numbers that we give ourselves
_CERTAIN = (ScanKind.PRODUCT, ScanKind.TRACKING, ScanKind.SSCC)  # proved by check digits: no bin right after a decision
_BIN = re.compile(r"[A-Z]{1,4}-?[0-9]{1,4}(?:-[A-Z0-9]{1,4}){0,4}")  # A-03-2: as shops mark their shelves


def place_by_scan(work: Work, scan: Scan, question: Question | None) -> bool:
    """Put the piece that a known bin's label is meant for there, and say whether there was one.

    Refuses what ``put_into`` refuses.
    """
    asked = question if question is not None and question.kind in _ASKING else None
    if scan.kind in _NEVER or (asked is None and (work.bench.item_id or scan.kind in _CERTAIN)):
        return False
    place = place_by_code(work.session, scan.lookup_keys) if scan.lookup_keys else None
    if place is None:
        return False
    item = item_by_number(work.session, asked.subject) if asked else _decided_just_now(work)
    if item is None:
        return False
    put_into(work, item, place)
    return True


def _decided_just_now(work: Work) -> ItemRecord | None:
    """The piece of the last standing step of this person here, where that decided it or put it somewhere."""
    person_id = work.person_id
    main = newest_standing(work.session, work.seat.station_id, person_id, MAIN_EVENTS) if person_id else None
    if main is None or main.kind not in (ItemDecided.__name__, ItemPlaced.__name__):
        return None
    item = work.get(ItemRecord, main.item_id)
    return item if item is not None and item.state in MOVABLE else None


def refuse_place(work: Work, scan: Scan) -> None:
    """Refuse ``NothingToPlace`` for a known bin's label, ``UnknownPlace`` for one of ours that is no bin.

    A short number counts the pieces in hand, whatever bin has it too.
    """
    hand = work.get(ItemRecord, work.bench.item_id)
    if scan.kind in _NEVER or not scan.lookup_keys or (hand is not None and count_of(scan) is not None):
        return
    place = place_by_code(work.session, scan.lookup_keys)
    if place is not None:
        raise NothingToPlace(place.code, count_in_place(work.session, place.code), hand.number if hand else "")
    if scan.kind is ScanKind.PLACE:
        raise UnknownPlace(scan.value)


def offer_place(work: Work, scan: Scan) -> bool:
    """Go on with a code that looks like a bin's, while the desk asks for one, and say whether that was all.

    It is asked about once; the same scan again adds the bin. Refuses ``UnknownPlace`` where that is not allowed: any
    other scan goes on.
    """
    question = work.answering
    code = _as_bin(scan)
    if question is None or question.kind is not QuestionKind.WHICH_PLACE or not code:
        return False
    if question.choices != (code,):
        ask(work, question.kind, question.subject, (code,), question.marks)
        return True
    item = item_by_number(work.session, question.subject)
    if item is None or not may(work.person.role, Permission.SET_RULES):
        raise UnknownPlace(code)
    put_into(work, item, add_place(work, code, item))
    return True


def _as_bin(scan: Scan) -> str:
    """The code that a bin's label says, if it may be one."""
    code = lookup_key(scan.trimmed)
    own = read_own_code(code)
    if own is not None:
        return code if own.reading.kind is ScanKind.PLACE else ""
    return code if _BIN.fullmatch(code) else ""

"""Sentences about goods that must not get to anybody: called back by a notice, or past their last day."""

from datetime import date

from returns_desk.domain import events as e
from returns_desk.domain.events import Event
from returns_desk.domain.exceptions import ExceptionRow
from returns_desk.domain.items import Disposition
from returns_desk.domain.recalls import Notice, RecallCheck
from returns_desk.domain.snapshots import BenchSnapshot
from returns_desk.wording.words import Words


def say_recall_event(words: Words, event: object) -> str | None:
    """What happened around a notice; ``None`` for all else."""
    match event:
        case e.ItemRecalled(number=number, notice=notice, unread=True):
            return words(
                "{number} may be recalled by notice {notice}: its lot was not read", number=number, notice=notice
            )
        case e.ItemRecalled(number=number, notice=notice):
            return words("{number} is recalled by notice {notice}", number=number, notice=notice)
        case e.RecallsTaken(numbers=numbers):
            return words("Recalls taken in: {numbers}", numbers=", ".join(numbers))
        case e.RecallWithdrawn(number=number, pieces=0):
            return words("Recall {number} was withdrawn", number=number)
        case e.RecallWithdrawn(number=number, pieces=pieces):
            return words("Recall {number} was withdrawn; still on hold: {count}", number=number, count=pieces)
    return None


def recall_tone(event: Event) -> str | None:
    """The band's tone: red for what is called back, amber for what may be, or is past its date."""
    match event:
        case e.ItemRecalled():
            return "bad"
        case e.ItemPickedUp(recall=notice, unread=False) | e.ItemLookedUp(recall=notice) if notice:
            return "bad"
        case e.ItemTaken() | e.MarksRecorded() | e.SerialRecorded() if event.unread:
            return "ask"
        case e.ItemTaken() | e.MarksRecorded() | e.ItemPickedUp() | e.ItemLookedUp() if event.expired:
            return "ask"
        case e.ItemPickedUp(unread=True):
            return "ask"
    return None


def recall_title(words: Words, event: Event) -> str | None:
    """What the band says in the first place of a piece that is called back."""
    match event:
        case e.ItemRecalled(notice=notice, lot=lot) if lot:
            return words("RECALLED: notice {notice}, lot {lot}", notice=notice, lot=lot)
        case e.ItemRecalled(notice=notice, serial=serial) if serial:
            return words("RECALLED: notice {notice}, serial {serial}", notice=notice, serial=serial)
        case e.ItemRecalled(notice=notice):
            return words("RECALLED: notice {notice}", notice=notice)
    return None


def recall_detail(words: Words, event: Event, _bench: BenchSnapshot) -> str | None:
    """What is to be done with it."""
    match event:
        case e.ItemRecalled(number=number, measure=measure):
            said = words("{number} is on hold: to quarantine. Do not put it back", number=number)
            return " · ".join(part for part in (said, say_measure(words, measure)) if part)
        case e.ItemPickedUp(recall=notice, unread=False) | e.ItemLookedUp(recall=notice) if notice:
            return words("Recalled by notice {notice}: to quarantine. Do not put it back", notice=notice)
    return _doubt(words, event)


def _doubt(words: Words, event: Event) -> str | None:
    """What makes somebody look twice, and what settles it."""
    match event:
        case e.ItemTaken(unread=notice) | e.MarksRecorded(unread=notice) | e.SerialRecorded(unread=notice) if notice:
            return _unread(words, notice)
        case e.ItemPickedUp(recall=notice, unread=True):
            return _unread(words, notice)
        case e.ItemTaken() | e.MarksRecorded() | e.ItemPickedUp() | e.ItemLookedUp() if event.expired:
            day = words.date(date.fromisoformat(event.expired))
            return words("Past its date since {day}: it is neither restocked nor donated", day=day)
        case e.MarksRecorded(cleared=notice) | e.SerialRecorded(cleared=notice) if notice:
            return words("Notice {notice} does not concern it: it goes on as any other", notice=notice)
    return None


def _unread(words: Words, notice: str) -> str:
    return words("Notice {notice} recalls some of these: scan the lot or serial number, or type (10)LOT", notice=notice)


def say_measure(words: Words, measure: str | Disposition | None) -> str:
    """What the notice says becomes of it; empty where it says nothing."""
    return words("The notice says: {what}", what=words.name(Disposition(measure))) if measure else ""


def say_notice_goods(words: Words, notice: Notice) -> str:
    """Which pieces of the product a line of a notice means."""
    said = []
    if notice.lot:
        said.append(words("Lot {lot}", lot=notice.lot))
    if notice.serial_to and notice.serial_to != notice.serial_from:
        said.append(words("Serials {first} to {last}", first=notice.serial_from, last=notice.serial_to))
    elif notice.serial_from:
        said.append(words("Serial {serial}", serial=notice.serial_from))
    return " · ".join(said) or words("All of it")


def say_recalled_piece(words: Words, row: ExceptionRow) -> str:
    """Why a recalled piece stands out."""
    notice = row.fact("notice")
    match RecallCheck(row.fact("check")):
        case RecallCheck.WITHDRAWN:
            return words("Notice {notice} was withdrawn: release it", notice=notice)
        case RecallCheck.UNREAD:
            said = words("Notice {notice}: read its lot or serial number", notice=notice)
        case _:
            said = words("Notice {notice}", notice=notice)
    facts = (said, row.fact("reason"), _fetch(words, row), say_measure(words, row.fact("measure")))
    return " · ".join(fact for fact in facts if fact)


def say_expired_piece(words: Words, row: ExceptionRow) -> str:
    """Since when a piece is past its date, and where it lies."""
    day = words.date(date.fromisoformat(row.fact("expires")))
    said = words("Past its date since {day}", day=day)
    return " · ".join(part for part in (said, _fetch(words, row)) if part)


def _fetch(words: Words, row: ExceptionRow) -> str:
    if row.fact("batch"):
        return words("take it out of batch {batch}", batch=row.fact("batch"))
    return words("fetch it from {place}", place=row.fact("place")) if row.fact("place") else ""

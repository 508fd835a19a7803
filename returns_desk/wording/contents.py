"""Sentences about what is inside a box: its pieces counted, read, split, joined, looked up; and the band's hints."""

from contextlib import suppress
from datetime import date

from returns_desk.domain import events as e
from returns_desk.domain.events import Event
from returns_desk.domain.items import Disposition, ItemState, SerialCheck
from returns_desk.domain.snapshots import BenchSnapshot, QuestionKind
from returns_desk.wording.words import Words


def say_contents_event(words: Words, event: object) -> str | None:
    """What happened to the pieces of a box, or to the catalogue; ``None`` for all else."""
    return _of_quantity(words, event) or _of_carton(words, event) or _of_serial(words, event) or _of_place(words, event)


def contents_tone(event: Event) -> str | None:
    """The band's tone, where it is not simply well."""
    match event:
        case e.SerialRecorded() | e.MarksRecorded() | e.ItemTaken() if _doubtful(event.check):
            return "ask"
        case e.ItemTaken(dropped=True) | e.SerialUnreadable() | e.ItemDisowned() | e.ParcelFoundEmpty():
            return "ask"
    return None


def contents_title(words: Words, event: Event) -> str | None:
    """What the band says of an event otherwise than timelines do; ``None`` for all else."""
    return _looked_up(words, event) if isinstance(event, e.ItemLookedUp) else None


def contents_detail(words: Words, event: Event, bench: BenchSnapshot) -> str | None:
    """What the band says besides the next step; ``None`` for nothing."""
    match event:
        case e.QuestionAsked(choices=choices):
            return _question(words, event, choices, bench)
        case e.ItemTaken(check=check, earlier=earlier) if _doubtful(check):
            return _doubt(words, check, earlier)
        case e.MarksRecorded(check=check, earlier=earlier) if _doubtful(check):
            return _doubt(words, check, earlier)
        case e.ItemTaken(dropped=True):
            return words("No longer in the catalogue. Go on with what is known")
        case e.CartonFound() if bench.item is not None and bench.item.product.serialised:
            return words("The serial numbers inside are not read while it is sealed. Open it: DO-CARTON")
        case e.ItemLookedUp(days=0):
            return words("{product}, came today", product=_product(words, event))
        case e.ItemLookedUp(days=days):
            return words("{product}, here for {days} days", product=_product(words, event), days=days)
    return None


def _of_quantity(words: Words, event: object) -> str | None:
    match event:
        case e.PiecesCounted(count=count, others=0):
            return words("{product}, quantity: {count}", product=_product(words, event), count=count)
        case e.PiecesCounted(count=count, others=others):
            return words(
                "{product}, quantity: {count}, and {others} for other lines",
                product=_product(words, event),
                count=count,
                others=others,
            )
        case e.ItemSplit(number=number, part=part, count=count, left=left):
            return words("{number}: {left} stay, {part}: {count}", number=number, left=left, part=part, count=count)
        case e.ItemSplitOff(number=number, of=of, count=count):
            return words("{number} was split off from {of}, pieces: {count}", number=number, of=of, count=count)
        case e.ItemsMerged(number=number, other=other, total=total):
            return words("{other} joined {number}, pieces: {total}", other=other, number=number, total=total)
        case e.ItemMerged(number=number, into=into):
            return words("{number} counts under {into} now", number=number, into=into)
    return None


def _of_carton(words: Words, event: object) -> str | None:
    match event:
        case e.CartonFound(count=count):
            return words("{product}, sealed carton of {count}", product=_product(words, event), count=count)
        case e.CartonOpened(count=count, before=before) if count < before:
            return words(
                "{product}: the carton of {before} is open, each is scanned by itself",
                product=_product(words, event),
                before=before,
            )
        case e.CartonOpened(before=before):
            return words("{product}: the carton of {before} is open", product=_product(words, event), before=before)
    return None


def _marks(words: Words, marks: tuple[str, ...]) -> str:
    """What was read, its last day (the third mark) as its readers write days."""
    *told, last = marks or ("",)
    with suppress(ValueError):
        last = words.date(date.fromisoformat(last))
    return ", ".join(filter(None, (*told, last)))


def _of_serial(words: Words, event: object) -> str | None:
    match event:
        case e.SerialRecorded(serial=serial, check=SerialCheck.OTHER) | e.SerialRecorded(serial=serial, fits=False):
            return words("Serial number {serial} is not the one announced", serial=serial)
        case e.SerialRecorded(serial=serial, check=check, earlier=earlier) if _doubtful(check):
            return f"{words.name(SerialCheck(check))}: {serial}{f' ({earlier})' if earlier else ''}"
        case e.SerialRecorded(serial=serial):
            return words("Serial number {serial} noted", serial=serial)
        case e.MarksRecorded(number=number, marks=marks):
            return words("Noted of {number}: {marks}", number=number, marks=_marks(words, marks))
        case e.SerialUnreadable(number=number):
            return words("The serial number of {number} cannot be read", number=number)
    return None


def _of_place(words: Words, event: object) -> str | None:
    match event:
        case e.ItemLookedUp(number=number):
            return words("{number} was looked up", number=number)
        case e.ItemDisowned():
            return words("{product} is not ours: it waits to go back", product=_product(words, event))
        case e.UndecidedHeld(number=number):
            return words("Undecided pieces of parcel {number} are put on hold", number=number)
        case e.ParcelFoundEmpty(number=number, missing=0):
            return words("Parcel {number} was empty", number=number)
        case e.ParcelFoundEmpty(number=number, missing=missing):
            return words("Parcel {number} was empty, missing: {count}", number=number, count=missing)
        case e.ProductDropped():
            return words("{product} is no longer in the catalogue", product=_product(words, event))
        case e.ProductRestored():
            return words("{product} is in the catalogue again", product=_product(words, event))
    return None


def _looked_up(words: Words, event: e.ItemLookedUp) -> str:
    """Where a piece is that needs nobody any more."""
    number, state = event.number, ItemState(event.stands)
    decision = words.name(Disposition(event.disposition)) if event.disposition else words.name(state)
    if state is ItemState.GONE:
        return words("{number} left the house: {decision}", number=number, decision=decision)
    if event.batch:
        return words("{number}: {decision}, batch {batch}", number=number, decision=decision, batch=event.batch)
    if event.place:
        return words("{number}: {decision}, place {place}", number=number, decision=decision, place=event.place)
    return words("{number}: {decision}", number=number, decision=decision)


def _question(words: Words, event: e.QuestionAsked, choices: tuple[str, ...], bench: BenchSnapshot) -> str | None:
    match event.kind:
        case QuestionKind.TAKE_OVER:
            return words("More than announced: {count}. Enter or the same number takes them apart", count=choices[0])
        case QuestionKind.CARTON_PIECES:
            return words("Type how many pieces are in it and press Enter")
        case QuestionKind.SPLIT:
            return words("Type how many of the {count} and press Enter", count=choices[0])
        case QuestionKind.MERGE:
            return words("Scan the label of the item that joins this one")
        case QuestionKind.EMPTY_BOX if choices[0] != "0":
            awaited = choices[0]
            return words("Announced: {count}. Enter or the same scan: it is empty. Any other scan: no", count=awaited)
        case QuestionKind.CLOSE_UNDECIDED:
            return _undecided(words, choices, bench)
    return None


def _undecided(words: Words, items: tuple[str, ...], bench: BenchSnapshot) -> str:
    marks = bench.question.marks if bench.question else ()
    missing = marks[1] if len(marks) > 1 else "0"
    said = words("Undecided: {items}. Enter or the same scan puts them on hold", items=", ".join(items))
    return said if missing == "0" else f"{said}. {words('Missing: {count}', count=missing)}"


def _doubt(words: Words, check: str, earlier: str) -> str:
    said = words.name(SerialCheck(check))
    return words("{doubt}: {number}", doubt=said, number=earlier) if earlier else said


def _doubtful(check: str) -> bool:
    return SerialCheck(check).suspicious


def _product(words: Words, event: object) -> str:
    name, name_en = getattr(event, "product", ""), getattr(event, "product_en", "")
    return str((name_en or name) if words.language == "en" else (name or name_en))

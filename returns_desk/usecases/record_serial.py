"""What stands on the piece is read: its serial number, lot and last day; or that nobody can read it."""

from returns_desk.domain.codes import lookup_key
from returns_desk.domain.contents_refusals import InHandElsewhere, SerialFirst, SerialNotAsked
from returns_desk.domain.events import MarksRecorded, SerialRecorded, SerialUnreadable
from returns_desk.domain.items import NO_PIECE, SerialCheck
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, NotFound, WrongState
from returns_desk.store.lookups.returns import expected_lines, item_by_number, name_of_station_holding
from returns_desk.store.records import ItemRecord, ProductRecord, RmaLineRecord
from returns_desk.store.work import Work
from returns_desk.usecases.bench_steps import item_in_hand, item_of
from returns_desk.usecases.check_recall import check_again, cleared_of, heed_notice, unread_by
from returns_desk.usecases.check_serial import check_serial, refuse_serial_twice
from returns_desk.usecases.new_item import Marks, find_again, kept_marks, past_day
from returns_desk.usecases.require import require


def record_serial(work: Work, serial: str) -> None:
    """Note the serial number of the piece in hand, whatever is known of it; doubts are said, and stop nothing.

    The inverse is ``forget_serial``. Refuses ``ItemFirst``, ``WrongState`` (decided), ``SerialTwice`` (a double read).
    """
    require(work, Permission.RECEIVE)
    item = _open_item(work)
    key = lookup_key(serial)
    refuse_serial_twice(work, item.parcel_id, item.product_id, key, but=item.id)
    line_before = _fill_line_of_serial(work, item, key)
    checked = check_serial(work, item, key)
    before, check_before = item.serial, item.serial_check
    item.serial, item.serial_check = key, checked.check
    stopped = item.recall_check.stops
    notice = check_again(work, item)
    work.record(
        SerialRecorded(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            serial=key,
            before=before,
            fits=checked.check is not SerialCheck.OTHER,
            check=checked.check.value,
            check_before=check_before.value,
            earlier=checked.earlier,
            line_before=line_before,
            unread=unread_by(item),
            cleared=cleared_of(item, stopped),
        )
    )
    find_again(work, item)
    heed_notice(work, item, notice)


def forget_serial(work: Work, event: SerialRecorded) -> None:
    """Undo ``record_serial``. Refuses ``CannotUndo`` once another serial was read."""
    item = item_of(work, event.item_id)
    if item.serial != event.serial or item.disposition is not None:
        raise CannotUndo(item.number)
    _fill_line_again(work, item, event.line_before)
    item.serial, item.serial_check = event.before, SerialCheck(event.check_before)
    find_again(work, item)
    check_again(work, item)


def adds_marks(item: ItemRecord | None, product: ProductRecord, marks: Marks) -> bool:
    """Whether a scan of the very product in hand tells what the piece still lacks, and denies nothing of it."""
    if item is None or item.product_id != product.id or item.disposition is not None:
        return False
    if item.serial_check is SerialCheck.UNREADABLE and marks.serial:
        return False  # this one's cannot be read: it is the next piece
    told = [(marks.serial, item.serial), (marks.lot, item.lot), (marks.expires, item.expires)]
    denied = any(new and known and new != known for new, known in told)
    return not denied and any(new and not known for new, known in told)


def record_marks(work: Work, marks: Marks, number: str = "") -> None:
    """Note what a GS1 code or a person says of the piece in hand, or of the one named: serial, lot, last day.

    A piece that a notice of a recall concerns then waits; one that it turns out not to concern waits no longer. The
    inverse is ``forget_marks``. Refuses ``ItemFirst``, ``NotFound``, ``WrongState`` (decided), ``InHandElsewhere``,
    ``SerialTwice`` (a double read).
    """
    require(work, Permission.RECEIVE)
    item = _open_item(work, number)
    refuse_serial_twice(work, item.parcel_id, item.product_id, marks.serial, but=item.id)
    before = Marks(item.serial, item.lot, item.expires)
    line_before = _fill_line_of_serial(work, item, marks.serial)
    now = Marks(marks.serial or item.serial, marks.lot or item.lot, marks.expires or item.expires)
    checked = check_serial(work, item, now.serial)
    check_before, check = item.serial_check, checked.check if marks.serial else item.serial_check
    _set_marks(work, item, now, check)
    stopped = item.recall_check.stops
    notice = check_again(work, item)
    work.record(
        MarksRecorded(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            marks=now.as_texts(),
            before=before.as_texts(),
            check=check.value,
            check_before=check_before.value,
            earlier=checked.earlier if marks.serial else "",
            line_before=line_before,
            unread=unread_by(item),
            cleared=cleared_of(item, stopped),
            expired=past_day(work, item.expires),
        )
    )
    heed_notice(work, item, notice)


def forget_marks(work: Work, event: MarksRecorded) -> None:
    """Undo ``record_marks``. Refuses ``CannotUndo`` once other marks were read, or the piece was decided."""
    item = item_of(work, event.item_id)
    if Marks(item.serial, item.lot, item.expires).as_texts() != event.marks or item.disposition is not None:
        raise CannotUndo(item.number)
    _fill_line_again(work, item, event.line_before)
    _set_marks(work, item, kept_marks(event.before), SerialCheck(event.check_before))
    check_again(work, item)


def mark_serial_unreadable(work: Work) -> None:
    """Say that nobody can read the serial of the piece in hand, so that it can be decided without one.

    The inverse is ``unmark_serial``. Refuses ``ItemFirst``, ``WrongState`` (decided); ``SerialNotAsked`` for a piece
    that has no serial, or whose serial was read.
    """
    require(work, Permission.RECEIVE)
    item = _open_item(work)
    if not item.product.serialised or item.serial or item.serial_check is SerialCheck.UNREADABLE:
        raise SerialNotAsked(item.number)
    item.serial_check = SerialCheck.UNREADABLE
    work.record(SerialUnreadable(item_id=item.id, parcel_id=item.parcel_id, number=item.number))


def unmark_serial(work: Work, event: SerialUnreadable) -> None:
    """Undo ``mark_serial_unreadable``. Refuses ``CannotUndo`` once it was read all the same, or decided."""
    item = item_of(work, event.item_id)
    if item.serial_check is not SerialCheck.UNREADABLE or item.disposition is not None:
        raise CannotUndo(item.number)
    item.serial_check = SerialCheck.NONE


def require_serial(item: ItemRecord) -> None:
    """Let nobody decide a piece with a serial number before it was read or said to be unreadable: ``SerialFirst``."""
    if lacks_serial(item):
        raise SerialFirst(item.number)


def lacks_serial(item: ItemRecord) -> bool:
    """Whether the piece's serial number is still to be read; nobody reads those in a sealed carton."""
    wanted = item.product.serialised and not item.carton
    return wanted and not item.serial and item.serial_check is not SerialCheck.UNREADABLE


def _open_item(work: Work, number: str = "") -> ItemRecord:
    item = item_by_number(work.session, number) if number else item_in_hand(work)
    if item is None or item.state in NO_PIECE:
        raise NotFound("item", number)
    elsewhere = name_of_station_holding(work.session, item.id, but=work.seat.station_id) if number else None
    if elsewhere is not None:
        raise InHandElsewhere(item.number, elsewhere)
    if item.disposition is not None:
        raise WrongState("item", item.number, item.state.value)
    return item


def _fill_line_of_serial(work: Work, item: ItemRecord, serial: str) -> str:
    """Let the piece fill the announced line that names its serial; give the id of the line left, if it left one."""
    line = work.get(RmaLineRecord, item.line_id)
    if not serial or line is None or line.serial in ("", serial):
        return ""
    for other in expected_lines(work.session, item.parcel_id):
        if (other.product_id, other.serial) == (item.product_id, serial) and other.received < other.quantity:
            _change_line(item, line, other)
            return line.id
    return ""


def _fill_line_again(work: Work, item: ItemRecord, line_id: str) -> None:
    """Undo ``_fill_line_of_serial``. Refuses ``CannotUndo`` once the line left was filled by another piece."""
    line, now = work.get(RmaLineRecord, line_id), work.get(RmaLineRecord, item.line_id)
    if line is None:
        return
    if now is None or line.received >= line.quantity:
        raise CannotUndo(item.number)
    _change_line(item, now, line)


def _change_line(item: ItemRecord, before: RmaLineRecord, after: RmaLineRecord) -> None:
    before.received -= item.quantity
    after.received += item.quantity
    item.line_id, item.rma_id = after.id, after.rma_id


def _set_marks(work: Work, item: ItemRecord, marks: Marks, check: SerialCheck) -> None:
    item.serial, item.lot, item.expires, item.serial_check = marks.serial, marks.lot, marks.expires, check
    find_again(work, item)

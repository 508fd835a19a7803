"""What a scan means at the desk: one ``match`` from what was read to what is done."""

from returns_desk.domain.codes import lookup_key
from returns_desk.domain.refusals import (
    NothingScanned,
    NotSignedIn,
    ParcelFirst,
    UnknownCode,
    UnreadableScan,
    WrongCheckDigit,
)
from returns_desk.domain.snapshots import Question, QuestionKind
from returns_desk.scanning.recogniser import recognise
from returns_desk.scanning.scan import Scan, ScanKind
from returns_desk.store.records import ItemRecord, ParcelRecord, ProductRecord, RmaLineRecord, RmaRecord
from returns_desk.store.work import Work
from returns_desk.usecases.answer_scan import answer_scan, count_of
from returns_desk.usecases.ask import ask, take_question
from returns_desk.usecases.check_serial import refuse_read_again
from returns_desk.usecases.count_pieces import set_quantity
from returns_desk.usecases.find_carton import take_by_code
from returns_desk.usecases.finish_parcel import contents_of
from returns_desk.usecases.handle_belonging import handle_belonging
from returns_desk.usecases.look_up_code import Several, look_up_code, marks_of
from returns_desk.usecases.new_item import NO_MARKS, Marks
from returns_desk.usecases.obey_command import obey_command
from returns_desk.usecases.open_item import pick_up_item
from returns_desk.usecases.receive_item import take_unknown_item
from returns_desk.usecases.receive_parcel import receive_parcel, receive_rma, receive_unknown
from returns_desk.usecases.record_serial import adds_marks, record_marks, record_serial
from returns_desk.usecases.scan_place import offer_place, place_by_scan, refuse_place
from returns_desk.usecases.sign_in import sign_in

_SHORTEST_PARCEL = 5  # signs of a number that is taken for an unknown parcel's
_SHORT_CODE = 8  # digits of the shortest product code, which many serial numbers have too
_LONG_NUMBER = 10  # signs of one that may end a finished parcel; a shorter one may be a misread piece of it


def handle_scan(work: Work, text: str) -> None:
    """Do what a scan means, for whoever is signed in at this station.

    Refuses what the step it leads to refuses, and ``NothingScanned``, ``UnreadableScan``, ``WrongCheckDigit``,
    ``UnknownCode`` for texts that lead to none.
    """
    scan = recognise(text)
    question = take_question(work)
    match scan.kind:
        case ScanKind.EMPTY:
            raise NothingScanned()
        case ScanKind.UNREADABLE:
            raise UnreadableScan(scan.shown)
        case ScanKind.COMMAND_UNKNOWN:
            raise UnknownCode(scan.shown)
        case ScanKind.BADGE:
            sign_in(work, scan.value)
        case _ if work.bench.person_id is None:
            raise NotSignedIn()
        case ScanKind.COMMAND if scan.command is not None:
            obey_command(work, scan.command, question)
        case _:
            _handle_thing(work, scan, question)


def _handle_thing(work: Work, scan: Scan, question: Question | None) -> None:
    """A number that is not one of our commands: the database is asked first what it belongs to."""
    if answer_scan(work, scan, question) or place_by_scan(work, scan, question) or _reads_announced_serial(work, scan):
        return
    match look_up_code(work, scan):
        case ItemRecord() as item:
            pick_up_item(work, item)
        case ParcelRecord() as parcel:
            receive_parcel(work, parcel)
        case RmaRecord() as rma:
            receive_rma(work, rma)
        case Several() as several:
            ask(work, QuestionKind.WHICH_RETURN, scan.trimmed, several.numbers)
        case (ProductRecord() as product, Marks() as marks):
            _handle_product(work, scan, product, marks)
        case [*products] if products:
            ask(work, QuestionKind.WHICH_PRODUCT, scan.value, tuple(product.sku for product in products))
        case _:
            _handle_unknown(work, scan)


def _handle_product(work: Work, scan: Scan, product: ProductRecord, marks: Marks) -> None:
    """A product's code: more is told of the piece in hand, or the next piece is taken."""
    hand = work.get(ItemRecord, work.bench.item_id)
    if adds_marks(hand, product, marks) and (not marks.carton or (hand and hand.carton)):
        record_marks(work, marks)
    else:
        take_by_code(work, product, scan.shown, marks)


def _handle_unknown(work: Work, scan: Scan) -> None:
    """Nothing has this number: a count or serial of the piece in hand, an unknown piece or parcel, or a misread."""
    if offer_place(work, scan):
        return
    refuse_place(work, scan)
    if _tells_of_hand(work, scan):
        return
    refuse_read_again(work, scan.trimmed)
    if handle_belonging(work, scan):
        return
    if scan.kind is ScanKind.PRODUCT_WRONG:
        raise WrongCheckDigit(scan.value)
    if _may_be_parcel(work, scan):
        printed = scan.value if scan.kind is ScanKind.SSCC else scan.trimmed
        receive_unknown(work, printed, scan.parts.get("carrier_name", ""))
    elif scan.kind is ScanKind.PRODUCT and work.bench.parcel_id:
        take_unknown_item(work, scan.value)
    elif scan.kind is ScanKind.PRODUCT:
        raise ParcelFirst(scan.shown)
    else:
        raise UnknownCode(scan.shown)


def _tells_of_hand(work: Work, scan: Scan) -> bool:
    """Note what a number that nothing has tells of the piece in hand: its lot or last day, how many, its serial."""
    hand = work.get(ItemRecord, work.bench.item_id)
    if hand is None:
        return False
    count, marks = count_of(scan), marks_of(scan)
    if scan.kind is ScanKind.UNKNOWN and marks != NO_MARKS:
        record_marks(work, marks)
    elif count is not None:
        set_quantity(work, count)
    elif _may_be_serial(scan, hand):
        record_serial(work, scan.trimmed)
    else:
        return False
    return True


def _reads_announced_serial(work: Work, scan: Scan) -> bool:
    """Note the very serial that was announced for the piece in hand, also over one that was read before."""
    hand = work.get(ItemRecord, work.bench.item_id)
    line = work.get(RmaLineRecord, hand.line_id) if hand else None
    key = lookup_key(scan.trimmed)
    if hand is None or line is None or not line.serial or hand.serial == key or line.serial != key:
        return False
    record_serial(work, scan.trimmed)
    return True


def _may_be_serial(scan: Scan, hand: ItemRecord) -> bool:
    """Whether a number that nothing has is the serial that the piece in hand still lacks; never a long product code."""
    kinds = (ScanKind.UNKNOWN, ScanKind.SERIAL, ScanKind.IMEI, ScanKind.PRODUCT, ScanKind.PRODUCT_WRONG)
    short = scan.kind not in (ScanKind.PRODUCT, ScanKind.PRODUCT_WRONG) or len(scan.trimmed) <= _SHORT_CODE
    wanted = hand.product.serialised and not hand.serial and not hand.carton
    return scan.kind in kinds and short and wanted and _looks_like_number(scan)


def _may_be_parcel(work: Work, scan: Scan) -> bool:
    """Whether a number that nothing has may be the next parcel: surely a carrier's, else when none is being worked."""
    if scan.kind in (ScanKind.TRACKING, ScanKind.SSCC):
        return True
    parcel = work.get(ParcelRecord, work.bench.parcel_id)
    if scan.kind is ScanKind.PRODUCT:
        return parcel is None and any(reading.kind is ScanKind.TRACKING for reading in scan.candidates)
    if scan.kind not in (ScanKind.UNKNOWN, ScanKind.RMA, ScanKind.SERIAL, ScanKind.IMEI) or not _looks_like_number(
        scan
    ):
        return False
    return parcel is None or (len(scan.trimmed) >= _LONG_NUMBER and contents_of(work, parcel).finished)


def _looks_like_number(scan: Scan) -> bool:
    """Whether a text could be printed on a parcel or a piece: plain signs, a digit among them, not too short."""
    text = scan.trimmed
    return (
        _SHORTEST_PARCEL <= len(text) <= 60
        and text.isascii()
        and any(sign.isdigit() for sign in text)
        and all(sign.isalnum() or sign in "-/._ " for sign in text)
    )

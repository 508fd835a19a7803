"""Photographs of pieces and parcels: kept once, taken back, asked for only where somebody will surely want them."""

from dataclasses import replace
from hashlib import sha256

import pytest

from returns_desk.domain.events import ItemDecided, PhotoAdded, PhotoKnown, PhotoRemoved
from returns_desk.domain.items import Disposition, ItemState, OverrideReason
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.photos import KeptPicture, PhotoKind, PhotoSnapshot
from returns_desk.domain.refusals import CannotUndo, ItemFirst, NoParcelOpen, NotFound, WrongState
from returns_desk.domain.snapshots import NextStep, Question, QuestionKind
from returns_desk.store.database import Database
from returns_desk.usecases import look
from returns_desk.usecases.import_rows import import_suppliers
from returns_desk.usecases.take_photo import add_photo, remove_photo
from tests.builders import KETTLE, PHONE, SHIRT, Station, journal, rows, standing, suppliers
from tests.shops import OnBoth

K = PhotoKind
PIECE, BOX = "IT-1-000001", "RR402101201IL"


def picture(name: str = "one") -> KeptPicture:
    return KeptPicture(sha256(name.encode()).hexdigest(), 1600, 1200)


def photograph(station: Station, kind: PhotoKind, name: str = "", **of: str) -> PhotoSnapshot:
    return station.do(add_photo, picture(name or kind.value), kind, **of)


def photos(station: Station, kind: str = "item", number: str = PIECE) -> list[tuple[str, str]]:
    return [(photo.kind.value, photo.item or photo.parcel) for photo in station.desk.read(look.photos_of, kind, number)]


@pytest.fixture
def kettle(station: Station) -> Station:
    """A kettle in hand, out of its parcel."""
    station.scan(BOX, KETTLE)
    return station


@pytest.fixture
def phone(station: Station) -> Station:
    """A phone in hand: dear, with a serial number, faulty."""
    station.scan("RR402104002IL", PHONE, "SN-88121733", "DO-D")
    return station


@OnBoth
def test_a_photograph_is_of_the_piece_in_hand_or_of_its_open_parcel(either: Database) -> None:
    station = Station(either).begin()
    station.scan(BOX, KETTLE)
    taken = photograph(station, K.DEFECT)
    assert (taken.item, taken.parcel, taken.person, taken.width) == (PIECE, "", "Dana", 1600)
    assert photograph(station, K.BOX).parcel == BOX
    assert photos(station) == photos(station, "parcel", BOX) == [("defect", PIECE), ("box", BOX)]
    assert [photo.kind for photo in station.bench.photos] == [K.DEFECT, K.BOX]


def test_a_thing_named_by_its_number_needs_not_lie_on_the_bench(kettle: Station) -> None:
    kettle.scan("DO-A", "DO-OK", "DO-CLOSE")
    assert photograph(kettle, K.BOX, item=PIECE).item == PIECE
    assert photograph(kettle, K.FRONT, parcel=BOX).parcel == BOX
    for refusal, of in ((NotFound("item", "IT-9"), {"item": "IT-9"}), (NotFound("parcel", "PA-9"), {"parcel": "PA-9"})):
        assert kettle.refusal(AT_THE_BENCH, add_photo, picture(), K.BOX, **of) == refusal


def test_with_nothing_on_the_bench_there_is_nothing_to_photograph(station: Station) -> None:
    assert station.refusal(AT_THE_BENCH, add_photo, picture(), K.BOX) == NoParcelOpen()
    assert station.refusal(AT_THE_BENCH, add_photo, picture(), K.DEFECT) == ItemFirst()


def test_the_same_picture_of_a_piece_is_kept_once_and_that_is_said(kettle: Station) -> None:
    first = photograph(kettle, K.DEFECT)
    again = kettle.desk.run(AT_THE_BENCH, add_photo, picture("defect"), K.DEFECT)
    assert (again.answer, [type(event) for event in again.events]) == (first, [PhotoKnown])
    assert photos(kettle) == [("defect", PIECE)]
    kettle.scan("DO-UNDO")
    assert photos(kettle) == [], "the step that is taken back is the one that kept it"


def test_a_piece_that_was_put_back_is_no_more_photographed(kettle: Station) -> None:
    kettle.scan("DO-UNDO")
    refusal = kettle.refusal(AT_THE_BENCH, add_photo, picture(), K.DEFECT, item=PIECE)
    assert refusal == WrongState("item", PIECE, ItemState.PUT_BACK.value)


def test_removing_deletes_nothing_and_every_step_is_taken_back(kettle: Station) -> None:
    before = standing(kettle.database)
    taken = photograph(kettle, K.DEFECT)
    kettle.do(remove_photo, taken.id)
    assert photos(kettle) == []
    assert kettle.refusal(AT_THE_BENCH, remove_photo, taken.id) == NotFound("photo", taken.id)
    kettle.scan("DO-UNDO")
    assert photos(kettle) == [("defect", PIECE)]
    kettle.scan("DO-UNDO")
    assert photos(kettle) == []
    assert standing(kettle.database) == before
    assert rows(kettle.database, "SELECT kind, removed FROM photos") == [("defect", 1)]
    kinds = [kind for kind, _ in journal(kettle.database)]
    assert [kind for kind in kinds if kind.startswith("Photo")] == ["PhotoAdded", "PhotoRemoved"]
    assert kinds.count("StepUndone") == 2


def test_a_removed_picture_that_was_kept_anew_does_not_come_back_twice(kettle: Station) -> None:
    taken = photograph(kettle, K.DEFECT)
    kettle.do(remove_photo, taken.id)
    kettle.scan("ID-OMER-2")
    photograph(kettle, K.DEFECT)
    kettle.scan("ID-DANA-1")
    assert kettle.refused("DO-UNDO") == CannotUndo(PIECE)


def test_photographs_stand_in_the_timeline_and_among_the_last_steps(kettle: Station) -> None:
    taken = photograph(kettle, K.DEFECT)
    kettle.do(remove_photo, taken.id)
    events = [entry.event for entry in kettle.desk.read(look.timeline_of, "item", PIECE)]
    assert [type(event) for event in events[-2:]] == [PhotoAdded, PhotoRemoved]
    assert type(kettle.bench.steps[0].event) is PhotoRemoved


def test_what_is_needed_is_shown_and_only_advised(kettle: Station) -> None:
    assert kettle.bench.photos_needed == ()
    kettle.scan("DO-D", "DO-F-MISSING")
    assert kettle.bench.photos_needed == (K.DEFECT, K.MISSING)
    photograph(kettle, K.DEFECT)
    assert kettle.bench.photos_needed == (K.MISSING,)
    [decided] = [event for event in kettle.scan("DO-OK") if isinstance(event, ItemDecided)]
    assert decided.photos_missing == ()


def asked(station: Station) -> Question | None:
    return station.bench.question


def test_a_dear_write_off_is_asked_about_and_goes_on_when_photographed(phone: Station) -> None:
    phone.scan("DO-OK")
    assert asked(phone) == Question(QuestionKind.PHOTOS_MISSING, "supplier", ("defect", "serial"))
    assert phone.bench.next_step is NextStep.ANSWER
    photograph(phone, K.DEFECT)
    assert asked(phone) == Question(QuestionKind.PHOTOS_MISSING, "supplier", ("serial",))
    photograph(phone, K.SERIAL)
    assert asked(phone) == Question(QuestionKind.PHOTOS_MISSING, "supplier")
    [decided] = [event for event in phone.scan("DO-OK") if isinstance(event, ItemDecided)]
    assert (decided.disposition, decided.photos_missing) == ("supplier", ())


@pytest.mark.parametrize("answer", ["DO-OK", "DO-SUPPLIER"])
def test_the_belt_never_waits_for_a_photograph(phone: Station, answer: str) -> None:
    phone.scan("DO-OK")
    [decided] = [event for event in phone.scan(answer) if isinstance(event, ItemDecided)]
    assert decided.photos_missing == ("defect", "serial")
    assert phone.item(PIECE).disposition is Disposition.SUPPLIER


def test_what_was_photographed_before_is_not_asked_for(phone: Station) -> None:
    photograph(phone, K.DEFECT)
    photograph(phone, K.SERIAL)
    phone.scan("DO-OK")
    assert phone.item(PIECE).disposition is Disposition.SUPPLIER


def test_why_another_way_was_chosen_is_kept_while_photographs_are_asked_for(phone: Station) -> None:
    phone.scan("DO-RECYCLE", "DO-O-VALUE")
    assert asked(phone) == Question(QuestionKind.PHOTOS_MISSING, "recycle", ("defect",), ("VALUE",))
    photograph(phone, K.DEFECT)
    [decided] = [event for event in phone.scan("DO-OK") if isinstance(event, ItemDecided)]
    assert (decided.disposition, decided.override) == ("recycle", OverrideReason.NOT_WORTH_IT.value)
    assert decided.photos_missing == ()


def test_any_other_scan_drops_the_question(phone: Station) -> None:
    phone.scan("DO-OK", "DO-F-BROKEN")
    assert asked(phone) is None
    assert phone.item(PIECE).disposition is None


def test_a_supplier_whose_terms_say_so_is_asked_for(station: Station) -> None:
    _, tavor, *_ = suppliers()
    assert tavor.terms is not None
    newer = replace(tavor, terms=replace(tavor.terms, version=2, photos_needed=True))
    station.do_as("avi", import_suppliers, [newer])
    station.scan("RR402103114IL", SHIRT, "DO-D", "DO-OK")
    assert asked(station) == Question(QuestionKind.PHOTOS_MISSING, "supplier", ("defect",))


def test_a_photograph_of_what_left_the_house_stays(kettle: Station) -> None:
    taken = photograph(kettle, K.DEFECT)
    with kettle.database.work(kettle.desk.seat, AT_THE_BENCH, kettle.clock(), "00" * 16) as work:
        table = type(work.bench).metadata.tables["items"]
        work.session.execute(table.update().values(state=ItemState.GONE.value))
    assert kettle.refusal(AT_THE_BENCH, remove_photo, taken.id) == WrongState("item", PIECE, "gone")
    assert kettle.refused("DO-UNDO") == CannotUndo(PIECE)

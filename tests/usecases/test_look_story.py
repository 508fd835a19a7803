"""The whole way of goods from either end: the same entries, in order, with their papers and pictures."""

from datetime import timedelta

import pytest
from sqlalchemy import event

from returns_desk.domain.batches import BatchState
from returns_desk.domain.papers import AttachmentKind, KeptFile
from returns_desk.domain.photos import KeptPicture, PhotoKind
from returns_desk.domain.refusals import NotFound
from returns_desk.domain.stories import Stage, Story
from returns_desk.store.database import Database
from returns_desk.usecases import look
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.attach_file import attach_file
from returns_desk.usecases.credit_batch import record_credit
from returns_desk.usecases.import_expected import import_expected
from returns_desk.usecases.issue_slip import print_slip
from returns_desk.usecases.look_story import story
from returns_desk.usecases.ship_batch import authorize_batch, ship_batch
from returns_desk.usecases.submit_batch import cancel_batch, pull_item, submit_batch
from returns_desk.usecases.take_photo import add_photo
from returns_desk.usecases.undo import undo
from tests.builders import CABLE, SHIRT, Station, decided_kettle, decided_shirts, expected, rows
from tests.shops import OnBoth

PICTURE = KeptPicture("a" * 64, 1600, 1200)


def told(station: Station, number: str, kind: str = "") -> Story:
    found = station.desk.read(story, number, kind)
    moments = [entry.at for entry in found.entries]
    assert moments == sorted(moments)
    told_briefly = [entry for chapter in found.chapters for entry in chapter.entries]
    assert sorted(map(id, told_briefly)) == sorted(map(id, found.entries))
    return found


def kinds(found: Story) -> list[str]:
    return [type(entry.told.event).__name__ for entry in found.entries]


def whole_way(station: Station) -> str:
    """From the kettle's parcel to its credit, with a photograph, a paper and a file; the batch's number."""
    station.scan("RR402101201IL", "7290011232016")
    station.do(add_photo, PICTURE, PhotoKind.DEFECT)
    station.scan("DO-D", "DO-OK")
    number = "SB-000001"
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number)
    station.do(authorize_batch, number, "RGA-77")
    station.do(print_slip, number, "he", "printer")
    station.do(
        attach_file, number, AttachmentKind.PROOF_OF_DELIVERY, KeptFile("pod.pdf", "b" * 64, "application/pdf", 1_000)
    )
    station.do(ship_batch, number, waybill="W-1")
    return number


@OnBoth
def test_piece_box_return_and_batch_tell_the_same_way(either: Database) -> None:
    station = Station(either).begin()
    number = whole_way(station)
    of_batch = told(station, number)
    slip = station.batch(number).slip
    for other in ("IT-1-000001", "RR402101201IL", "RMA-1", slip, "RGA-77"):
        same = told(station, other)
        assert {entry.told.step_id for entry in same.entries} == {entry.told.step_id for entry in of_batch.entries}
        assert kinds(same) == kinds(of_batch)
    stages = [entry.stage for entry in of_batch.entries]
    for stage in (Stage.ARRIVAL, Stage.INSPECTION, Stage.DECISION, Stage.APPROVAL, Stage.PAPER, Stage.SHIPPING):
        assert stage in stages
    assert [thing.kind for thing in of_batch.things] == ["batch", "rma", "parcel", "item"]
    assert of_batch.things[-1].name_en == "Kettle"


@OnBoth
def test_entries_name_what_they_are_about_and_what_belongs_to_them(either: Database) -> None:
    station = Station(either).begin()
    number = whole_way(station)
    found = told(station, number)
    by_kind = {type(entry.told.event).__name__: entry for entry in found.entries}
    assert by_kind["ParcelReceived"].about.kind == "parcel"
    assert by_kind["ItemGraded"].about.number == "IT-1-000001"
    assert by_kind["BatchShipped"].about.number == number
    assert [photo.sha256 for photo in by_kind["PhotoAdded"].photos] == [PICTURE.sha256]
    assert [paper.batch for paper in by_kind["DocumentPrinted"].papers] == [number]
    assert [file.name for entry in found.entries for file in entry.files] == ["pod.pdf"]
    assert len(found.photos) == len(found.files) == 1
    assert by_kind["BatchApproved"].told.person == "Avi"
    assert by_kind["BatchShipped"].told.station == "1"


@OnBoth
def test_a_batch_is_found_by_its_paper_its_suppliers_number_and_its_waybill(either: Database) -> None:
    station = Station(either).begin()
    number = whole_way(station)
    for asked in (station.batch(number).slip, "RGA-77", "rga 77", "W-1"):
        assert number in [found.number for found in station.desk.read(look.find, asked)], asked


@OnBoth
def test_a_credit_note_tells_of_its_batch(either: Database) -> None:
    station = Station(either).begin()
    number = whole_way(station)
    credited = station.batch(number).totals.expected
    station.do_as("avi", record_credit, number, "CN-5", credited)
    assert station.batch(number).row.state is BatchState.CREDITED
    assert "CreditRecorded" in kinds(told(station, "CN-5"))
    assert kinds(told(station, "CN-5")) == kinds(told(station, number))
    assert [found.number for found in station.desk.read(look.find, "CN-5")] == [number]


@pytest.mark.parametrize("number", ["", "  ", "NOTHING-7", "SB-000009", "'; DROP TABLE items; --", "א" * 300])
def test_what_nobody_knows_is_refused(station: Station, number: str) -> None:
    assert isinstance(station.refusal(station.signature("dana"), story, number), NotFound)


def test_a_piece_is_not_told_of_what_befell_its_batch_without_it(station: Station) -> None:
    number = decided_shirts(station)
    station.do(submit_batch, number)
    station.do(pull_item, number, "IT-1-000002")
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number)
    pulled, stayed = told(station, "IT-1-000002"), told(station, "IT-1-000001")
    assert "BatchSubmitted" in kinds(pulled)
    assert "BatchApproved" not in kinds(pulled)
    assert "BatchApproved" in kinds(stayed)
    whole = told(station, number)
    assert "LinePulled" in kinds(whole)
    assert "IT-1-000002" not in {thing.number for thing in whole.things}


def test_a_step_that_was_taken_back_says_so(station: Station) -> None:
    decided_kettle(station)
    station.do(undo)
    found = told(station, "IT-1-000001")
    undone = {type(entry.told.event).__name__ for entry in found.entries if entry.told.undone}
    assert "ItemDecided" in undone
    assert "ItemGraded" not in undone


def test_a_batch_that_was_cancelled_still_tells_its_own_way(station: Station) -> None:
    number = decided_shirts(station)
    station.do(cancel_batch, number)
    assert {"BatchOpened", "BatchCancelled", "LinePulled"} <= set(kinds(told(station, number)))


def test_a_box_tells_of_all_that_was_in_it(station: Station) -> None:
    station.scan("RR402100166IL", SHIRT, "DO-D", "DO-OK", CABLE, "DO-A", "DO-OK", "DO-CLOSE")
    found = told(station, "RR402100166IL")
    assert {thing.number for thing in found.things if thing.kind == "item"} == {"IT-1-000001", "IT-1-000002"}
    assert {thing.number for thing in found.things if thing.kind == "rma"} == {"RMA-2", "RMA-3"}
    of_shirt = told(station, "IT-1-000001")
    assert {entry.about.number for entry in of_shirt.entries if entry.about.kind == "item"} == {"IT-1-000001"}
    assert "ParcelClosed" in kinds(of_shirt)


def test_many_pieces_cost_as_many_questions_as_one(station: Station) -> None:
    announced = [expected(f"RMA-9{number}", "SHIRT", tracking=(f"RR40210990{number}IL",)) for number in range(6)]
    station.do_as("avi", import_expected, announced)
    asked: list[int] = []
    for number in range(6):
        station.clock.forward(days=1)
        station.begin()
        station.scan(f"RR40210990{number}IL", SHIRT, "DO-D", "DO-OK", "DO-CLOSE")
        asked.append(_questions(station, "SB-000001"))
    assert asked[1] == asked[-1] <= 16
    briefly = told(station, "SB-000001").chapters
    many = [(chapter.stage, chapter.count("item")) for chapter in briefly if len(chapter.entries) > 1]
    assert (Stage.INSPECTION, 6) in many or (Stage.INSPECTION, 5) in many
    assert len(briefly) < 15 < len(told(station, "SB-000001").entries)
    assert max(chapter.until - chapter.at for chapter in briefly) >= timedelta(days=4)


def _questions(station: Station, number: str) -> int:
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(station.database.engine, "before_cursor_execute", note)
    try:
        station.desk.read(story, number)
    finally:
        event.remove(station.database.engine, "before_cursor_execute", note)
    return len([statement for statement in seen if statement.startswith("SELECT")])


def test_looking_writes_nothing(station: Station) -> None:
    decided_kettle(station)
    before = rows(station.database, "SELECT count(*) FROM journal")
    told(station, "SB-000001")
    assert rows(station.database, "SELECT count(*) FROM journal") == before
    assert station.desk.read(look.timeline_of, "batch", "SB-000001")

"""Files that others made are kept with their batch, once each, and taken away again."""

import pytest

from returns_desk.domain.papers import AttachmentKind, KeptFile
from returns_desk.domain.refusals import CannotUndo, NotFound
from returns_desk.store.database import Database
from returns_desk.usecases.attach_file import attach_file, detach_file
from returns_desk.usecases.undo import undo
from tests.builders import Station, decided_kettle
from tests.shops import OnBoth

PROOF = KeptFile("מסירה\n<b>.pdf", "ab" * 32, "application/pdf", 1234)
SIGNED = AttachmentKind.PROOF_OF_DELIVERY


@pytest.fixture
def batch(station: Station) -> str:
    return decided_kettle(station)


@OnBoth
def test_a_file_is_kept_with_its_batch_and_its_name_is_one_line(either: Database) -> None:
    station = Station(either).begin()
    number = decided_kettle(station)
    kept = station.do(attach_file, number, SIGNED, PROOF)
    (file,) = station.batch(number).attachments
    assert (file.id, file.name, file.kind, file.size) == (kept, "מסירה <b>.pdf", SIGNED, 1234)
    station.do(detach_file, kept)
    assert station.batch(number).attachments == ()


def test_the_same_file_is_kept_once_of_each_kind(station: Station, batch: str) -> None:
    first = station.do(attach_file, batch, SIGNED, PROOF)
    assert station.do(attach_file, batch, SIGNED, PROOF) == first
    assert station.do(attach_file, batch, AttachmentKind.OTHER, PROOF) != first
    assert len(station.batch(batch).attachments) == 2


def test_keeping_and_taking_away_are_undone(station: Station, batch: str) -> None:
    kept = station.do(attach_file, batch, SIGNED, PROOF)
    station.do(detach_file, kept)
    station.do(undo)
    assert [file.id for file in station.batch(batch).attachments] == [kept]
    station.do(undo)
    assert station.batch(batch).attachments == ()


def test_what_was_kept_anew_is_not_brought_back_twice(station: Station, batch: str) -> None:
    station.do(detach_file, station.do(attach_file, batch, SIGNED, PROOF))
    station.do_as("omer", attach_file, batch, SIGNED, PROOF)
    assert isinstance(station.refusal(station.signature("dana", proven=False), undo), CannotUndo)


def test_a_file_that_is_not_there_is_not_taken_away(station: Station, batch: str) -> None:
    for wrong in ("", "x" * 32, "0" * 32, "../etc"):
        assert station.refusal(station.signature("dana"), detach_file, wrong) == NotFound("file", wrong)
    assert isinstance(station.refusal(station.signature("dana"), attach_file, "SB-9", SIGNED, PROOF), NotFound)

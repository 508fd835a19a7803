"""What is put together of a batch: its evidence line by line, a copy that goes ahead, the books' debit notes."""

from collections.abc import Iterable, Sequence
from typing import Any

import pytest

from returns_desk.domain.correction_refusals import NoSlipYet
from returns_desk.domain.money import Money
from returns_desk.domain.photos import KeptPicture, PhotoKind
from returns_desk.domain.refusals import BadValue
from returns_desk.store.database import Database
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.copy_slip import copy_slip
from returns_desk.usecases.correct_batch import correct_batch
from returns_desk.usecases.export_debit_notes import COLUMNS, export_debit_notes
from returns_desk.usecases.issue_slip import preview_slip, print_slip
from returns_desk.usecases.look_evidence import evidence_of
from returns_desk.usecases.look_papers import papers_of
from returns_desk.usecases.ship_batch import ship_batch
from returns_desk.usecases.submit_batch import submit_batch
from returns_desk.usecases.take_photo import add_photo
from tests.builders import TODAY, Station, decided_shirts
from tests.shops import OnBoth


def shipped(station: Station) -> str:
    number = decided_shirts(station)
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number)
    station.do(ship_batch, number)
    return number


def debits(station: Station, since: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []

    def write(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        assert tuple(columns) == COLUMNS
        found.extend(dict(zip(columns, row, strict=True)) for row in rows)

    station.desk.read(export_debit_notes, write, since)
    return found


@OnBoth
def test_the_books_get_a_row_a_line_and_what_a_correction_takes_off(either: Database) -> None:
    station = Station(either).begin()
    number = shipped(station)
    totals = station.desk.read(preview_slip, number).content.totals
    rows = debits(station, TODAY.isoformat())
    assert sum(row["expected"].minor for row in rows) == totals.expected_minor
    assert sum(row["freight"].minor for row in rows) == totals.freight_minor
    assert {(row["document"], row["uniform_code"], row["state"]) for row in rows} == {
        ("SR-2026-000001", "610", "shipped")
    }
    station.do_as("avi", correct_batch, number, ("IT-1-000002",), "here")
    after = debits(station)
    assert Money(sum(row["expected"].minor for row in after)) == station.batch(number).totals.expected
    assert debits(station, "2999-01-01") == []


def test_what_did_not_leave_is_not_owed(station: Station) -> None:
    decided_shirts(station)
    assert debits(station) == []
    for wrong in ("yesterday", "2026-13-01", "99999999999"):
        with pytest.raises(BadValue):
            debits(station, wrong)


@OnBoth
def test_evidence_holds_every_line_with_its_pictures(either: Database) -> None:
    station = Station(either).begin()
    number = decided_shirts(station)
    station.do(add_photo, KeptPicture("ab" * 32, 4, 3), PhotoKind.DEFECT, item="IT-1-000002")
    station.do(add_photo, KeptPicture("cd" * 32, 4, 3), PhotoKind.BOX, parcel="RR402103114IL")
    pack = station.desk.read(evidence_of, number)
    assert [[photo.kind for photo in line.photos] for line in pack.lines] == [
        [PhotoKind.BOX],
        [PhotoKind.DEFECT, PhotoKind.BOX],
    ]
    assert [line.inspections[-1].inspector for line in pack.lines] == ["Dana", "Dana"]
    assert pack.slip.number == ""


def test_copies_that_go_ahead_leave_the_original_to_be_printed(station: Station) -> None:
    number = shipped(station)
    copy = station.do(copy_slip, number, "e-mail")
    assert (copy.copy, copy.language, copy.content.number) == (1, "en", "SR-2026-000001")
    assert station.desk.read(preview_slip, number).copy is None, "the next print is the original"
    assert station.do(print_slip, number, "he", "x").copy == 0
    assert station.do(copy_slip, number, "e-mail").copy == 2
    assert [paper.copies for paper in station.desk.read(papers_of, number)] == [3]


def test_there_is_no_copy_of_a_draft(station: Station) -> None:
    number = decided_shirts(station)
    assert station.refusal(station.signature("dana"), copy_slip, number, "e-mail") == NoSlipYet(number)

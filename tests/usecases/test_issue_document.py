"""Numbered papers that are no slips: numbers of their own series without gaps, frozen, copies counted."""

from dataclasses import dataclass

import pytest

from returns_desk.domain.papers import DocumentKind
from returns_desk.domain.refusals import NotFound
from returns_desk.store.database import Database
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_of
from returns_desk.usecases.issue_document import issue_document, print_document
from returns_desk.usecases.issue_slip import print_slip
from returns_desk.usecases.verify_books import verify_books
from tests.builders import Station, decided_kettle
from tests.shops import OnBoth


@dataclass(frozen=True)
class Letter:
    number: str

    def to_json(self) -> str:
        return f'{{"number":"{self.number}"}}'


def letter(work: Work, batch: str) -> str:
    return issue_document(work, batch_of(work, batch), DocumentKind.DISPUTE, Letter).number


@OnBoth
def test_letters_have_a_series_of_their_own_without_gaps(either: Database) -> None:
    station = Station(either).begin()
    number = decided_kettle(station)
    assert [station.do(letter, number) for _ in range(3)] == [f"DL-2026-00000{n}" for n in (1, 2, 3)]
    assert station.desk.read(verify_books) == ()
    assert station.batch(number).slip == "", "a letter is no slip"
    assert station.batch("DL-2026-000002").row.number == number


def test_each_print_is_counted_and_the_content_is_the_frozen_one(station: Station) -> None:
    number = station.do(letter, decided_kettle(station))

    def printed(work: Work) -> tuple[str, int]:
        document, copy = print_document(work, number, "he", "letter.pdf")
        return document.content, copy

    assert [station.do(printed) for _ in range(2)] == [('{"number":"DL-2026-000001"}', place) for place in (0, 1)]


@pytest.mark.parametrize("wrong", ["DL-2026-000009", "nothing"])
def test_a_paper_that_is_not_there_is_not_printed(station: Station, wrong: str) -> None:
    assert isinstance(station.refusal(station.signature("dana"), print_document, wrong, "he", "x"), NotFound)


def test_a_letter_is_never_printed_as_a_slip(station: Station) -> None:
    number = station.do(letter, decided_kettle(station))
    assert station.refusal(station.signature("dana"), print_slip, number, "he", "x") == NotFound("document", number)

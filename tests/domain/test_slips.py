from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.money import Money
from returns_desk.domain.slips import SlipContent, SlipLine, SlipParty, SlipReferences, SlipTotals

CONTENT = SlipContent(
    PartnerKind.SUPPLIER,
    "SR-2026-000001",
    "SB-000001",
    SlipParty("דמו", "Demo", address="כאן", address_en="Here"),
    SlipParty("ספק"),
    datetime(2026, 11, 22, 7, 44, tzinfo=UTC),
    date(2026, 11, 23),
    references=SlipReferences("GE-1", date(2026, 12, 1), sscc=("00", "01")),
    lines=(SlipLine(1, "IT-1", description='גביע "1"'), SlipLine(2, "IT-2", description_en="Cup")),
    totals=SlipTotals(2, 2, 100, 5, 0, 95),
)


def test_a_slip_comes_back_from_its_text() -> None:
    assert SlipContent.from_json(CONTENT.to_json()) == CONTENT
    assert SlipContent.from_json(CONTENT.to_json()).to_json() == CONTENT.to_json()


def test_the_text_is_canonical() -> None:
    text = CONTENT.to_json()
    assert text.startswith('{"approved_by":"","approved_for":"","batch":"SB-000001","company":{"address":"כאן"')
    assert '": ' not in text
    assert '"issued_at":"2026-11-22T07:44:00+00:00"' in text


def test_the_same_moment_in_another_zone_has_the_same_fingerprint() -> None:
    moved = datetime(2026, 11, 22, 9, 44, tzinfo=timezone(timedelta(hours=2)))
    assert replace(CONTENT, issued_at=moved).sha256() == CONTENT.sha256()


def test_any_change_changes_the_fingerprint() -> None:
    assert len(CONTENT.sha256()) == 64
    assert replace(CONTENT, number="SR-2026-000002").sha256() != CONTENT.sha256()
    assert replace(CONTENT, lines=CONTENT.lines[:1]).sha256() != CONTENT.sha256()


def test_facts_of_a_newer_program_are_left_out_and_missing_ones_have_their_defaults() -> None:
    newer = '{"kind":"charity","number":"","batch":"DB-1","company":{"name":"a","x":1},"partner":{"name":"b"},"y":[]}'
    read = SlipContent.from_json(newer)
    assert (read.kind, read.company, read.lines, read.issued_at) == (PartnerKind.CHARITY, SlipParty("a"), (), None)


def test_names_fall_back_to_the_language_there_is() -> None:
    party, line = SlipParty("דמו", address="כאן"), CONTENT.lines[1]
    assert (party.name_in("en"), party.address_in("en")) == ("דמו", "כאן")
    assert (CONTENT.company.name_in("en"), CONTENT.company.address_in("he")) == ("Demo", "כאן")
    assert (line.description_in("he"), line.description_in("en")) == ("Cup", "Cup")


@pytest.mark.parametrize(("kind", "code"), list(zip(PartnerKind, ("610", "820", "820"), strict=True)))
def test_each_paper_has_its_uniform_code(kind: PartnerKind, code: str) -> None:
    assert replace(CONTENT, kind=kind).uniform_code == code


def test_amounts_are_in_the_slips_currency() -> None:
    assert replace(CONTENT, currency="EUR").money(5) == Money(5, "EUR")

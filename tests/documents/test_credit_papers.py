"""The dispute letter and the supplier's statement: whole, over many pages, in both languages, with any text."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from returns_desk.documents.dispute_letter import render_dispute_letter
from returns_desk.documents.statement import render_statement
from returns_desk.domain.ageing import AgeBand, SupplierAge
from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.credits import ShortReason
from returns_desk.domain.dispute_letters import DisputeCredit, DisputeLetter, DisputeLine
from returns_desk.domain.money import Money
from returns_desk.domain.slips import SlipParty
from returns_desk.domain.snapshots import PartnerSnapshot
from returns_desk.domain.statements import Entry, EntryKind, Statement, statement_of
from tests.documents.papers import HOSTILE, PRINTED, read_text

SHOP = SlipParty("דמו סחר", "Demo Trade", "515123456", "רחוב הגפן 1, חיפה", phone="04-5551234")
TAVOR = SlipParty("תבור אודיו", "Tavor Audio", "514000111", "HaMelacha 5", contact="Gil Sapir")
DAY = date(2026, 9, 1)


def line(position: int) -> DisputeLine:
    reason = (ShortReason.PRICE, ShortReason.CONDITION, ShortReason.NOT_SAID)[position % 3]
    name, name_en = 'חולצת טי "כחולה" (L)', "Blue T-shirt (L)"
    return DisputeLine(position, f"IT-1-{position:06}", f"SKU-{position}", name, name_en, 2_900, 2_552, reason.value)


def letter(lines: int = 2) -> DisputeLetter:
    return DisputeLetter(
        number="DL-2026-000001",
        batch="SB-000007",
        slip="SR-2026-000004",
        authorization="RGA-55",
        company=SHOP,
        partner=TAVOR,
        issued_at=datetime(2026, 11, 22, 7, 40, tzinfo=UTC),
        issued_by="אבי לוי",
        note="לפי מחירון יוני 2026, סעיף 4(ב), המחיר הוא 30.00 ₪.",
        lines=tuple(line(at) for at in range(1, lines + 1)),
        credits=(DisputeCredit("CN-88/17", date(2026, 11, 3), 2_552 * lines),),
        expected_minor=2_900 * lines,
        received_minor=2_552 * lines,
        shipped=date(2026, 10, 2),
    )


def account(entries: int = 6) -> Statement:
    kinds = (EntryKind.SENT, EntryKind.CREDIT, EntryKind.SENT, EntryKind.REVERSAL, EntryKind.WRITE_OFF)
    moves = [
        Entry(
            DAY + timedelta(days=at),
            f"SB-{at // 2:06}",
            kinds[at % 5],
            Money(580_000 if at % 2 == 0 else -480_000),
            f"CN-{at}" if at % 2 else f"SR-2026-{at:06}",
            (ShortReason.PRICE,) if at % 2 else (),
        )
        for at in range(entries)
    ]
    bands = tuple((band, Money(12_000 * place)) for place, band in enumerate(AgeBand))
    partner = PartnerSnapshot("1", "TAVOR", PartnerKind.SUPPLIER, TAVOR.name)
    reasons = ((ShortReason.CONDITION, Money(348)), (ShortReason.PRICE, Money(11_652)))
    age = SupplierAge(partner, 3, bands, Money(150_000), Money(30_000), reasons)
    until = date(2026, 11, 22)
    sums = (statement_of(moves, "ILS", DAY + timedelta(days=1), until),)
    return Statement(SHOP, TAVOR, "TAVOR", "en", DAY + timedelta(days=1), until, PRINTED, sums, (age,))


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_letter_says_what_was_to_come_what_came_and_why(language: str) -> None:
    said = read_text(render_dispute_letter(letter(), language, PRINTED, "Avi"))
    for fact in ("DL-2026-000001", "SB-000007", "SR-2026-000004", "IT-1-000002", "CN-88/17", "29.00", "25.52", "6.96"):
        assert fact in said
    assert ("Dispute letter" in said) == (language == "en")


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_statement_says_all_that_moved_the_balance_and_how_old_it_is(language: str) -> None:
    said = read_text(render_statement(account(), language, PRINTED, "Avi"))
    for fact in ("SB-000001", "CN-1", "5,800.00", "480.00", "116.52", "TAVOR"):
        assert fact in said
    assert ("Balance owed to us" in said) == (language == "en")


def test_lines_go_by_the_items_numbers_and_not_by_their_place_in_the_batch() -> None:
    far = replace(letter(1), lines=(replace(line(1), position=7_654),))
    assert "7654" not in read_text(render_dispute_letter(far, "en", PRINTED, "Avi"))


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_letter_in_two_languages_says_all_in_both(language: str) -> None:
    said = read_text(render_dispute_letter(letter(), language, PRINTED, "Avi", bilingual=True))
    for words in ("Dispute letter", "Blue T-shirt", "less was credited than was agreed", "חולצת טי", "מכתב בירור"):
        assert words in said


def test_long_papers_run_over_pages_and_lose_nothing() -> None:
    said = read_text(render_dispute_letter(letter(200), "he", PRINTED, ""))
    assert all(f"IT-1-{at:06}" in said for at in range(1, 201))
    said = read_text(render_statement(account(70), "en", PRINTED, ""))
    assert all(f"CN-{at}" in said for at in range(1, 70, 2))
    assert "Page 2 of" in said


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_text_from_people_is_text(text: str) -> None:
    strange = replace(letter(), note=text, partner=replace(TAVOR, name=text, name_en=text))
    for language in ("he", "en"):
        assert render_dispute_letter(strange, language, PRINTED, text).startswith(b"%PDF")
    assert render_statement(replace(account(), partner=strange.partner), "he", PRINTED, text).startswith(b"%PDF")


def test_the_same_letter_is_the_same_file_and_is_read_back_as_it_was() -> None:
    assert DisputeLetter.from_json(letter().to_json()) == letter()
    one, two = (render_dispute_letter(letter(), "he", PRINTED, "Avi") for _ in range(2))
    assert one == two

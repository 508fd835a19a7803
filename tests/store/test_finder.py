"""Anything is found by the beginnings of its words; what was asked is text, never a query."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from returns_desk.domain.people import Signature
from returns_desk.store.database import Database
from returns_desk.store.finder import find_also, fold, forget, make_findable, search
from returns_desk.store.ids import new_id
from returns_desk.store.work import Seat, Work
from tests.fakes import FakeClock
from tests.shops import OnBoth

NOWHERE = Seat("", "", "finder")
THINGS = {
    "dana": "IT-2-004512 אוזניות אלחוטיות WH-300 Wireless headphones 88121733 דנה לוי",
    "zmith": "RMA-20418 Zmith & Sons <b>O'Neill</b> SO-88121",
    "hebrew": 'PA-1-000007 גליל חשמל בע"מ צה״ל שָׁלוֹם',
    "odd": "100% under_score back\\slash ÀÉ naïve",
}


@pytest.fixture
def finder(either: Database) -> Iterator[Work]:
    """An open unit of work in which a few things can be found."""
    with either.work(NOWHERE, Signature(), FakeClock()(), new_id()) as work:
        for words in THINGS.values():
            make_findable(work.session, "item", new_id(), words)
        yield work


def count(work: Work, asked: str) -> int:
    return len(search(work.session, asked))


@OnBoth
@pytest.mark.parametrize(
    "asked",
    [
        "it-2-004512", "IT-2", "004512", "wire head", "headphones wireless", "WH-3", "8812", "אוזנ", "דנה לוי",
        "לוי דנ",
        "Zmith", "zmith & sons", "<b>", "O'Neill", "oneill", "so-88121", 'בע"מ', "גליל בעמ", "צה״ל", "צהל",
        "שלום", "שָׁל",
        "100%", "under_score", "back\\slash", "naive", "ÀÉ", "à", "  headphones\t",
    ],
)  # fmt: skip
def test_a_thing_is_found_by_the_beginnings_of_its_words(finder: Work, asked: str) -> None:
    assert count(finder, asked) >= 1


@OnBoth
@pytest.mark.parametrize(
    "asked", ["", "  ", "%", "_", "*", '"', "''", "eadphones", "headphones nothing", "\x00", "\ud800"]
)
def test_what_is_not_there_is_not_found(finder: Work, asked: str) -> None:
    assert count(finder, asked) == 0


@OnBoth
@pytest.mark.parametrize(
    "asked",
    [
        "zmith OR dana",
        "NOT zmith",
        "zmith NOT sons",
        "NEAR(zmith sons)",
        "words:zmith",
        "zmith*",
        '"zmith',
        "zmith) OR (x",
    ],
)
def test_a_query_of_the_finders_own_language_is_plain_words(finder: Work, asked: str) -> None:
    words = fold(asked).split()
    everywhere = sum(all(any(w.startswith(word) for w in fold(t).split()) for word in words) for t in THINGS.values())
    assert count(finder, asked) == everywhere


@OnBoth
def test_any_text_may_be_asked_for(either: Database) -> None:
    with either.reading(NOWHERE, FakeClock()()) as work:

        @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
        @given(st.text(max_size=60))
        @example("\U0001e900 \u00bd \u00b2")
        @example("1e5 0x1F 1.5.2 a-b+c")
        @example("& | ! <-> :* ' \\")
        def ask(asked: str) -> None:
            assert search(work.session, asked) is not None

        ask()


@OnBoth
def test_whatever_can_be_kept_is_found_again(either: Database) -> None:
    with either.work(NOWHERE, Signature(), FakeClock()(), new_id()) as work:

        @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
        @given(
            st.text(st.characters(categories=["Lu", "Ll", "Lo", "Nd"], max_codepoint=0x5FF), min_size=1, max_size=12)
        )
        def keep_and_ask(word: str) -> None:
            subject = new_id()
            make_findable(work.session, "item", subject, word)
            assert subject in {hit.subject_id for hit in search(work.session, word)} or not fold(word)
            forget(work.session, subject)

        keep_and_ask()


@OnBoth
def test_the_newest_come_first_and_no_more_than_asked_for(finder: Work) -> None:
    subjects = [new_id() for _ in range(20)]
    for subject in subjects:
        make_findable(finder.session, "item", subject, "twentyfold")
    assert [hit.subject_id for hit in search(finder.session, "twenty", 5)] == subjects[:-6:-1]


@OnBoth
def test_what_is_forgotten_is_not_found(finder: Work) -> None:
    subject = new_id()
    make_findable(finder.session, "parcel", subject, "forgettable")
    forget(finder.session, subject)
    assert count(finder, "forgettable") == 0


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@OnBoth
def test_a_thing_is_found_by_what_it_was_called_later_too(finder: Work) -> None:
    batch = new_id()
    make_findable(finder.session, "batch", batch, "SB-000009", "Galil")
    for words in (("SR-2026-000044",), ("CT-000003", "372900000000000015"), ("RGA-9911", "")):
        find_also(finder.session, batch, *words)
    for asked in ("SB-000009", "sr-2026-000044", "000044", "CT-000003", "37290000", "rga-99", "galil 9911"):
        assert [hit.subject_id for hit in search(finder.session, asked)] == [batch]
    find_also(finder.session, batch, "SR-2026-000044")
    assert count(finder, "SR-2026-000044") == 1
    find_also(finder.session, new_id(), "SR-2026-000045")
    assert count(finder, "SR-2026-000045") == 0

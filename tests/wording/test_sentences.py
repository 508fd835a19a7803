"""Every value, refusal and event of the domain is said in both languages, whatever the facts."""

import importlib
import inspect
import pkgutil
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk import domain
from returns_desk.domain import refusals
from returns_desk.domain.batches import BatchState, PartnerKind
from returns_desk.domain.credits import ShortReason
from returns_desk.domain.delegations import DelegationState
from returns_desk.domain.events import EVENTS, Event, ItemRecalled, MarksRecorded, QuestionAsked
from returns_desk.domain.exceptions import ExceptionKind
from returns_desk.domain.giving import WipeHow
from returns_desk.domain.grades import Finding, FoundReason, Grade, Liability, StatedReason, WantedOutcome
from returns_desk.domain.items import Disposition, HoldReason, ItemState, OverrideReason, ReceiptOutcome, SerialCheck
from returns_desk.domain.money import Money
from returns_desk.domain.options import recommend
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.people import Permission, Role
from returns_desk.domain.photos import PhotoKind
from returns_desk.domain.policies import PolicyCode
from returns_desk.domain.printing import JobState, PaperKind
from returns_desk.domain.recommendation import Block, Case
from returns_desk.domain.refusals import DeskError, NotAllowed
from returns_desk.domain.snapshots import BenchSnapshot, NextStep, QuestionKind
from returns_desk.wording import Words
from returns_desk.wording.band import band
from returns_desk.wording.events import say_event
from returns_desk.wording.names import NAMES
from returns_desk.wording.options import say_option, say_recommendation, say_way, say_whole
from returns_desk.wording.refusals import refusal_line, say_refusal
from tests.builders import TODAY
from tests.domain.made_up_cases import cases
from tests.domain.test_events import made_up

LANGUAGES = [Words("he"), Words("en")]
BothLanguages = pytest.mark.parametrize("words", LANGUAGES, ids=["he", "en"])
HEBREW = range(0x5D0, 0x5EB)
# values whose sentences need facts: each family has its own wording, and tests of it
SAID_ELSEWHERE = {
    "FileFact", "RowFact", "BookFact", "Ribbon", "Misfit", "PictureError", "ScanKind", "ScanWarning", "CandidateGround",
    "PolicyGround", "RuleFact", "Section", "RangeFault", "TermFact", "TermKind",
}  # fmt: skip
BENCH = BenchSnapshot("1", "1", None, None, None, None, None, NextStep.SCAN_PARCEL, ())


def kinds(of: type[Any]) -> list[type[Any]]:
    """Every class of a kind in the domain."""
    found: dict[str, type[Any]] = {}
    for module in pkgutil.walk_packages(domain.__path__, f"{domain.__name__}."):
        for name, value in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if issubclass(value, of) and value is not of and value.__module__.startswith(domain.__name__):
                found[name] = value
    return list(found.values())


def plain(said: str) -> str:
    return said.replace("\u2068", "").replace("\u2069", "")


def is_hebrew(said: str) -> bool:
    return any(ord(sign) in HEBREW for sign in said)


@BothLanguages
@pytest.mark.parametrize(
    "kind", [kind for kind in kinds(StrEnum) if kind.__name__ not in SAID_ELSEWHERE], ids=lambda k: k.__name__
)
def test_every_value_has_a_name(words: Words, kind: type[StrEnum]) -> None:
    assert set(NAMES[kind]) == set(kind)
    names = [words.name(value) for value in kind]
    assert all(names)
    assert len(set(names)) == len(names), "two values are called the same"
    if words.language == "he":
        assert all(map(is_hebrew, names)), names


FACTS: dict[str, list[Any]] = {
    "permission": list(Permission),
    "disposition": list(Disposition),
    "blocks": [tuple(Block), (Block.GRADE.value,)],
    "undecided": [(), ("IT-1-000001", "IT-1-000002")],
    "items": [("IT-1-000001",)],
    "seconds": [30],
    "measured": [1_200_000],
    "by_products": [1_200],
    "missing": [2],
    "job_state": list(JobState),
    "paper_kind": list(PaperKind),
    "stands": [one.value for one in DelegationState],
}
OF_TYPE: dict[object, Any] = {Money: Money(1_250), date: TODAY}
KINDS = (
    "parcel",
    "item",
    "batch",
    "product",
    "rma",
    "supplier",
    "person",
    "document",
    "shop",
    "photo",
    "exception",
    "recall",
)
STORE_FACTS = ("newer", "foreign", "damaged", "locked", "read-only", "missing", "network", "unreachable", "full")


def made_up_refusals(kind: type[DeskError]) -> list[DeskError]:
    """A few refusals of a kind, with everything that its facts can be."""
    names = [field.name for field in fields(kind)]
    base: dict[str, Any] = {name: FACTS.get(name, ["RR-1 <b>"])[0] for name in names}
    typed = {field.name: OF_TYPE[field.type] for field in fields(kind) if field.type in OF_TYPE}
    base |= typed
    if kind is refusals.NoPartner:
        return [kind(one.value) for one in PartnerKind]  # type: ignore[call-arg]
    if kind is refusals.NotFound:
        return [kind(one, "X-1") for one in KINDS]  # type: ignore[call-arg]
    if kind is refusals.StoreRefused:
        return [kind(one, "/x/returns.db") for one in STORE_FACTS]  # type: ignore[call-arg]
    if kind is refusals.WrongState:
        states = {"item": ItemState, "batch": BatchState, "parcel": ParcelState, "exception": ExceptionKind}
        every = [kind(of, "X-1", one.value) for of, ones in states.items() for one in ones]  # type: ignore[call-arg]
        return [*every, kind("item", "X-1", "in hand"), kind("batch", "X-1", "authorization expired")]  # type: ignore[call-arg]
    if "columns" in names:
        base["columns"] = ("sku", "name")
    said = [name for name in FACTS if name in names and name not in typed]
    return [kind(**base | {name: value}) for name in said for value in FACTS[name]] or [kind(**base)]


@BothLanguages
@pytest.mark.parametrize("kind", kinds(DeskError), ids=lambda kind: kind.__name__)
def test_every_refusal_is_said(words: Words, kind: type[DeskError]) -> None:
    for refusal in made_up_refusals(kind):
        fact, way_on = say_refusal(words, refusal)
        assert fact
        assert kind.__name__ not in fact, "said by its class's name"
        assert plain(refusal_line(words, refusal)).startswith(plain(fact))
        if words.language == "he":
            assert is_hebrew(fact), fact
            assert not way_on or is_hebrew(way_on), way_on
        shown = band(words, refusal, BENCH)
        assert (shown.tone, shown.title) == ("bad", fact)
        assert shown.detail


@BothLanguages
@pytest.mark.parametrize("state", [*ParcelState, *ItemState, *BatchState])
def test_a_state_is_said_in_words_never_as_it_is_stored(words: Words, state: StrEnum) -> None:
    of = {ParcelState: "parcel", ItemState: "item", BatchState: "batch"}[type(state)]  # type: ignore[index]
    fact, _ = say_refusal(words, refusals.WrongState(of, "X-1", state.value))
    assert words.name(state) in plain(fact)


MEANT: dict[str, list[Any]] = {
    "role": list(Role),
    "check": list(SerialCheck),
    "stands": list(ItemState),
    "outcome": list(ReceiptOutcome),
    "grade": list(Grade),
    "found": ["", *FoundReason],
    "liability": ["", *Liability],
    "finding": list(Finding),
    "disposition": list(Disposition),
    "override": list(OverrideReason),
    "currency": ["ILS", "USD"],
    "language": ["he"],
    "shows": list(PhotoKind),
    "photos_missing": [(), ("defect", "serial")],
    "measure": ["", "supplier", "recycle"],
    "expired": ["", "2026-11-21"],
}


# what a fact of the same name is in one event only
_OF_EVENT: dict[str, dict[str, list[Any]]] = {
    "ItemHeld": {"code": ["", *(one.value for one in HoldReason)]},
    "HoldExplained": {"code": [one.value for one in HoldReason]},
    "ExceptionSettled": {"kind": [one.value for one in ExceptionKind]},
    "OutcomeAgreed": {
        "outcome": [one.value for one in WantedOutcome],
        "second": ["", "אבי"],
        "with_money": [True, False],
    },
    "StreamsWeighed": {"streams": [("electronic=12400", "metal=750")]},
    "ItemWiped": {"how": [one.value for one in WipeHow]},
    "RuleBookSet": {"valid_from": ["2026-12-01"]},
    "CreditRecorded": {"short_reason": ["", *(one.value for one in ShortReason)]},
    "RightDelegated": {"first": ["2026-12-01"], "last": ["2026-12-03"]},
    "TermsSet": {"valid_from": ["2026-12-01"]},
    "PolicySet": {"code": [one.value for one in PolicyCode], "valid_from": ["2026-12-01"]},
}


def made_up_events(kind: type[Event]) -> list[Event]:
    """A few events of a kind, with everything that its facts can be."""
    meant = {name: [one.value if isinstance(one, StrEnum) else one for one in ones] for name, ones in MEANT.items()}
    meant["kind"] = [one.value for one in QuestionKind] if kind is QuestionAsked else ["products"]
    meant["state"] = [one.value for one in BatchState]
    meant["reason"] = [one.value for one in StatedReason] if kind.__name__ == "ReasonStated" else ["a reason"]
    meant |= _OF_EVENT.get(kind.__name__, {})
    if kind is QuestionAsked:
        subjects = {QuestionKind.OVERRIDE_REASON: "restock"}
        outcome = (ReceiptOutcome.OVER.value,)
        return [QuestionAsked(kind=one, subject=subjects.get(one, "X"), choices=outcome) for one in QuestionKind]
    first = {name: ones[0] for name, ones in meant.items()}
    names = {field.name for field in fields(kind)}
    return [made_up(kind, **first | {name: one}) for name in meant if name in names for one in meant[name]] or [
        made_up(kind)
    ]


@BothLanguages
@pytest.mark.parametrize("kind", EVENTS.values(), ids=EVENTS)
def test_every_event_is_said_and_stands_in_the_band(words: Words, kind: type[Event]) -> None:
    for event in made_up_events(kind):
        said = say_event(words, event)
        assert said
        assert said != kind.__name__
        if words.language == "he":
            assert is_hebrew(said), said
        shown = band(words, (event,), BENCH)
        assert shown.title
        alarming = isinstance(event, ItemRecalled) or bool(getattr(event, "recall", ""))
        assert shown.tone in ({"bad", "ask"} if alarming else {"ok", "ask"})


@BothLanguages
def test_nothing_that_happened_is_said_calmly(words: Words) -> None:
    shown = band(words, (), BENCH)
    assert (shown.tone, bool(shown.title), bool(shown.detail)) == ("idle", True, True)


@given(cases)
def test_every_option_is_said_in_a_few_lines(case: Case) -> None:
    for words in LANGUAGES:
        for option in recommend(case).options:
            assert 1 <= len([line for line in say_option(words, option) if line]) <= 3
            assert say_way(words, option).lower() in say_recommendation(words, option).lower()
            assert all(say_whole(words, option))


def test_the_last_day_that_was_read_is_written_as_its_readers_write_days() -> None:
    read = MarksRecorded(number="IT-1-000001", marks=("", "L5", "2027-12-01"), before=("", "", ""))
    assert "L5, 01.12.2027" in say_event(Words("he"), read)


def test_whoever_may_not_is_sent_to_whom_it_is_allowed() -> None:
    words = Words("en")
    assert say_refusal(words, NotAllowed(Permission.SET_RULES))[1] == "Ask a supervisor"
    assert say_refusal(words, NotAllowed(Permission.SET_DECISIONS))[1] == "Ask an administrator"


def test_facts_are_kept_apart_from_the_sentence_around_them() -> None:
    said = Words("he")("Parcel {number} received", number="\u202eRR-1\u2066")
    assert "\u2068RR-1\u2069" in said
    assert "\u202e" not in said


@given(st.text(max_size=40))
def test_any_text_may_be_a_fact(text: str) -> None:
    for words in LANGUAGES:
        assert words("Unknown code: {code}", code=text)


def test_money_and_days_are_written_as_their_readers_expect() -> None:
    he, en = LANGUAGES
    assert en.money(Money(123_450)) == "₪1,234.50"
    assert "1,234.50" in he.money(Money(123_450))
    assert "₪" in he.money(Money(123_450))
    assert (he.date(TODAY), en.date(TODAY)) == ("22.11.2026", "2026-11-22")
    assert en.percent(1_250) == "12.5%"


def test_an_unknown_language_is_answered_in_english() -> None:
    assert Words("fr")("Parcel {number} received", number="1") == Words("en")("Parcel {number} received", number="1")

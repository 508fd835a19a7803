"""Why something stands out, in both languages, for every kind and whatever the facts are."""

import json

import pytest

from returns_desk.domain import refusals
from returns_desk.domain.exceptions import REFUSALS_OF_SUBSTANCE, WAYS, ExceptionKind, ExceptionRow, Way
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import NotAllowed, OptionBlocked, UnknownCode, WrongState, facts
from returns_desk.wording import Words
from returns_desk.wording.exceptions import owner_in, refusal_of, say_why
from returns_desk.wording.refusals import say_refusal

K = ExceptionKind
CASES: list[tuple[ExceptionKind, dict[str, str], str]] = [
    (K.HELD, {"code": "PARTS", "note": "the plug"}, "A part is awaited · the plug"),
    (K.HELD, {}, "Nobody said why"),
    (
        K.UNMATCHED,
        {"candidate": "RMA-1", "sure": "55", "candidate_customer": "Dana"},
        "Perhaps RMA-1 of Dana, 55% sure",
    ),
    (K.UNMATCHED, {"candidate": "RMA-1", "sure": "55"}, "Perhaps RMA-1, 55% sure"),
    (K.UNMATCHED, {"sender": "Dana\nHaifa"}, "From Dana Haifa"),
    (K.UNMATCHED, {}, "Nobody announced it"),
    (K.NOT_OURS, {"carrier": "DHL"}, "DHL is to take it back"),
    (K.NOT_OURS, {}, "The carrier is to take it back"),
    (K.OUTCOME, {"outcome": "over"}, "More than announced"),
    (K.EMPTY_BOX, {"customer": "Dana"}, "Nothing was in the box of Dana"),
    (K.EMPTY_BOX, {}, "Nothing was in the box"),
    (K.SHORT, {"missing": "2", "customer": "Dana"}, "Missing: 2 (Dana)"),
    (K.REFUSED_SCAN, {"refusal": "UnknownCode", "facts": '{"code":"X"}', "count": "3"}, "Unknown code: X · 3 times"),
    (K.REFUSED_SCAN, {"refusal": "UnknownCode", "facts": '{"code":"X"}', "count": "1"}, "Unknown code: X"),
    (
        K.OVERRIDE,
        {"chosen": "recycle", "recommended": "restock", "override": "SHOP"},
        "Recycle instead of Restock: Instruction of the shop",
    ),
    (K.OVERRIDE, {"chosen": "recycle", "override": "OTHER"}, "Recycle, nothing was recommended: Another reason"),
    (K.POLICY, {"dispute": "it leaks"}, "Dispute: it leaks"),
    (
        K.POLICY,
        {"against": "over", "agreed": "refund", "amount": "5000", "currency": "ILS"},
        "More than the policy grants: Refund ₪50.00",
    ),
    (K.POLICY, {"against": "under", "agreed": "exchange"}, "Less than the policy grants: Exchange"),
    (K.POLICY, {"stated": "FAULTY"}, "The customer said: Does not work. It was not found"),
    (K.SERIAL, {"check": "never sold", "serial": "SN1"}, "This serial was never sold: SN1"),
    (K.WEIGHT, {"weight": "1300", "expected": "1000"}, "1,300 g, expected 1,000 g (30%)"),
    (K.WRONG_ITEMS, {"count": "3"}, "Another thing than announced in 3 boxes"),
    (
        K.AUTHORIZATION,
        {"authorization": "RGA-7", "day": "2026-11-24", "left": "2"},
        "The supplier's number RGA-7 ends on 2026-11-24, days left: 2",
    ),
    (
        K.AUTHORIZATION,
        {"authorization": "RGA-7", "day": "2026-11-20", "left": "-2"},
        "The supplier's number RGA-7 ended on 2026-11-20",
    ),
    (K.WINDOW, {"day": "2026-11-20", "left": "-2"}, "The return window of a piece closed on 2026-11-20"),
    (
        K.WINDOW,
        {"day": "2026-11-24", "left": "2"},
        "The return window of a piece closes on 2026-11-24, days left: 2",
    ),
    (
        K.MINIMUM,
        {"days": "22", "missing": "8334", "currency": "ILS", "pieces": "0"},
        "₪83.34 short of the minimum after 22 days",
    ),
    (K.MINIMUM, {"days": "22", "missing": "0", "pieces": "3"}, "Pieces short of the minimum: 3, after 22 days"),
    (K.CREDIT_OVERDUE, {"day": "2026-11-20", "left": "-2"}, "The credit was due on 2026-11-20, 2 days ago"),
    (
        K.SHORT_CREDIT,
        {"missing": "1200", "expected": "10000", "currency": "ILS"},
        "₪12.00 of ₪100.00 did not come",
    ),
    (K.CERTIFICATE, {"shipped": "2026-10-01"}, "Left on 2026-10-01, and nobody confirmed what came"),
    (K.EVIDENCE, {"photos": "defect,serial"}, "Decided without: Defect, Serial number"),
    (
        K.RECALLED,
        {"notice": "R-17", "check": "concerned", "reason": "overheats", "place": "B-14-2", "measure": "recycle"},
        "Notice R-17 · overheats · fetch it from B-14-2 · The notice says: Recycle",
    ),
    (
        K.RECALLED,
        {"notice": "R-17", "check": "concerned", "batch": "DB-000001"},
        "Notice R-17 · take it out of batch DB-000001",
    ),
    (K.RECALLED, {"notice": "R-17", "check": "unread"}, "Notice R-17: read its lot or serial number"),
    (K.RECALLED, {"notice": "R-17", "check": "withdrawn"}, "Notice R-17 was withdrawn: release it"),
    (K.EXPIRED, {"expires": "2026-11-21", "place": "B-14-2"}, "Past its date since 2026-11-21 · fetch it from B-14-2"),
    (K.NO_PLACE, {}, "Decided, and in no place: nobody can sell it yet"),
]


def row(kind: ExceptionKind, known: dict[str, str]) -> ExceptionRow:
    return ExceptionRow("k:1", kind, "item", "IT-1-000001", None, facts=tuple(known.items()), ways=WAYS[kind])


def plain(said: str) -> str:
    return said.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize(("kind", "known", "said"), CASES)
def test_the_reason_is_said_with_its_facts(kind: ExceptionKind, known: dict[str, str], said: str) -> None:
    assert plain(say_why(Words("en"), row(kind, known))) == said
    hebrew = say_why(Words("he"), row(kind, known))
    assert any("א" <= sign <= "ת" for sign in hebrew)


def test_every_kind_is_among_the_cases() -> None:
    assert {kind for kind, _, _ in CASES} == set(K)


@pytest.mark.parametrize(
    "refusal",
    [UnknownCode("X"), NotAllowed(Permission.APPROVE_BATCH), OptionBlocked("restock", ("grade",))],
)
def test_a_refusal_is_read_back_as_it_was(refusal: refusals.DeskError) -> None:
    kept = json.dumps(facts(refusal), default=str)
    known = {"refusal": type(refusal).__name__, "facts": kept}
    assert refusal_of(row(K.REFUSED_SCAN, known)) == refusal


@pytest.mark.parametrize("known", [{}, {"refusal": "Nonsense"}, {"refusal": "UnknownCode", "facts": '{"new":"fact"}'}])
def test_a_refusal_that_nobody_knows_any_more_is_told_all_the_same(known: dict[str, str]) -> None:
    assert say_why(Words("en"), row(K.REFUSED_SCAN, known))


def test_what_counts_as_a_refusal_of_substance_is_a_refusal_that_there_is() -> None:
    assert all(isinstance(getattr(refusals, name), type) for name in REFUSALS_OF_SUBSTANCE)


def test_a_hold_of_nobody_waits_for_any_supervisor() -> None:
    assert owner_in(Words("en"), row(K.HELD, {})) == "Any supervisor"
    assert owner_in(Words("en"), row(K.SHORT, {})) == ""


@pytest.mark.parametrize("language", ["he", "en"])
@pytest.mark.parametrize("kind", [kind for kind in ExceptionKind if Way.SEEN not in WAYS[kind]])
def test_what_is_not_settled_by_looking_says_the_way_on(kind: ExceptionKind, language: str) -> None:
    fact, way_on = say_refusal(Words(language), WrongState("exception", "IT-1-000001", kind.value))
    assert "IT-1-000001" in fact
    assert Words(language).name(kind) in fact
    assert way_on

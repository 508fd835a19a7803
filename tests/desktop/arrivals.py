"""Benches with parcels as they really come, made by hand: unannounced, of three returns at once, far too heavy."""

from dataclasses import replace
from datetime import date

from returns_desk.domain.candidates import CandidateGround, ReturnCandidate, WhyCandidate
from returns_desk.domain.grades import Grade
from returns_desk.domain.items import Disposition, ReceiptOutcome
from returns_desk.domain.money import Money
from returns_desk.domain.parcels import OuterCondition, ParcelState
from returns_desk.domain.policies import PolicyCode, PolicyGround, PolicyVerdict, Verdict, VerdictGround
from returns_desk.domain.snapshots import (
    BenchSnapshot,
    ExpectedLine,
    NextStep,
    ParcelSnapshot,
    Question,
    QuestionKind,
    RmaSnapshot,
)
from tests.desktop.benches import CABLE, HEADPHONES, NOW, RMA, a_bench, an_item, waiting_for_decision

KETTLE = WhyCandidate(CandidateGround.PRODUCT, "קומקום KX-17", "Kettle KX-17")
CANDIDATES = (
    ReturnCandidate("rma", "RMA-20431", "יעל מזרחי", 92, (KETTLE, WhyCandidate(CandidateGround.DAYS, "3")), vip=True),
    ReturnCandidate("rma", "RMA-20388", "רון פרץ", 41, (KETTLE,)),
    ReturnCandidate("order", "SO-87002", "נועה ביטון", 8, (KETTLE,)),
)
UNKNOWN = ParcelSnapshot("u1", "PA-2-000318", ParcelState.UNMATCHED, "JD014600006281234567", "DHL Parcel", NOW, (), ())
VERDICT = PolicyVerdict(
    PolicyCode.ISRAEL_DISTANCE, 1, Verdict.ALLOWED,
    (VerdictGround(PolicyGround.DAY_OF, (6, 14)), VerdictGround(PolicyGround.FEE, (500, 10_000))),
    Money(24900), Money(845), Money(24055), date(2026, 12, 6),
)  # fmt: skip


def unknown_parcel() -> BenchSnapshot:
    """Nobody announced it; nothing was taken out of it yet."""
    return replace(a_bench(parcel=UNKNOWN, step=NextStep.SCAN_ITEM), candidates=CANDIDATES)


def unknown_with_piece() -> BenchSnapshot:
    """A piece of it waits for its grade."""
    item = replace(an_item(), parcel=UNKNOWN.number, rma="", customer="", outcome=ReceiptOutcome.UNANNOUNCED)
    bench = a_bench(parcel=replace(UNKNOWN, items=(item,)), item=item, step=NextStep.GRADE)
    return replace(bench, candidates=CANDIDATES)


def asked_which_return() -> BenchSnapshot:
    """A telephone number was scanned that has announced twice and bought once."""
    question = Question(QuestionKind.WHICH_RETURN, "0505550118", tuple(one.number for one in CANDIDATES))
    return replace(a_bench(question=question, step=NextStep.ANSWER), candidates=CANDIDATES)


def _return(number: str, customer: str, expires: date, *lines: tuple[str, int, int]) -> RmaSnapshot:
    products = {"headphones": HEADPHONES, "cable": CABLE}
    expected = tuple(
        ExpectedLine(f"{number}-{name}", number, products[name], quantity, received)
        for name, quantity, received in lines
    )
    return replace(
        RMA, id=number, number=number, customer=customer, vip=customer == "Dalia", expires=expires, lines=expected
    )


def three_returns() -> BenchSnapshot:
    """The second box of three, of three customers, far too heavy, with forty cables and pieces too many."""
    rmas = (
        _return("RMA-1", "Michal", date(2099, 1, 1), ("headphones", 1, 1), ("cable", 40, 40)),
        _return("RMA-2", "Yossi", date(2026, 11, 20), ("cable", 2, 1)),
        _return("RMA-3", "Dalia", date(2099, 1, 1), ("headphones", 1, 0)),
    )
    cables = replace(an_item(), product=CABLE, serial="")
    items = (
        replace(an_item(Grade.D), rma="RMA-1", disposition=Disposition.SUPPLIER),
        replace(cables, id="i2", number="IT-2-004513", rma="RMA-1", quantity=40, disposition=Disposition.RESTOCK),
        replace(cables, id="i3", number="IT-2-004514", rma="RMA-2"),
        replace(cables, id="i4", number="IT-2-004515", rma="", outcome=ReceiptOutcome.OVER, quantity=3),
    )
    parcel = ParcelSnapshot(
        "b3", "RR123456785IL", ParcelState.WORKED, "RR123456785IL", "Israel Post", NOW, rmas, items,
        sender="Levi, Haifa", condition=OuterCondition.TORN, weight_g=2900, expected_g=1400, box_no=2, box_count=3,
    )  # fmt: skip
    return a_bench(parcel=parcel, item=items[2], step=NextStep.GRADE)


def judged() -> BenchSnapshot:
    """A graded piece with what the policy says of it."""
    return replace(waiting_for_decision(), verdict=VERDICT)

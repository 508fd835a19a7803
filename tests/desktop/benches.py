"""Benches as the store would show them, made by hand: the window is judged without a database."""

from datetime import UTC, date, datetime, timedelta

from returns_desk.domain.events import ItemDecided, ItemGraded, ItemTaken, ParcelReceived
from returns_desk.domain.grades import Finding, Grade, StatedReason, WantedOutcome
from returns_desk.domain.items import ItemState, ReceiptOutcome, StockStatus
from returns_desk.domain.money import Money
from returns_desk.domain.options import recommend
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.people import Role
from returns_desk.domain.recommendation import Case
from returns_desk.domain.snapshots import (
    BenchSnapshot,
    ExpectedLine,
    ItemSnapshot,
    NextStep,
    ParcelSnapshot,
    PersonSnapshot,
    ProductSnapshot,
    Question,
    RmaSnapshot,
    StepLine,
)
from returns_desk.domain.terms import SupplierTerms

NOW = datetime(2026, 11, 22, 7, 41, tzinfo=UTC)
DANA = PersonSnapshot("p1", "דנה לוי", Role.CLERK, name_en="Dana Levi")
HEADPHONES = ProductSnapshot(
    "h", "WH-300", "אוזניות אלחוטיות WH-300", "Wireless headphones WH-300", ("7290011234563",), "audio",
    Money(9000), Money(24900), "s1", serialised=True, electrical=True,
)  # fmt: skip
CABLE = ProductSnapshot(
    "c", "USB-C-2M", "כבל USB-C 2m", "USB-C cable 2m", ("7290011234570",), "cables", Money(900), Money(3900), "s1"
)
RMA = RmaSnapshot(
    "r1", "RMA-20418", "open", "מיכל אברהמי", "", True, "SO-88121", "נקודת איסוף", date(2026, 11, 19),
    date(2026, 11, 16), date(2099, 11, 30), StatedReason.FAULTY, WantedOutcome.EXCHANGE, ("RR123456785IL",),
    (ExpectedLine("l1", "RMA-20418", HEADPHONES, 1, 0), ExpectedLine("l2", "RMA-20418", CABLE, 1, 1)),
)  # fmt: skip


def an_item(grade: Grade | None = None, findings: tuple[Finding, ...] = ()) -> ItemSnapshot:
    """The headphones, taken out of the parcel."""
    return ItemSnapshot(
        id="i1", number="IT-2-004512", state=ItemState.INSPECTED if grade else ItemState.RECEIVED,
        outcome=ReceiptOutcome.EXPECTED, product=HEADPHONES, quantity=1, parcel="RR123456785IL", rma=RMA.number,
        customer=RMA.customer, serial="88121733", lot="", expires=None, grade=grade, findings=findings,
        stated=StatedReason.FAULTY, disposition=None, recommended=None, held=False, hold_reason="",
        stock=StockStatus.QUARANTINE, place="", batch="", received_at=NOW,
    )  # fmt: skip


def a_parcel(*items: ItemSnapshot) -> ParcelSnapshot:
    """An announced parcel with two things in it."""
    return ParcelSnapshot(
        "b1", "RR123456785IL", ParcelState.MATCHED, "RR123456785IL", "דואר ישראל", NOW, (RMA,), tuple(items)
    )


def a_bench(
    person: PersonSnapshot | None = DANA,
    parcel: ParcelSnapshot | None = None,
    item: ItemSnapshot | None = None,
    question: Question | None = None,
    step: NextStep = NextStep.SCAN_PARCEL,
) -> BenchSnapshot:
    """A bench with what is given on it."""
    found = None
    if item is not None and item.grade is not None:
        terms = SupplierTerms(credit_bp=9400, window_days=90)
        case = Case(
            item.grade, NOW.date(), findings=item.findings, cost=9000, price=24900, electrical=True, has_supplier=True,
            terms=terms, delivered=NOW.date() - timedelta(days=49), serial=item.serial,
        )  # fmt: skip
        found = recommend(case)
    return BenchSnapshot("2", "מחסן ראשי", person, parcel, item, found, question, step, steps(), 3, 1)


def steps() -> tuple[StepLine, ...]:
    """Four steps, one of them undone."""
    happened = (
        ItemDecided(number="IT-2-004511", disposition="restock", recommended="restock", net_minor=3750, currency="ILS"),
        ItemGraded(number="IT-2-004511", grade="A"),
        ItemTaken(
            number="IT-2-004511", product="כבל USB-C 2m", product_en="USB-C cable 2m", sku="C", outcome="expected"
        ),
        ParcelReceived(number="RR123456785IL", tracking="RR123456785IL", announced=True, rmas=("RMA-20418",)),
    )
    return tuple(
        StepLine(NOW - timedelta(seconds=20 * place), event, "דנה לוי", place == 1, f"s{place}")
        for place, event in enumerate(happened)
    )


def signed_out() -> BenchSnapshot:
    """Nobody is at the desk."""
    return a_bench(person=None, step=NextStep.SIGN_IN)


def waiting_for_grade() -> BenchSnapshot:
    """The headphones are in hand."""
    return a_bench(parcel=a_parcel(an_item()), item=an_item(), step=NextStep.GRADE)


def waiting_for_decision() -> BenchSnapshot:
    """The headphones are faulty; the supplier should take them."""
    item = an_item(Grade.D, (Finding.NO_POWER,))
    return a_bench(parcel=a_parcel(item), item=item, step=NextStep.DECIDE)


def waiting_for_answer(question: Question) -> BenchSnapshot:
    """The desk asked something."""
    item = an_item(Grade.D, (Finding.NO_POWER,))
    return a_bench(parcel=a_parcel(item), item=item, question=question, step=NextStep.ANSWER)

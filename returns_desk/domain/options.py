"""The five ways for one item, each with its money part by part and all that blocks it; pure, whatever it is asked."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from returns_desk.domain.grades import Finding, Grade
from returns_desk.domain.items import StockStatus
from returns_desk.domain.money import Money
from returns_desk.domain.reasons import supplier_reason
from returns_desk.domain.recommendation import (
    Block,
    Case,
    Ground,
    Option,
    Part,
    PartKind,
    Recommendation,
    choose,
)
from returns_desk.domain.rules import BUILT_IN_RULE, RuleInForce, Stream
from returns_desk.domain.terms import BelowMinimum, CreditMode, SupplierTerms


def recommend(case: Case, rule: RuleInForce = BUILT_IN_RULE) -> Recommendation:
    """Rank the five ways: as new, open box, supplier, donate, recycle."""
    kept_back = tuple(_out_of_hands(case, rule))
    options = (
        _as_new(case, rule, kept_back),
        _open_box(case, rule, kept_back),
        _supplier(case, rule),
        _donate(case, rule, kept_back),
        _recycle(case, rule),
    )
    best, first = choose(options, worth_known=case.price is not None or case.cost is not None)
    called_back = next((way for way in options if case.recalled and way.disposition is case.measure), None)
    if called_back is not None and called_back.open:
        best, first = called_back, None  # what a notice says goes before what brings more
    elif called_back is not None and called_back.curable:
        first = called_back
    return Recommendation(options, best, first, rule, case)


def chance_of_credit(case: Case, rule: RuleInForce) -> int:
    """What share of an expected credit comes, in basis points: this supplier's own settled batches, with a prior.

    The mean of ``credit_weight`` batches at the shop's own guess and of the supplier's; rounded half up once.
    """
    figures = rule.figures
    total = figures.credit_chance * figures.credit_weight + case.credits_share
    count = figures.credit_weight + case.credits_seen
    return (2 * total + count) // (2 * count) if count else figures.credit_chance


def _handling(case: Case, rule: RuleInForce, seconds: int) -> Part:
    """What the hands cost: a sealed carton is handled as one thing."""
    pieces = 1 if case.carton else case.quantity
    return _hands(rule.book.hour, seconds * pieces, case.currency)


@lru_cache(maxsize=1_000)  # few of them are ever different, and every way of every piece asks
def _hands(hour: int, seconds: int, currency: str) -> Part:
    return Part(PartKind.HANDLING, -Money(hour, currency).part(seconds, 3_600))


def _out_of_hands(case: Case, rule: RuleInForce) -> Iterator[Block]:
    """What keeps a thing from going to anybody's hands again."""
    if case.recalled:
        yield Block.RECALLED
    if case.lot_unread:
        yield Block.LOT_UNREAD
    if case.grade is Grade.E or not all(finding.safe for finding in case.findings):
        yield Block.UNSAFE
    if Finding.EXPIRED in case.findings or (case.expires and case.expires < case.today):
        yield Block.EXPIRED
    elif case.expires and case.expires < case.today + timedelta(days=rule.figures.shelf_days):
        yield Block.SHORT_DATED
    if Finding.SEAL_OPENED in case.findings or (case.grade.opened and not rule.figures.resale_opened):
        yield Block.HYGIENE
    if Finding.LOCKED in case.findings:
        yield Block.LOCKED


def _blocked(case: Case, against: Iterable[Block] = ()) -> tuple[Block, ...]:
    """All that stands against a way; what is not ours goes none, and nothing does with a customer's data on it."""
    if case.grade is Grade.X:
        return (Block.NOT_OURS,)
    return (*((Block.PERSONAL_DATA,) if Finding.PERSONAL_DATA in case.findings else ()), *against)


def _as_new(case: Case, rule: RuleInForce, kept_back: tuple[Block, ...]) -> Option:
    figures = rule.figures
    share = {Grade.A: figures.as_new_a, Grade.B: figures.as_new_b}.get(case.grade, 0)
    parts = (_price(case, share), _handling(case, rule, figures.restock_seconds))
    return Option(StockStatus.AVAILABLE, parts, _unsold(case, share, kept_back), Ground.SELLS_AS_NEW)


def _open_box(case: Case, rule: RuleInForce, kept_back: tuple[Block, ...]) -> Option:
    figures = rule.figures
    shares = {Grade.A: figures.open_box_a, Grade.B: figures.open_box_b, Grade.C: figures.open_box_c}
    share = shares.get(case.grade, 0)
    parts = (_price(case, share), _handling(case, rule, figures.open_box_seconds))
    return Option(StockStatus.OPEN_BOX, parts, _unsold(case, share, kept_back), Ground.SELLS_OPEN_BOX)


def _price(case: Case, share: int) -> Part:
    """Sold again at a share of its price; of its cost, where nobody knows the price."""
    whole = case.money(case.price if case.price is not None else case.cost or 0)
    return Part(PartKind.PRICE, whole.share(share))


def _unsold(case: Case, share: int, kept_back: tuple[Block, ...]) -> tuple[Block, ...]:
    """What keeps it from being sold again; at no share at all, its grade."""
    return _blocked(case, kept_back if share else (Block.GRADE, *kept_back))


def _supplier(case: Case, rule: RuleInForce) -> Option:
    reason = supplier_reason(case.findings, case.stated, case.grade, case.found)
    terms = case.terms
    if case.grade is Grade.X or not case.has_supplier or terms is None:
        unknown = Block.NO_TERMS if case.has_supplier else Block.NO_SUPPLIER
        handling = _handling(case, rule, rule.figures.supplier_seconds)
        return Option(StockStatus.SUPPLIER_RETURN, (handling,), _blocked(case, (unknown,)), reason=reason)
    destroyed = terms.mode(case.grade) is CreditMode.DESTROY
    terms = terms.destroyed_here if destroyed else terms
    gross = case.money(case.cost or 0)
    missing = _minimum_missing(case, gross, terms)
    ends = terms.window_ends(purchased=case.purchased, delivered=case.delivered, returned=case.today)
    chance = chance_of_credit(case, rule)
    credited = gross.share(terms.credit_bp)
    fee = credited.share(terms.fee_for(reason))
    parts = (
        Part(PartKind.CREDIT, credited),
        Part(PartKind.RESTOCKING_FEE, -fee),
        *_risks(case, credited - fee, chance, missing),
        *_costs(case, rule, terms.freight(gross), destroyed=destroyed),
    )
    return Option(
        StockStatus.SUPPLIER_RETURN,
        tuple(part for part in parts if part.amount.minor or part.kind is PartKind.CREDIT),
        _supplier_blocks(case, terms, ends),
        Ground.FAULTY_WITHIN_WINDOW if case.grade.defective else Ground.WITHIN_WINDOW,
        destroyed=destroyed,
        days_left=(ends - case.today).days if ends else None,
        window_days=terms.window_days,
        reason=reason,
        chance=chance,
        credits_seen=case.credits_seen,
        minimum_missing=missing if missing.minor else None,
    )


def _costs(case: Case, rule: RuleInForce, freight: Money, *, destroyed: bool) -> tuple[Part, ...]:
    """What it costs to let the supplier have it; goods destroyed here cost what a claim costs, and what waste does."""
    handling = _handling(case, rule, rule.figures.supplier_seconds)
    if not destroyed:
        return handling, Part(PartKind.FREIGHT, -freight)
    hands = _handling(case, rule, rule.figures.recycle_seconds)
    return handling, Part(PartKind.DESTROYING, hands.amount), _recycling_fee(case, rule, _stream(case, rule))


def _stream(case: Case, rule: RuleInForce) -> Stream:
    return rule.figures.stream or (Stream.ELECTRONIC if case.electrical else Stream.MIXED)


def _recycling_fee(case: Case, rule: RuleInForce, stream: Stream) -> Part:
    fee = rule.book.fee(stream)
    by_weight = case.money(fee.per_kg).part(case.weight_g or 0, 1_000)
    return Part(PartKind.RECYCLING_FEE, -max(case.money(fee.at_least), by_weight))


def _minimum_missing(case: Case, gross: Money, terms: SupplierTerms) -> Money:
    """What the supplier's open batch lacks to the minimum with this piece in it."""
    return Money(max(0, terms.minimum_value - case.waiting_value - gross.minor), case.currency)


def _risks(case: Case, credit: Money, chance: int, missing: Money) -> tuple[Part, Part]:
    """What, by experience, does not come of a credit; and what may be lost below the minimum.

    Where a batch below the minimum is given away or recycled, the credit counts for the share of the minimum that will
    be there in time: what lies there, this piece, and what came in a day so far times the days of waiting. As long as
    that is not known, the minimum is taken to be reached: or no first piece would ever go to the supplier.
    """
    likely = credit.share(chance)
    kept, terms = likely, case.terms
    if terms and missing.minor and terms.below_minimum is not BelowMinimum.SHIP and case.gathers_daily is not None:
        short = max(0, missing.minor - case.gathers_daily * terms.minimum_wait_days)
        kept = likely.part(terms.minimum_value - short, terms.minimum_value)
    return Part(PartKind.RISK, likely - credit), Part(PartKind.MINIMUM, kept - likely)


def _supplier_blocks(case: Case, terms: SupplierTerms, ends: date | None) -> tuple[Block, ...]:
    mode = terms.mode(case.grade)
    no_serial = terms.serials_needed and case.serialised and not case.serial
    against = (
        (Block.CONDITION_NOT_TAKEN, mode is CreditMode.NONE),
        (
            Block.OPENED_NOT_TAKEN,
            mode is not CreditMode.NONE
            and case.grade.opened
            and not case.grade.defective
            and not terms.opened_accepted,
        ),
        (Block.WINDOW_UNKNOWN, ends is None),
        (Block.WINDOW_CLOSED, ends is not None and ends < case.today),
        (Block.NO_COST, case.cost is None),
        (Block.SERIAL_UNREADABLE, no_serial and case.serial_unreadable),
        (Block.SERIAL_MISSING, no_serial and not case.serial_unreadable),
        (Block.PHOTOS_MISSING, case.photos_missing),
    )
    return _blocked(case, (block for block, stands in against if stands))


def _donate(case: Case, rule: RuleInForce, kept_back: tuple[Block, ...]) -> Option:
    against = (
        *((Block.GRADE,) if case.grade.defective else ()),
        *kept_back,
        *(() if rule.figures.giving else (Block.NOT_GIVEN,)),
        *(() if case.charity else (Block.NO_CHARITY,)),
    )
    worth = Part(PartKind.DONATION, case.money(case.cost or 0).share(rule.figures.donation))
    parts = (worth, _handling(case, rule, rule.figures.donate_seconds))
    return Option(StockStatus.DONATION, parts, _blocked(case, against), Ground.SAFE_AND_WORKING)


def _recycle(case: Case, rule: RuleInForce) -> Option:
    stream = _stream(case, rule)
    ground = Ground.ELECTRONIC_WASTE if stream is Stream.ELECTRONIC else Ground.MATERIAL
    parts = (_handling(case, rule, rule.figures.recycle_seconds), _recycling_fee(case, rule, stream))
    return Option(StockStatus.RECYCLING, parts, _blocked(case), ground, stream=stream)

"""How a batch reads: short states, windows, terms in one line, the sum under its lines."""

from collections.abc import Iterable

from returns_desk.desktop.screens.joined import joined
from returns_desk.domain.batches import BatchMode, BatchState, GoodsSort, LineSum, batch_totals
from returns_desk.domain.money import Money
from returns_desk.domain.snapshots import BatchLineSnapshot, BatchRow, BatchSnapshot
from returns_desk.domain.terms import FreightPayer, SupplierTerms
from returns_desk.wording import Words
from returns_desk.wording.proposals import say_advice, say_its_money

_S = BatchState
STATE_TONES: dict[BatchState, str] = {
    _S.COLLECTING: "",
    _S.READY: "brand",
    _S.SUBMITTED: "ask",
    _S.SENT_BACK: "bad",
    _S.REJECTED: "bad",
    _S.APPROVED: "brand",
    _S.AWAITING_AUTHORIZATION: "ask",
    _S.AUTHORIZED: "brand",
    _S.PACKED: "brand",
    _S.SHIPPED: "supplier",
    _S.PARTLY_CREDITED: "supplier",
    _S.PENDING_CREDIT: "supplier",
    _S.SHORT_CREDIT: "bad",
    _S.DISPUTED: "bad",
    _S.WRITTEN_OFF: "",
    _S.CREDITED: "ok",
    _S.CLOSED: "ok",
    _S.CANCELLED: "",
}
SOON_DAYS, NEAR_DAYS = 7, 21


def short_state(words: Words, row: BatchRow) -> str:
    """Where a batch stands in a word or two, for a list; of one that gathers, what to do with it."""
    state = row.state
    if row.proposal is not None and state is _S.COLLECTING:
        return say_advice(words, row.proposal)
    return {
        _S.SUBMITTED: words("Waiting"),
        _S.AWAITING_AUTHORIZATION: words("Number awaited"),
        _S.AUTHORIZED: words("Number given"),
    }.get(state) or words.name(state)


def days_tone(days: int | None) -> str:
    """How pressing a number of days is."""
    if days is None:
        return ""
    return "bad" if days <= SOON_DAYS else "ask" if days <= NEAR_DAYS else ""


def say_window(words: Words, days: int | None) -> str:
    """When the supplier stops taking the first of the goods."""
    match days:
        case None:
            return ""
        case 0:
            return words("Return window closes today")
        case 1:
            return words("Return window closes tomorrow")
        case _ if days < 0:
            return words("Return window closed {days} days ago", days=-days)
        case _:
            return words("Return window closes in {days} days", days=days)


def partner_name(words: Words, row: BatchRow) -> str:
    """The partner in the screen's language, else the name there is."""
    partner = row.partner
    return (partner.name_en or partner.name) if words.language == "en" else (partner.name or partner.name_en)


def say_batch(words: Words, row: BatchRow) -> str:
    """Number and partner."""
    return f"{row.number}\n{partner_name(words, row)}"


def say_lacking(words: Words, row: BatchRow) -> str:
    """What a batch still lacks: evidence, else value or pieces; for one that lacks nothing, how much is in it."""
    if row.evidence:
        return words("evidence missing: {count}", count=len(row.evidence))
    if row.missing_to_minimum is not None:
        return words("{money} missing", money=words.money(row.missing_to_minimum))
    if row.proposal is not None and row.proposal.quantity_missing:
        return words("pieces missing: {count}", count=row.proposal.quantity_missing)
    return say_items(words, row.lines)


def say_proposed(words: Words, row: BatchRow) -> str:
    """What is proposed, with its money: "Send now · 481.65"; empty where nothing is."""
    if row.proposal is None:
        return ""
    return joined(words, say_advice(words, row.proposal), say_its_money(words, row.proposal))


def say_items(words: Words, count: int) -> str:
    """So many items."""
    return words("1 item") if count == 1 else words("{count} items", count=count)


def say_terms(words: Words, batch: BatchSnapshot) -> str:
    """The supplier's terms in one line."""
    terms = batch.row.partner.terms
    if terms is None:
        return ""
    start = words.name(terms.window_from)
    window = words("{days} days {start}", days=terms.window_days, start=start)
    minimum = ""
    if terms.minimum_value:
        minimum = words("minimum {money}", money=words.money(Money(terms.minimum_value, batch.row.gross.currency)))
    travels = batch.row.mode is BatchMode.SEND
    freight = words.name(terms.freight_payer) if travels else words.name(BatchMode.DESTROY)
    sort = "" if batch.row.sort is GoodsSort.ANY else words.name(batch.row.sort)
    return joined(words, window, minimum, freight, sort)


def say_fee(words: Words, terms: SupplierTerms | None) -> str:
    """The restocking fee."""
    if terms is None:
        return ""
    if terms.fee_by_reason:
        return words("by reason; else {share}", share=words.percent(terms.fee_bp))
    return words.percent(terms.fee_bp) if terms.fee_bp else words("none")


def say_total(words: Words, batch: BatchSnapshot, going: Iterable[BatchLineSnapshot]) -> str:
    """What goes out, and what it should bring: "5 items · credit 481.65 after 5% fee"."""
    lines = tuple(going)
    terms = batch.row.partner.terms
    sums = (LineSum(line.gross, line.reason) for line in lines)
    totals = batch_totals(sums, terms, batch.row.gross.currency)
    count = say_items(words, sum(line.item.quantity for line in lines))
    if terms is None:
        return words("{items} · value {money}", items=count, money=words.money(totals.gross))
    money = words.money(totals.expected)
    said = words("{items} · credit {money}", items=count, money=money)
    if totals.fee.minor:
        fee = words.money(totals.fee) if terms.fee_by_reason else words.percent(terms.fee_bp)
        said = words("{items} · credit {money} after a fee of {fee}", items=count, money=money, fee=fee)
    if terms.freight_payer is FreightPayer.US and totals.freight.minor:
        return f"{said} · {words('our freight {money}', money=words.money(totals.freight))}"
    return said

"""The credit tail on the command line: credits by line, disputes and write-offs, and who owes what."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from returns_desk.cli.call import Call
from returns_desk.cli.shapes import Facts, partner_name
from returns_desk.cli.signing import signature
from returns_desk.desk import Desk
from returns_desk.domain.ageing import OpenCredit
from returns_desk.domain.claims import claims_of
from returns_desk.domain.credit_refusals import OtherCurrency
from returns_desk.domain.credits import ShortReason
from returns_desk.domain.money import Money, foreign_currency, parse_money
from returns_desk.domain.people import AT_THE_BENCH, Signature
from returns_desk.domain.refusals import BadValue
from returns_desk.domain.snapshots import BatchSnapshot
from returns_desk.usecases.credit_batch import record_credit, reverse_credit
from returns_desk.usecases.dispute_batch import dispute_batch
from returns_desk.usecases.look import Page
from returns_desk.usecases.look_batches import batch as look_at_batch
from returns_desk.usecases.look_credits import credit_tail
from returns_desk.usecases.sign_in import whose_badge
from returns_desk.usecases.write_off_batch import write_off_batch

Move = Callable[[Call, Desk, Signature], tuple[Any, ...]]


def signed(call: Call, desk: Desk) -> Signature:
    """Whoever makes a move, with the second who signs too where one is named (the PIN is the second's)."""
    second = call.args.second_badge
    if not second:
        return signature(call, desk)
    maker = desk.run(AT_THE_BENCH, whose_badge, call.args.badge).answer
    call.args.badge = second
    return replace(maker, second=signature(call, desk).person_id if call.args.pin_stdin else None)


def _credit(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    args = call.args
    currency = desk.read(look_at_batch, args.number).row.expected.currency
    pairs = [*map(_pair, args.line)]
    lines = {item: _money(text, currency) for item, text in pairs}
    if len(lines) < len(pairs):  # the last would win, and what was said first be lost unseen
        raise BadValue("item", ", ".join(item for item, _ in pairs))
    amount = None if lines and not args.amount else _money(args.amount, currency)
    done = desk.run(
        who,
        record_credit,
        args.number,
        args.credit,
        amount,
        args.date,
        final=args.final,
        lines=lines,
        short_reason=_reason(args.short_reason) if args.short_reason else None,
        short_reasons={item: _reason(text) for item, text in map(_pair, args.line_reason)},
        above=args.above,
    )
    return done.events


def _reverse(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, reverse_credit, call.args.number, call.args.credit).events


def _dispute(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, dispute_batch, call.args.number, call.args.note).events


def _write_off(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, write_off_batch, call.args.number, call.args.note).events


CREDITING: dict[str, Move] = {
    "credit": _credit,
    "reverse-credit": _reverse,
    "dispute": _dispute,
    "write-off": _write_off,
}


def _pair(text: str) -> tuple[str, str]:
    item, _, value = text.partition("=")
    return item.strip(), value.strip()


def _money(text: str, currency: str) -> Money:
    foreign = foreign_currency(text, currency)
    if foreign:
        raise OtherCurrency(foreign, currency)
    try:
        return parse_money(text, currency)
    except ValueError:
        raise BadValue("amount", text) from None


def _reason(text: str) -> ShortReason:
    known = {reason.value.replace(" ", "-"): reason for reason in ShortReason}
    if text not in known:
        raise BadValue("reason", text)
    return known[text]


def credit_facts(batch: BatchSnapshot) -> Facts:
    """What came for a batch, and what of it for which line."""
    items = {line.id: line.item.number for line in batch.lines}
    return {
        "credits": [
            {
                "number": each.number,
                "date": each.at,
                "amount": each.amount,
                "reverses": each.reverses,
                "short_reason": each.short_reason,
                "lines": [
                    {"item": items.get(line.line, ""), "amount": line.amount, "short_reason": line.short_reason}
                    for line in each.lines
                ],
            }
            for each in batch.credits
        ],
        "credited": batch.credited,
        "written_off": batch.written_off,
        "claims": [
            {
                "item": line.item.number,
                "expected": share.expected,
                "received": share.received,
                "open": share.open,
                "short_reason": share.reason,
            }
            for line, share in claims_of(batch)
        ]
        if batch.credits
        else [],
    }


def credits_page(desk: Desk, limit: int) -> Page:
    """The credits that are awaited, the most late first."""
    rows = desk.read(credit_tail).rows
    return Page(rows[:limit], len(rows))


def credit_row(call: Call, row: OpenCredit) -> Facts:
    """A credit that is awaited."""
    return {
        "number": row.number,
        "state": row.state,
        "partner": partner_name(call, row.partner),
        "supplier": row.partner.code,
        "expected_credit": row.expected,
        "credited": row.received,
        "open": row.open,
        "due": row.due,
        "days_late": max(row.days, 0),
        "age": row.band,
        "short_reasons": [{"reason": reason, "missing": money} for reason, money in row.reasons],
    }

"""``terms``: what suppliers agreed to, shown, out as a file, looked through, in as the next version, and tried."""

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from returns_desk.cli.call import Call, CommandRefused
from returns_desk.cli.papers import check_target, save
from returns_desk.cli.shapes import partner_name
from returns_desk.cli.signing import signature
from returns_desk.desk import Desk
from returns_desk.domain.grades import Finding, Grade, StatedReason
from returns_desk.domain.money import Money
from returns_desk.domain.snapshots.rule_books import BookState
from returns_desk.domain.snapshots.supplier_terms import TermsVersion
from returns_desk.domain.term_faults import TermFault
from returns_desk.domain.term_fields import TermField, TermKind, kind_of
from returns_desk.domain.terms import SupplierTerms
from returns_desk.domain.terms_said import TermsSaid
from returns_desk.exchange.read_terms import read_terms
from returns_desk.exchange.rule_values import write_share
from returns_desk.exchange.write_terms import write_terms
from returns_desk.usecases import look_terms
from returns_desk.usecases.look_rules import currency_and_day
from returns_desk.usecases.set_terms import may_set_terms, set_terms
from returns_desk.wording.events import say_event
from returns_desk.wording.term_faults import say_placed_term_fault, say_term_fault
from returns_desk.wording.terms import say_said, say_terms, say_terms_version, say_verdict_of_terms

Facts = dict[str, Any]


def terms(call: Call) -> int:
    """Do the move that was asked for."""
    with call.desk() as desk:
        return MOVES[call.args.move](call, desk)


def _show(call: Call, desk: Desk) -> int:
    """One version whole, and in a line all the others."""
    args, currency = call.args, desk.read(currency_and_day)[0]
    shown = desk.read(look_terms.terms_version, args.supplier, args.version)
    every = desk.read(look_terms.terms_of_supplier, args.supplier)
    facts = {
        "supplier": every.partner.code,
        "name": partner_name(call, every.partner),
        **_version_facts(shown),
        "terms": term_facts(shown.terms, currency),
        "versions": [_version_facts(each) for each in every.versions],
    }
    others = (say_terms_version(call.words, each) for each in every.versions if each is not shown)
    lines = [say_terms_version(call.words, shown), *say_terms(call.words, shown.terms, currency), *others]
    call.answer(facts, lines)
    return 0


def _export(call: Call, desk: Desk) -> int:
    """Without a version the one in force is written as the next one, which cannot begin before today."""
    args, output = call.args, call.args.output
    if output is not None:
        check_target(call, output, (".toml",))
    currency, today = desk.read(currency_and_day)
    every = desk.read(look_terms.terms_of_supplier, args.supplier)
    if args.version is None and not every.versions:
        found = SupplierTerms(version=0, valid_from=today)
    else:
        found = desk.read(look_terms.terms_version, args.supplier, args.version).terms
    if args.version is None:
        found = replace(found, valid_from=max(found.valid_from, today))
    content = write_terms(found, every.partner.code, call.words, currency)
    facts: Facts = {"supplier": every.partner.code, "version": found.version, "valid_from": found.valid_from}
    if output is not None:
        save(call, output, content)
        said = call.words("The terms of {supplier} are in {file}", supplier=every.partner.code, file=output)
        call.answer({"file": output, **facts}, [said])
    elif call.as_json:
        call.answer({**facts, "text": content.decode("utf-8")}, ())
    else:
        sys.stdout.buffer.write(content)
    return 0


def _check(call: Call, desk: Desk) -> int:
    found = good_terms(call, desk)
    call.answer(_taken(call, found), [_nothing_wrong(call, found)])
    return 0


def _import(call: Call, desk: Desk) -> int:
    args, who = call.args, signature(call, desk)
    desk.run(who, may_set_terms)
    found = good_terms(call, desk)
    facts = {**_taken(call, found), "dry_run": args.dry_run}
    if args.dry_run:
        call.answer(facts, [_nothing_wrong(call, found), call.words("Only tried: nothing was changed")])
        return 0
    done = desk.run(who, set_terms, args.supplier, found)
    shown = desk.read(look_terms.terms_version, args.supplier, done.answer)
    said = [say_event(call.words, event) for event in done.events] or [call.words("The same terms stand already")]
    call.answer({**facts, **_version_facts(shown)}, [*said, say_terms_version(call.words, shown)])
    return 0


def _try(call: Call, desk: Desk) -> int:
    """What the terms in force, or those of a file, say to an item or a product."""
    args = call.args
    if args.file is not None:
        found = good_terms(call, desk, begins_now=False)
    else:
        found = desk.read(look_terms.terms_version, args.supplier, args.version).terms
    asked = look_terms.AskedTerms(
        args.what,
        Grade(args.grade) if args.grade else None,
        tuple(map(Finding, args.finding)) if args.finding else None,
        StatedReason(args.reason) if args.reason else None,
    )
    said = desk.read(look_terms.what_terms_say, args.supplier, found, asked)
    lines = [say_verdict_of_terms(call.words, said), *(f"    {line}" for line in say_said(call.words, said))]
    call.answer({"supplier": args.supplier, "what": args.what, **_said_facts(said)}, lines)
    return 0


MOVES: dict[str, Callable[[Call, Desk], int]] = {
    "show": _show,
    "export": _export,
    "check": _check,
    "import": _import,
    "try": _try,
}


def good_terms(call: Call, desk: Desk, *, begins_now: bool = True) -> SupplierTerms:
    """The terms of the file that was named. With any fault in it all of them are printed, and the command is refused.

    ``begins_now``: that they begin in the past is a fault too.
    """
    args = call.args
    supplier = desk.read(look_terms.terms_of_supplier, args.supplier).partner.code
    file = read_terms(args.file, *desk.read(currency_and_day))
    faults = file.faults(
        lambda found: desk.read(look_terms.faults_of_terms, supplier, found, begins_now=begins_now), supplier
    )
    if file.terms is not None and not faults:
        return file.terms
    rows = [_fault_row(call, fault) for fault in faults]
    lines = [say_placed_term_fault(call.words, fault) for fault in faults]
    call.answer({"file": args.file, "ok": False, "faults": rows}, lines)
    why = {"file": args.file.name, "count": len(faults)}
    raise CommandRefused(call.words("{file} is not taken, faults: {count}. The old terms stay", **why))


def term_facts(terms: SupplierTerms, currency: str) -> Facts:
    """Every field under its name in files, as files have it."""
    return {
        field.value: _term(kind_of(field), getattr(terms, field.attribute), currency)
        for field in TermField
        if field is not TermField.VALID_FROM
    }


def _term(kind: TermKind, value: Any, currency: str) -> object:
    match kind:
        case TermKind.AMOUNT:
            return Money(value, currency)
        case TermKind.SHARE:
            return write_share(value)
        case TermKind.FEES:
            return {reason.value: write_share(share) for reason, share in value.items()}
    return value


def _version_facts(shown: TermsVersion) -> Facts:
    return {
        "version": shown.terms.version,
        "state": BookState(shown.state),
        "valid_from": shown.terms.valid_from,
        "ends": shown.ends,
    }


def _said_facts(said: TermsSaid) -> Facts:
    option = said.option
    return {
        "taken": option.open or option.curable,
        "mode": said.mode,
        "destroyed": said.destroyed,
        "blocks": list(option.blocks),
        "window_ends": said.window_ends,
        "credit": option.credit,
        "fee_percent": said.fee_bp / 100,
        "fee": said.fee,
        "net": option.net,
        "parts": {part.kind.value: part.amount for part in option.parts},
        "reason": option.reason,
        "minimum_missing": option.minimum_missing,
        "authorization": said.terms.authorization,
        "authorization_days": said.terms.authorization_days,
        "evidence": list(said.evidence),
        "missing": list(said.missing),
    }


def _fault_row(call: Call, fault: TermFault) -> Facts:
    return {
        "line": fault.line,
        "fact": fault.fact,
        "key": fault.name,
        "inside": fault.inside,
        "value": fault.value,
        "reason": call.clean(say_term_fault(call.words, fault)),
    }


def _taken(call: Call, found: SupplierTerms) -> Facts:
    return {"file": call.args.file, "ok": True, "valid_from": found.valid_from, "faults": []}


def _nothing_wrong(call: Call, found: SupplierTerms) -> str:
    return call.words(
        "{file}: nothing is wrong; from {day}", file=call.args.file.name, day=call.words.date(found.valid_from)
    )

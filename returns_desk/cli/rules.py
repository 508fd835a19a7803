"""``rules``: the versions of the rules for decisions, out as a file, looked through, and in as the next version."""

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from returns_desk.cli.call import Call, CommandRefused
from returns_desk.cli.papers import check_target, save
from returns_desk.cli.rules_overrides import show_overrides
from returns_desk.cli.rules_replay import replay_rules
from returns_desk.cli.signing import signature
from returns_desk.cli.tables import table_lines
from returns_desk.desk import Desk
from returns_desk.domain.money import Money
from returns_desk.domain.rule_faults import RuleFault
from returns_desk.domain.rule_figures import Figure, kind_of, spelled_out
from returns_desk.domain.rules import BUILT_IN, Rule, RuleBook
from returns_desk.domain.snapshots.rule_books import BookState, RuleBookSnapshot
from returns_desk.exchange.read_rules import read_rules
from returns_desk.exchange.rule_values import write_value
from returns_desk.exchange.write_rules import write_rules
from returns_desk.usecases import look_rules
from returns_desk.usecases.set_rule_book import may_set_rule_book, set_rule_book
from returns_desk.wording.events import say_event
from returns_desk.wording.rule_books import say_book, say_version
from returns_desk.wording.rule_faults import say_fault, say_placed_fault

Facts = dict[str, object]


def rules(call: Call) -> int:
    """Do the move that was asked for."""
    with call.desk() as desk:
        return MOVES[call.args.move](call, desk)


def _list(call: Call, desk: Desk) -> int:
    rows = [_version_row(call, each) for each in desk.read(look_rules.rule_books)]
    call.answer({"rows": rows, "total": len(rows)}, table_lines(call, "rules", rows))
    return 0


def _show(call: Call, desk: Desk) -> int:
    shown, currency = _asked(call, desk), desk.read(look_rules.currency_and_day)[0]
    facts = {**_version_row(call, shown), **_book_facts(shown.book, currency)}
    call.answer(facts, [say_version(call.words, shown), *say_book(call.words, shown.book, currency)])
    return 0


def _export(call: Call, desk: Desk) -> int:
    """Without a version the one in force is written as the next one, which cannot begin before today."""
    output = call.args.output
    if output is not None:
        check_target(call, output, (".toml",))
    currency, today = desk.read(look_rules.currency_and_day)
    book = _asked(call, desk).book
    book = spelled_out(book) if book.version == BUILT_IN.version else book
    if call.args.version is None:
        book = replace(book, valid_from=max(book.valid_from, today))
    content = write_rules(book, call.words, currency)
    facts = {"version": book.version, "valid_from": book.valid_from, "rows": len(book.rules)}
    if output is not None:
        save(call, output, content)
        said = call.words("Version {version} written to {file}", version=book.version, file=output)
        call.answer({"file": output, **facts}, [said])
    elif call.as_json:
        call.answer({**facts, "text": content.decode("utf-8")}, ())
    else:
        sys.stdout.buffer.write(content)
    return 0


def _check(call: Call, desk: Desk) -> int:
    book = good_book(call, desk)
    call.answer({"file": call.args.file, "ok": True, **_size(book), "faults": []}, [_nothing_wrong(call, book)])
    return 0


def _import(call: Call, desk: Desk) -> int:
    args, who = call.args, signature(call, desk)
    desk.run(who, may_set_rule_book)
    book = good_book(call, desk)
    facts: Facts = {"file": args.file, "ok": True, "dry_run": args.dry_run, **_size(book), "faults": []}
    if args.dry_run:
        call.answer(facts, [_nothing_wrong(call, book), call.words("Only tried: nothing was changed")])
        return 0
    done = desk.run(who, set_rule_book, book)
    shown = desk.read(look_rules.rule_book, done.answer)
    said = [*(say_event(call.words, event) for event in done.events), say_version(call.words, shown)]
    call.answer({**facts, "version": done.answer, "state": shown.state}, said)
    return 0


MOVES: dict[str, Callable[[Call, Desk], int]] = {
    "list": _list,
    "show": _show,
    "export": _export,
    "check": _check,
    "import": _import,
    "replay": lambda call, desk: replay_rules(call, desk, lambda *_: good_book(call, desk, begins_now=False)),
    "overrides": show_overrides,
}


def good_book(call: Call, desk: Desk, *, begins_now: bool = True) -> RuleBook:
    """The book of the file that was named. With any fault in it all of them are printed, and the command is refused.

    ``begins_now``: that it begins in the past is a fault too.
    """
    currency, today = desk.read(look_rules.currency_and_day)
    file = read_rules(call.args.file, currency, today)
    faults = file.faults(lambda book: desk.read(look_rules.faults_of, book, begins_now=begins_now))
    if file.book is not None and not faults:
        return file.book
    rows = [_fault_row(call, fault) for fault in faults]
    lines = [say_placed_fault(call.words, fault) for fault in faults]
    call.answer({"file": call.args.file, "ok": False, "faults": rows}, lines)
    why = {"file": call.args.file.name, "count": len(faults)}
    raise CommandRefused(call.words("{file} is not taken, faults: {count}. The old rules stay", **why))


def _asked(call: Call, desk: Desk) -> RuleBookSnapshot:
    """The version that was asked for, else the one in force. Refuses ``NotFound``."""
    if call.args.version is not None:
        return desk.read(look_rules.rule_book, call.args.version)
    versions = desk.read(look_rules.rule_books)
    return next(each for each in versions if each.state is BookState.IN_FORCE)


def _version_row(call: Call, shown: RuleBookSnapshot) -> Facts:
    return {
        "number": str(shown.book.version),
        "version": shown.book.version,
        "state": shown.state,
        "valid_from": shown.book.valid_from,
        "ends": shown.ends,
        "made_at": shown.made_at,
        "person": shown.person_in(call.words.language),
        "rows": len(shown.book.rules),
    }


def _book_facts(book: RuleBook, currency: str) -> Facts:
    return {
        "hour": Money(book.hour, currency),
        "fees": [
            {
                "stream": fee.stream,
                "per_kg": Money(fee.per_kg, currency),
                "at_least": Money(fee.at_least, currency),
            }
            for fee in book.fees
        ],
        "rules": [_rule_facts(row) for row in book.rules],
    }


def _rule_facts(row: Rule) -> Facts:
    figures: dict[str, Any] = {name: write_value(kind_of(Figure(name)), value) for name, value in row.figures}
    return {
        "key": row.key,
        "category": row.category,
        "supplier": row.supplier,
        "from": row.valid_from,
        "until": row.valid_until,
        "figures": figures,
    }


def _fault_row(call: Call, fault: RuleFault) -> Facts:
    return {
        "line": fault.line,
        "fact": fault.fact,
        "table": fault.section,
        "place": fault.place,
        "key": fault.name,
        "value": fault.value,
        "reason": call.clean(say_fault(call.words, fault)),
    }


def _size(book: RuleBook) -> Facts:
    return {"valid_from": book.valid_from, "rows": len(book.rules)}


def _nothing_wrong(call: Call, book: RuleBook) -> str:
    facts = {"file": call.args.file.name, "rows": len(book.rules), "day": call.words.date(book.valid_from)}
    return call.words("{file}: nothing is wrong; rows: {rows}, from {day}", **facts)

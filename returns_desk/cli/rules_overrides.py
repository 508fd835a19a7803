"""``rules overrides``: how often the advice was not taken, by row of the rules, clerk, supplier and reason."""

from returns_desk.cli.call import Call
from returns_desk.cli.run import DONE
from returns_desk.cli.tables import table_lines
from returns_desk.desk import Desk
from returns_desk.domain.decisions import row_named
from returns_desk.domain.items import OverrideReason
from returns_desk.domain.overrides import OverrideCount, OverrideCounts
from returns_desk.usecases.look_overrides import overrides
from returns_desk.wording.rule_books import say_row_scope

Facts = dict[str, object]


def show_overrides(call: Call, desk: Desk) -> int:
    """Count overrides by row of the rules, clerk, supplier and reason."""
    counts = desk.read(overrides, call.args.days)
    call.answer(_override_facts(call, counts), _override_lines(call, counts))
    return DONE


def _override_facts(call: Call, counts: OverrideCounts) -> Facts:
    return {
        "days": counts.days,
        "decisions": counts.decisions,
        "overrides": counts.overrides,
        "rows": [{"key": each.key, "row": _row(call, each), **_count(each)} for each in counts.rows],
        "clerks": [{"name": _name(call, each), **_count(each)} for each in counts.clerks],
        "suppliers": [{"code": each.key, "name": _name(call, each), **_count(each)} for each in counts.suppliers],
        "reasons": [{"reason": OverrideReason(each.key), **_count(each)} for each in counts.reasons],
    }


def _count(count: OverrideCount) -> Facts:
    return {"decisions": count.decisions, "overrides": count.overrides, "share_percent": count.share / 100}


def _override_lines(call: Call, counts: OverrideCounts) -> list[str]:
    words = call.words
    lines = [
        words(
            "Overrides in {days} days: {overrides} of {count} decisions",
            days=counts.days,
            overrides=words.number(counts.overrides),
            count=words.number(counts.decisions),
        )
    ]
    for title, named, of in (
        (words("By row of the rules"), _row, counts.rows),
        (words("By clerk"), _name, counts.clerks),
        (words("By supplier"), _name, counts.suppliers),
        (words("By reason"), _reason, counts.reasons),
    ):
        rows = [{**_count(each), "name": named(call, each), "share": words.percent(each.share)} for each in of]
        if rows:
            lines += ["", title, *table_lines(call, "overrides", rows)]
    return lines


def _row(call: Call, count: OverrideCount) -> str:
    return say_row_scope(call.words, row_named(count.key))


def _reason(call: Call, count: OverrideCount) -> str:
    return call.words.name(OverrideReason(count.key))


def _name(call: Call, count: OverrideCount) -> str:
    return count.name_in(call.words.language) or count.key or "—"

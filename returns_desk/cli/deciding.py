"""The ways for an item, each with its money and what stands against it, as commands show them."""

from returns_desk.cli.call import Call
from returns_desk.domain.recommendation import Option, Recommendation
from returns_desk.wording.options import say_recommendation, say_way, say_whole

Facts = dict[str, object]


def recommendation_facts(call: Call, found: Recommendation | None) -> Facts | None:
    """What the rules say today of an item; nothing before its grade."""
    if found is None:
        return None
    advised, best = found.advised, found.best
    return {
        "rule_version": found.rule.version,
        "rule": found.rule.key,
        "advised": advised.becomes if advised else None,
        "best": best.becomes if best else None,
        "options": [option_facts(call, option) for option in found.options],
    }


def recommendation_lines(call: Call, found: Recommendation | None) -> list[str]:
    """The same for a person: each way in one line, and below it all that it is made of."""
    if found is None:
        return []
    lines = [call.words("The ways today, by version {version} of the rules", version=found.rule.version)]
    for option in found.options:
        shut = option.blocks and not option.curable
        said = say_way(call.words, option) if shut else say_recommendation(call.words, option)
        lines.append("    " + (call.words("Recommended: {way}", way=said) if option is found.advised else said))
        lines += [f"        {line}" for line in say_whole(call.words, option)]
    return lines


def option_facts(call: Call, option: Option) -> Facts:
    """One way with its money, part by part."""
    return {
        "becomes": option.becomes,
        "disposition": option.disposition,
        "open": option.open,
        "line": call.clean(say_recommendation(call.words, option)),
        "recovery": option.recovery,
        "cost": option.cost,
        "net": option.net,
        "parts": [{"part": part.kind, "amount": part.amount} for part in option.parts],
        "blocks": list(option.blocks),
        "reason": option.reason,
        "days_left": option.days_left,
        "window_days": option.window_days,
        "chance_percent": None if option.chance is None else option.chance / 100,
        "settled_batches": option.credits_seen,
        "minimum_missing": option.minimum_missing,
        "stream": option.stream,
    }

"""How an item was decided, with the ways as they were on that day, as commands show it."""

from collections.abc import Sequence

from returns_desk.cli.call import Call
from returns_desk.cli.deciding import option_facts
from returns_desk.domain.events import ItemDecided
from returns_desk.domain.items import OverrideReason
from returns_desk.domain.money import Money
from returns_desk.domain.snapshots import TimelineEntry
from returns_desk.wording.decided import decision_in, options_then, say_decided_by, say_options_then

Facts = dict[str, object]


def decision_facts(call: Call, timeline: Sequence[TimelineEntry], *, decided: bool) -> Facts | None:
    """By which version and row of the rules an item was decided, and every way as it was; nothing for an undecided."""
    entry = decision_in(timeline) if decided else None
    if entry is None or not isinstance(entry.event, ItemDecided):
        return None
    event = entry.event
    return {
        "at": entry.at,
        "who": entry.person_in(call.words.language),
        "rule_version": event.rule_version,
        "rule": event.rule,
        "disposition": event.disposition,
        "becomes": event.becomes or None,
        "recommended": event.recommended or None,
        "override": OverrideReason(event.override) if event.override else None,
        "net": Money(event.net_minor, event.currency),
        "options": [option_facts(call, option) for option in options_then(event)],
    }


def decision_lines(call: Call, timeline: Sequence[TimelineEntry], *, decided: bool) -> list[str]:
    """The same for a person."""
    entry = decision_in(timeline) if decided else None
    if entry is None or not isinstance(entry.event, ItemDecided):
        return []
    said = say_options_then(call.words, entry.event)
    return [say_decided_by(call.words, entry.event), *(f"    {line}" for line in said)]

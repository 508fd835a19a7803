"""How a piece was decided, as it was said on that day: by which rules, every way with its money, what was chosen."""

from collections.abc import Iterable

from returns_desk.domain.decisions import as_it_was, row_named
from returns_desk.domain.events import ItemDecided
from returns_desk.domain.items import OverrideReason
from returns_desk.domain.recommendation import Option
from returns_desk.domain.snapshots import TimelineEntry
from returns_desk.wording.options import say_recommendation
from returns_desk.wording.rule_books import say_row_scope
from returns_desk.wording.words import Words


def decision_in(timeline: Iterable[TimelineEntry]) -> TimelineEntry | None:
    """The entry of a piece's last decision that was not taken back."""
    decided = [entry for entry in timeline if isinstance(entry.event, ItemDecided) and not entry.undone]
    return decided[-1] if decided else None


def options_then(event: ItemDecided) -> tuple[Option, ...]:
    """Every way as it was; none for what this program did not decide."""
    return tuple(as_it_was(kept, event.currency) for kept in event.explanation)


def say_decided_by(words: Words, event: ItemDecided) -> str:
    """Which rules said so: the version, and the narrowest row that counted."""
    if not event.rule:
        return words("Decided by version {version} of the rules", version=event.rule_version)
    return words(
        "Decided by version {version} of the rules, row: {row}",
        version=event.rule_version,
        row=say_row_scope(words, row_named(event.rule)),
    )


def say_options_then(words: Words, event: ItemDecided) -> tuple[str, ...]:
    """Every way in a line, the chosen one first, with the reason where another was advised."""
    options = options_then(event)
    chosen = [option for option in options if _is_chosen(option, event)][:1]
    reason = words.name(OverrideReason(event.override)) if event.override else ""
    lines = [words("Chosen: {way}", way=say_recommendation(words, option)) for option in chosen]
    if reason:
        lines.append(words("Otherwise than advised: {reason}", reason=reason))
    return (*lines, *(say_recommendation(words, option) for option in options if option not in chosen))


def _is_chosen(option: Option, event: ItemDecided) -> bool:
    if event.becomes:
        return option.becomes == event.becomes
    return option.disposition == event.disposition and option.net.minor == event.net_minor

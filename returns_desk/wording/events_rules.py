"""A sentence for what happens to the rules for decisions and to suppliers' terms."""

from datetime import date

from returns_desk.domain import events as e
from returns_desk.wording.words import Words


def say_rules_event(words: Words, event: object) -> str | None:
    """Which version was laid down; none for any other event."""
    match event:
        case e.RuleBookSet(version=version, valid_from=day):
            since = words.date(date.fromisoformat(day))
            return words("Rules for decisions, version {version}, from {day}", version=version, day=since)
        case e.TermsSet(supplier=supplier, version=version, valid_from=day):
            since = words.date(date.fromisoformat(day))
            return words(
                "Terms of {supplier}, version {version}, from {day}", supplier=supplier, version=version, day=since
            )
    return None

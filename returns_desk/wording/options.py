"""An option of the recommendation in short lines: money, what speaks for it, what blocks it."""

from returns_desk.domain.items import Disposition
from returns_desk.domain.recommendation import Option
from returns_desk.wording.words import Words


def say_option(words: Words, option: Option, few: int | None = None) -> tuple[str, ...]:
    """Lines under an option's name, at most three; of what blocks it the first ``few`` and how many more."""
    if option.blocks:
        why = ", ".join(words.name(block) for block in option.blocks[:few])
        more = len(option.blocks) - len(option.blocks[:few])
        return (words("Blocked: {why}", why=f"{why}, +{more}" if more else why),)
    net = words.money(option.net)
    if option.disposition is Disposition.SUPPLIER:
        credit = words.money(option.recovery)
        return (words("credit {credit}", credit=credit), words("net {net}", net=net), _window(words, option))
    if option.disposition is Disposition.RESTOCK:
        value = words.money(option.recovery)
        return (words("value {value}", value=value), words("net {net}", net=net), _ground(words, option))
    return (words("net {net}", net=net), _ground(words, option))


def say_recommendation(words: Words, option: Option) -> str:
    """The whole explanation in one line: "Supplier return: credit 84.50, net 71.20, within 90 days (41 left)"."""
    return f"{words.name(option.disposition)}: {', '.join(line for line in say_option(words, option) if line)}"


def _window(words: Words, option: Option) -> str:
    if option.days_left is None or option.window_days is None:
        return ""
    return words("within {days} days ({left} left)", days=option.window_days, left=option.days_left)


def _ground(words: Words, option: Option) -> str:
    return words.name(option.ground) if option.ground else ""

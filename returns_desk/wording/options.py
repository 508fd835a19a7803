"""An option of the recommendation: in short lines, in one line, and whole with every part of its money."""

from returns_desk.domain.items import Disposition
from returns_desk.domain.recommendation import Block, Ground, Option, Part, PartKind
from returns_desk.wording.marks import say
from returns_desk.wording.ways import say_way_named
from returns_desk.wording.words import Words, isolated

_CURES = {
    Block.LOT_UNREAD: say("scan the lot"),
    Block.SERIAL_MISSING: say("scan the serial number"),
    Block.PHOTOS_MISSING: say("photograph it"),
}


def say_way(words: Words, option: Option) -> str:
    """The name of a way; the two ways into the stock are told apart."""
    return say_way_named(words, option.becomes.value)


def say_option(words: Words, option: Option, few: int | None = None) -> tuple[str, ...]:
    """Lines under an option's name, at most three; of what blocks it the first ``few`` and how many more."""
    if option.curable:
        return (_first(words, option), *_money(words, option))
    if option.blocks:
        why = ", ".join(words.name(block) for block in option.blocks[:few])
        more = len(option.blocks) - len(option.blocks[:few])
        return (words("Blocked: {why}", why=f"{why}, +{more}" if more else why),)
    return (*_money(words, option), _window(words, option) or _ground(words, option))


def say_recommendation(words: Words, option: Option) -> str:
    """The explanation in one line: "Supplier return: credit 84.50, net 71.20, faulty within 90 days (41 left)".

    Of what the clerk can cure: "First photograph it: supplier return would bring 71.20".
    """
    way = say_way(words, option)
    if option.curable:
        way = way[:1].lower() + way[1:]
        return words(
            "{first}: {way} would bring {net}", first=_first(words, option), way=way, net=words.money(option.net)
        )
    if option.blocks:
        return f"{way}: {say_option(words, option)[0]}"
    ground = "" if option.disposition is Disposition.RESTOCK else _ground(words, option)  # the way's name says it
    why = _whole_window(words, option) or ground
    return f"{way}: {', '.join(line for line in (*_money(words, option), why) if line)}"


def say_whole(words: Words, option: Option) -> tuple[str, ...]:
    """Everything about an option, line by line: what blocks it, each part of its money, the sum, what it rests on."""
    blocked = tuple(words("Blocked: {why}", why=words.name(block)) for block in option.blocks)
    if blocked and not option.recovery.minor:
        return blocked  # it would bring nothing, or nobody knows what: no terms, no cost
    parts = tuple(_part(words, option, part) for part in option.parts if part.amount.minor)
    return (*blocked, *parts, words("Net {net}", net=words.money(option.net)), *_rests_on(words, option))


def _rests_on(words: Words, option: Option) -> tuple[str, ...]:
    """What a supplier's credit hangs on: the days, the minimum, the chance, the reason that is sent."""
    if option.disposition is not Disposition.SUPPLIER or option.chance is None:
        return ()
    share, seen = words.percent(option.chance), words.number(option.credits_seen)
    lines = [
        words("Destroyed here for the credit: it does not travel") if option.destroyed else "",
        _whole_window(words, option),
        words("Chance of the credit {share} (settled batches: {count})", share=share, count=seen),
    ]
    if option.minimum_missing:
        lines.append(words("{amount} missing to the supplier's minimum", amount=words.money(option.minimum_missing)))
    if option.reason:
        lines.append(words("Reason sent to the supplier: {reason}", reason=words.name(option.reason)))
    return tuple(line for line in lines if line)


def _part(words: Words, option: Option, part: Part) -> str:
    amount = isolated(words.money(part.amount))
    of = f" ({words.name(option.stream)})" if part.kind is PartKind.RECYCLING_FEE and option.stream else ""
    return f"{words.name(part.kind)}{of} {amount}"


def _money(words: Words, option: Option) -> tuple[str, ...]:
    """What comes in, and what is left of it."""
    if option.destroyed:
        return (words("destroyed here: credit {credit}", credit=words.money(option.credit)), _net(words, option))
    if option.disposition is Disposition.SUPPLIER:
        return (words("credit {credit}", credit=words.money(option.credit)), _net(words, option))
    if option.disposition is Disposition.RESTOCK or option.recovery.minor:
        return (words("value {value}", value=words.money(option.recovery)), _net(words, option))
    return (_net(words, option),)


def _net(words: Words, option: Option) -> str:
    return words("net {net}", net=words.money(option.net))


def _first(words: Words, option: Option) -> str:
    return words("First {deeds}", deeds=", ".join(words(_CURES[block]) for block in option.blocks))


def _window(words: Words, option: Option) -> str:
    if option.days_left is None or option.window_days is None:
        return ""
    return words("within {days} days ({left} left)", days=option.window_days, left=option.days_left)


def _whole_window(words: Words, option: Option) -> str:
    """The window with the condition that opens it, or since when it is closed."""
    if option.days_left is None or option.window_days is None:
        return ""
    if option.days_left < 0:
        return words("Window of {days} days, closed {since} days ago", days=option.window_days, since=-option.days_left)
    if option.ground is Ground.FAULTY_WITHIN_WINDOW:
        return words("faulty within {days} days ({left} left)", days=option.window_days, left=option.days_left)
    return _window(words, option)


def _ground(words: Words, option: Option) -> str:
    return words.name(option.ground) if option.ground else ""

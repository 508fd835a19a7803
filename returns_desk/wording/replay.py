"""What other rules would have decided, in sentences: how many turn, the money won or lost, the overrides agreed to."""

from returns_desk.domain.money import Money
from returns_desk.domain.replay import Replayed, Way
from returns_desk.wording.ways import say_way_named
from returns_desk.wording.words import Words


def say_replayed(words: Words, found: Replayed) -> list[str]:
    """The result in short."""
    if not found.decisions:
        nothing = words("No decision has been kept yet: there is nothing to replay")
        return [words("Stopped before the end") if found.stopped else nothing]
    count, changed = words.number(found.decisions), words.number(found.changed)
    first = words("Of {count} decisions {changed} would be decided otherwise", count=count, changed=changed)
    if found.stopped:
        first = f"{words('Stopped before the end')}. {first}"
    lines = [": ".join([first, *(say_won(words, sums.difference) for sums in found.totals if sums.changed)])]
    if found.overrides:
        overrides, agreed = words.number(found.overrides), words.number(found.agreed)
        lines.append(
            words("Of {overrides} overrides {agreed} would have been advised", overrides=overrides, agreed=agreed)
        )
    return lines


def say_won(words: Words, money: Money) -> str:
    """Money won or lost, said in a word and not by its sign."""
    if not money.minor:
        return words("no money won or lost")
    amount = words.money(money if money.minor > 0 else -money)
    return words("{amount} won", amount=amount) if money.minor > 0 else words("{amount} lost", amount=amount)


def say_turn(words: Words, was: Way, would: Way) -> str:
    """``Recycle, now supplier return``, in the direction of reading."""
    return words("{was}, now {would}", was=say_replay_way(words, was), would=say_replay_way(words, would))


def say_replay_way(words: Words, way: Way) -> str:
    """One way; none is that every way is blocked."""
    return say_way_named(words, way.value) if way else words("Every way is blocked")

"""A sentence for what happens to goods for charities and recyclers besides what happens to every batch."""

from collections.abc import Iterable

from returns_desk.domain import events as e
from returns_desk.domain.giving import WipeHow
from returns_desk.domain.rules import Stream
from returns_desk.wording.words import Words


def say_giving_event(words: Words, event: object) -> str | None:
    """What was weighed, confirmed or wiped; none for any other event."""
    match event:
        case e.StreamsWeighed(number=number, streams=streams):
            weights = [_entry(each) for each in streams]
            return words("{number} weighed: {streams}", number=number, streams=say_streams(words, weights))
        case e.BatchCertified(number=number, certificate=certificate):
            return words("{number}: certificate {certificate} received", number=number, certificate=certificate)
        case e.ItemWiped(number=number, how=how):
            return words("{number} wiped: {how}", number=number, how=words.name(WipeHow(how)))
    return None


def say_streams(words: Words, streams: Iterable[tuple[Stream, int]]) -> str:
    """Materials with their weights, heaviest as they come: ``Electronics 12.4 kg · Plastic 3 kg``."""
    return " · ".join(f"{words.name(stream)} {say_weight(words, grams)}" for stream, grams in streams)


def say_weight(words: Words, grams: int) -> str:
    """A weight in kilograms."""
    return words("{kilos} kg", kilos=words.number(grams / 1000))


def _entry(written: str) -> tuple[Stream, int]:
    stream, _, grams = written.partition("=")
    return Stream(stream), int(grams)

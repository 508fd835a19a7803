"""Look at what other stations did since this one last looked: the journal is how stations hear of each other."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from returns_desk.domain.events import Event
from returns_desk.store.journal import event_of
from returns_desk.store.lookups.journal import chain_ends, entries_behind
from returns_desk.store.work import Work


@dataclass(frozen=True)
class News:
    """What was heard: how far the chain of each other station was read, and its events since the last look."""

    seen: dict[str, int] = field(default_factory=dict)
    events: tuple[Event, ...] = ()


def news_since(work: Work, seen: Mapping[str, int] | None) -> News:
    """What other stations wrote behind ``seen``; a first look (``None``) only notes where each chain ends."""
    ends = chain_ends(work.session, work.seat.station_id)
    if seen is None:
        return News(ends)
    grown = {station: seen.get(station, 0) for station, end in ends.items() if end > seen.get(station, 0)}
    return News(ends, tuple(event_of(entry) for entry in entries_behind(work.session, grown)))

"""What happens to goods for charities and recyclers besides what happens to every batch."""

from dataclasses import dataclass

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class StreamsWeighed(Event):
    """A batch was weighed by material; each entry is ``stream=grams``, and so is each of those before."""

    number: str
    streams: tuple[str, ...]
    streams_before: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BatchCertified(Event):
    """A charity or recycler confirmed what it received; ``day`` is the certificate's own, ``state`` the batch's."""

    number: str
    certificate: str
    day: str
    state: str
    certificate_before: str = ""
    day_before: str = ""


@dataclass(frozen=True, kw_only=True)
class ItemWiped(Event):
    """What a customer left on a piece is gone; for the inverse, how it stood before."""

    number: str
    how: str
    findings: tuple[str, ...] = ()
    findings_before: tuple[str, ...] = ()
    how_before: str = ""
    at_before: str = ""
    by_before: str = ""

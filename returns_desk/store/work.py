"""The unit of work: one transaction, signed by somebody, at one station, at one moment.

A use case gets it as its first argument, changes records and says what happened; it never commits.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy.orm import Session, joinedload

from returns_desk.domain.events import Event
from returns_desk.domain.people import Signature
from returns_desk.domain.refusals import NotSignedIn, UnknownBadge
from returns_desk.domain.snapshots import Question
from returns_desk.store.journal import Entry, append
from returns_desk.store.ledger import Ledger
from returns_desk.store.records import BenchRecord, ItemRecord, PersonRecord, Record, ShopRecord

R = TypeVar("R", bound=Record)
# Who sits there, the open parcel and the item in hand come in one question: nearly every step asks for them.
_WITH_ALL_ON_IT = (
    joinedload(BenchRecord.person),
    joinedload(BenchRecord.parcel),
    joinedload(BenchRecord.item).options(joinedload(ItemRecord.product), joinedload(ItemRecord.rma)),
)


@dataclass(frozen=True)
class Seat:
    """The station at which the work is done."""

    station_id: str
    code: str
    name: str


class Work:
    """One transaction with who, when and where; ``record`` says what happened in it."""

    def __init__(self, session: Session, seat: Seat, who: Signature, now: datetime, step_id: str) -> None:
        self.session = session
        self.seat = seat
        self.who = who
        self.now = now
        self.step_id = step_id
        self.answering: Question | None = None  # the bench's question that this step may answer
        self._entries: list[Entry] = []
        self._ledger = Ledger(session)
        self._kept: list[Record] = []  # the session alone would let go of them, and fetch them again
        self._bench: BenchRecord | None = None
        self._shop: ShopRecord | None = None

    @property
    def today(self) -> date:
        """The calendar day at this station."""
        return self.now.astimezone().date()

    @property
    def events(self) -> tuple[Event, ...]:
        """What happened so far, in order."""
        return tuple(entry.event for entry in self._entries)

    @property
    def bench(self) -> BenchRecord:
        """What lies on this station's bench."""
        if self._bench is None:
            self._bench = self.session.get(BenchRecord, self.seat.station_id, options=_WITH_ALL_ON_IT)
        if self._bench is None:
            self._bench = self.add(BenchRecord(station_id=self.seat.station_id))
        return self._bench

    @property
    def shop(self) -> ShopRecord:
        """The shop whose database this is."""
        if self._shop is None:
            self._shop = self.session.query(ShopRecord).one()
        return self._shop

    @property
    def person_id(self) -> str | None:
        """Who signs: the one named, else whoever is signed in at the station; nobody for the computer's owner."""
        return self.who.person_id or (None if self.who.owner else self.bench.person_id)

    @property
    def person(self) -> PersonRecord:
        """The one who signs; refuses ``NotSignedIn``, and ``UnknownBadge`` for somebody who has left."""
        if self.person_id is None:
            raise NotSignedIn()
        person = self.get(PersonRecord, self.person_id)
        if person is None or not person.active:
            raise UnknownBadge()
        return person

    def add(self, record: R) -> R:
        """Put a new record into the store, at once, so that what follows may refer to it."""
        self.session.add(record)
        return record

    def get(self, kind: type[R], record_id: str | None) -> R | None:
        """Fetch a record by its id; asked for again in the same step, it is at hand."""
        record = self.session.get(kind, record_id) if record_id else None
        if record is not None:
            self._kept.append(record)
        return record

    def flush(self) -> None:
        """Send what changed to the database, so that queries see it."""
        self.session.flush()

    def record(self, event: Event, *, undoes: str | None = None) -> None:
        """Say that something happened; it is written with the transaction, or not at all."""
        at_the_bench = self._bench.person_id if self._bench and not self.who.owner else None
        self._entries.append(Entry(event, self.who.person_id or at_the_bench, undoes))

    def finish(self) -> None:
        """Send the records, write the stock ledger and the journal; the commit follows."""
        self.session.flush()
        self._ledger.write(self.session, self.step_id, self.seat.station_id, self.now)
        if self._entries:
            append(self.session, self.seat.station_id, self.step_id, self.now, self._entries)

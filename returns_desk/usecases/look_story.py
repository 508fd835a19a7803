"""The whole way of goods from the parcel to the credit, from either end: of a piece, a box, a return, a batch, a paper.

However many pieces it tells of, it costs the same handful of questions.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields

from returns_desk.domain.events import Event, ItemDecided
from returns_desk.domain.photos import PhotoSnapshot
from returns_desk.domain.refusals import NotFound
from returns_desk.domain.snapshots import AttachmentSnapshot, TimelineEntry
from returns_desk.domain.stories import PaperLink, Story, StoryEntry, Thing
from returns_desk.store.journal import event_of
from returns_desk.store.lookups import stories as lookups
from returns_desk.store.lookups.batches import batch_by_number
from returns_desk.store.lookups.cartons import carton_by_number
from returns_desk.store.lookups.photos import photos_of_things
from returns_desk.store.lookups.returns import item_by_number, parcel_by_number, rma_by_number
from returns_desk.store.lookups.stories import Members, Named
from returns_desk.store.work import Work
from returns_desk.usecases.look import names_of

KINDS = ("item", "batch", "parcel", "rma", "carton", "credit", "authorization")
_ORDER = {"batch": 0, "rma": 1, "parcel": 2, "item": 3}
Found = tuple[Thing, Members]


def story(work: Work, number: str, kind: str = "") -> Story:
    """What belongs to a number, whatever it is the number of, or of a ``kind``. Refuses ``NotFound``.

    A numbered paper, a carton, a credit note and a partner's own number tell of their batches.
    """
    number = number.strip()
    for each in [kind] if kind else KINDS:
        found = _FINDERS[each](work, number) if number else None
        if found is not None:
            return _told(work, *found)
    raise NotFound(kind or "number", number)


def _of_item(work: Work, number: str) -> Found | None:
    record = item_by_number(work.session, number)
    return (Thing("item", record.number), lookups.of_items(work.session, [record.id])) if record else None


def _of_batch(work: Work, number: str) -> Found | None:
    record = batch_by_number(work.session, number)
    return (Thing("batch", record.number), lookups.of_batches(work.session, [record.id])) if record else None


def _of_parcel(work: Work, number: str) -> Found | None:
    record = parcel_by_number(work.session, number)
    return (Thing("parcel", record.number), lookups.of_parcel(work.session, record.id)) if record else None


def _of_rma(work: Work, number: str) -> Found | None:
    record = rma_by_number(work.session, [number])
    return (Thing("rma", record.number), lookups.of_rma(work.session, record.id)) if record else None


def _of_carton(work: Work, number: str) -> Found | None:
    box = carton_by_number(work.session, number)
    return (Thing("carton", box.number), lookups.of_batches(work.session, [box.batch_id], box.id)) if box else None


def _of_credit(work: Work, number: str) -> Found | None:
    batches = lookups.batches_of_credit(work.session, number)
    return (Thing("credit", number), lookups.of_batches(work.session, batches)) if batches else None


def _of_authorization(work: Work, number: str) -> Found | None:
    batches = lookups.batches_authorized_as(work.session, number)
    return (Thing("authorization", number), lookups.of_batches(work.session, batches)) if batches else None


_FINDERS: dict[str, Callable[[Work, str], Found | None]] = dict(
    zip(
        KINDS,
        (_of_item, _of_batch, _of_parcel, _of_rma, _of_carton, _of_credit, _of_authorization),
        strict=True,
    )
)


def _told(work: Work, about: Thing, members: Members) -> Story:
    session = work.session
    named = lookups.names_of(session, members)
    batches = members.batches | members.around
    papers = {
        paper.number: PaperLink(paper.number, paper.kind.value, named[paper.batch_id].number)
        for paper in lookups.papers_of(session, batches)
    }
    files = {file.id: file.snapshot() for file in lookups.files_of(session, batches)}
    photos = {photo.id: photo for photo in photos_of_things(session, members.items, members.parcels)}
    entries = [_entry(entry, named, about) for entry in lookups.entries_of(session, members)]
    entries = _of_their_time(work, members, entries)
    things = [_thing(one) for one in sorted(named.values(), key=lambda one: (_ORDER[one.kind], one.id))]
    about = next((thing for thing in things if (thing.kind, thing.number) == (about.kind, about.number)), about)
    return Story(
        about,
        tuple(_linked(entry, papers, photos, files) for entry in entries),
        tuple(things),
        tuple(papers.values()),
        tuple(photos.values()),
        tuple(files.values()),
    )


def _entry(row: lookups.Entry, named: Mapping[str, Named], about: Thing) -> StoryEntry:
    record, person, station, undone = row
    name, name_en = names_of(person)
    told = TimelineEntry(record.at, name, station, event_of(record), undone, person_en=name_en, step_id=record.step_id)
    ids = (record.item_id, record.batch_id, record.parcel_id, record.rma_id)
    thing = next((named[each] for each in ids if each and each in named), None)
    return StoryEntry(told, _thing(thing) if thing else about)


def _of_their_time(work: Work, members: Members, entries: list[StoryEntry]) -> list[StoryEntry]:
    """Without what befell a batch before a piece came into it, and after the last one was taken out again."""
    if not members.around:
        return entries
    decided = min((one.at for one in entries if isinstance(one.told.event, ItemDecided)), default=None)
    staying = lookups.stays_in(work.session, members.around, members.items)
    last = {_tie(one, "batch_id"): one.at for one in entries if _tie(one, "item_id") and _tie(one, "batch_id")}

    def belongs(entry: StoryEntry) -> bool:
        batch = _tie(entry, "batch_id")
        if batch not in members.around or _tie(entry, "item_id"):
            return True
        if decided is not None and entry.at < decided:
            return False
        return batch in staying or (batch in last and entry.at <= last[batch])

    return [entry for entry in entries if belongs(entry)]


def _tie(entry: StoryEntry, name: str) -> str:
    event = entry.told.event
    return str(getattr(event, name)) if isinstance(event, Event) else ""


def _linked(
    entry: StoryEntry,
    papers: Mapping[str, PaperLink],
    photos: Mapping[str, PhotoSnapshot],
    files: Mapping[str, AttachmentSnapshot],
) -> StoryEntry:
    """The entry with whatever its event names: papers by their numbers, photographs and files by their ids."""
    told = _names_in(entry.told.event)
    return StoryEntry(
        entry.told,
        entry.about,
        tuple(papers[name] for name in told if name in papers),
        tuple(photos[name] for name in told if name in photos),
        tuple(files[name] for name in told if name in files),
    )


def _names_in(event: object) -> Sequence[str]:
    if not isinstance(event, Event):
        return ()
    ties = ("parcel_id", "item_id", "batch_id", "rma_id")
    values = (getattr(event, one.name) for one in fields(event) if one.name not in ties)
    return tuple(dict.fromkeys(value for value in values if isinstance(value, str) and value))


def _thing(named: Named) -> Thing:
    return Thing(named.kind, named.number, named.name, named.name_en)

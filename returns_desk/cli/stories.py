"""``story``: everything that belongs to a number, from the parcel to the credit, in the order it happened."""

from returns_desk.cli.call import Call
from returns_desk.domain.stories import Chapter, Story, StoryEntry, Thing
from returns_desk.usecases.look_story import story as look_at_story
from returns_desk.wording.events import say_event
from returns_desk.wording.stories import say_chapter, thing_in

Facts = dict[str, object]


def story(call: Call) -> int:
    """For programs entry by entry; for people briefly, what befell many pieces in one line."""
    with call.desk() as desk:
        found = desk.read(look_at_story, call.args.number)
    facts: Facts = {
        "number": found.about.number,
        "kind": found.about.kind,
        "things": [_thing(call, thing) for thing in found.things],
        "story": [_entry(call, entry) for entry in found.entries],
    }
    call.answer(facts, _lines(call, found))
    return 0


def _lines(call: Call, found: Story) -> list[str]:
    if call.args.whole:
        return [_line(call, Chapter(entry.stage, (entry,))) for entry in found.entries]
    return [_line(call, chapter) for chapter in found.chapters]


def _line(call: Call, chapter: Chapter) -> str:
    entry = chapter.entries[0]
    if len(chapter.entries) > 1:
        return f"{call.words.moment(chapter.at)}  {say_chapter(call.words, chapter)}"
    undone = f"  ({call.words('undone')})" if entry.told.undone else ""
    papers = "".join(f"  [{paper.number}]" for paper in entry.papers)
    files = "".join(f"  [{file.name}]" for file in entry.files)
    who = entry.told.person_in(call.words.language) or "—"
    said = f"{entry.about.number}  {say_chapter(call.words, chapter)}"
    return f"{call.words.moment(entry.at)}  {who}  {said}{papers}{files}{undone}"


def _entry(call: Call, entry: StoryEntry) -> Facts:
    told = entry.told
    return {
        "at": told.at,
        "who": told.person,
        "station": told.station,
        "what": call.clean(say_event(call.words, told.event)),
        "event": type(told.event).__name__,
        "stage": entry.stage,
        "undone": told.undone,
        "step": told.step_id,
        "about": _thing(call, entry.about),
        "papers": [{"number": paper.number, "kind": paper.kind} for paper in entry.papers],
        "photos": [{"id": photo.id, "kind": photo.kind, "sha256": photo.sha256} for photo in entry.photos],
        "files": [{"name": file.name, "kind": file.kind, "sha256": file.sha256} for file in entry.files],
    }


def _thing(call: Call, thing: Thing) -> Facts:
    return {"kind": thing.kind, "number": thing.number, "name": thing_in(call.words, thing)}

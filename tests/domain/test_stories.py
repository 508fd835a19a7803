"""The way of goods, told briefly: no entry is lost, none is told twice, and the order stays."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.events import BatchOpened, Event, ItemDecided, ItemGraded, ItemTaken, ParcelReceived
from returns_desk.domain.snapshots import TimelineEntry
from returns_desk.domain.stories import EVENT_STAGES, Stage, Story, StoryEntry, Thing, chapters_of, stage_of
from tests.fakes import MORNING

BATCH = Thing("batch", "SB-1")


def entry(number: int, event: Event) -> StoryEntry:
    """The entry of this place in the order; what it is about, as its event says."""
    about = Thing("item", event.item_id) if event.item_id else Thing("parcel", event.parcel_id)
    told = TimelineEntry(MORNING + timedelta(seconds=number), "Dana", "1", event, step_id=str(number))
    return StoryEntry(told, BATCH if event.batch_id else about)


def made(number: int, what: str, thing: str) -> StoryEntry:
    events: dict[str, Event] = {
        "taken": ItemTaken(item_id=thing, number=thing, product="", product_en="", sku="", outcome="expected"),
        "graded": ItemGraded(item_id=thing, number=thing, grade="D"),
        "decided": ItemDecided(
            item_id=thing, number=thing, disposition="supplier", recommended="", net_minor=0, currency="ILS"
        ),
        "box": ParcelReceived(parcel_id=thing, number=thing, tracking="", announced=True),
        "batch": BatchOpened(batch_id="b", number="SB-1", partner="GALIL"),
    }
    return entry(number, events[what])


WHAT = ["taken", "graded", "decided", "box", "taken", "graded", "decided", "batch"]
lives = st.lists(st.tuples(st.sampled_from(WHAT), st.sampled_from("abcdefgh")), max_size=60).map(
    lambda rows: tuple(made(number, *row) for number, row in enumerate(rows))
)


@given(lives, st.integers(0, 6))
def test_no_entry_is_lost_and_the_order_stays(entries: tuple[StoryEntry, ...], few: int) -> None:
    chapters = chapters_of(entries, lambda one: one.about == BATCH, few)
    told = [one for chapter in chapters for one in chapter.entries]
    assert sorted(told, key=lambda one: one.at) == list(entries)
    for chapter in chapters:
        assert list(chapter.entries) == sorted(chapter.entries, key=lambda one: one.at)
        assert {one.stage for one in chapter.entries} == {chapter.stage}
        assert (chapter.at, chapter.until) == (chapter.entries[0].at, chapter.entries[-1].at)
    beginnings = [chapter.at for chapter in chapters]
    assert beginnings == sorted(beginnings)


@given(lives, st.integers(0, 6))
def test_what_is_whole_stands_alone_and_nothing_is_told_over_it(entries: tuple[StoryEntry, ...], few: int) -> None:
    chapters = chapters_of(entries, lambda one: one.about == BATCH, few)
    whole = [one for one in entries if one.about == BATCH]
    for one in whole:
        assert sum(one in chapter.entries for chapter in chapters) == 1
        assert not [chapter for chapter in chapters if chapter.at < one.at < chapter.until]
    alone = [chapter for chapter in chapters if chapter.entries[0].about == BATCH]
    assert [chapter.entries for chapter in alone] == [(one,) for one in whole]


@given(lives, st.integers(0, 6))
def test_only_what_befell_many_is_told_together(entries: tuple[StoryEntry, ...], few: int) -> None:
    for chapter in chapters_of(entries, lambda one: one.about == BATCH, few):
        things = {one.about for one in chapter.entries}
        assert len(chapter.entries) == 1 or len(things) > few
        assert chapter.count("item") == len({thing for thing in things if thing.kind == "item"})


def test_a_piece_alone_is_told_entry_by_entry() -> None:
    entries = tuple(made(number, what, "a") for number, what in enumerate(("taken", "graded", "decided")))
    assert [len(chapter.entries) for chapter in Story(entries[0].about, entries).chapters] == [1, 1, 1]


def test_five_hundred_pieces_are_told_in_four_lines() -> None:
    acts = ("taken", "graded", "decided")
    lives_of_all = [made(3 * piece + place, act, str(piece)) for piece in range(500) for place, act in enumerate(acts)]
    entries = (*lives_of_all, made(1500, "batch", ""))
    told = [(chapter.stage, chapter.count("item")) for chapter in Story(BATCH, entries).chapters]
    assert told == [(Stage.ARRIVAL, 500), (Stage.INSPECTION, 500), (Stage.DECISION, 500), (Stage.BATCH, 0)]


def test_every_event_named_apart_is_one_there_is() -> None:
    known = {kind.__name__ for kind in Event.__subclasses__()}
    families = {kind.__module__.rpartition(".")[2] for kind in Event.__subclasses__()}
    assert set(EVENT_STAGES) <= known | families


def test_what_is_not_known_is_something_else() -> None:
    assert stage_of("no event at all") is Stage.OTHER

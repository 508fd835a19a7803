"""How the whole way of goods reads: one sentence for what befell one thing, one for what befell many."""

from datetime import datetime

from returns_desk.domain.stories import Chapter, Stage, Thing
from returns_desk.wording.events import say_event
from returns_desk.wording.words import Words


def say_chapter(words: Words, chapter: Chapter) -> str:
    """What happened: the sentence of a single entry; of many, about how many things and when."""
    if len(chapter.entries) == 1:
        return say_event(words, chapter.entries[0].told.event)
    return words("{what} · {span}", what=_say_many(words, chapter), span=say_span(words, chapter.at, chapter.until))


def say_span(words: Words, began: datetime, ended: datetime) -> str:
    """From when to when: of one day its times, else the days."""
    first, last = began.astimezone().date(), ended.astimezone().date()
    if first == last:
        return words(
            "{day}, {began} to {ended}", day=words.date(first), began=words.time(began), ended=words.time(ended)
        )
    return words("{began} to {ended}", began=words.date(first), ended=words.date(last))


def thing_in(words: Words, thing: Thing) -> str:
    """What a thing is called in our language, else by the name there is; empty where it has none."""
    return (thing.name_en or thing.name) if words.language == "en" else (thing.name or thing.name_en)


def _say_many(words: Words, chapter: Chapter) -> str:
    items, boxes = chapter.count("item"), chapter.count("parcel")
    if not items:
        return words("{stage}: {count} parcels", stage=words.name(chapter.stage), count=words.number(max(boxes, 1)))
    match chapter.stage:
        case Stage.ARRIVAL:
            return words("{count} items arrived", count=words.number(items))
        case Stage.INSPECTION:
            return words("{count} items inspected", count=words.number(items))
        case Stage.DECISION:
            return words("{count} items decided", count=words.number(items))
        case Stage.PACKING:
            return words("{count} items packed", count=words.number(items))
    return words("{stage}: {count} items", stage=words.name(chapter.stage), count=words.number(items))

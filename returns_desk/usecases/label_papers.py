"""One label of any kind as a paper like any other: read whole, drawn later."""

from returns_desk.documents.labels import LabelForm, Labelled, draw_labels
from returns_desk.domain.printing import PaperKind
from returns_desk.store.work import Work
from returns_desk.usecases.look_labels import label_thing
from returns_desk.usecases.paper import Paper

_PLAIN = (PaperKind.ITEM_LABEL, PaperKind.PARCEL_LABEL, PaperKind.CARTON_LABEL)  # the one label that it mostly has


def label_paper(work: Work, kind: PaperKind, number: str, language: str = "", copy: int = 0) -> Paper:
    """A label as it would come out now, marked as copy ``copy`` above 0; a carton's in its recipient's language.

    Refuses as ``label_thing`` does.
    """
    thing = label_thing(work, kind, number)
    named = thing.number if kind in _PLAIN else f"{thing.number} {kind.value.removesuffix(' label')}"
    title = f"{named} copy-{copy}" if copy else named
    return Paper(
        kind,
        thing.number,
        title,
        f"{title.replace(' ', '-')}.pdf",
        language,
        lambda spoken, _: draw_label(thing, LabelForm(spoken), copy),
        thing=thing,
    )


def draw_label(thing: Labelled, form: LabelForm, copy: int) -> bytes:
    """One label as its printer takes it. Refuses ``BadValue``."""
    return draw_labels((thing,), form, copy=copy)

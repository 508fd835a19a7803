"""Every kind of label in every form: which language, which paper, which printer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from returns_desk.documents.labels.carton_layout import plan_carton
from returns_desk.documents.labels.content import LabelContent
from returns_desk.documents.labels.image import label_png
from returns_desk.documents.labels.layout import plan_label
from returns_desk.documents.labels.of_boxes import of_carton, of_parcel, of_tote
from returns_desk.documents.labels.of_pieces import of_damage, of_hold, of_item
from returns_desk.documents.labels.of_places import of_bin
from returns_desk.documents.labels.pdf import labels_pdf
from returns_desk.documents.labels.plan import LabelPlan
from returns_desk.documents.labels.sizes import label_size
from returns_desk.documents.labels.zpl import label_zpl
from returns_desk.domain.labels import BinLabel, DamageLabel, HoldLabel, ToteLabel
from returns_desk.domain.packing import CartonLabel
from returns_desk.domain.printing import USUAL_LABEL
from returns_desk.domain.refusals import BadValue
from returns_desk.domain.snapshots import ItemSnapshot, ParcelSnapshot
from returns_desk.wording import Words

Labelled = ItemSnapshot | ParcelSnapshot | CartonLabel | HoldLabel | DamageLabel | ToteLabel | BinLabel
PDF, PNG, ZPL = "pdf", "png", "zpl"
USUAL_CARTON = "100x150"  # as large as carriers want it
_COARSEST, _FINEST = 100, 1200  # dots per inch
_USUAL_DPI = {ZPL: 203}


@dataclass(frozen=True)
class LabelForm:
    """How labels are drawn. ``speaks``: ``pdf``, ``png`` or ``zpl``.

    Empty ``language``: a carton's in its recipient's, any other in Hebrew. Empty ``size``: the usual one of the kind.
    ``dpi`` 0: 203 for ZPL, else 300.
    """

    language: str = ""
    size: str = ""
    dpi: int = 0
    speaks: str = PDF


def draw_labels(things: Sequence[Labelled], form: LabelForm, *, copy: int = 0) -> bytes:
    """Labels as one job: a PDF of a page each, or ZPL of a format each; a picture is of one label only.

    ``copy`` above 0 is printed on each of them. Refuses ``BadValue`` for a size, dots or a language of printers that
    there is not, and for a picture of several.
    """
    if form.speaks == ZPL:
        return b"".join(stream_labels(things, form, copy=copy))
    if form.speaks == PNG:
        if len(things) != 1:
            raise BadValue("labels", str(len(things)))
        return label_png(plan_thing(things[0], form, copy=copy))
    if form.speaks != PDF:
        raise BadValue("label_format", form.speaks)
    return labels_pdf((plan_thing(thing, form, copy=copy) for thing in things), things[0].number if things else "")


def stream_labels(things: Iterable[Labelled], form: LabelForm, *, copy: int = 0) -> Iterator[bytes]:
    """Labels in ZPL one by one, however many there are."""
    return (label_zpl(plan_thing(thing, form, copy=copy)) for thing in things)


def plan_thing(thing: Labelled, form: LabelForm, *, copy: int = 0) -> LabelPlan:
    """One label laid out. Refuses ``BadValue`` like ``draw_labels``."""
    dpi = form.dpi or _USUAL_DPI.get(form.speaks, 300)
    if not _COARSEST <= dpi <= _FINEST:
        raise BadValue("dpi", str(dpi))
    size = label_size(form.size or usual_size(thing))
    words = Words(form.language or (thing.language if isinstance(thing, CartonLabel) else "he"))
    content = label_content(thing, words)
    if copy > 0:
        content = replace(content, copy=words("Copy {number}", number=copy))
    if isinstance(thing, CartonLabel) and size.roomy:
        return plan_carton(thing, size, dpi, words, content.copy)
    return plan_label(content, size, dpi, right_to_left=words.right_to_left)


def usual_size(thing: Labelled) -> str:
    """The paper of a kind, where nobody says another."""
    return USUAL_CARTON if isinstance(thing, CartonLabel) else USUAL_LABEL


def label_content(thing: Labelled, words: Words) -> LabelContent:
    """Choose what goes on a label."""
    match thing:
        case ItemSnapshot():
            return of_item(thing, words)
        case ParcelSnapshot():
            return of_parcel(thing, words)
        case CartonLabel():
            return of_carton(thing, words)
        case HoldLabel():
            return of_hold(thing, words)
        case DamageLabel():
            return of_damage(thing, words)
        case ToteLabel():
            return of_tote(thing, words)
        case BinLabel():
            return of_bin(thing, words)

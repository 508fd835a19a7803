"""Licence plates for items and labels for parcels: as PDF, as a picture, or in the language of label printers.

Sizes: ``62`` (62 mm tape, cut at 42 mm), ``100x50``, ``50x25`` and ``100x150`` millimetres. The printer's dots per inch
are part of the order, because bars are made of whole dots.
"""

from returns_desk.documents.labels.content import label_content
from returns_desk.documents.labels.image import label_png
from returns_desk.documents.labels.layout import plan_label
from returns_desk.documents.labels.pdf import label_pdf
from returns_desk.documents.labels.plan import SIZES, LabelPlan
from returns_desk.documents.labels.zpl import label_zpl
from returns_desk.domain.refusals import BadValue
from returns_desk.domain.snapshots import ItemSnapshot, ParcelSnapshot
from returns_desk.wording import Words

__all__ = ["LABEL_SIZES", "render_label_pdf", "render_label_png", "render_label_zpl"]

LABEL_SIZES = tuple(SIZES)
Labelled = ItemSnapshot | ParcelSnapshot


def render_label_pdf(thing: Labelled, language: str, size: str = "62", dpi: int = 300) -> bytes:
    """The label of an item or parcel as a PDF page of the label's size; raise ``BadValue`` for an unknown size."""
    return label_pdf(_planned(thing, language, size, dpi), thing.number)


def render_label_png(thing: Labelled, language: str, size: str = "62", dpi: int = 300) -> bytes:
    """The label as a picture, one pixel to a printer dot; raise ``BadValue`` for an unknown size."""
    return label_png(_planned(thing, language, size, dpi))


def render_label_zpl(thing: Labelled, language: str, size: str = "62", dpi: int = 203) -> bytes:
    """The label as ZPL for a printer of 203 or 300 dpi; raise ``BadValue`` for an unknown size."""
    return label_zpl(_planned(thing, language, size, dpi))


def _planned(thing: Labelled, language: str, size: str, dpi: int) -> LabelPlan:
    if size not in SIZES:
        raise BadValue("label_size", size)
    if not 100 <= dpi <= 1200:
        raise BadValue("dpi", str(dpi))
    words = Words(language)
    return plan_label(label_content(thing, words), SIZES[size], dpi, right_to_left=words.right_to_left)

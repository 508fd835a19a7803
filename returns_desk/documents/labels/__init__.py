"""Labels of every kind: as PDF, as a picture, or in the language of label printers.

Sizes: ``62`` (62 mm tape, cut at 42 mm), ``100x50``, ``50x25``, ``100x150`` and any other ``WxH`` in millimetres. The
printer's dots per inch are part of the order, because bars are made of whole dots.
"""

from returns_desk.documents.labels.forms import LabelForm, Labelled, draw_labels, stream_labels, usual_size
from returns_desk.documents.labels.sizes import LABEL_SIZES, LabelSize, label_size

__all__ = [
    "LABEL_SIZES",
    "LabelForm",
    "LabelSize",
    "Labelled",
    "draw_labels",
    "label_size",
    "render_label_pdf",
    "render_label_png",
    "render_label_zpl",
    "stream_labels",
    "usual_size",
]


def render_label_pdf(thing: Labelled, language: str, size: str = "62", dpi: int = 300) -> bytes:
    """A label as a PDF page of the label's size; raise ``BadValue`` for a size that there is not."""
    return draw_labels((thing,), LabelForm(language, size, dpi, "pdf"))


def render_label_png(thing: Labelled, language: str, size: str = "62", dpi: int = 300) -> bytes:
    """A label as a picture, one pixel to a printer dot; raise ``BadValue`` for a size that there is not."""
    return draw_labels((thing,), LabelForm(language, size, dpi, "png"))


def render_label_zpl(thing: Labelled, language: str, size: str = "62", dpi: int = 203) -> bytes:
    """A label as ZPL for a printer of 203, 300 or 600 dpi; raise ``BadValue`` for a size that there is not."""
    return draw_labels((thing,), LabelForm(language, size, dpi, "zpl"))

"""The label of one carton that leaves, in its recipient's language and as large as carriers want it."""

from returns_desk.documents.labels.codes import carton_bars
from returns_desk.documents.labels.forms import LabelForm, draw_labels
from returns_desk.domain.packing import CartonLabel

__all__ = ["carton_bars", "render_carton_label_pdf", "render_carton_label_png", "render_carton_label_zpl"]


def render_carton_label_pdf(label: CartonLabel, language: str = "", dpi: int = 300, size: str = "") -> bytes:
    """The label as PDF. Raise ``BadValue`` for a size or dots that there are not."""
    return draw_labels((label,), LabelForm(language, size, dpi, "pdf"))


def render_carton_label_png(label: CartonLabel, language: str = "", dpi: int = 300, size: str = "") -> bytes:
    """The label as a picture, one pixel to a printer dot; raise ``BadValue`` like the PDF."""
    return draw_labels((label,), LabelForm(language, size, dpi, "png"))


def render_carton_label_zpl(label: CartonLabel, language: str = "", dpi: int = 203, size: str = "") -> bytes:
    """The label as ZPL; raise ``BadValue`` like the PDF."""
    return draw_labels((label,), LabelForm(language, size, dpi, "zpl"))

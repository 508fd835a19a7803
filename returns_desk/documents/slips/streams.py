"""What a gift's or recycling's slip says of materials: each with its weight, in the last page's lower part."""

from returns_desk.documents.kit.figures import weight
from returns_desk.documents.kit.looks import LABEL, SMALL, STRONG, TEXT
from returns_desk.documents.kit.page import Align, Pen
from returns_desk.documents.names import stream_name
from returns_desk.documents.slips.print import SlipPrint

_STEP = 13.0
_HEAD = 21.0
_GAP = 10.0


def streams_height(slip: SlipPrint) -> float:
    """How much room the materials need; none where the paper says none."""
    return _HEAD + (len(_rows(slip)) + 1) * _STEP + _GAP if slip.content.streams else 0.0


def draw_streams(pen: Pen, slip: SlipPrint, at: tuple[float, float], width: float) -> float:
    """Draw name and weight of each material and their sum; return where it ends."""
    if not slip.content.streams:
        return at[1]
    along, down = at[0], at[1] + _HEAD - 4
    pen.text(slip.label(lambda words: words("Materials")), (along, down), STRONG)
    said = slip.words("weighed") if slip.content.weighed else slip.words("by the weight of the products")
    pen.text(said, (along + width, down), LABEL, Align.END)
    pen.rule(along, down + 4, width, 0.6, "#8A98A8")
    down += 2
    for name, kilograms in _rows(slip):
        down += _STEP
        pen.text(name, (along, down), TEXT)
        pen.text(kilograms, (along + width, down), STRONG, Align.END)
    down += _STEP
    total = sum(each.weight_g for each in slip.content.streams)
    pen.text(slip.label(lambda words: words("Together")), (along, down), SMALL)
    pen.text(weight(slip.words, total), (along + width, down), STRONG, Align.END)
    return down + _GAP


def _rows(slip: SlipPrint) -> list[tuple[str, str]]:
    return [(stream_name(slip.words, each.stream), weight(slip.words, each.weight_g)) for each in slip.content.streams]

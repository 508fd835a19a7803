"""The numbered paper that travels with goods to a supplier, a charity or a recycler, as one PDF.

It is drawn from the frozen content alone: the same content, ribbon, moment and dress give the same bytes.
"""

from datetime import datetime
from typing import Unpack

from returns_desk.documents.kit.dress import Form
from returns_desk.documents.slips.close import Closing
from returns_desk.documents.slips.head import begun
from returns_desk.documents.slips.lines import lines_table
from returns_desk.documents.slips.print import SlipPrint
from returns_desk.domain.slips import Ribbon, SlipContent

__all__ = ["Ribbon", "render_slip"]


def render_slip(
    content: SlipContent,
    language: str,
    ribbon: Ribbon,
    copy: int,
    printed_at: datetime,
    printed_by: str,
    **form: Unpack[Form],
) -> bytes:
    """Draw a slip in ``he`` or ``en``; ``copy`` counts copies from 1 and says nothing on other ribbons.

    A moment in UTC is printed as the station's own time, any other as it is.
    """
    slip = SlipPrint(content, language, ribbon, copy, printed_at, printed_by, **form)
    flow = begun(slip)
    closing = Closing(slip, flow.pen.inner)
    flow.table(lines_table(slip, flow.pen.inner), closing=closing.height)
    closing.draw(flow)
    return flow.finished()

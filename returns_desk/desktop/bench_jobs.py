"""Steps at the bench that no scan stands for: a note, the answer of a check. Each is about the piece that was shown.

They run on the store thread behind scans that came before; if one of those put another piece in hand, nothing is done.
"""

from typing import TYPE_CHECKING

from returns_desk.domain.events import Event
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.refusals import ItemFirst
from returns_desk.usecases.answer_checks import answer_check
from returns_desk.usecases.inspect_item import write_note
from returns_desk.usecases.look_bench import bench as look_at_bench

if TYPE_CHECKING:
    from returns_desk.desk import Desk


def write_note_about(desk: "Desk", item_id: str, note: str) -> tuple[Event, ...]:
    """Keep a note. Refuses ``ItemFirst`` when another piece is in hand by now."""
    _still_in_hand(desk, item_id)
    return desk.run(AT_THE_BENCH, write_note, note).events


def answer_check_of(desk: "Desk", item_id: str, code: str, value: str) -> tuple[Event, ...]:
    """Answer a check. Refuses ``ItemFirst`` when another piece is in hand by now, and what ``answer_check`` refuses."""
    _still_in_hand(desk, item_id)
    return desk.run(AT_THE_BENCH, answer_check, code, value).events


def _still_in_hand(desk: "Desk", item_id: str) -> None:
    item = desk.read(look_at_bench, whole=False).item
    if item is None or item.id != item_id:
        raise ItemFirst()

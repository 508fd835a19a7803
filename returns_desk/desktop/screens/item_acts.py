"""What the Items screen does with a piece: its label again, another inspection, a step back, the way to the desk."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.preview import open_preview
from returns_desk.desktop.screens.item_jobs import inspect_anew, print_label, take_back
from returns_desk.desktop.screens.notice import Notice
from returns_desk.desktop.screens.place_form import ask_place
from returns_desk.desktop.screens.place_jobs import put_in_place
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.screens.thing_view import ThingView
from returns_desk.domain.events import Event
from returns_desk.domain.printing import PaperKind
from returns_desk.wording.events import say_event

if TYPE_CHECKING:
    from returns_desk.desk import Desk


class ItemActs(QObject):
    """Does what the view of a thing asks for, and tells in the notice what came of it."""

    def __init__(self, room: Room, view: ThingView, notice: Notice) -> None:
        super().__init__(view)
        self._room, self._view, self._notice = room, view, notice
        view.label_wanted.connect(lambda number: self._do(lambda desk: print_label(desk, number)))
        view.preview_wanted.connect(self._show_label)
        view.desk_wanted.connect(self._open_at_desk)
        view.inspection_wanted.connect(self._inspect_again)
        view.place_wanted.connect(self._move)
        view.timeline.taking_back_wanted.connect(lambda step: self._do(lambda desk: take_back(desk, step)))

    def _show_label(self, kind: str, number: str) -> None:
        open_preview(self._room, PaperKind(f"{kind} label"), number, parent=self._view.window())

    def _open_at_desk(self, number: str) -> None:
        """As scanning its label does."""
        self._room.go_to("desk", "")
        self._room.submit(number)

    def _inspect_again(self, number: str) -> None:
        self._do(lambda desk: inspect_anew(desk, number), then=lambda: self._room.go_to("desk", ""))

    def _move(self, number: str) -> None:
        def put(code: str) -> None:
            self._do(lambda desk: put_in_place(desk, number, code))

        ask_place(self._room.words, number, self._view, put)

    def _do(self, step: "Callable[[Desk], tuple[Event, ...]]", then: Callable[[], None] | None = None) -> None:
        """Run a step; ``then`` goes on only where it was done."""

        def answered(events: tuple[Event, ...]) -> None:
            self._notice.tell("ok", "\n".join(say_event(self._room.words, event) for event in events))
            self._room.runner.tell(events)
            if then is not None:
                then()

        told, refused = while_alive(self, answered), while_alive(self, self._notice.refuse)
        self._room.runner.do(step, told, refused, counted=True)

"""Looks once, after the store is open, whether a shop was begun in it; where none was, the first start comes."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from returns_desk.desk import Desk
    from returns_desk.desktop.shell import Shell
    from returns_desk.domain.refusals import DeskError

_BY_ANOTHER_ADDRESS = ("password", "no-host", "refused", "no-database", "unreachable")


def watch_for_beginning(shell: "Shell") -> None:
    """Look whenever a store was opened; a server that does not let the station in may be given another address."""
    shell.runner.opened.connect(lambda: _look(shell))
    shell.runner.moved.connect(lambda: _look_again(shell))
    shell.runner.failed.connect(lambda refusal: _on_failed(shell, refusal))


def _look(shell: "Shell") -> None:
    shell.runner.do(_is_begun, lambda begun: None if begun else shell.show_screen("first_start"))


def _look_again(shell: "Shell") -> None:
    shell.scans.look_again()
    _look(shell)


def _on_failed(shell: "Shell", refusal: "DeskError") -> None:
    if shell.settings.database and getattr(refusal, "fact", "") in _BY_ANOTHER_ADDRESS:
        shell.drafts["first_start"] = {"page": "server", "refusal": refusal}
        shell.show_screen("first_start")


def _is_begun(desk: "Desk") -> bool:
    from returns_desk.usecases.look import is_begun  # noqa: PLC0415  in the store's thread, after the first paint

    return desk.read(is_begun)

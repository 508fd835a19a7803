"""What happens around goods that are called back."""

from dataclasses import dataclass
from typing import Any

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class RecallsTaken(Event):
    """Lines of notices were taken in: new ones by their ids, changed ones as they were."""

    numbers: tuple[str, ...]
    added: tuple[str, ...] = ()
    before: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, kw_only=True)
class ItemRecalled(Event):
    """A notice stops the piece; ``place`` and ``batch`` say where it lay when the notice came."""

    number: str
    product: str
    product_en: str
    notice: str
    lot: str = ""  # that the piece bears
    serial: str = ""
    reason: str = ""
    measure: str = ""  # a value of ``Disposition``; empty: the notice says nothing
    unread: bool = False  # nobody read the lot or serial that the notice asks for
    place: str = ""
    batch: str = ""
    on_its_way: bool = False  # its batch gathers no longer: somebody must take it out


@dataclass(frozen=True, kw_only=True)
class RecallWithdrawn(Event):
    """A notice counts no longer; ``lines``: ids of its lines."""

    number: str
    lines: tuple[str, ...]
    pieces: int = 0  # that wait for it still

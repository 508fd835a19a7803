"""What the page of papers asks of the store thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from returns_desk.domain.events import Event
from returns_desk.domain.paper_look import PaperLook
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.snapshots import Company, PersonSnapshot
from returns_desk.usecases import look_bench
from returns_desk.usecases.look_paper import ShopPaper, shop_paper
from returns_desk.usecases.set_paper import set_paper

if TYPE_CHECKING:
    from returns_desk.desk import Desk


@dataclass(frozen=True)
class PaperingLook:
    """The shop as its papers show it, and who looks."""

    person: PersonSnapshot | None
    paper: ShopPaper


def look_at_paper(desk: "Desk") -> PaperingLook:
    """All that the page shows."""
    return PaperingLook(desk.read(look_bench.bench, whole=False).person, desk.read(shop_paper))


def save_paper(desk: "Desk", company: Company, look: PaperLook, logo: bytes | None) -> tuple[Event, ...]:
    """Change details and look in one step. Refuses ``BadValue``."""
    return desk.run(AT_THE_BENCH, set_paper, company, look, logo).events

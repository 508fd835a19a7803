"""What the shop's papers wear, and what the page of settings shows of it; nothing is changed."""

from dataclasses import dataclass

from returns_desk.documents.kit.dress import Dress
from returns_desk.domain.paper_look import PaperLook
from returns_desk.domain.snapshots import Company
from returns_desk.store.records import LogoRecord
from returns_desk.store.work import Work


@dataclass(frozen=True)
class ShopPaper:
    """The shop as its papers name it, and what they wear."""

    company: Company
    dress: Dress


def dress_of(work: Work, look: PaperLook | None = None) -> Dress:
    """What a paper of this look wears; without one, the shop's look of today. A logo that is gone is none."""
    worn = work.shop.look_now() if look is None else look
    logo = work.get(LogoRecord, worn.logo)
    return Dress(worn, logo.content if logo is not None else b"")


def shop_paper(work: Work) -> ShopPaper:
    """The shop's details and dress of today."""
    return ShopPaper(work.shop.snapshot(), dress_of(work))

"""What labels say that stand for neither a piece nor a parcel whole: hold, damage, a partner's tote, a bin."""

from dataclasses import dataclass
from datetime import datetime

from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.items import StockStatus
from returns_desk.domain.snapshots import ItemSnapshot


@dataclass(frozen=True)
class HoldLabel:
    """A piece that nobody may move on: why, who asked for it, since when."""

    item: ItemSnapshot
    reason: str  # a HoldReason's value
    note: str = ""
    owner: str = ""
    since: datetime | None = None

    @property
    def number(self) -> str:
        """The piece's number."""
        return self.item.number


@dataclass(frozen=True)
class DamageLabel:
    """A damaged piece: which findings, how many photographs show it, who saw it and when."""

    item: ItemSnapshot
    findings: tuple[str, ...] = ()  # Finding values
    photos: int = 0
    seen_by: str = ""
    seen_at: datetime | None = None

    @property
    def number(self) -> str:
        """The piece's number."""
        return self.item.number


@dataclass(frozen=True)
class ToteLabel:
    """A tote or cage in which a partner's batch gathers."""

    number: str  # the batch's
    kind: PartnerKind
    partner: str
    partner_en: str = ""
    place: str = ""
    stream: str = ""
    opened_at: datetime | None = None

    def partner_in(self, language: str) -> str:
        """The partner's name in a language, else the one there is."""
        return (self.partner_en or self.partner) if language == "en" else (self.partner or self.partner_en)


@dataclass(frozen=True)
class BinLabel:
    """A place where goods lie; its code is what a scanner reads."""

    number: str  # the place's code
    status: StockStatus | None = None  # what lies there; none: anything
    name: str = ""

"""Where things are and may be: bins, the ledger of every move from one status and place to another, recalled goods."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from returns_desk.domain.items import Disposition, StockStatus
from returns_desk.domain.places import Place
from returns_desk.domain.recalls import Notice
from returns_desk.store.records.base import STRICT, Key, Name, Record, Text0
from returns_desk.store.records.catalogue import ProductRecord
from returns_desk.store.types import Choice, Day, Flag, Json, Moment, Uid, Whole


class StockMoveRecord(Record):
    """So many of one product went from one account (status and place) to another; never changed, only moved back.

    Both sides in one row, so that the sum over all accounts is nothing, always. Rows are written by the store itself
    from what a step changed (``store.ledger``).
    """

    __tablename__ = "stock_moves"
    __table_args__ = (
        CheckConstraint("quantity > 0", name="some_quantity"),
        CheckConstraint("from_status <> to_status OR from_place <> to_place", name="other_account"),
        Index("ix_stock_moves_product_id", "product_id", "seq"),
        Index("ix_stock_moves_at", "at"),
        Index("ix_stock_moves_item_id", "item_id"),
        STRICT,
    )

    id: Mapped[Key]
    seq: Mapped[int] = mapped_column(Whole, unique=True)  # in the order in which steps were done for good
    at: Mapped[datetime] = mapped_column(Moment)
    step_id: Mapped[str | None] = mapped_column(Uid)  # of the journal; none: the books were opened with it
    station_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("stations.id"))
    product_id: Mapped[str] = mapped_column(Uid, ForeignKey("products.id"))
    item_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("items.id"))  # none: what is only expected
    quantity: Mapped[int] = mapped_column(Whole)
    from_status: Mapped[StockStatus] = mapped_column(Choice(StockStatus))
    from_place: Mapped[Text0]
    to_status: Mapped[StockStatus] = mapped_column(Choice(StockStatus))
    to_place: Mapped[Text0]
    product: Mapped[ProductRecord] = relationship()


class PlaceRecord(Record):
    """A bin, shelf or cage with a label of its own."""

    __tablename__ = "places"
    __table_args__ = STRICT

    id: Mapped[Key]
    code: Mapped[Name]
    code_key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[Text0]
    status: Mapped[StockStatus | None] = mapped_column(Choice(StockStatus))  # what lies there; none: anything
    categories: Mapped[list[str]] = mapped_column(Json, default=list)  # what is put there; none: anything
    dropped: Mapped[bool] = mapped_column(Flag, default=False)  # no longer used; what lies there stays

    def snapshot(self) -> Place:
        """The place as the rules read it."""
        return Place(self.code, self.name, self.status, tuple(self.categories), self.dropped)


class RecallRecord(Record):
    """Goods that a supplier or an authority calls back: a product, or a lot or serials of it."""

    __tablename__ = "recalls"
    __table_args__ = (
        UniqueConstraint("number", "code_key", "lot_key", "serial_from", "serial_to"),
        Index("ix_recalls_code_key", "code_key"),
        STRICT,
    )

    id: Mapped[Key]
    number: Mapped[Name]  # of the notice
    code: Mapped[Name]  # product code or SKU, as it was written
    code_key: Mapped[Name]
    lot_key: Mapped[Text0]  # none: every lot
    serial_from: Mapped[Text0]  # none: every serial
    serial_to: Mapped[Text0]
    reason: Mapped[Text0]
    measure: Mapped[Disposition | None] = mapped_column(Choice(Disposition))  # what the notice says becomes of it
    since: Mapped[date | None] = mapped_column(Day)
    withdrawn: Mapped[bool] = mapped_column(Flag, default=False)

    def snapshot(self) -> Notice:
        """The line of the notice as the rule reads it."""
        return Notice(
            number=self.number,
            code=self.code,
            lot=self.lot_key,
            serial_from=self.serial_from,
            serial_to=self.serial_to,
            reason=self.reason,
            measure=self.measure,
            since=self.since,
            withdrawn=self.withdrawn,
        )

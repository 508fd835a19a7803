"""What the shop sold, as far as it told the desk: what serials, prices and customers are held against."""

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from returns_desk.store.records.base import STRICT, Key, Name, Record, Text0
from returns_desk.store.records.catalogue import ProductRecord
from returns_desk.store.types import Day, Uid, Whole


class SaleRecord(Record):
    """One line of one order; ``repeat`` counts equal lines of an order (1 for the first)."""

    __tablename__ = "sales"
    __table_args__ = (
        UniqueConstraint("order_key", "product_id", "serial", "repeat"),
        Index("ix_sales_product_id", "product_id", "sold_on"),
        Index("ix_sales_serial", "serial"),
        Index("ix_sales_phone_key", "phone_key"),
        STRICT,
    )

    id: Mapped[Key]
    order_no: Mapped[Name]
    order_key: Mapped[Name]
    product_id: Mapped[str] = mapped_column(Uid, ForeignKey("products.id"))
    serial: Mapped[Text0]
    repeat: Mapped[int] = mapped_column(Whole, default=1)
    quantity: Mapped[int] = mapped_column(Whole)
    price: Mapped[int | None] = mapped_column(Whole)  # what the customer paid for one
    currency: Mapped[Name]
    sold_on: Mapped[date | None] = mapped_column(Day)
    delivered: Mapped[date | None] = mapped_column(Day)
    customer: Mapped[Text0]
    phone: Mapped[Text0]
    phone_key: Mapped[Text0]
    channel: Mapped[Text0]
    product: Mapped[ProductRecord] = relationship()

"""The books of rules for decisions, and every decision with all that it was made from."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from returns_desk.domain.items import OverrideReason, StockStatus
from returns_desk.domain.rules import Rule, RuleBook, Stream, StreamFee
from returns_desk.store.records.base import STRICT, Key, Name, Record, Text0
from returns_desk.store.types import Choice, Day, Flag, Json, Moment, Uid, Whole


class RuleBookRecord(Record):
    """One version of the rules for decisions; the newest one whose day has come counts."""

    __tablename__ = "rule_books"
    __table_args__ = STRICT

    id: Mapped[Key]
    version: Mapped[int] = mapped_column(Whole, unique=True)
    valid_from: Mapped[date] = mapped_column(Day)
    body: Mapped[dict[str, Any]] = mapped_column(Json)
    made_at: Mapped[datetime] = mapped_column(Moment)
    person_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("people.id"))

    def snapshot(self) -> RuleBook:
        """The book as the rules read it."""
        return book_from(self.body, self.version, self.valid_from)


def book_body(book: RuleBook) -> dict[str, Any]:
    """Write a book as plain values."""
    return {
        "hour": book.hour,
        "fees": [[fee.stream.value, fee.per_kg, fee.at_least] for fee in book.fees],
        "rules": [
            {
                "category": rule.category,
                "supplier": rule.supplier,
                "from": rule.valid_from.isoformat() if rule.valid_from else "",
                "until": rule.valid_until.isoformat() if rule.valid_until else "",
                "figures": dict(rule.figures),
            }
            for rule in book.rules
        ],
    }


def book_from(body: dict[str, Any], version: int, valid_from: date) -> RuleBook:
    """Read a book back from plain values."""
    return RuleBook(
        version=version,
        valid_from=valid_from,
        hour=body["hour"],
        fees=tuple(StreamFee(Stream(stream), per_kg, at_least) for stream, per_kg, at_least in body["fees"]),
        rules=tuple(_rule(kept) for kept in body["rules"]),
    )


def _rule(kept: dict[str, Any]) -> Rule:
    figures = {name: Stream(value) if name == "stream" and value else value for name, value in kept["figures"].items()}
    return Rule(kept["category"], kept["supplier"], _day(kept["from"]), _day(kept["until"]), tuple(figures.items()))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


class DecisionRecord(Record):
    """One decision as it was made: what was looked at, what the rule said, what the clerk chose.

    ``undone`` ones stay, and count nowhere.
    """

    __tablename__ = "decisions"
    __table_args__ = (
        Index("ix_decisions_item_id", "item_id"),
        Index("ix_decisions_rule_version", "rule_version"),
        # what is counted reads only this index
        Index("ix_decisions_undone", "undone", "at", "rule", "person_id", "supplier", "override"),
        STRICT,
    )

    id: Mapped[Key]
    item_id: Mapped[str] = mapped_column(Uid, ForeignKey("items.id"))
    at: Mapped[datetime] = mapped_column(Moment)
    person_id: Mapped[str | None] = mapped_column(Uid, ForeignKey("people.id"))
    category: Mapped[Text0]
    supplier: Mapped[Text0]  # its code
    rule_version: Mapped[int] = mapped_column(Whole)
    rule: Mapped[Name]  # the key of its narrowest row
    advised: Mapped[StockStatus | None] = mapped_column(Choice(StockStatus))
    chosen: Mapped[StockStatus] = mapped_column(Choice(StockStatus))
    override: Mapped[OverrideReason | None] = mapped_column(Choice(OverrideReason))
    net: Mapped[int] = mapped_column(Whole)  # of what was chosen
    currency: Mapped[Name]
    facts: Mapped[dict[str, Any]] = mapped_column(Json)  # the case, for ``domain.decisions.case_from``
    nets: Mapped[dict[str, int]] = mapped_column(Json)  # of every way, as it was; the journal has their parts
    undone: Mapped[bool] = mapped_column(Flag, default=False)

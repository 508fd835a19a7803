"""Rules for decisions in versions, every decision as it was made, a ledger of the stock, bins, recalls, cartons."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

from returns_desk.store import types
from returns_desk.store.ids import new_id

revision = "3"
down_revision = "2"

_WHOLE = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
_ITEMS = sa.table(
    "items",
    sa.column("id", types.Uid()),
    sa.column("product_id", types.Uid()),
    *(sa.column(name, sa.Text()) for name in ("state", "stock", "place")),
    sa.column("quantity", _WHOLE),
)
_LINES = sa.table(
    "rma_lines", sa.column("product_id", types.Uid()), sa.column("quantity", _WHOLE), sa.column("received", _WHOLE)
)
_COUNTERS = sa.table("counters", sa.column("name", sa.Text()), sa.column("value", _WHOLE))
_AT_ONCE = 5_000
_JOURNAL = sa.table("journal", sa.column("at", types.Moment()))
_MOVES = sa.table(
    "stock_moves",
    *(sa.column(name, types.Uid()) for name in ("id", "product_id", "item_id")),
    sa.column("at", types.Moment()),
    *(sa.column(name, _WHOLE) for name in ("seq", "quantity")),
    *(sa.column(name, sa.Text()) for name in ("from_status", "from_place", "to_status", "to_place")),
)


def upgrade() -> None:
    """Add columns and tables; then open the books with what is here and what is expected."""
    op.add_column("items", _flag("carton"))
    _recalled_and_expired()
    op.add_column("product_codes", sa.Column("pieces", _WHOLE, server_default="1", nullable=False))
    op.drop_column("shop", "rates")  # nothing ever wrote it: its figures are rules now
    _decisions()
    _stock()
    _open_books()
    _lock_ledger()
    if op.get_bind().dialect.name == "sqlite":
        op.execute("PRAGMA user_version=3")


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _flag(name: str) -> "sa.Column[int]":
    return sa.Column(name, sa.Integer(), server_default="0", nullable=False)


def _id(name: str = "id", *, nullable: bool = False) -> "sa.Column[str]":
    return sa.Column(name, types.Uid(), nullable=nullable)


def _foreign(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"))


def _recalled_and_expired() -> None:
    op.add_column("items", _text("recall_check"))
    op.add_column("items", _text("recall"))
    op.create_index("ix_items_product_id", "items", ["product_id"])
    for name, column, condition in (
        ("ix_items_recalled", "received_at", "items.recall_check IN ('concerned', 'unread', 'withdrawn')"),
        ("ix_items_expires", "expires", "items.expires IS NOT NULL"),
    ):
        where = sa.text(condition)
        op.create_index(name, "items", [column], sqlite_where=where, postgresql_where=where)


def _decisions() -> None:
    op.create_table(
        "rule_books",
        _id(),
        sa.Column("version", _WHOLE, nullable=False),
        sa.Column("valid_from", types.Day(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("made_at", types.Moment(), nullable=False),
        _id("person_id", nullable=True),
        _foreign("rule_books", "person_id", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_books")),
        sa.UniqueConstraint("version", name=op.f("uq_rule_books_version")),
        sqlite_strict=True,
    )
    op.create_table(
        "decisions",
        _id(),
        _id("item_id"),
        sa.Column("at", types.Moment(), nullable=False),
        _id("person_id", nullable=True),
        _text("category"),
        _text("supplier"),
        sa.Column("rule_version", _WHOLE, nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("advised", sa.Text(), nullable=True),
        sa.Column("chosen", sa.Text(), nullable=False),
        sa.Column("override", sa.Text(), nullable=True),
        sa.Column("net", _WHOLE, nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("nets", sa.Text(), nullable=False),
        sa.Column("undone", sa.Integer(), nullable=False),
        _foreign("decisions", "item_id", "items"),
        _foreign("decisions", "person_id", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
        sqlite_strict=True,
    )
    op.create_index("ix_decisions_item_id", "decisions", ["item_id"])
    op.create_index("ix_decisions_rule_version", "decisions", ["rule_version"])
    counted = ["undone", "at", "rule", "person_id", "supplier", "override"]
    op.create_index("ix_decisions_undone", "decisions", counted)


def _stock() -> None:
    op.create_table(
        "stock_moves",
        _id(),
        sa.Column("seq", _WHOLE, nullable=False),
        sa.Column("at", types.Moment(), nullable=False),
        _id("step_id", nullable=True),
        _id("station_id", nullable=True),
        _id("product_id"),
        _id("item_id", nullable=True),
        sa.Column("quantity", _WHOLE, nullable=False),
        sa.Column("from_status", sa.Text(), nullable=False),
        _text("from_place"),
        sa.Column("to_status", sa.Text(), nullable=False),
        _text("to_place"),
        sa.CheckConstraint("quantity > 0", name="some_quantity"),
        sa.CheckConstraint("from_status <> to_status OR from_place <> to_place", name="other_account"),
        _foreign("stock_moves", "station_id", "stations"),
        _foreign("stock_moves", "product_id", "products"),
        _foreign("stock_moves", "item_id", "items"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_moves")),
        sa.UniqueConstraint("seq", name=op.f("uq_stock_moves_seq")),
        sqlite_strict=True,
    )
    op.create_index("ix_stock_moves_product_id", "stock_moves", ["product_id", "seq"])
    for column in ("at", "item_id"):
        op.create_index(f"ix_stock_moves_{column}", "stock_moves", [column])
    op.create_table(
        "places",
        _id(),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("code_key", sa.Text(), nullable=False),
        _text("name"),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("categories", sa.Text(), nullable=False),
        sa.Column("dropped", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_places")),
        sa.UniqueConstraint("code_key", name=op.f("uq_places_code_key")),
        sqlite_strict=True,
    )
    lying = sa.text("items.place <> ''")
    op.create_index("ix_items_place", "items", ["place"], sqlite_where=lying, postgresql_where=lying)
    op.create_table(
        "recalls",
        _id(),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("code_key", sa.Text(), nullable=False),
        _text("lot_key"),
        _text("serial_from"),
        _text("serial_to"),
        _text("reason"),
        sa.Column("measure", sa.Text(), nullable=True),
        sa.Column("since", types.Day(), nullable=True),
        sa.Column("withdrawn", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recalls")),
        sa.UniqueConstraint(
            "number", "code_key", "lot_key", "serial_from", "serial_to",
            name=op.f("uq_recalls_number_code_key_lot_key_serial_from_serial_to"),
        ),
        sqlite_strict=True,
    )  # fmt: skip
    op.create_index("ix_recalls_code_key", "recalls", ["code_key"])


def _open_books() -> None:
    """Every piece that is or was here, and every announced one that is still to come, comes from outside."""
    bind = op.get_bind()
    at_no_place = _ITEMS.c.stock == "gone"
    pieces = (
        sa.select(
            _ITEMS.c.product_id, _ITEMS.c.id, _ITEMS.c.quantity, _ITEMS.c.stock,
            sa.case((at_no_place, ""), else_=_ITEMS.c.place),
        )
        .where(_ITEMS.c.state.not_in(("put back", "merged")), _ITEMS.c.quantity > 0)
        .order_by(_ITEMS.c.id)
    )  # fmt: skip
    left = sa.func.sum(_LINES.c.quantity - _LINES.c.received)
    lines = sa.select(_LINES.c.product_id, sa.null(), left, sa.literal("expected"), sa.literal(""))
    lines = lines.group_by(_LINES.c.product_id).having(left > 0)
    last = bind.scalar(sa.select(sa.func.max(_JOURNAL.c.at)))  # as it was when the last step was done
    if last is None:
        return  # nothing was ever done
    seq = 0
    for query in (pieces, lines):
        for rows in bind.execute(query, execution_options={"yield_per": _AT_ONCE}).partitions():
            bind.execute(_MOVES.insert(), [_opening(seq + place, last, row) for place, row in enumerate(rows, 1)])
            seq += len(rows)
    if seq:
        bind.execute(_COUNTERS.insert(), {"name": "stock move", "value": seq})


def _opening(seq: int, at: datetime, standing: Sequence[Any]) -> dict[str, Any]:
    product, item, quantity, status, place = standing
    return {
        "id": new_id(), "seq": seq, "at": at, "product_id": product, "item_id": item, "quantity": int(quantity),
        "from_status": "outside", "from_place": "", "to_status": status, "to_place": place,
    }  # fmt: skip


def _lock_ledger() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER stock_moves_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON stock_moves "
            "FOR EACH STATEMENT EXECUTE FUNCTION only_grows()"
        )
        return
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER stock_moves_no_{act.lower()} BEFORE {act} ON stock_moves "
            "BEGIN SELECT RAISE(ABORT, 'stock_moves only grows'); END"
        )

"""Supplier returns from shelf to credit: cartons, credits by line, files from outside, who signs for whom."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from returns_desk.store import types

revision = "4"
down_revision = "3"

_WHOLE = sa.Integer().with_variant(sa.BigInteger(), "postgresql")


def upgrade() -> None:
    """Add the tables, then the columns; what was there before keeps its meaning."""
    _cartons()
    for table, columns in _columns().items():
        for column in columns:
            op.add_column(table, column, inline_references=True)
    _credits()
    _streams_and_files()
    _delegations()
    _found_by()
    if op.get_bind().dialect.name == "sqlite":
        op.execute("PRAGMA user_version=4")


def _found_by() -> None:
    """Batches that stand out, and those that a partner names by its own numbers, among very many."""
    op.create_index("ix_batches_state", "batches", ["state"])
    op.create_index("ix_batches_authorization", "batches", ["authorization"])
    op.create_index("ix_batch_lines_batch_id_window_ends", "batch_lines", ["batch_id", "window_ends"])
    op.create_index("ix_batch_lines_item_id", "batch_lines", ["item_id"])
    op.create_index("ix_credits_number", "credits", ["number"])
    sent = sa.text("certificate = '' AND kind <> 'supplier' AND shipped_at IS NOT NULL")
    op.create_index(
        "ix_batches_without_certificate", "batches", ["shipped_at"], sqlite_where=sent, postgresql_where=sent
    )


def _text(name: str, default: str = "") -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), server_default=default, nullable=False)


def _count(name: str) -> sa.Column[Any]:
    return sa.Column(name, _WHOLE, server_default="0", nullable=False)


def _moment(name: str) -> sa.Column[Any]:
    return sa.Column(name, types.Moment(), nullable=True)


def _refers(table: str, name: str, to: str, *, nullable: bool = True) -> sa.Column[Any]:
    key = sa.ForeignKey(f"{to}.id", name=op.f(f"fk_{table}_{name}"))
    return sa.Column(name, types.Uid(), key, nullable=nullable)


def _id() -> sa.Column[Any]:
    return sa.Column("id", types.Uid(), nullable=False)


def _columns() -> dict[str, tuple[sa.Column[Any], ...]]:
    return {
        "shop": (_text("gs1_prefix"),),
        "documents": (_text("kind", "slip"),),
        "items": (_moment("wiped_at"), _refers("items", "wiped_by", "people"), _text("wiped_how")),
        "batches": (
            _text("mode", "send"),
            _text("sort", "any"),
            *(_moment(name) for name in ("ready_at", "delivered_at", "disputed_at")),
            _text("plate"),
            _text("witness"),
            sa.Column("credit_due", types.Day(), nullable=True),
            _count("written_off"),
            _refers("batches", "written_off_by", "people"),
            _text("certificate"),
            sa.Column("certificate_at", types.Day(), nullable=True),
        ),
        "batch_lines": (_refers("batch_lines", "carton_id", "cartons"),),
        "credits": (
            sa.Column("short_reason", sa.Text(), nullable=True),
            _refers("credits", "reverses", "credits"),
            _moment("recorded_at"),
            _refers("credits", "recorded_by", "people"),
        ),
    }


def _cartons() -> None:
    op.create_table(
        "cartons",
        _id(),
        _refers("cartons", "batch_id", "batches", nullable=False),
        sa.Column("position", _WHOLE, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        _text("sscc"),
        sa.Column("weight_g", _WHOLE, nullable=True),
        *(_count(name) for name in ("length_mm", "width_mm", "height_mm")),
        _moment("closed_at"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cartons")),
        sa.UniqueConstraint("number", name=op.f("uq_cartons_number")),
        sa.UniqueConstraint("batch_id", "position", name=op.f("uq_cartons_batch_id_position")),
        sqlite_strict=True,
    )
    op.create_index("ix_cartons_sscc", "cartons", ["sscc"])


def _credits() -> None:
    op.create_table(
        "credit_lines",
        _id(),
        _refers("credit_lines", "credit_id", "credits", nullable=False),
        _refers("credit_lines", "line_id", "batch_lines", nullable=False),
        sa.Column("amount", _WHOLE, nullable=False),
        sa.Column("short_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_credit_lines")),
        sa.UniqueConstraint("credit_id", "line_id", name=op.f("uq_credit_lines_credit_id_line_id")),
        sqlite_strict=True,
    )
    op.create_index("ix_credit_lines_line_id", "credit_lines", ["line_id"])


def _streams_and_files() -> None:
    op.create_table(
        "batch_streams",
        _id(),
        _refers("batch_streams", "batch_id", "batches", nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("weight_g", _WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batch_streams")),
        sa.UniqueConstraint("batch_id", "stream", name=op.f("uq_batch_streams_batch_id_stream")),
        sqlite_strict=True,
    )
    op.create_table(
        "attachments",
        _id(),
        _refers("attachments", "batch_id", "batches", nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("kind", "name", "media", "sha256")),
        sa.Column("size", _WHOLE, nullable=False),
        sa.Column("at", types.Moment(), nullable=False),
        _refers("attachments", "person_id", "people"),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachments")),
        sqlite_strict=True,
    )
    op.create_index("ix_attachments_batch_id", "attachments", ["batch_id"])


def _delegations() -> None:
    op.create_table(
        "delegations",
        _id(),
        _refers("delegations", "from_id", "people", nullable=False),
        _refers("delegations", "to_id", "people", nullable=False),
        sa.Column("valid_from", types.Day(), nullable=False),
        sa.Column("valid_until", types.Day(), nullable=False),
        sa.Column("revoked", sa.Integer(), nullable=False),
        sa.Column("made_at", types.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegations")),
        sqlite_strict=True,
    )
    op.create_index("ix_delegations_to_id", "delegations", ["to_id"])

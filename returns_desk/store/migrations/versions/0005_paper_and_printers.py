"""Paper and printers: what a job of the print queue goes through, how the shop's papers look."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from returns_desk.store import types

revision = "5"
down_revision = "4"

_WHOLE = sa.Integer().with_variant(sa.BigInteger(), "postgresql")


def upgrade() -> None:
    """Add the columns, then the table of logos; what waits in the queue goes on waiting."""
    for column in _job_columns():
        op.add_column("print_queue", column, inline_references=True)
    op.create_index("ix_print_queue_number", "print_queue", ["number"])
    op.add_column("shop", _json("look"))
    op.create_table(
        "logos",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("added_at", types.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_logos")),
        sqlite_strict=True,
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute("PRAGMA user_version=5")


def _job_columns() -> tuple[sa.Column[Any], ...]:
    person = sa.ForeignKey("people.id", name=op.f("fk_print_queue_person_id"))
    return (
        sa.Column("trouble", sa.Text(), nullable=True),
        sa.Column("person_id", types.Uid(), person, nullable=True),
        _json("what"),
        *(sa.Column(name, _WHOLE, server_default="0", nullable=False) for name in ("copies", "copy")),
        *(sa.Column(name, sa.Text(), server_default="", nullable=False) for name in ("printer", "receipt")),
        *(sa.Column(name, types.Moment(), nullable=True) for name in ("next_try_at", "sent_at", "printed_at")),
    )


def _json(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), server_default="{}", nullable=False)

"""Parcels, pieces and customers as they really are: sales, inspections, photographs, policies, settled exceptions."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from returns_desk.store import types

revision = "2"
down_revision = "1"

_WHOLE = sa.Integer().with_variant(sa.BigInteger(), "postgresql")


def upgrade() -> None:
    """Add the columns, then the tables; what was there before keeps its meaning."""
    for table, columns in _columns().items():
        for column in columns:
            op.add_column(table, column, inline_references=True)
    op.create_index("ix_rmas_phone_key", "rmas", ["phone_key"])
    op.create_index("ix_parcels_sscc_key", "parcels", ["sscc_key"])
    op.create_index("ix_items_rma_id", "items", ["rma_id"])
    _sales()
    _evidence()
    _rules()
    _standing_out()
    if op.get_bind().dialect.name == "sqlite":
        op.execute("PRAGMA user_version=2")


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _flag(name: str, default: str = "0") -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), server_default=default, nullable=False)


def _person(name: str) -> sa.Column[Any]:
    return sa.Column(name, types.Uid(), sa.ForeignKey("people.id", name=op.f(f"fk_items_{name}")), nullable=True)


def _columns() -> dict[str, tuple[sa.Column[Any], ...]]:
    return {
        "shop": (sa.Column("limits", sa.Text(), server_default="{}", nullable=False),),
        "products": (_flag("dropped"),),
        "rmas": (_text("phone_key"), _text("asn"), _flag("authorized", "1"), _flag("protected")),
        "rma_lines": (sa.Column("price", _WHOLE, nullable=True),),
        "parcels": (
            _text("sscc"),
            _text("sscc_key"),
            _text("sender"),
            sa.Column("condition", sa.Text(), nullable=True),
            sa.Column("weight_g", _WHOLE, nullable=True),
            sa.Column("expected_g", _WHOLE, nullable=True),
            sa.Column("box_no", _WHOLE, nullable=True),
            sa.Column("box_count", _WHOLE, nullable=True),
            _flag("empty"),
        ),
        "items": (
            sa.Column("found", sa.Text(), nullable=True),
            sa.Column("liability", sa.Text(), nullable=True),
            sa.Column("answers", sa.Text(), server_default="[]", nullable=False),
            _text("serial_check"),
            _person("inspector_id"),
            sa.Column("began_at", types.Moment(), nullable=True),
            sa.Column("inspected_at", types.Moment(), nullable=True),
            _flag("second_look"),
            sa.Column("hold_code", sa.Text(), nullable=True),
            _person("hold_owner_id"),
            sa.Column("held_at", types.Moment(), nullable=True),
            sa.Column("agreed", sa.Text(), nullable=True),
            sa.Column("agreed_amount", _WHOLE, nullable=True),
            sa.Column("agreed_fee", _WHOLE, nullable=True),
            _person("agreed_by_id"),
            sa.Column("agreed_at", types.Moment(), nullable=True),
            _text("agreed_against"),
            _text("dispute"),
        ),
    }


def _key() -> sa.Column[Any]:
    return sa.Column("id", types.Uid(), nullable=False)


def _sales() -> None:
    op.create_table(
        "sales",
        _key(),
        sa.Column("order_no", sa.Text(), nullable=False),
        sa.Column("order_key", sa.Text(), nullable=False),
        sa.Column("product_id", types.Uid(), nullable=False),
        _text("serial"),
        sa.Column("repeat", _WHOLE, nullable=False),
        sa.Column("quantity", _WHOLE, nullable=False),
        sa.Column("price", _WHOLE, nullable=True),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("sold_on", types.Day(), nullable=True),
        sa.Column("delivered", types.Day(), nullable=True),
        _text("customer"),
        _text("phone"),
        _text("phone_key"),
        _text("channel"),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_sales_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sales")),
        sa.UniqueConstraint(
            "order_key", "product_id", "serial", "repeat", name=op.f("uq_sales_order_key_product_id_serial_repeat")
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_sales_product_id", "sales", ["product_id", "sold_on"])
    op.create_index("ix_sales_serial", "sales", ["serial"])
    op.create_index("ix_sales_phone_key", "sales", ["phone_key"])


def _evidence() -> None:
    op.create_table(
        "inspections",
        _key(),
        sa.Column("item_id", types.Uid(), nullable=False),
        sa.Column("position", _WHOLE, nullable=False),
        sa.Column("person_id", types.Uid(), nullable=True),
        sa.Column("began_at", types.Moment(), nullable=True),
        sa.Column("ended_at", types.Moment(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_inspections_item_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_inspections_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspections")),
        sa.UniqueConstraint("item_id", "position", name=op.f("uq_inspections_item_id_position")),
        sqlite_strict=True,
    )
    op.create_table(
        "photos",
        _key(),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("parcel_id", types.Uid(), nullable=True),
        sa.Column("item_id", types.Uid(), nullable=True),
        sa.Column("person_id", types.Uid(), nullable=True),
        sa.Column("station_id", types.Uid(), nullable=True),
        sa.Column("taken_at", types.Moment(), nullable=False),
        sa.Column("width", _WHOLE, nullable=False),
        sa.Column("height", _WHOLE, nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["parcel_id"], ["parcels.id"], name=op.f("fk_photos_parcel_id")),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_photos_item_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_photos_person_id")),
        sa.ForeignKeyConstraint(["station_id"], ["stations.id"], name=op.f("fk_photos_station_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photos")),
        sqlite_strict=True,
    )
    for column in ("item_id", "parcel_id", "sha256"):
        op.create_index(f"ix_photos_{column}", "photos", [column])


def _rules() -> None:
    op.create_table(
        "policies",
        _key(),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("version", _WHOLE, nullable=False),
        sa.Column("valid_from", types.Day(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policies")),
        sa.UniqueConstraint("code", "version", name=op.f("uq_policies_code_version")),
        sqlite_strict=True,
    )
    op.create_table(
        "checklists",
        _key(),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("version", _WHOLE, nullable=False),
        sa.Column("checks", sa.Text(), nullable=False),
        sa.Column("made_at", types.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checklists")),
        sa.UniqueConstraint("category", "version", name=op.f("uq_checklists_category_version")),
        sqlite_strict=True,
    )
    op.create_table(
        "grade_guides",
        _key(),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        _text("text"),
        _text("text_en"),
        _text("picture"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grade_guides")),
        sa.UniqueConstraint("category", "grade", name=op.f("uq_grade_guides_category_grade")),
        sqlite_strict=True,
    )
    op.create_table(
        "settled",
        _key(),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("person_id", types.Uid(), nullable=True),
        sa.Column("at", types.Moment(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        _text("note"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_settled_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_settled")),
        sa.UniqueConstraint("key", name=op.f("uq_settled_key")),
        sqlite_strict=True,
    )


def _standing_out() -> None:
    """Few rows of large tables stand out: they get indices of their own, which nothing else has to pass through."""
    conditions = {
        ("items", "held", "received_at"): "held = 1",
        ("items", "outcome", "outcome", "received_at"): "outcome <> 'expected'",
        ("items", "override", "received_at"): "override IS NOT NULL",
        ("items", "serial_check", "received_at"): (
            "serial_check IN ('other than announced', 'never sold', 'returned before')"
        ),
        ("items", "policy", "received_at"): (
            "(agreed_against <> '' OR dispute <> ''"
            " OR (stated IN ('FAULTY', 'DAMAGED', 'MISMATCH', 'WRONG') AND (found IN ('NOFAULT', 'USED')"
            " OR (found IS NULL AND findings = '[]' AND grade IN ('A', 'B', 'C')))))"
        ),
        ("parcels", "own_number", "arrived_at"): "number LIKE 'PA-%'",
        ("parcels", "empty", "arrived_at"): "empty = 1",
        ("parcels", "weighed", "arrived_at"): "weight_g IS NOT NULL",
        ("rma_lines", "waiting", "product_id"): "received < quantity",
        ("rmas", "short", "id"): "state = 'partly received'",
        ("journal", "refused", "at"): "kind = 'Refused'",
        ("journal", "without_photos", "at"): ("(kind = 'ItemDecided' AND body LIKE '%\"photos_missing\":[\"%')"),
    }
    for (table, name, *columns), condition in conditions.items():
        where = sa.text(condition)
        op.create_index(f"ix_{table}_{name}", table, columns, sqlite_where=where, postgresql_where=where)

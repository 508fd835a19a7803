"""A database from before cartons and credits by line: its batches, papers and credits mean what they meant."""

from hashlib import sha256

import pytest
import sqlalchemy as sa

from returns_desk.domain.batches import BatchMode, BatchState, GoodsSort
from returns_desk.domain.claims import claims_of
from returns_desk.domain.money import Money
from returns_desk.domain.papers import DocumentKind
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.books import lost_references
from returns_desk.store.work import Seat
from returns_desk.usecases import look_batches
from returns_desk.usecases.look_credits import credit_tail, statement
from returns_desk.usecases.look_papers import papers_of
from returns_desk.usecases.verify_books import verify_books
from tests.fakes import MORNING
from tests.store.older import Row, opened_from, put

SEAT = Seat("", "", "1")
BATCH, PAPER = "SB-000001", "SR-2026-000001"
CONTENT = "{}"
CREDITS = [("CN-1", 1_500), ("CN-1B", -500)]  # a wrong one was put right by one below zero


def _fill(connection: sa.Connection) -> None:
    """A batch of one kettle that left, of whose credit a part came."""
    partner, terms, product, parcel, item, batch, dana, avi = (new_id() for _ in range(8))
    many: list[tuple[str, Row]] = [
        ("shop", {"id": new_id(), "name": "Shop", "currency": "ILS", "limits": "{}", "started_at": MORNING}),
        ("people", {"id": dana, "badge_hash": "d", "name": "Dana", "role": "clerk", "active": 1}),
        ("people", {"id": avi, "badge_hash": "a", "name": "Avi", "role": "supervisor", "active": 1}),
        ("partners", {"id": partner, "code": "GALIL", "kind": "supplier", "name": "Galil"}),
        (
            "terms",
            {
                "id": terms, "partner_id": partner, "version": 1, "valid_from": "2026-01-01",
                "body": '{"credit_bp": 9000, "credit_days": 45}',
            },
        ),
        (
            "products",
            {
                "id": product, "sku": "KETTLE", "sku_key": "KETTLE", "name": "Kettle", "currency": "ILS",
                "serialised": 0, "electrical": 1, "supplier_id": partner,
            },
        ),
        ("parcels", {"id": parcel, "number": "PA-1-000001", "state": "closed", "version": 1}),
        (
            "batches",
            {
                "id": batch, "number": BATCH, "kind": "supplier", "partner_id": partner, "terms_id": terms,
                "state": "short credit", "currency": "ILS", "opened_at": MORNING, "submitted_by": dana,
                "approved_by": avi, "approved_at": MORNING, "shipped_at": MORNING, "version": 7,
            },
        ),
        (
            "items",
            {
                "id": item, "number": "IT-1-000001", "state": "gone", "outcome": "expected", "product_id": product,
                "parcel_id": parcel, "quantity": 1, "findings": "[]", "currency": "ILS", "held": 0, "stock": "gone",
                "grade": "D", "disposition": "supplier", "batch_id": batch, "received_at": MORNING, "version": 1,
            },
        ),
        (
            "batch_lines",
            {
                "id": new_id(), "batch_id": batch, "item_id": item, "position": 1, "state": "approved",
                "reason": "DM", "gross": 4_000, "credit": 3_600,
            },
        ),
        (
            "documents",
            {
                "id": new_id(), "number": PAPER, "series": "SR", "year": 2026, "sequence": 1, "batch_id": batch,
                "content": CONTENT, "sha256": sha256(CONTENT.encode()).hexdigest(), "issued_at": MORNING,
                "issued_by": avi, "cancelled": 0,
            },
        ),
        ("counters", {"name": "document SR 2026", "value": 1}),
    ]  # fmt: skip
    for number, amount in CREDITS:
        credit = {"batch_id": batch, "number": number, "at": "2026-10-01", "amount": amount, "currency": "ILS"}
        many.append(("credits", {"id": new_id(), **credit}))
    for table, row in many:
        put(connection, table, row)


def _batches_mean_what_they_meant(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    database = opened_from(3, url, monkeypatch, _fill)
    with database.reading(SEAT, MORNING) as work:
        batch = look_batches.batch(work, BATCH)
        assert (batch.row.state, batch.row.mode, batch.row.sort) == (
            BatchState.SHORT_CREDIT, BatchMode.SEND, GoodsSort.ANY,
        )  # fmt: skip
        assert (batch.slip, batch.cartons, batch.written_off, batch.witness) == (PAPER, (), None, "")
        assert (batch.totals.expected, batch.credited) == (Money(3_600), Money(1_000))
        assert [share.received for _, share in claims_of(batch)] == [Money(1_000)]
        assert [paper.kind for paper in papers_of(work, BATCH)] == [DocumentKind.SLIP]
        (owed,) = credit_tail(work).rows
        assert (owed.number, owed.expected, owed.received) == (BATCH, Money(3_600), Money(1_000))
        assert [each.closing for each in statement(work, "GALIL").sums] == [Money(2_600)]
        assert lost_references(work.session) == []
        assert not {fault.subject for fault in verify_books(work)} & {PAPER, f"{BATCH} CN-1", f"{BATCH} CN-1B"}
    database.close()


def test_batches_of_a_file_are_taken_over(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    _batches_mean_what_they_meant(f"sqlite:///{tmp_path_factory.mktemp('old') / 'old.db'}", monkeypatch)


@pytest.mark.postgres
def test_batches_of_a_server_are_taken_over(postgresql_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _batches_mean_what_they_meant(postgresql_url, monkeypatch)

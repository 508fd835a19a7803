"""A sample shop with as many items in its past as wanted, and a row of announced parcels still to be scanned."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import mkdtemp

import pysqlite3.dbapi2 as sqlite

from returns_desk.desk import Desk
from returns_desk.domain.batches import PartnerKind
from returns_desk.domain.money import Money
from returns_desk.domain.people import AT_THE_BENCH, Role
from returns_desk.domain.snapshots import Company
from returns_desk.domain.terms import SupplierTerms
from returns_desk.exchange.rows import ExpectedRow, PersonRow, ProductRow, SupplierRow
from returns_desk.store.database import FILE_NAME, open_database
from returns_desk.usecases.handle_scan import handle_scan
from returns_desk.usecases.import_expected import import_expected
from returns_desk.usecases.import_rows import import_people, import_products, import_suppliers
from returns_desk.usecases.start_shop import start_shop

PARCELS = 400
CODE = "7290011231088"
BADGE = "ID-BENCH-1"


def make_shop(items: int) -> Path:
    """Make a database with ``items`` items in it; return its folder, which the caller may copy and must remove."""
    home = Path(mkdtemp(prefix="returns-desk-bench-"))
    desk = Desk(open_database(f"sqlite:///{home / FILE_NAME}"), "1")
    desk.run(AT_THE_BENCH, start_shop, Company("Bench"))
    supplier = SupplierRow(1, "SUP", PartnerKind.SUPPLIER, "Supplier", terms=SupplierTerms())
    charity = SupplierRow(2, "CHA", PartnerKind.CHARITY, "Charity")
    recycler = SupplierRow(3, "REC", PartnerKind.RECYCLER, "Recycler")
    desk.run(AT_THE_BENCH, import_suppliers, (supplier, charity, recycler))
    product = ProductRow(1, "SKU-1", "מוצר", "Product", (CODE,), cost=Money(6000), price=Money(9000), supplier="SUP")
    desk.run(AT_THE_BENCH, import_products, (product,))
    desk.run(AT_THE_BENCH, import_expected, tuple(_announced()))
    desk.run(AT_THE_BENCH, import_people, (PersonRow(1, BADGE, "Bench", Role.CLERK),))
    desk.run(AT_THE_BENCH, handle_scan, BADGE)
    desk.close()
    _fill(home / FILE_NAME, items)
    return home


def copy_shop(home: Path) -> Path:
    """Copy a shop's database into a folder of its own."""
    copy = Path(mkdtemp(prefix="returns-desk-bench-"))
    shutil.copyfile(home / FILE_NAME, copy / FILE_NAME)
    return copy


def parcel_scans() -> Iterator[tuple[str, ...]]:
    """The four scans of each announced parcel."""
    for number in range(PARCELS):
        yield (f"BENCH{number:08d}X", CODE, "DO-D", "DO-OK")


def _announced() -> Iterator[ExpectedRow]:
    delivered = datetime.now(UTC).date() - timedelta(days=9)
    for number in range(PARCELS):
        yield ExpectedRow(
            number,
            f"RMA-{number:06d}",
            f"Customer {number}",
            "SKU-1",
            1,
            tracking=(f"BENCH{number:08d}X",),
            delivered=delivered,
        )


def _fill(path: Path, items: int) -> None:
    """Put a past of items in, with their find entries, moves of stock and one journal entry each, straight by SQL.

    ``verify`` finds the books in balance, but for the journal's chain, which is none in this past.
    """
    shop = sqlite.connect(str(path))
    (product,) = shop.execute("SELECT id FROM products").fetchone()
    (station,) = shop.execute("SELECT id FROM stations").fetchone()
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    past = b"\x01" * 8
    shop.execute(
        "INSERT INTO parcels (id, number, tracking_key, state, version) VALUES (?, 'PA-9-000001', 'PAST', 'closed', 1)",
        (past + bytes(8),),
    )
    ids = [past + number.to_bytes(8, "big") for number in range(1, items + 1)]
    shop.executemany(
        "INSERT INTO items (id, number, state, outcome, product_id, parcel_id, quantity, serial, lot, grade, findings,"
        " note, disposition, recommended, currency, held, stock, received_at, version) VALUES (?, ?, 'placed',"
        " 'expected', ?, ?, 1, ?, '', 'A', '[]', '', 'restock', 'restock', 'ILS', 0, 'available', ?, 1)",
        (
            (key, f"IT-9-{number:07d}", product, past + bytes(8), f"SN{number:07d}", now)
            for number, key in enumerate(ids)
        ),
    )
    # each of them was received and put on its shelf in the step that the journal tells of
    (seq,) = shop.execute("SELECT max(seq) FROM stock_moves").fetchone()
    shop.executemany(
        "INSERT INTO stock_moves (id, seq, at, step_id, station_id, product_id, item_id, quantity, from_status,"
        " to_status) VALUES (?, ?, ?, ?, ?, ?, ?, 1, 'outside', 'available')",
        ((key, seq + number, now, key, station, product, key) for number, key in enumerate(ids, 1)),
    )
    shop.execute("UPDATE counters SET value = ? WHERE name = 'stock move'", (seq + items,))
    shop.executemany(
        "INSERT INTO find_entries (kind, subject_id, words) VALUES ('item', ?, ?)",
        (
            (key, f"it 9 {number:07d} wireless headphones {number % 997} customer{number % 50_000} sn{number:07d}")
            for number, key in enumerate(ids)
        ),
    )
    shop.executemany(
        "INSERT INTO journal (id, station_id, seq, at, kind, body, item_id, step_id, step_line, hash)"
        """ VALUES (?, ?, ?, ?, 'FindingAdded', '{"number":"IT-9","finding":"BROKEN"}', ?, ?, 0, '')""",
        ((key, station, 1000 + number, now, key, key) for number, key in enumerate(ids)),
    )
    shop.commit()
    shop.execute("ANALYZE")
    shop.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shop.close()

"""A database from before printers were asked: what waited is printed once, what was done stays so, papers are plain."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from returns_desk.desk import Desk
from returns_desk.domain.paper_look import PaperLook
from returns_desk.domain.printing import JobState, PaperKind, Trouble
from returns_desk.outbox import drain
from returns_desk.settings import Settings
from returns_desk.store.ids import new_id
from returns_desk.usecases.look_jobs import jobs
from returns_desk.usecases.look_paper import dress_of
from tests.fakes import MORNING
from tests.store.older import Row, opened_from, put

WAITED = (("item plate", "IT-1-000001"), ("parcel label", "PA-1-000001"), ("item label", "IT-1-000009"))
DONE = (("item label", "IT-1-000002", "printed"), ("carton label", "CT-000001", "cancelled"))


def _fill(connection: sa.Connection) -> None:
    """A station whose label printer was off: a piece's label, a parcel's, and one of a piece that is gone since."""
    station, product, parcel = new_id(), new_id(), new_id()
    many: list[tuple[str, Row]] = [
        ("shop", {"id": new_id(), "name": "Shop", "currency": "ILS", "limits": "{}", "started_at": MORNING}),
        ("stations", {"id": station, "name": "1", "code": "1"}),
        (
            "products",
            {
                "id": product, "sku": "KETTLE", "sku_key": "KETTLE", "name": "Kettle", "currency": "ILS",
                "serialised": 0, "electrical": 1,
            },
        ),
        ("parcels", {"id": parcel, "number": "PA-1-000001", "state": "closed", "version": 1}),
        (
            "items",
            {
                "id": new_id(), "number": "IT-1-000001", "state": "inspected", "outcome": "expected", "version": 1,
                "product_id": product, "parcel_id": parcel, "quantity": 1, "findings": "[]", "currency": "ILS",
                "held": 0, "stock": "quarantine", "place": "", "received_at": MORNING,
            },
        ),
    ]  # fmt: skip
    for kind, number, state in (*((*each, "waiting") for each in WAITED), *DONE):
        job = {"id": new_id(), "station_id": station, "kind": kind, "number": number, "state": state}
        many.append(("print_queue", {**job, "made_at": MORNING, "tries": 2, "last_error": "no answer"}))
    for table, row in many:
        put(connection, table, row)


def _the_queue_goes_on(url: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(opened_from(4, url, monkeypatch, _fill), "1")
    before = {(job.number, job.state) for job in desk.read(jobs)}
    assert before >= {(number, JobState.WAITING) for _, number in WAITED}
    assert desk.read(dress_of).look == PaperLook()
    (told,) = drain(desk, Settings(), home, "en")
    assert (told.printed, told.waiting) == (2, 0)
    after = desk.read(jobs)
    (gone,) = (job for job in after if job.number == "IT-1-000009")
    assert (gone.state, gone.trouble) == (JobState.CANCELLED, Trouble.NOT_DRAWN)
    printed = {job.number: job for job in after if job.state is JobState.PRINTED}
    assert set(printed) == {"IT-1-000001", "PA-1-000001", "IT-1-000002"}
    assert printed["IT-1-000001"].kind is PaperKind.ITEM_LABEL
    assert sorted(file.name for file in (home / "labels").glob("*.pdf")) == ["IT-1-000001.pdf", "PA-1-000001.pdf"]
    assert sum(each.printed for each in drain(desk, Settings(), home, "en")) == 0
    desk.close()


def test_labels_that_waited_in_a_file_are_printed_once(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path_factory.mktemp("old")
    _the_queue_goes_on(f"sqlite:///{home / 'old.db'}", home, monkeypatch)


@pytest.mark.postgres
def test_labels_that_waited_on_a_server_are_printed_once(
    postgresql_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _the_queue_goes_on(postgresql_url, tmp_path, monkeypatch)

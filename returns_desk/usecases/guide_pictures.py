"""The pictures that a file of guides names: made photographs and put on the shelf before its rows are taken."""

from dataclasses import replace
from pathlib import Path

from returns_desk.domain.import_facts import RowFact
from returns_desk.domain.picture_refusals import PictureRefused
from returns_desk.domain.refusals import RowRefused
from returns_desk.exchange.photographs import prepared
from returns_desk.exchange.rows import GuideRow, Reading, RefusedRow
from returns_desk.store.photo_shelf import PhotoShelf


def keep_guide_pictures(reading: Reading[GuideRow], folder: Path, shelf: PhotoShelf | None) -> Reading[GuideRow]:
    """The rows with the fingerprint of their picture in the place of its name; those it cannot be used of are refused.

    A picture lies beside the imported file, never elsewhere. Without a shelf (a trial) nothing is kept. Refuses
    ``ShelfRefused``.
    """
    fingerprints: dict[str, str] = {}
    rows: list[GuideRow] = []
    refused = list(reading.refused)
    for row in reading.rows:
        try:
            if row.picture and row.picture not in fingerprints:
                fingerprints[row.picture] = _keep(folder, row.picture, shelf)
            rows.append(replace(row, picture=fingerprints.get(row.picture, "")))
        except PictureRefused:
            fact = RowRefused(RowFact.NOT_A_PICTURE, "picture", row.picture[:40])
            refused.append(RefusedRow(row.line, fact))
    return Reading(tuple(rows), tuple(sorted(refused, key=lambda one: one.line)))


def _keep(folder: Path, name: str, shelf: PhotoShelf | None) -> str:
    if Path(name).name != name or "\\" in name:
        raise PictureRefused("missing", name)
    made = prepared(folder / name)
    return shelf.put(made.jpeg, made.sha256) if shelf else made.sha256

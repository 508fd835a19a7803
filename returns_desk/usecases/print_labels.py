"""Labels on their way out: what waits is read with all that it shows, drawn and sent outside of any transaction, and
marked afterwards; so no printer, however slow, holds the desk up, and no label is lost because it was off.
"""

from dataclasses import dataclass

from returns_desk.documents.labels import render_label_pdf, render_label_zpl
from returns_desk.documents.labels.carton import render_carton_label_pdf, render_carton_label_zpl
from returns_desk.domain.items import NO_PIECE
from returns_desk.domain.packing import CartonLabel
from returns_desk.domain.printing import USUAL_LABEL, PaperKind
from returns_desk.domain.refusals import NotFound
from returns_desk.domain.snapshots import ItemSnapshot, ParcelSnapshot
from returns_desk.exchange.printers import Printer, PrintOut
from returns_desk.settings import Settings
from returns_desk.store.lookups.returns import item_by_number, parcel_by_number
from returns_desk.store.work import Work
from returns_desk.usecases.look_cartons import carton_label
from returns_desk.usecases.queue_carton_label import CARTON_LABEL
from returns_desk.usecases.queue_label import labels_to_print, mark_failed, mark_printed


@dataclass(frozen=True)
class LabelJob:
    """One waiting label with what it shows; ``thing`` is missing when it is gone: put back, joined, taken away.

    ``why`` is what the printer said the last time; empty when it was not tried yet.
    """

    id: str
    number: str
    thing: ItemSnapshot | ParcelSnapshot | CartonLabel | None
    why: str = ""


def waiting_labels(work: Work) -> tuple[LabelJob, ...]:
    """What waits for this station's printer, oldest first; looks only."""
    return tuple(
        LabelJob(job.id, job.number, _thing(work, job.kind, job.number), job.last_error)
        for job in labels_to_print(work)
    )


def _thing(work: Work, kind: str, number: str) -> ItemSnapshot | ParcelSnapshot | CartonLabel | None:
    if kind == CARTON_LABEL:
        return _carton(work, number)
    if kind == "parcel label":
        parcel = parcel_by_number(work.session, number)
        return parcel.snapshot() if parcel else None
    item = item_by_number(work.session, number)
    return item.snapshot() if item and item.state not in NO_PIECE else None


def _carton(work: Work, number: str) -> CartonLabel | None:
    try:
        return carton_label(work, number)
    except NotFound:
        return None


def send_label(job: LabelJob, printer: Printer, settings: Settings, language: str) -> None:
    """Draw and send one label; needs no database. Refuses ``PrinterRefused``; ``BadValue`` for a size there is not."""
    if job.thing is None:
        return
    if isinstance(job.thing, CartonLabel):  # always as large as carriers want it, in the recipient's language
        draw = render_carton_label_zpl if printer.speaks == "zpl" else render_carton_label_pdf
        printer.send(PrintOut(job.number, draw(job.thing)))
        return
    size = settings.route(PaperKind.ITEM_LABEL).size or USUAL_LABEL
    if printer.speaks == "zpl":
        printer.send(PrintOut(job.number, render_label_zpl(job.thing, language, size)))
    else:
        printer.send(PrintOut(job.number, render_label_pdf(job.thing, language, size)))


def mark_all(work: Work, printed: tuple[str, ...], failed: tuple[str, ...], error: str = "") -> None:
    """Note which labels the printer took and which it did not. No inverse: they are on paper, or wait on."""
    for job_id in printed:
        mark_printed(work, job_id)
    for job_id in failed:
        mark_failed(work, job_id, error)

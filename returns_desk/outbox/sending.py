"""Draw one job and hand it to its printer; ask a printer after a job that an ended program left. Needs no database."""

from returns_desk.documents.labels import LabelForm, Labelled, label_size
from returns_desk.domain.packing import CartonLabel
from returns_desk.domain.print_jobs import Sent
from returns_desk.domain.printing import USUAL_LABEL, JobState, Route, Trouble
from returns_desk.domain.refusals import BadValue
from returns_desk.exchange.printers import Printer, PrinterRefused, PrintOut
from returns_desk.outbox.lines import Line, Place
from returns_desk.usecases.label_papers import draw_label
from returns_desk.usecases.paper import Paper
from returns_desk.usecases.send_jobs import Claimed, LeftBehind, job_name
from returns_desk.usecases.shelf_pictures import pictures_on, shelf_of

_USUAL_CARTON = "100x150"


def send_job(job: Claimed, line: Line, place: Place) -> Sent:
    """Draw and send one job. Never raises: what cannot be drawn is set aside, what broke off may be on paper."""
    if job.paper is None:
        return Sent(job.id, JobState.WAITING, Trouble.NOT_DRAWN, job.wrong)
    route, printer = place.settings.route(job.kind), place.printer(job.kind)
    try:
        drawn, media = _drawn(job, job.paper, printer, route, place)
    except BadValue as wrong:
        return Sent(job.id, JobState.WAITING, Trouble.NOT_DRAWN, f"{wrong.name} {wrong.value}".strip())
    except Exception as wrong:  # noqa: BLE001  a drawing that fails holds up nobody else's
        return Sent(job.id, JobState.WAITING, Trouble.NOT_DRAWN, f"{type(wrong).__name__} {wrong}".strip())
    return _sent(job.id, printer, PrintOut(_name(job, line), drawn, job.copies, route.tray, media))


def ask_after(left: LeftBehind, line: Line, place: Place) -> Sent:
    """What became of a job whose program ended while it was sent: printed, to be sent again, or nobody can tell."""
    if line.overwrites:
        return Sent(left.id, JobState.WAITING)
    printer = place.printer_of(Route(left.printer), place.home, left.kind.family)
    try:
        known = printer.knows(left.name)
    except Exception:  # noqa: BLE001  a printer that cannot be asked cannot tell
        known = None
    if known is None:
        return Sent(left.id, JobState.UNSURE)
    return Sent(left.id, JobState.PRINTED, receipt=left.name) if known else Sent(left.id, JobState.WAITING)


def _sent(job_id: str, printer: Printer, out: PrintOut) -> Sent:
    try:
        return Sent(job_id, JobState.PRINTED, receipt=printer.send(out))
    except PrinterRefused as refused:
        state = JobState.UNSURE if refused.perhaps else JobState.WAITING
        return Sent(job_id, state, refused.trouble, refused.said)
    except Exception as fault:  # noqa: BLE001  nobody knows how far it came
        return Sent(job_id, JobState.UNSURE, Trouble.REFUSED, f"{type(fault).__name__} {fault}".strip())


def _drawn(job: Claimed, paper: Paper, printer: Printer, route: Route, place: Place) -> tuple[bytes, str]:
    """The bytes for a printer, and what they lie on."""
    if paper.thing is not None:
        form = LabelForm(paper.language, route.size, route.dpi, printer.speaks)
        return draw_label(paper.thing, form, job.copy), _label_media(paper.thing, route.size)
    if printer.speaks != "pdf":
        raise BadValue("printer", printer.address)
    return paper.draw(pictures=pictures_on(shelf_of(place.settings, place.home))), paper.size


def _label_media(thing: Labelled, size: str) -> str:
    """The label in the printer, as its width and height in millimetres."""
    usual = _USUAL_CARTON if isinstance(thing, CartonLabel) else USUAL_LABEL
    measures = label_size(size or usual)
    return f"{measures.width:g}x{measures.height:g}"


def _name(job: Claimed, line: Line) -> str:
    """A job's title; in a folder the name of its file, so that the newest label of a piece stands in its place."""
    if job.paper is None or not line.overwrites:
        return job_name(job.number, job.id)
    name = job.paper.file_name.removesuffix(".pdf")
    if job.kind.is_label or job.paper.numbered:
        return name
    return f"{name}-{job.made_at.astimezone():%Y%m%d-%H%M%S}"

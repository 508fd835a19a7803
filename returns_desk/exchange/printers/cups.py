"""A queue of the system's print service (CUPS): the PDF itself is handed over, and the service prints it.

Handed over by ``lp``, which knows the person's own settings and rights; asked by IPP, which tells titles and states.
"""

import os
import re
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from returns_desk.domain.printer_address import CUPS
from returns_desk.domain.printing import PrinterStatus, Trouble
from returns_desk.exchange.printers.cups_troubles import stop_of, troubles_of
from returns_desk.exchange.printers.folder import trouble_of
from returns_desk.exchange.printers.ipp import GET_JOBS, GET_PRINTER, JOB, NOT_FOUND, PRINTER, Answer, Facts, Value
from returns_desk.exchange.printers.manners import with_copies
from returns_desk.exchange.printers.print_service import ask_service, person
from returns_desk.exchange.printers.printer import PDF, ZPL, PrinterRefused, PrintOut

_SECONDS = 20.0  # for lp
_LONGEST_TITLE = 255  # bytes, of a name in IPP
_STATE = (
    "printer-state",
    "printer-state-reasons",
    "printer-state-message",
    "printer-is-accepting-jobs",
    "queued-job-count",
)
_TITLE = ("job-name", "job-priority", "time-at-creation")  # the name alone CUPS does not look up for jobs that are done
_RECEIPT = re.compile(r"request id is (\S+-[0-9]+)")
_LABEL_MEDIA = re.compile(r"[1-9][0-9]{0,3}(?:\.[0-9])?x[1-9][0-9]{0,3}(?:\.[0-9])?")
_SHEETS = ("A4", "Letter")


@dataclass(frozen=True)
class CupsPrinter:
    """One queue. Labels in ZPL go through it as they are."""

    queue: str
    speaks: str = PDF

    @property
    def address(self) -> str:
        """As in a route."""
        return f"{CUPS}://{self.queue}"

    def send(self, out: PrintOut) -> str:
        """Hand one job over; the receipt is what CUPS calls it.

        Only a queue that was stopped, or is gone, gets nothing: that paper is missing was true of the last job, and
        may be mended by now.
        """
        state = self._state()
        if (stop := stop_of(state)) is not None:
            raise PrinterRefused(stop, _message(state))
        content = with_copies(out.content, out.copies) if self._raw else out.content
        try:
            return _hand_over(self._command(out), content)
        except PrinterRefused as refused:
            if refused.perhaps and self.knows(out.name) is False:
                raise PrinterRefused(refused.trouble, refused.said) from refused
            raise

    def status(self) -> PrinterStatus:
        """What CUPS says of the queue and of the printer behind it."""
        try:
            state = self._state()
        except PrinterRefused as refused:
            return PrinterStatus((refused.trouble,), said=refused.said)
        waiting = next((value for value in state.get("queued-job-count", ()) if isinstance(value, int)), 0)
        return PrinterStatus(troubles_of(state), waiting, _message(state))

    def knows(self, name: str) -> bool | None:
        """Whether CUPS has or had a job of this title from this person: waiting, printed or thrown away."""
        told: list[Value] = []
        for which in ("not-completed", "completed"):
            try:
                answer = ask_service(GET_JOBS, {**self._asking(_TITLE), "which-jobs": which})
            except PrinterRefused:
                return None
            if not answer.fits:
                return None
            told += [next(iter(job.get("job-name", ())), "") for job in answer.of(JOB)]
        if title(name) in told:
            return True
        return None if "" in told else False  # CUPS may be told to keep titles to itself

    @property
    def _raw(self) -> bool:
        return self.speaks == ZPL

    def _asking(self, wanted: tuple[str, ...]) -> Facts:
        place = f"ipp://localhost/printers/{quote(self.queue)}"
        return {"printer-uri": place, "requesting-user-name": person(), "requested-attributes": wanted}

    def _state(self) -> Mapping[str, tuple[Value, ...]]:
        answer = ask_service(GET_PRINTER, self._asking(_STATE))
        _refuse_no_answer(answer, self.queue)
        return answer.of(PRINTER)[0]

    def _command(self, out: PrintOut) -> list[str]:
        begin = ["lp", "-d", self.queue, "-t", title(out.name)]
        if self._raw:
            return [*begin, "-o", "raw"]
        options = ["print-scaling=none", "sides=one-sided", *_media(out.media)]
        if out.tray:
            options.append(f"InputSlot={out.tray}")
        return [*begin, "-n", str(max(1, out.copies)), *(part for option in options for part in ("-o", option))]


def title(name: str) -> str:
    """A job's name as CUPS takes it."""
    plain = "".join(sign if sign.isprintable() else " " for sign in name)
    return plain.encode()[:_LONGEST_TITLE].decode(errors="ignore").strip() or "-"


def _run(command: list[str]) -> str:
    """What a command of CUPS says. Refuses ``PrinterRefused``: it is not there, it failed, it does not end."""
    plainly = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, env=plainly, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired as error:
        raise PrinterRefused(Trouble.SILENT, command[0], perhaps=True) from error
    except OSError as error:
        raise PrinterRefused(Trouble.NO_SERVICE, f"{command[0]}: {error.strerror}") from error
    if done.returncode:
        raise PrinterRefused(Trouble.REFUSED, " ".join(done.stderr.decode(errors="replace").split()))
    return done.stdout.decode(errors="replace")


def _hand_over(command: list[str], content: bytes) -> str:
    """As a whole file: whatever ends this program, CUPS never gets half of it."""
    try:
        with tempfile.NamedTemporaryFile(prefix="returns-desk-") as file:
            file.write(content)
            file.flush()
            said = _run([*command, "--", file.name])
    except OSError as error:
        raise PrinterRefused(trouble_of(error), error.strerror or type(error).__name__) from error
    found = _RECEIPT.search(said)
    return found[1] if found else ""


def _media(media: str) -> list[str]:
    """Tape has no length of its own: the drawing's counts."""
    if media in _SHEETS:
        return [f"media={media}"]
    return [f"media=Custom.{media}mm"] if _LABEL_MEDIA.fullmatch(media) else []


def _message(state: Mapping[str, tuple[Value, ...]]) -> str:
    return " ".join(str(value) for value in state.get("printer-state-message", ())).strip()


def _refuse_no_answer(answer: Answer, queue: str) -> None:
    if answer.status == NOT_FOUND:
        raise PrinterRefused(Trouble.NO_SUCH_QUEUE, queue)
    if not answer.fits or not answer.of(PRINTER):
        raise PrinterRefused(Trouble.REFUSED, f"CUPS: {answer.status:#06x}")

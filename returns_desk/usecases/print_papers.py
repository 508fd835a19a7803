"""Any paper or label by its kind and number, read in one go and drawn later: nothing is registered, nothing changed."""

from collections.abc import Callable, Mapping
from typing import Any

from returns_desk.documents.calibration import render_calibration
from returns_desk.documents.scanner_sheet import render_scanner_sheet
from returns_desk.domain.printing import PaperKind
from returns_desk.domain.printing_refusals import NoSuchPaper
from returns_desk.store.work import Work
from returns_desk.usecases.batch_papers import (
    correction_paper,
    evidence_paper,
    form_of,
    letter_paper,
    packing_paper,
    slip_paper,
    statement_paper,
)
from returns_desk.usecases.label_papers import label_paper
from returns_desk.usecases.paper import Paper, Print
from returns_desk.usecases.print_sheets import draw_command_sheet, draw_scan_me

__all__ = ["Paper", "paper_of"]

SHEETS: dict[str, Callable[..., bytes]] = {
    "COMMANDS": draw_command_sheet,
    "SCAN-ME": draw_scan_me,
    "SCANNER": render_scanner_sheet,
    "CALIBRATION": render_calibration,
}
_READERS: dict[PaperKind, Callable[[Work, str, Print], Paper]] = {
    PaperKind.SLIP: slip_paper,
    PaperKind.CORRECTION: correction_paper,
    PaperKind.PACKING_LIST: packing_paper,
    PaperKind.DISPUTE_LETTER: letter_paper,
    PaperKind.STATEMENT: statement_paper,
    PaperKind.EVIDENCE: evidence_paper,
}


def paper_of(work: Work, kind: PaperKind, number: str, what: Mapping[str, Any] | None = None) -> Paper:
    """What a print of this would be.

    ``what`` may say ``language``, ``bilingual``, ``size`` of the sheet, ``since`` and ``until`` of a statement, and of
    a print that was registered ``copy``, ``at``, ``by``, ``by_en``. A sheet's number is one of ``SHEETS``. Refuses
    ``NotFound``, ``NoSuchPaper``, ``BadValue``.
    """
    facts = dict(what or {})
    if kind.is_label:
        return label_paper(work, kind, number, str(facts.get("language", "")), int(facts.get("copy") or 0))
    one = Print.asked(work, facts)
    if kind is PaperKind.SHEET:
        return _sheet(work, number, one)
    return _READERS[kind](work, number, one)


def _sheet(work: Work, number: str, one: Print) -> Paper:
    name = number.strip().upper()
    if name not in SHEETS:
        raise NoSuchPaper(number, PaperKind.SHEET)
    draw, language = SHEETS[name], one.language or "he"
    dress = form_of(work, one)["dress"]
    file_name, size = f"{name.lower()}-{language}.pdf", dress.look.size.value
    return Paper(
        PaperKind.SHEET, name, name, file_name, language, lambda spoken, _: draw(spoken, dress=dress), size=size
    )

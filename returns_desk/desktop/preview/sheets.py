"""Sheets that stand in no book of the shop: codes, badges, what printers are measured with; all looked at first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from returns_desk.desktop.preview.dialog import PaperPreview, open_preview
from returns_desk.desktop.preview.shown import LoosePaper
from returns_desk.desktop.screens.screen import Room
from returns_desk.documents.calibration import render_calibration, render_calibration_label
from returns_desk.documents.kit.dress import PLAIN, Dress
from returns_desk.documents.sheets import SheetCode, render_badges
from returns_desk.domain.paper_look import PaperLook, PaperSize
from returns_desk.domain.printing import USUAL_LABEL, PaperKind, Route
from returns_desk.domain.refusals import DeskError
from returns_desk.exchange.read_people import read_people
from returns_desk.exchange.reading import Import
from returns_desk.exchange.rows import PersonRow
from returns_desk.usecases.paper import Paper
from returns_desk.wording import Words
from returns_desk.wording.refusals import refusal_line

COMMANDS, SCANNER = "COMMANDS", "SCANNER"  # numbers of sheets, as the print queue knows them
BADGES, CALIBRATION = "badges", "calibration"


@dataclass(frozen=True)
class Badges:
    """Everybody with a badge in a file of people, or why there is nobody."""

    people: tuple[PersonRow, ...] = ()
    trouble: str = ""


def open_sheet(room: Room, name: str, parent: QWidget | None = None) -> PaperPreview:
    """Show the command sheet or the sheet to try a scanner with, in the window's language."""
    return open_preview(room, PaperKind.SHEET, name, {"language": room.words.language}, parent)


def read_badges(file: Path, room: Room) -> Badges:
    """Read who has a badge in a file of people as it is imported; in the pool. The store keeps no readable badge."""
    words = room.words
    try:
        reading = read_people(file, Import(room.clock().date()))
    except DeskError as refusal:
        return Badges(trouble=refusal_line(words, refusal))
    except OSError as trouble:
        return Badges(trouble=trouble.strerror or str(trouble))
    if not reading.rows:
        return Badges(trouble=words("Nobody with a badge is in this file"))
    return Badges(tuple(reading.rows))


def open_badges(room: Room, people: Sequence[PersonRow], parent: QWidget | None = None) -> PaperPreview:
    """Show a badge for each of these people; they are never put into the print queue, which is kept."""

    def dressed(dress: Dress) -> Paper:
        def draw(language: str) -> bytes:
            return render_badges(_cards(people, Words(language)), language, dress=dress)

        return _sheet(BADGES, room.words.language, draw, dress.look.size)

    return _open(room, LoosePaper(dressed(PLAIN), dressed=dressed), parent)


def _cards(people: Sequence[PersonRow], words: Words) -> list[SheetCode]:
    english = words.language == "en"
    return [
        SheetCode(row.badge, (row.name_en or row.name) if english else row.name, "brand", words.name(row.role))
        for row in people
    ]


def open_calibration(
    room: Room, kind: PaperKind = PaperKind.SHEET, route: Route | None = None, parent: QWidget | None = None
) -> PaperPreview:
    """Show the page, or for a kind of label the labels, by which the printer of a route is set right."""
    route = route or room.station.settings.route(kind)
    size, language = route.size, room.words.language
    if not kind.is_label:
        dress = Dress(PaperLook(size=PaperSize(size) if size in set(PaperSize) else PaperSize.A4))
        paper = _sheet(
            CALIBRATION,
            language,
            lambda spoken: render_calibration(spoken, dress=dress, dpi=route.dpi or 300),
            dress.look.size,
        )
        return _open(room, LoosePaper(paper), parent)
    size = size or USUAL_LABEL
    paper = _sheet(
        CALIBRATION, language, lambda spoken: render_calibration_label(spoken, size, route.dpi or 300), size, kind
    )
    for_zpl = LoosePaper(paper, zpl=lambda spoken: render_calibration_label(spoken, size, route.dpi or 203, "zpl"))
    return _open(room, for_zpl, parent)


def _sheet(
    name: str, language: str, draw: Callable[[str], bytes], size: str = "A4", kind: PaperKind = PaperKind.SHEET
) -> Paper:
    return Paper(
        kind, name, name, f"{name}-{language}.pdf", language, lambda spoken, _: draw(spoken or language), size=size
    )


def _open(room: Room, loose: LoosePaper, parent: QWidget | None) -> PaperPreview:
    preview = PaperPreview(room, loose, parent)
    preview.open()
    return preview

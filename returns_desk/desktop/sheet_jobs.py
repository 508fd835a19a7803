"""Papers that are made from the settings: sheets of codes, badges. Drawn by the pool."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from returns_desk.documents.scanner_sheet import render_scanner_sheet
from returns_desk.documents.sheets import SheetCode, render_badges
from returns_desk.domain.refusals import DeskError
from returns_desk.exchange.read_people import read_people
from returns_desk.exchange.reading import Import
from returns_desk.exchange.whole_file import save_whole
from returns_desk.usecases.print_sheets import draw_command_sheet
from returns_desk.wording import Words
from returns_desk.wording.refusals import refusal_line

SHEETS = "sheets"


@dataclass(frozen=True)
class Paper:
    """A file that was written, or why it was not."""

    file: Path | None
    trouble: str = ""


def save_command_sheet(language: str, file: Path) -> Paper:
    """Every command of the desk as a code."""
    return save_sheet(draw_command_sheet(language), file)


def save_scanner_sheet(language: str, file: Path) -> Paper:
    """The codes from which it is told how a scanner is set up."""
    return save_sheet(render_scanner_sheet(language), file)


def save_badges(people: Path, now: datetime, language: str, file: Path) -> Paper:
    """A badge for everybody in a file of people as it is imported; the store keeps no badge that can be read."""
    words = Words(language)
    try:
        reading = read_people(people, Import(now.date()))
    except DeskError as refusal:
        return Paper(None, refusal_line(words, refusal))
    except OSError as trouble:
        return Paper(None, trouble.strerror or str(trouble))
    badges = [
        SheetCode(row.badge, (row.name_en or row.name) if language == "en" else row.name, "brand", words.name(row.role))
        for row in reading.rows
    ]
    if not badges:
        return Paper(None, words("Nobody with a badge is in this file"))
    return save_sheet(render_badges(badges, language), file)


def save_sheet(drawn: bytes, file: Path) -> Paper:
    """Write a sheet whole or not at all."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        save_whole(file, drawn)
    except OSError as trouble:
        return Paper(None, trouble.strerror or str(trouble))
    return Paper(file)

"""What the demo leaves in its folder: slips, labels, sheets, pictures of the screens, and the page that sums it up."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from returns_desk.cli.call import Call, CommandRefused
from returns_desk.cli.day import Tally
from returns_desk.cli.papers import drawn_slip
from returns_desk.cli.shapes import partner_name
from returns_desk.desk import Desk, now_utc
from returns_desk.documents.day_summary import DaySummary, SummaryRow, render_day_summary
from returns_desk.documents.labels import render_label_png, render_label_zpl
from returns_desk.documents.sheets import SheetCode, render_badges
from returns_desk.domain.items import Disposition
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.snapshots import BatchRow, ItemSnapshot
from returns_desk.exchange.printers import FolderPrinter
from returns_desk.exchange.reading import Import
from returns_desk.exchange.whole_file import safe_name, save_whole
from returns_desk.outbox import drain
from returns_desk.settings import Settings
from returns_desk.store.database import open_database
from returns_desk.store.photo_shelf import PhotoShelf
from returns_desk.usecases import look, look_batches, look_bench
from returns_desk.usecases.fill_sample import COMPANY, sample_people
from returns_desk.usecases.import_rows import what_import_needs
from returns_desk.usecases.issue_slip import print_slip
from returns_desk.usecases.look_paper import dress_of
from returns_desk.usecases.print_sheets import draw_command_sheet, draw_scan_me
from returns_desk.wording import Words
from returns_desk.wording.words import LANGUAGES

_MANY = 1000


class Papers:
    """Draws everything into the demo's folder."""

    def __init__(self, call: Call, desk: Desk, folder: Path, shelf: PhotoShelf) -> None:
        self._call = call
        self._desk = desk
        self._folder = folder
        self._shelf = shelf
        self._pictures: tuple[Path, ...] = ()

    def draw_screens(self) -> None:
        """Draw the main screens in both languages, by a desk of the desktop's own over the same data."""
        draw = self._call.draw_pictures
        if draw is None:
            return
        for language in LANGUAGES:
            self._pictures += draw(self._open_again(), self._folder / "screens", language, self._shelf.folder)

    def _open_again(self) -> Callable[[], Desk]:
        url, station = f"sqlite:///{self._desk.database.path}", self._call.station
        return lambda: Desk(open_database(url), station)

    def print_slips(self, rows: list[BatchRow]) -> None:
        """Print every slip: the original in the partner's language, a copy in the other."""
        for row in rows:
            for language in dict.fromkeys((row.partner.language, *LANGUAGES)):
                printed = self._desk.run(AT_THE_BENCH, print_slip, row.number, language, "demo").answer
                name = safe_name(f"{printed.content.number or row.number} {language}", ".pdf")
                self._save("slips", name, drawn_slip(printed, language, self._who()))

    def _who(self) -> str:
        person = self._desk.read(look_bench.bench).person
        return person.name if person else ""

    def print_labels(self) -> None:
        """Print what waits as PDF into ``labels``, and every piece's label as ZPL; a few as pictures too."""
        language = self._call.words.language
        folder = FolderPrinter(self._folder / "labels")
        drain(self._desk, Settings(), self._shelf.folder.parent, language, lambda *_: folder)
        pieces = [piece for piece in self._desk.read(look.items, None, _MANY).rows if isinstance(piece, ItemSnapshot)]
        for number, piece in enumerate(reversed(pieces)):
            self._save("labels", safe_name(piece.number, ".zpl"), render_label_zpl(piece, language))
            if number < len(LANGUAGES):
                each = LANGUAGES[number]
                self._save("labels", safe_name(f"{piece.number} {each}", ".png"), render_label_png(piece, each))

    def print_sheets(self) -> None:
        """The sheets for the wall and the pocket."""
        people, dress = sample_people(Import(*self._desk.read(what_import_needs))), self._desk.read(dress_of)
        for language in LANGUAGES:
            words = Words(language)
            badges = [
                SheetCode(row.badge, row.name_en if language == "en" else row.name, also=words.name(row.role))
                for row in people
            ]
            self._save("sheets", f"commands-{language}.pdf", draw_command_sheet(language, dress=dress))
            self._save("sheets", f"scan-me-{language}.pdf", draw_scan_me(language, dress=dress))
            self._save("sheets", f"badges-{language}.pdf", render_badges(badges, language, dress=dress))

    def write_summary(self, tally: Tally, rows: list[BatchRow], *, sound: bool) -> None:
        """The page that sums the day up."""
        call, words = self._call, self._call.words
        summary = DaySummary(
            shop=COMPANY.name_en if words.language == "en" else COMPANY.name,
            day=words.date(now_utc().astimezone().date()),
            figures=self._figures(tally, rows),
            batches=tuple(self._summary_row(row) for row in rows),
            notes=tuple(map(call.clean, self._notes(sound=sound))),
        )
        self._save("", "summary.pdf", render_day_summary(summary, words.language, dress=self._desk.read(dress_of)))

    def _notes(self, *, sound: bool) -> tuple[str, ...]:
        words, pictures = self._call.words, len(self._pictures)
        return (
            words(
                "{folder}: every slip, the original in the partner's language and a copy in the other", folder="slips"
            ),
            words("{folder}: every label as PDF and ZPL", folder="labels"),
            words("{folder}: the commands, the badges, and codes to try a scanner with", folder="sheets"),
            words("{folder}: {count} pictures of the window", folder="screens", count=pictures),
            words("{folder}: the database itself, to look round in", folder="desk"),
            words("The journal's chain holds and the books balance" if sound else "The books do not balance"),
        )

    def _figures(self, tally: Tally, rows: list[BatchRow]) -> tuple[tuple[str, str], ...]:
        words = self._call.words
        pieces = [piece for piece in self._desk.read(look.items, None, _MANY).rows if isinstance(piece, ItemSnapshot)]
        ways = tuple((words.name(way), str(sum(piece.disposition is way for piece in pieces))) for way in Disposition)
        expected = sum((row.expected for row in rows[1:]), rows[0].expected) if rows else None
        return (
            (words("Parcels"), str(tally.parcels)),
            (words("Items"), str(len(pieces))),
            (words("Scans"), str(tally.scans)),
            (words("Expected credit"), words.money(expected) if expected else "—"),
            *ways,
        )

    def _summary_row(self, row: BatchRow) -> SummaryRow:
        words = self._call.words
        paper = self._desk.read(look_batches.batch, row.number).slip
        partner, state = partner_name(self._call, row.partner), words.name(row.state)
        return SummaryRow(row.number, partner, state, row.lines, words.money(row.expected), paper)

    def _save(self, folder: str, name: str, content: bytes) -> None:
        target = self._folder / folder / name
        try:
            with suppress(FileExistsError):
                target.parent.mkdir(parents=True)
            save_whole(target, content)
        except OSError:
            raise CommandRefused(self._call.words("{file} cannot be written", file=target)) from None

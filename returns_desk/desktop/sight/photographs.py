"""Keeps photographs of what lies on the bench, from the camera or from pictures that were brought, and shows them.

It joins every strip of photographs in the window to the shelf; what a photograph is of is settled when it is taken,
not when the disk has it: the next piece may be in hand by then.
"""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.screens.panels.guide_popup import GuidePopup
from returns_desk.desktop.slow_work import Pool
from returns_desk.desktop.theme import load_theme
from returns_desk.desktop.thumbnails import Thumbnails
from returns_desk.desktop.widgets.photo_overlay import PhotoOverlay
from returns_desk.desktop.widgets.photo_strip import PhotoStrip
from returns_desk.domain.photos import OF_PARCEL, PhotoKind
from returns_desk.domain.snapshots import BenchSnapshot

if TYPE_CHECKING:
    from returns_desk.desk import Desk
    from returns_desk.desktop.shell import Shell
    from returns_desk.desktop.sight.photo_jobs import Kept
    from returns_desk.domain.picture_refusals import PictureRefused
    from returns_desk.domain.refusals import DeskError
    from returns_desk.exchange.photographs import Prepared


@dataclass(frozen=True)
class Subject:
    """What lies on the bench to be photographed."""

    item: str = ""
    parcel: str = ""
    needed: tuple[PhotoKind, ...] = ()
    taken: tuple[PhotoKind, ...] = ()
    defective: bool = False

    @property
    def kinds(self) -> tuple[PhotoKind, ...]:
        """What a photograph of it may show: what is needed, then the most likely, what is there already last."""
        likely = PhotoKind.DEFECT if self.defective else PhotoKind.FRONT
        possible = tuple(PhotoKind) if self.item else tuple(OF_PARCEL) if self.parcel else ()
        return tuple(sorted(possible, key=lambda kind: (self._rank(kind), kind is not likely, _order(kind))))

    def _rank(self, kind: PhotoKind) -> int:
        return 0 if kind in self.needed else 2 if kind in self.taken else 1

    def number_for(self, kind: PhotoKind) -> tuple[str, str]:
        """The piece and the parcel that a photograph of this kind is of; one of them is empty."""
        return ("", self.parcel) if kind in OF_PARCEL and self.parcel else (self.item, "")


def _order(kind: PhotoKind) -> int:
    return list(PhotoKind).index(kind)


def subject_of(bench: BenchSnapshot | None) -> Subject:
    """What somebody who is signed in may photograph now."""
    if bench is None or bench.person is None:
        return Subject()
    item, parcel = bench.item, bench.parcel
    defective = item is not None and item.grade is not None and item.grade.defective
    taken = tuple(photo.kind for photo in bench.photos)
    return Subject(item.number if item else "", parcel.number if parcel else "", bench.photos_needed, taken, defective)


class Photographs(QObject):
    """The photographs of one window. ``changed`` says that another kind or subject is next."""

    said = Signal(str, str, str)  # tone, title and detail for the band
    kept = Signal(str)  # what happened to one, in words
    changed = Signal()
    wanted = Signal()  # somebody wants to photograph: the camera is needed

    def __init__(self, shell: "Shell", pool: Pool) -> None:
        super().__init__(shell)
        self._shell, self._pool = shell, pool
        self._joined: set[int] = set()
        self._inside: QObject | None = None  # of the window, whose parts are joined
        self._overlay: PhotoOverlay | None = None
        self._chosen: PhotoKind | None = None
        self.subject = subject_of(shell.bench)
        self.thumbnails = Thumbnails(pool, self._file_of, shell.runner.crashed.emit)
        shell.scans.bench_changed.connect(self._on_bench)
        shell.scans.submitted.connect(lambda _text: self._put_away())

    @property
    def chosen(self) -> PhotoKind | None:
        """What the next photograph shows, unless somebody chooses otherwise; none if there is nothing to photograph."""
        kinds = self.subject.kinds
        return self._chosen if self._chosen in kinds else next(iter(kinds), None)

    def choose(self, kind: str) -> None:
        """The next photograph shows this."""
        self._chosen = PhotoKind(kind)
        self.changed.emit()

    def choose_next(self) -> None:
        """Go through the kinds."""
        kinds = self.subject.kinds
        if kinds and self.chosen is not None:
            self.choose(kinds[(kinds.index(self.chosen) + 1) % len(kinds)].value)

    def want(self, kind: str) -> None:
        """Somebody pointed at what is still to be photographed."""
        self.choose(kind)
        self.wanted.emit()

    def keep(self, picture: Path | QImage, kind: PhotoKind, subject: Subject | None = None) -> None:
        """Keep a picture of what lies on the bench now, or of what lay there; it is made ready in the pool."""
        item, parcel = (subject or self.subject).number_for(kind)
        self._chosen = None

        def heard(made: "Prepared | PictureRefused") -> None:
            self._on_prepared(made, kind, item, parcel)

        slow = self._pool.begin(lambda _report: _prepare(picture), while_alive(self, heard))
        slow.failed.connect(self._shell.runner.crashed)

    def join_strip(self, strip: PhotoStrip) -> None:
        """Give a strip its pictures, and do what is asked for in it."""
        if id(strip) in self._joined:
            return
        self._joined.add(id(strip))
        strip.destroyed.connect(partial(self._joined.discard, id(strip)))
        strip.join(self.thumbnails)
        strip.wanted.connect(self.want)
        strip.removed.connect(self.remove)
        strip.enlarged.connect(lambda place: self._enlarge(strip, place))

    def remove(self, photo_id: str) -> None:
        """Let a photograph count no longer; that is a step like any other, and taken back like one."""
        self._shell.runner.do(
            lambda desk: _remove(desk, photo_id), while_alive(self, self._on_kept), self._on_refused, counted=True
        )

    def _on_prepared(self, made: "Prepared | PictureRefused", kind: PhotoKind, item: str, parcel: str) -> None:
        from returns_desk.domain.picture_refusals import PictureRefused  # noqa: PLC0415  not before the first picture

        if isinstance(made, PictureRefused):
            self._on_refused(made)
            return
        settings, home = self._shell.settings, self._shell.home

        def step(desk: "Desk") -> "Kept":
            from returns_desk.darkroom import Shot  # noqa: PLC0415  brings the use cases
            from returns_desk.desktop.sight.photo_jobs import keep  # noqa: PLC0415

            return keep(desk, settings, home, made, Shot(kind, item, parcel))

        self._shell.runner.do(step, while_alive(self, self._on_kept), self._on_refused, counted=True)

    def _on_kept(self, kept: "Kept") -> None:
        from returns_desk.wording.band import next_step  # noqa: PLC0415  not before the first picture
        from returns_desk.wording.events import say_event  # noqa: PLC0415

        words = self._shell.words
        said = " ".join(say_event(words, event) for event in kept.events)
        self._shell.runner.tell(kept.events)
        self._shell.scans.bench_changed.emit(kept.bench)
        self._shell.sounds.say_yes()
        self.said.emit("ok", said, next_step(words, kept.bench))
        self.kept.emit(said)

    def _on_refused(self, refusal: "DeskError") -> None:
        from returns_desk.wording.refusals import say_refusal  # noqa: PLC0415  not before the first picture

        self._shell.sounds.say_no()
        self.said.emit("bad", *say_refusal(self._shell.words, refusal))

    def _on_bench(self, bench: BenchSnapshot) -> None:
        """Something changed: the strips of a desk that was made anew are joined, and the next kind may be another."""
        if self._inside is not self._shell.inside:
            self._inside = self._shell.inside
            self._join_all()
        before, self.subject = self.subject, subject_of(bench)
        if (before.item, before.parcel) != (self.subject.item, self.subject.parcel):
            self._chosen = None
        if before != self.subject:
            self.changed.emit()

    def _join_all(self) -> None:
        for strip in self._shell.findChildren(PhotoStrip):
            self.join_strip(strip)
        for popup in self._shell.findChildren(GuidePopup):
            popup.join(self.thumbnails)

    def _enlarge(self, strip: PhotoStrip, place: int) -> None:
        theme = load_theme(self._shell.settings.theme)
        self._put_away()
        overlay = self._overlay = PhotoOverlay(self._shell.words, theme, self._shell)
        overlay.removed.connect(self.remove)
        overlay.show_large(self.thumbnails, strip.photos, place)

    def _put_away(self) -> None:
        if self._overlay is not None:
            self._overlay.put_away()
            self._overlay.deleteLater()
            self._overlay = None

    def _file_of(self, sha256: str) -> Path | None:
        from returns_desk.desktop.sight.photo_jobs import file_of  # noqa: PLC0415  brings the shelf, in the pool

        return file_of(self._shell.settings, self._shell.home, sha256)


def _prepare(picture: Path | QImage) -> "Prepared | PictureRefused":
    from returns_desk.desktop.sight.photo_jobs import prepare  # noqa: PLC0415  the decoders, when first wanted

    return prepare(picture)


def _remove(desk: "Desk", photo_id: str) -> "Kept":
    from returns_desk.desktop.sight.photo_jobs import remove  # noqa: PLC0415  brings the use cases

    return remove(desk, photo_id)

"""The sample shop's day, played as its people would: by scans at the desk, then batch by batch."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from returns_desk.cli.giving_day import certify, weigh, wipe_devices
from returns_desk.darkroom import Shot, keep_photograph
from returns_desk.desk import Desk
from returns_desk.domain.batches import BatchMode, BatchState, PartnerKind
from returns_desk.domain.people import AT_THE_BENCH, Signature
from returns_desk.domain.photos import PhotoKind
from returns_desk.domain.refusals import DeskError, NoRecommendation
from returns_desk.domain.snapshots import BatchRow, NextStep, QuestionKind
from returns_desk.exchange.rows import InsideRow
from returns_desk.store.photo_shelf import PhotoShelf
from returns_desk.usecases import look_batches, look_bench
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.credit_batch import close_batch, record_credit
from returns_desk.usecases.destroy_batch import destroy_batch
from returns_desk.usecases.handle_scan import handle_scan
from returns_desk.usecases.ship_batch import authorize_batch, pack_batch, ship_batch
from returns_desk.usecases.sign_in import prove, whose_badge
from returns_desk.usecases.submit_batch import submit_batch

CLERK, SECOND_CLERK, SUPERVISOR, SUPERVISORS_PIN = "ID-DANA-1", "ID-OMER-2", "ID-AVI-3", "2580"
Box = tuple[str, tuple[InsideRow, ...]]


@dataclass
class Tally:
    """What was done, counted."""

    scans: int = 0
    refused: int = 0
    parcels: int = 0
    pieces: int = 0
    photographs: int = 0


def boxes_of(rows: tuple[InsideRow, ...]) -> list[Box]:
    """The boxes in the order of the file, each with what is in it."""
    ordered = sorted(rows, key=lambda row: next(n for n, other in enumerate(rows) if other.tracking == row.tracking))
    return [(tracking, tuple(pieces)) for tracking, pieces in groupby(ordered, key=lambda row: row.tracking)]


class Day:
    """One day at one desk; ``photograph`` draws what a photograph of a kind and a number shows."""

    def __init__(self, desk: Desk, shelf: PhotoShelf, photograph: Callable[[PhotoKind, str], bytes]) -> None:
        self._desk, self._shelf, self._photograph = desk, shelf, photograph
        self.tally = Tally()

    def sign_in(self, badge: str) -> None:
        """Scan a badge."""
        self._scan(badge)

    def unpack(self, box: Box) -> None:
        """Take a box from its arrival to its end."""
        tracking, pieces = box
        self._scan(tracking)
        for piece in pieces:
            self.look_at(piece)
            self._decide(piece)
        self.finish()

    def begin(self, box: Box) -> None:
        """Open a box, look at its first piece and begin to photograph it: the desk in the middle of work."""
        tracking, pieces = box
        self._scan(tracking)
        self.look_at(pieces[0])
        self._take_photographs(self._desk.read(look_bench.bench).photos_needed[:1])

    def go_on(self, box: Box) -> None:
        """Finish a box that ``begin`` opened."""
        _, pieces = box
        self._decide(pieces[0])
        for piece in pieces[1:]:
            self.look_at(piece)
            self._decide(piece)
        self.finish()

    def look_at(self, piece: InsideRow) -> None:
        """Take a piece out and say what can be seen."""
        self._scan(piece.code)
        if self._next() is NextStep.ANSWER:
            self._scan("DO-OK")
        if piece.serial and self._next() is NextStep.SCAN_SERIAL:
            self._scan(piece.serial)
        self._scan(f"DO-{piece.grade.value}")
        for finding in piece.findings:
            self._scan(f"DO-F-{finding.value}")
        self.tally.pieces += 1

    def finish(self) -> None:
        """Close the box, also when something announced did not come."""
        self._scan("DO-CLOSE")
        if self._next() is NextStep.ANSWER:
            self._scan("DO-OK")
        self.tally.parcels += 1

    def _decide(self, piece: InsideRow) -> None:
        self._scan(f"DO-{piece.decision}")
        if piece.reason and self._next() is NextStep.ANSWER:
            self._scan(f"DO-O-{piece.reason}")
        self._photograph_what_is_asked()

    def _photograph_what_is_asked(self) -> None:
        """Where photographs are asked for they are taken, and the decision is given again."""
        bench = self._desk.read(look_bench.bench)
        if bench.question is not None and bench.question.kind is QuestionKind.PHOTOS_MISSING:
            self._take_photographs(tuple(map(PhotoKind, bench.question.choices)))
            self._scan("DO-OK")

    def _take_photographs(self, kinds: tuple[PhotoKind, ...]) -> None:
        item = self._desk.read(look_bench.bench).item
        for kind in kinds if item is not None else ():
            picture = self._photograph(kind, item.number if item is not None else "")
            keep_photograph(self._desk, AT_THE_BENCH, self._shelf, picture, Shot(kind))
            self.tally.photographs += 1

    def _next(self) -> NextStep:
        return self._desk.read(look_bench.bench).next_step

    def _scan(self, text: str) -> None:
        self.tally.scans += 1
        try:
            self._desk.run(AT_THE_BENCH, handle_scan, text)
        except NoRecommendation:
            self._scan("DO-HOLD")
        except DeskError:
            self.tally.refused += 1


class Batches:
    """The batches' way out of the house and their credit back in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def rows(self, *states: BatchState) -> list[BatchRow]:
        """Batches in these states with something in them, oldest first."""
        page = self._desk.read(look_batches.batches)
        rows = [row for row in page.rows if isinstance(row, BatchRow) and row.lines]
        return [row for row in reversed(rows) if not states or row.state in states]

    def submit_all(self) -> int:
        """A clerk lets every batch that gathers wait for the supervisor; devices in it are wiped before."""
        clerk = self._desk.run(AT_THE_BENCH, whose_badge, SECOND_CLERK).answer
        for row in self.rows(BatchState.COLLECTING):
            wipe_devices(self._desk, clerk, row)
        return self._each(BatchState.COLLECTING, lambda row: self._desk.run(clerk, submit_batch, row.number))

    def approve_all(self) -> int:
        """The supervisor approves every batch that waits, with badge and PIN for each; what is recycled is weighed."""
        count = self._each(BatchState.SUBMITTED, lambda row: self._desk.run(self._proven(), approve_batch, row.number))
        self.weigh_all()
        return count

    def authorize_all(self) -> int:
        """Suppliers give their own numbers."""
        clerk = self._desk.run(AT_THE_BENCH, whose_badge, CLERK).answer
        return self._each(
            BatchState.AWAITING_AUTHORIZATION,
            lambda row: self._desk.run(clerk, authorize_batch, row.number, f"RGA-{row.number[-4:]}"),
        )

    def ship(self, rows: list[BatchRow]) -> None:
        """These leave the house; what the supplier wants destroyed is destroyed before the supervisor's eyes."""
        clerk = self._desk.run(AT_THE_BENCH, whose_badge, CLERK).answer
        for row in rows:
            if row.mode is BatchMode.DESTROY:
                self._desk.run(clerk, destroy_batch, row.number, SUPERVISOR)
                continue
            self._desk.run(clerk, pack_batch, row.number, 1)
            self._desk.run(clerk, ship_batch, row.number, "Israel Post", f"RR90000{row.number[-4:]}IL")

    def settle(self) -> int:
        """Gifts and recycling come to their end; the first supplier's credit comes in full, and its batch is closed."""
        self.give()
        shipped = [row for row in self.rows(BatchState.SHIPPED) if row.kind is PartnerKind.SUPPLIER]
        for row in shipped[:1]:
            supervisor = self._proven()
            self._desk.run(supervisor, record_credit, row.number, f"CN-{row.number[-4:]}", row.expected, final=True)
            self._desk.run(supervisor, close_batch, row.number)
        return len(shipped[:1])

    def weigh_all(self) -> None:
        """What recyclers take is weighed, before its paper is printed."""
        clerk = self._desk.run(AT_THE_BENCH, whose_badge, CLERK).answer
        for row in self._given(BatchState.APPROVED):
            weigh(self._desk, clerk, row)

    def give(self) -> int:
        """Every approved gift and recycling leaves, and comes to its certificate and its end."""
        clerk = self._desk.run(AT_THE_BENCH, whose_badge, CLERK).answer
        self.ship(self._given(BatchState.APPROVED))
        given = self._given(BatchState.SHIPPED)
        for row in given:
            certify(self._desk, clerk, self._proven(), row)
        return len(given)

    def _given(self, state: BatchState) -> list[BatchRow]:
        return [row for row in self.rows(state) if row.kind is not PartnerKind.SUPPLIER]

    def _each(self, state: BatchState, step: Callable[[BatchRow], object]) -> int:
        rows = self.rows(state)
        for row in rows:
            step(row)
        return len(rows)

    def _proven(self) -> Signature:
        return self._desk.run(AT_THE_BENCH, prove, SUPERVISOR, SUPERVISORS_PIN).answer

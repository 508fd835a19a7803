"""What a supplier's terms want to see of the pieces in its batches, and what of it is not there."""

from collections.abc import Iterable, Sequence

from returns_desk.domain.board_refusals import EvidenceMissing
from returns_desk.domain.evidence import EvidenceCase, PieceUnproved, photos_asked
from returns_desk.domain.grades import Finding
from returns_desk.domain.items import Disposition, SerialCheck
from returns_desk.domain.photos import PhotoKind
from returns_desk.domain.terms import SupplierTerms
from returns_desk.store.lookups.board import BoardLine, board_lines, photos_taken
from returns_desk.store.records import BatchRecord
from returns_desk.store.work import Work


def unproved(
    work: Work, batches: Sequence[BatchRecord], lines: Iterable[BoardLine]
) -> dict[str, tuple[PieceUnproved, ...]]:
    """What is missing in each of these batches, by its id; photographs are looked for in all of them at once."""
    terms = {batch.id: batch.terms.snapshot() for batch in batches if batch.terms}
    asking = [batch_id for batch_id, each in terms.items() if each.photos_needed]
    taken = photos_taken(work.session, asking) if asking else {}
    photo_value = work.shop.limits_now().photo_value
    found: dict[str, list[PieceUnproved]] = {}
    for line in lines:
        agreed = terms.get(line.batch_id)
        piece = _missing(line, agreed, taken.get(line.item_id, set()), photo_value) if agreed else None
        if piece is not None and piece.kinds:
            found.setdefault(line.batch_id, []).append(piece)
    return {batch_id: tuple(pieces) for batch_id, pieces in found.items()}


def refuse_unproved(work: Work, batch: BatchRecord) -> None:
    """Let a supplier's batch go on only with what its terms want to see. Refuses ``EvidenceMissing``."""
    terms = batch.terms.snapshot() if batch.terms else None
    if terms is None or not (terms.photos_needed or terms.serials_needed):
        return
    pieces = unproved(work, [batch], board_lines(work.session, [batch.id])).get(batch.id)
    if pieces:
        kinds = dict.fromkeys(kind for piece in pieces for kind in piece.kinds)
        raise EvidenceMissing(batch.number, tuple(piece.item for piece in pieces), tuple(kinds))


def _missing(line: BoardLine, terms: SupplierTerms, taken: set[PhotoKind], photo_value: int) -> PieceUnproved:
    """A serial that nobody can read was let through with a reason when the piece was decided."""
    unread = terms.serials_needed and line.serialised and not line.serial
    case = EvidenceCase(
        grade=line.grade,
        value=line.worth,
        photo_value=photo_value,
        findings=tuple(Finding(code) for code in line.findings),
        stated=line.stated,
        found=line.found,
        condition=line.condition,
        empty=line.empty,
        serialised=line.serialised,
        disposition=Disposition.SUPPLIER,
        terms_ask=True,
        taken=tuple(taken),
    )
    photos = photos_asked(case) if terms.photos_needed else ()
    return PieceUnproved(line.item, photos, unread and line.serial_check is not SerialCheck.UNREADABLE)

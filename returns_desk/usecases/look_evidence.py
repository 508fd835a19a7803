"""Look at all that proves a batch, line by line: what its evidence pack is drawn from. Nothing is changed."""

from dataclasses import replace

from returns_desk.domain.batches import LineState
from returns_desk.domain.snapshots import BatchLineSnapshot
from returns_desk.domain.snapshots.evidence_pack import EvidenceLine, EvidencePack
from returns_desk.store.lookups.photos import photos_of_item
from returns_desk.store.lookups.returns import item_by_number
from returns_desk.store.work import Work
from returns_desk.usecases.answer_checks import checklist_of
from returns_desk.usecases.issue_slip import preview_slip
from returns_desk.usecases.look_batches import batch as look_at_batch
from returns_desk.usecases.look_inspections import inspections_of
from returns_desk.usecases.look_papers import papers_of


def evidence_of(work: Work, number: str) -> EvidencePack:
    """The evidence of a batch, by its number or its slip's. Refuses ``NotFound``.

    A certificate comes after the paper was issued: the pack shows it all the same.
    """
    batch = look_at_batch(work, number)
    going = [line for line in batch.lines if line.state is not LineState.SENT_BACK]
    slip = preview_slip(work, batch.row.number).content
    return EvidencePack(
        slip=replace(slip, references=replace(slip.references, certificate=batch.certificate)),
        lines=tuple(_evidence(work, line) for line in going),
        papers=papers_of(work, batch.row.number),
        attachments=batch.attachments,
    )


def _evidence(work: Work, line: BatchLineSnapshot) -> EvidenceLine:
    item = item_by_number(work.session, line.item.number)
    assert item is not None
    return EvidenceLine(
        line=line,
        inspections=inspections_of(work, line.item.number),
        checklist=checklist_of(work, item),
        photos=photos_of_item(work.session, item.id, item.parcel_id),
    )

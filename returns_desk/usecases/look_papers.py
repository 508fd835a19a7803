"""Look at the papers of a batch: those that were numbered here, and the files that others made."""

from returns_desk.domain.snapshots.papers import NumberedPaper
from returns_desk.store.lookups.attachments import files_by_batch
from returns_desk.store.lookups.papers import papers_of_batch, prints_by_paper
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_of


def files_kept(work: Work) -> tuple[tuple[str, str], ...]:
    """Every file that counts: the number of its batch, and its fingerprint."""
    return tuple(files_by_batch(work.session))


def papers_of(work: Work, number: str) -> tuple[NumberedPaper, ...]:
    """The numbered papers of a batch, void ones too, oldest first. Refuses ``NotFound``."""
    batch = batch_of(work, number)
    records = papers_of_batch(work.session, batch.id)
    prints = prints_by_paper(work.session, [record.id for record in records])
    return tuple(
        NumberedPaper(record.number, record.kind, record.cancelled, record.issued_at, prints.get(record.id, 0))
        for record in records
    )

"""Decided pieces gather by themselves in their partner's open batch."""

from datetime import timedelta

from returns_desk.domain.batches import PARTNER_FOR, BatchMode, BatchState, LineState, PartnerKind, sort_of
from returns_desk.domain.events import BatchOpened, ItemDecided
from returns_desk.domain.grades import SupplierReason
from returns_desk.domain.items import Disposition
from returns_desk.domain.recommendation import Option
from returns_desk.domain.refusals import CannotUndo, NoPartner
from returns_desk.store.finder import make_findable
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.batches import Gathering, collecting_batch, last_position
from returns_desk.store.lookups.catalogue import first_partner, lock_partner
from returns_desk.store.numbers import next_number
from returns_desk.store.records import BatchLineRecord, BatchRecord, ItemRecord, PartnerRecord
from returns_desk.store.work import Work
from returns_desk.usecases.item_terms import terms_of


def collect_line(work: Work, item: ItemRecord, option: Option) -> BatchLineRecord:
    """Put a piece into the batch that its partner's goods gather in, opening one if there is none.

    The inverse is ``pull_line``. Refuses ``NoPartner``.
    """
    partner = _partner(work, item, option.disposition)
    terms = terms_of(work, item) if partner.kind is PartnerKind.SUPPLIER else None
    goods = Gathering(
        partner.id,
        item.currency,
        terms.id if terms else None,
        BatchMode.DESTROY if option.destroyed else BatchMode.SEND,
        sort_of(terms.snapshot() if terms else None, item.grade),
    )
    batch = collecting_batch(work.session, goods)
    if batch is None:
        lock_partner(work.session, partner.id)  # another station may be opening one just now
        batch = collecting_batch(work.session, goods)
    batch = batch or _open_batch(work, partner, goods)
    gross = (item.product.cost or 0) * item.quantity
    ends = work.today + timedelta(days=option.days_left) if option.days_left is not None else None
    line = work.add(
        BatchLineRecord(
            id=new_id(),
            batch_id=batch.id,
            batch=batch,
            item_id=item.id,
            position=last_position(work.session, batch.id) + 1,
            state=LineState.IN,
            reason=option.reason or SupplierReason.EXCESS_INVENTORY,
            gross=gross,
            credit=option.credit.minor if option.disposition is Disposition.SUPPLIER else 0,
            window_ends=ends,
        )
    )
    item.batch_id = batch.id
    return line


def pull_line(work: Work, event: ItemDecided, line: BatchLineRecord) -> None:
    """Undo ``collect_line`` while the batch still gathers. Refuses ``CannotUndo``."""
    batch = work.get(BatchRecord, line.batch_id)
    assert batch is not None
    if not batch.state.takes_lines:
        raise CannotUndo(event.number)
    line.state = LineState.PULLED


def _partner(work: Work, item: ItemRecord, disposition: Disposition) -> PartnerRecord:
    kind = PARTNER_FOR[disposition]
    if kind is PartnerKind.SUPPLIER:
        partner = work.get(PartnerRecord, item.product.supplier_id)
    else:
        partner = first_partner(work.session, kind)
    if partner is None:
        raise NoPartner(kind.value)
    return partner


def _open_batch(work: Work, partner: PartnerRecord, goods: Gathering) -> BatchRecord:
    prefix = partner.kind.batch_prefix
    batch = work.add(
        BatchRecord(
            id=new_id(),
            number=f"{prefix}-{next_number(work.session, f'batch {prefix}'):06d}",
            kind=partner.kind,
            partner_id=partner.id,
            terms_id=goods.terms_id,
            state=BatchState.COLLECTING,
            mode=goods.mode,
            sort=goods.sort,
            currency=goods.currency,
            opened_at=work.now,
        )
    )
    work.flush()
    make_findable(work.session, "batch", batch.id, batch.number, partner.name, partner.name_en, partner.code)
    work.record(BatchOpened(batch_id=batch.id, number=batch.number, partner=partner.name, partner_en=partner.name_en))
    return batch

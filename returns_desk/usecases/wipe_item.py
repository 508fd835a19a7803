"""What a customer left on a device is taken off it, before it goes to anybody: who did it, when and how is kept."""

from datetime import datetime

from returns_desk.domain.events import ItemWiped
from returns_desk.domain.giving import WipeHow
from returns_desk.domain.giving_refusals import AlreadyWiped, NothingToWipe, OnlyRecycled
from returns_desk.domain.grades import Finding, Grade
from returns_desk.domain.items import Disposition, ItemState
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo, NotFound, WrongState
from returns_desk.store.lookups.returns import item_by_number, station_holding
from returns_desk.store.records import ItemRecord
from returns_desk.store.work import Work
from returns_desk.usecases.bench_steps import item_of
from returns_desk.usecases.given_lines import figures_today, is_device
from returns_desk.usecases.recommend_item import recommend_again
from returns_desk.usecases.require import require

_AWAY = (ItemState.GONE, ItemState.PUT_BACK, ItemState.MERGED)


def wipe_item(work: Work, number: str, how: WipeHow) -> None:
    """Note that a device holds nothing of a customer's any more; the finding of personal data is lifted with it.

    The inverse is ``unwipe``. Refuses ``NotFound``, ``WrongState`` for what left or is in another's hand,
    ``NothingToWipe``, ``AlreadyWiped``, ``OnlyRecycled``.
    """
    person = require(work, Permission.INSPECT)
    item = item_by_number(work.session, number)
    if item is None:
        raise NotFound("item", number)
    _refuse_elsewhere(work, item)
    _refuse_needless(work, item)
    if how is WipeHow.SHREDDED and not _may_be_shredded(item):
        raise OnlyRecycled(item.number)
    before = tuple(item.findings)
    item.findings = [code for code in item.findings if code != Finding.PERSONAL_DATA]
    work.record(
        ItemWiped(
            item_id=item.id,
            parcel_id=item.parcel_id,
            batch_id=item.batch_id or "",
            number=item.number,
            how=how.value,
            findings=tuple(item.findings),
            findings_before=before,
            how_before=item.wiped_how,
            at_before=item.wiped_at.isoformat() if item.wiped_at else "",
            by_before=item.wiped_by or "",
        )
    )
    item.wiped_at, item.wiped_by, item.wiped_how = work.now, person.id, how.value
    _advise(work, item)


def unwipe(work: Work, event: ItemWiped) -> None:
    """Undo ``wipe_item``. Refuses ``CannotUndo`` once it was wiped again, inspected anew, decided since, or left."""
    item = item_of(work, event.item_id)
    same = item.wiped_how == event.how and tuple(item.findings) == event.findings
    lifted = event.findings != event.findings_before
    if not same or item.state in _AWAY or (lifted and item.disposition is not None):
        raise CannotUndo(item.number)
    item.findings = list(event.findings_before)
    item.wiped_how = event.how_before
    item.wiped_at = datetime.fromisoformat(event.at_before) if event.at_before else None
    item.wiped_by = event.by_before or None
    _advise(work, item)


def _refuse_elsewhere(work: Work, item: ItemRecord) -> None:
    if item.state in _AWAY:
        raise WrongState("item", item.number, item.state.value)
    if station_holding(work.session, item.id) not in (None, work.seat.station_id):
        raise WrongState("item", item.number, "in hand")


def _refuse_needless(work: Work, item: ItemRecord) -> None:
    if Finding.PERSONAL_DATA in item.findings:
        return
    if item.wiped_how:
        raise AlreadyWiped(item.number)
    if not is_device(item.product, figures_today(work)(item.product)):
        raise NothingToWipe(item.number)


def _may_be_shredded(item: ItemRecord) -> bool:
    """What is decided for a recycler; before its decision, what is destroyed or unsafe anyway."""
    if item.disposition is None:
        return item.grade is Grade.E
    return item.disposition is Disposition.RECYCLE


def _advise(work: Work, item: ItemRecord) -> None:
    """What the rule recommends of an undecided piece may be another thing now."""
    if item.disposition is None and item.grade is not None:
        recommend_again(work, item)

"""A notice comes when its goods are here already: what it concerns is taken out of stock, or fetched out of a batch."""

from collections.abc import Collection

from returns_desk.domain.recalls import TO_PEOPLE, Notice, RecallCheck
from returns_desk.store.lookups.recalls import lock_products, pieces_of_products
from returns_desk.store.records import BatchRecord, ItemRecord, ProductRecord
from returns_desk.store.work import Work
from returns_desk.usecases.check_recall import notices_on, stand_to, stop_recalled, waits_for_recall
from returns_desk.usecases.inspect_again import take_decision_back


def recall_pieces(work: Work, product_ids: Collection[str]) -> int:
    """Hold every piece of these products in the house against the notices; how many were newly stopped.

    What waits for its decision is put on hold; what was restocked or gathers for a charity is taken back and waits;
    what is on its way to a charity is told of. What goes to a supplier or recycler goes on. The inverses are those of
    the holds and decisions, and ``stand_all_again``.
    """
    stopped = 0
    lock_products(work.session, product_ids)
    for item, notices in _each(work, product_ids):
        before = (item.recall_check, item.recall)
        notice = stand_to(item, notices)
        if notice is not None and (item.recall_check, item.recall) != before:
            stopped += _stop(work, item, notice)
    return stopped


def stand_all_again(work: Work, product_ids: Collection[str]) -> int:
    """Note how every piece of these products stands now, and stop none; how many wait for what was withdrawn."""
    waiting = 0
    for item, notices in _each(work, product_ids):
        number, waited = item.recall, waits_for_recall(item)
        stand_to(item, notices)
        if waited and not item.recall_check.stops:
            item.recall_check, item.recall = RecallCheck.WITHDRAWN, number
            waiting += 1
    return waiting


def _each(work: Work, product_ids: Collection[str]) -> list[tuple[ItemRecord, list[Notice]]]:
    """The pieces, each with the notices on its product."""
    known: dict[str, list[Notice]] = {}
    found = []
    for item in pieces_of_products(work.session, product_ids):
        if item.product_id not in known:
            product = work.get(ProductRecord, item.product_id)
            known[item.product_id] = notices_on(work, product) if product else []
        found.append((item, known[item.product_id]))
    return found


def _stop(work: Work, item: ItemRecord, notice: Notice) -> bool:
    """Stop one piece as far as it still can be; whether it was."""
    given = item.disposition in TO_PEOPLE
    if item.recall_check is not RecallCheck.CONCERNED and not (given and item.recall_check.stops):
        return False
    if item.disposition is None:
        stop_recalled(work, item, notice)
        return True
    if not given:
        return False
    place, batch = item.place, work.get(BatchRecord, item.batch_id)
    gone_on = batch is not None and not batch.state.takes_lines
    if not gone_on:
        take_decision_back(work, item)
    stop_recalled(work, item, notice, place, batch=batch.number if batch else "", hold=not gone_on)
    return True

"""``show`` and ``list``: what there is, for people and for programs."""

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from returns_desk.cli import shapes
from returns_desk.cli.boarding import proposal_facts
from returns_desk.cli.call import Call
from returns_desk.cli.credits import credit_facts, credit_row, credits_page
from returns_desk.cli.customers import customer_side
from returns_desk.cli.decided import decision_facts, decision_lines
from returns_desk.cli.deciding import recommendation_facts, recommendation_lines
from returns_desk.cli.giving import given_facts, landfill_page, landfill_row, wiped_facts
from returns_desk.cli.inspections import guide_rows, inspection_facts
from returns_desk.cli.job_rows import job_row, jobs_page
from returns_desk.cli.packing_facts import packing_facts
from returns_desk.cli.photos import photo_row
from returns_desk.cli.places import place_facts, place_row
from returns_desk.cli.recalls import recall_row, shown_recall
from returns_desk.cli.stock import stock_facts, stock_lines
from returns_desk.cli.tables import facts_lines, table_lines
from returns_desk.desk import Desk
from returns_desk.domain.batches import BatchState
from returns_desk.domain.exceptions import ExceptionKind, ExceptionRow, prefix_of
from returns_desk.domain.items import ItemState
from returns_desk.domain.parcels import ParcelState, RmaState
from returns_desk.domain.printing import JobState
from returns_desk.domain.refusals import BadValue
from returns_desk.domain.snapshots import ParcelSnapshot, TimelineEntry
from returns_desk.usecases import look, look_batches, look_board, look_places, look_recalls
from returns_desk.usecases.look_customer import verdict_of
from returns_desk.usecases.look_exceptions import exceptions
from returns_desk.usecases.look_inspections import guides_of
from returns_desk.usecases.look_stock import stock_of
from returns_desk.wording.events import say_event

Facts = dict[str, object]


def show(call: Call) -> int:
    """One thing whole, with its timeline (products, suppliers, places and notices have none)."""
    kind, number = call.args.kind, call.args.number
    with call.desk() as desk:
        facts = SHOWERS[kind](call, desk, number)
        has_timeline = kind not in ("product", "supplier", "place", "recall")
        entries = desk.read(look.timeline_of, kind, number) if has_timeline else ()
        found = desk.read(look.recommendation, number) if kind == "item" else None
        stock = desk.read(stock_of, number) if kind == "product" else None
    timeline = [_entry(call, entry) for entry in entries]
    told = [_told(call, entry) for entry in entries]
    ways: Facts = {}
    lines = facts_lines(call, facts)
    if kind == "item":
        decided = facts["disposition"] is not None
        ways["recommendation"] = recommendation_facts(call, found)
        ways["decision"] = decision_facts(call, entries, decided=decided)
        lines += [*recommendation_lines(call, found), *decision_lines(call, entries, decided=decided)]
    if stock is not None:
        ways |= stock_facts(call, stock)
        lines += stock_lines(call, stock)
    lines += told
    call.answer({**facts, **ways, "timeline": timeline}, lines)
    return 0


def _told(call: Call, entry: TimelineEntry) -> str:
    who = entry.person_in(call.words.language) or "—"
    undone = f"  ({call.words('undone')})" if entry.undone else ""
    return f"{call.words.moment(entry.at)}  {who}  {say_event(call.words, entry.event)}{undone}"


def _entry(call: Call, entry: TimelineEntry) -> Facts:
    return {
        "at": entry.at,
        "who": entry.person,
        "station": entry.station,
        "what": call.clean(say_event(call.words, entry.event)),
        "event": type(entry.event).__name__,
        "undone": entry.undone,
        "step": entry.step_id,
    }


def _parcel(call: Call, desk: Desk, number: str) -> Facts:
    parcel = desk.read(look.parcel, number)
    return {
        **shapes.parcel_row(call, parcel),
        "age_days": shapes.age_days(parcel, desk.read(look.moment)),
        "rmas": [shapes.rma_row(call, rma) for rma in parcel.rmas],
        "items": [shapes.item_row(call, item) for item in parcel.items],
    }


def _item(call: Call, desk: Desk, number: str) -> Facts:
    item = desk.read(look.item, number)
    more = {
        "stated": item.stated,
        "hold_code": item.hold_code,
        "hold_reason": item.hold_reason,
        "lot": item.lot,
        "expires": item.expires,
        "recall": item.recall,
        "recall_check": item.recall_check,
        **wiped_facts(item),
    }
    photos = [photo_row(call, photo) for photo in desk.read(look.photos_of, "item", number)]
    customer = customer_side(call, item, desk.read(verdict_of, number))
    inspected = inspection_facts(call, desk, item)
    return {**shapes.item_row(call, item), **more, "note": item.note, **inspected, **customer, "photos": photos}


def _product(call: Call, desk: Desk, number: str) -> Facts:
    guides = guide_rows(call, desk.read(guides_of, number))
    return {**shapes.product_row(call, desk.read(look.product, number)), "guides": guides}


def _batch(call: Call, desk: Desk, number: str) -> Facts:
    batch = desk.read(look_batches.batch, number)
    return {
        **shapes.batch_row(call, batch.row),
        "lines": [shapes.batch_line(call, line) for line in batch.lines],
        "fee": batch.totals.fee,
        "freight": batch.totals.freight,
        "prepared_by": batch.prepared_by.name if batch.prepared_by else "",
        "submitted_at": batch.submitted_at,
        "approved_by": batch.approved_by.name if batch.approved_by else "",
        "approved_for": batch.approved_for[0],
        "approved_at": batch.approved_at,
        "seen": batch.seen,
        "decision_note": batch.decision_note,
        "authorization": batch.authorization,
        "authorization_until": batch.authorization_until,
        "packages": batch.packages,
        "weight_g": batch.weight_g,
        "carrier": batch.carrier,
        "waybill": batch.waybill,
        "driver": batch.driver,
        "plate": batch.plate,
        "shipped_at": batch.shipped_at,
        "slip": batch.slip,
        **packing_facts(batch),
        **credit_facts(batch),
        **given_facts(batch),
    }


SHOWERS: dict[str, Callable[[Call, Desk, str], Facts]] = {
    "parcel": _parcel,
    "item": _item,
    "batch": _batch,
    "product": _product,
    "rma": lambda call, desk, number: shapes.rma_row(call, desk.read(look.rma, number)),
    "place": place_facts,
    "recall": shown_recall,
    "supplier": lambda call, desk, number: shapes.supplier_row(call, desk.read(look.partner, number)),
}


def list_things(call: Call) -> int:
    """The newest of a kind, and how many there are in all."""
    kind = "board" if call.args.kind == "batches" and call.args.urgent else call.args.kind
    make = ROWS[kind]
    with call.desk() as desk:
        page = _page(call, desk)
        now = desk.read(look.moment)
    rows = [make(call, row) for row in page.rows]
    for row, snapshot in zip(rows, page.rows, strict=True):
        if isinstance(snapshot, ParcelSnapshot):
            row["age_days"] = shapes.age_days(snapshot, now)
    lines = table_lines(call, kind, rows)
    more = page.total - len(rows)
    if more > 0:
        lines.append(call.words("and {count} more (--limit)", count=more))
    call.answer({"rows": rows, "total": page.total}, lines)
    return 0


ROWS: dict[str, Callable[[Call, Any], Facts]] = {
    "parcels": shapes.parcel_row,
    "items": shapes.item_row,
    "batches": shapes.batch_row,
    "board": lambda call, batch: {**shapes.batch_row(call, batch), **proposal_facts(call, batch)},
    "documents": shapes.document_row,
    "exceptions": shapes.exception_row,
    "products": shapes.product_row,
    "suppliers": shapes.supplier_row,
    "rmas": shapes.rma_row,
    "people": shapes.person_row,
    "places": place_row,
    "recalls": recall_row,
    "credits": credit_row,
    "landfill": landfill_row,
    "jobs": job_row,
}


def _page(call: Call, desk: Desk) -> look.Page:
    kind, limit = call.args.kind, call.args.limit
    match kind:
        case "parcels":
            return desk.read(look.parcels, _state(call, ParcelState), limit)
        case "items":
            return desk.read(look.items, _state(call, ItemState), limit)
        case "rmas":
            return desk.read(look.rmas, _state(call, RmaState), limit)
        case "batches" if call.args.urgent:
            return desk.read(look_board.board, None, _state(call, BatchState), limit)
        case "batches":
            return desk.read(look_batches.batches, None, _state(call, BatchState), limit)
        case "jobs":
            return jobs_page(desk, _state(call, JobState), limit)
        case "documents":
            return desk.read(look_batches.documents, limit, _state(call, ("issued", "cancelled")))
    return _stateless_page(call, desk)


def _stateless_page(call: Call, desk: Desk) -> look.Page:
    """Lists whose rows stand nowhere: a state asked for is refused."""
    _state(call, ())
    kind, limit = call.args.kind, call.args.limit
    match kind:
        case "exceptions":
            return _newest_first(desk.read(exceptions, limit, _kind(call)))
        case "products":
            return desk.read(look.products, limit)
        case "places":
            return desk.read(look_places.places, limit)
        case "recalls":
            return desk.read(look_recalls.recalls, limit)
        case "credits":
            return credits_page(desk, limit)
        case "landfill":
            return landfill_page(desk, limit)
        case "suppliers":
            page = desk.read(look.partners)
            return look.Page(page.rows[:limit], page.total)
    people = desk.read(look.people)
    return look.Page(people[:limit], len(people))


def _newest_first(page: look.Page) -> look.Page:
    rows = [row for row in page.rows if isinstance(row, ExceptionRow)]
    rows.sort(key=lambda row: row.since or datetime.min.replace(tzinfo=UTC), reverse=True)
    return look.Page(tuple(rows), page.total)


def _kind(call: Call) -> ExceptionKind | None:
    asked = call.args.only
    return next((kind for kind in ExceptionKind if prefix_of(kind) == asked), None)


def _state(call: Call, states: type[StrEnum] | tuple[str, ...]) -> str | None:
    """The state asked for, written with blanks, hyphens or underscores. Refuses ``BadValue`` for one there is not."""
    if call.args.state is None:
        return None
    asked = str(call.args.state).strip().casefold().replace("-", " ").replace("_", " ")
    if asked not in {str(state) for state in states}:
        raise BadValue("state", call.args.state)
    return asked

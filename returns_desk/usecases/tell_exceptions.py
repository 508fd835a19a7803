"""Tells one thing that stands out as the row of a list: what it is, why, since when, whose, how it is settled."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from returns_desk.domain.candidates import ReturnCandidate
from returns_desk.domain.exceptions import (
    REFUSALS_OF_SUBSTANCE,
    WAYS,
    ExceptionKind,
    ExceptionRow,
    Way,
    customer_key,
    key_of,
    repeated_wrong_items,
)
from returns_desk.domain.items import NO_PIECE
from returns_desk.store.lookups.exceptions import weight_expected
from returns_desk.store.lookups.journal import newest_of_item
from returns_desk.store.lookups.odd_entries import RefusedOften
from returns_desk.store.records import ItemRecord, JournalRecord, ParcelRecord, RmaRecord
from returns_desk.store.work import Work

K = ExceptionKind
Facts = dict[str, str]


def of_thing(work: Work, kind: ExceptionKind, record: ItemRecord | ParcelRecord | RmaRecord, key: str) -> ExceptionRow:
    """A piece, a box or an announced return."""
    match record:
        case ItemRecord() if kind is K.RECALLED:
            return _of_recalled(work, record, key)
        case ItemRecord():
            return _of_item(kind, record, key, _facts_of_item(kind, record))
        case ParcelRecord():
            return _of_parcel(work, kind, record, key)
    return _of_return(record, key)


def of_evidence(item: ItemRecord, entry: JournalRecord, key: str) -> ExceptionRow:
    """A piece that was decided without needed photographs."""
    missing = json.loads(entry.body).get("photos_missing", ())
    return _of_item(K.EVIDENCE, item, key, {"photos": ",".join(missing)}, entry.at)


def of_refusal(often: RefusedOften) -> ExceptionRow | None:
    """A refusal, told once however often it came; none for one that says nothing of substance."""
    body = json.loads(often.body)
    if body["refusal"] not in REFUSALS_OF_SUBSTANCE:
        return None
    named = sha256(f"{often.station_id} {often.body}".encode()).hexdigest()[:12]
    facts = {
        "refusal": body["refusal"],
        "facts": json.dumps(body.get("facts", {}), ensure_ascii=False),
        "scan": body.get("scan", ""),
        "station": often.station,
        "count": str(often.count),
    }
    key = key_of(K.REFUSED_SCAN, named, int(often.last.timestamp() * 1000))
    return _row(K.REFUSED_SCAN, "scan", key, body.get("scan", "") or often.station, often.last, facts=facts)


def of_wrong_boxes(boxes: Sequence[tuple[str, str, str, datetime]], limit: int) -> tuple[ExceptionRow, ...]:
    """Customers in whose boxes another thing than announced came again and again."""
    keyed = [(customer_key(phone, name), name, box, at) for phone, name, box, at in boxes]
    repeated = repeated_wrong_items(((customer, box) for customer, _, box, _ in keyed), limit)
    rows = []
    for customer, found in repeated.items():
        theirs = [(name, at) for who, name, _, at in keyed if who == customer]
        name, last = max(theirs, key=lambda one: one[1])
        named = sha256(customer.encode()).hexdigest()[:12]
        facts = {"customer": name, "count": str(len(found)), "boxes": ",".join(sorted(found))}
        key = key_of(K.WRONG_ITEMS, named, len(found))
        rows.append(_row(K.WRONG_ITEMS, "customer", key, name or customer, last, facts=facts))
    return tuple(sorted(rows, key=lambda row: (row.since is not None, row.since), reverse=True))


def with_candidate(row: ExceptionRow, found: Sequence[ReturnCandidate]) -> ExceptionRow:
    """A box with the best of what it may be; without any it is first looked at."""
    if not found:
        return replace(row, ways=(Way.OPEN, *(way for way in row.ways if way is not Way.OPEN)))
    best = found[0]
    facts = (("candidate", best.number), ("candidate_customer", best.customer), ("sure", str(best.sure)))
    return replace(row, facts=(*row.facts, *(fact for fact in facts if fact[1])))


def _of_item(
    kind: ExceptionKind, item: ItemRecord, key: str, facts: Facts, since: datetime | None = None
) -> ExceptionRow:
    owner = item.hold_owner if kind in (K.HELD, K.RECALLED) else None
    return _row(
        kind,
        "item",
        key,
        item.number,
        since or (item.held_at if kind in (K.HELD, K.RECALLED) else None) or item.received_at,
        facts={"customer": item.rma.customer if item.rma else "", "rma": item.rma.number if item.rma else ""} | facts,
        state=item.state,
        parcel=item.parcel.number,
        product=item.product.name,
        product_en=item.product.name_en,
        owner=owner.name if owner else "",
        owner_en=owner.name_en if owner else "",
    )


def _of_recalled(work: Work, item: ItemRecord, key: str) -> ExceptionRow:
    """A piece that a notice stops, with where it lay when the notice came; what left our hands is only looked at."""
    entry = newest_of_item(work.session, item.id, "ItemRecalled")
    told = json.loads(entry.body) if entry is not None else {}
    facts = {
        "notice": item.recall,
        "check": item.recall_check.value,
        "lot": item.lot,
        "serial": item.serial,
        "reason": told.get("reason", ""),
        "measure": told.get("measure", ""),
        "place": item.place or told.get("place", ""),
        "batch": item.batch.number if item.batch else told.get("batch", ""),
    }
    row = _of_item(K.RECALLED, item, key, facts)
    unfit = Way.SEEN if item.held else Way.RELEASE
    return replace(row, ways=tuple(way for way in row.ways if way is not unfit and (item.held or way is not Way.OWNER)))


def _facts_of_item(kind: ExceptionKind, item: ItemRecord) -> Facts:
    match kind:
        case K.HELD:
            return {"code": _text(item.hold_code), "note": item.hold_reason}
        case K.OUTCOME:
            return {"outcome": item.outcome.value}
        case K.OVERRIDE:
            return {
                "chosen": _text(item.disposition),
                "recommended": _text(item.recommended),
                "override": _text(item.override),
                "net": _text(item.net),
                "currency": item.currency,
            }
        case K.NO_PLACE:
            return {}
        case K.EXPIRED:
            day = item.expires.isoformat() if item.expires else ""
            batch = item.batch.number if item.batch else ""
            return {"expires": day, "place": item.place, "batch": batch, "lot": item.lot}
        case K.SERIAL:
            return {"check": item.serial_check.value, "serial": item.serial}
    return {
        "against": item.agreed_against.value,
        "agreed": _text(item.agreed),
        "amount": _text(item.agreed_amount),
        "currency": item.currency,
        "stated": _text(item.stated),
        "dispute": item.dispute,
    }


def _of_parcel(work: Work, kind: ExceptionKind, box: ParcelRecord, key: str) -> ExceptionRow:
    pieces = [item for item in box.items if item.state not in NO_PIECE]
    facts = {
        "tracking": box.tracking,
        "carrier": box.carrier,
        "sender": box.sender,
        "pieces": str(len(pieces)),
        "customer": ", ".join(dict.fromkeys(rma.customer for rma in box.rmas)),
    }
    if kind is K.WEIGHT:
        facts |= {"weight": _text(box.weight_g), "expected": _text(weight_expected(work.session, box.id))}
    return _row(kind, "parcel", key, box.number, box.arrived_at, facts=facts, state=box.state, parcel=box.number)


def _of_return(rma: RmaRecord, key: str) -> ExceptionRow:
    short = [line for line in rma.lines if line.received < line.quantity]
    last = max((box for box in rma.parcels if box.arrived_at), key=lambda box: box.id, default=None)
    facts = {"customer": rma.customer, "missing": str(sum(line.quantity - line.received for line in short))}
    return _row(
        K.SHORT,
        "rma",
        key,
        rma.number,
        last.arrived_at if last else None,
        facts=facts,
        state=last.state if last else None,
        parcel=last.number if last else "",
        product=", ".join(line.product.name for line in short),
        product_en=", ".join(line.product.name_en or line.product.name for line in short),
    )


def _row(
    kind: ExceptionKind,
    subject: str,
    key: str,
    number: str,
    since: datetime | None,
    *,
    facts: Facts,
    **more: Any,
) -> ExceptionRow:
    told = tuple((name, value) for name, value in facts.items() if value)
    return ExceptionRow(key, kind, subject, number, since, facts=told, ways=WAYS[kind], **more)


def _text(value: object) -> str:
    return "" if value is None else str(value)

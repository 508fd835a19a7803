"""``wipe``, and the moves of a batch that only charities and recyclers have; what is kept from landfill."""

from typing import Any

from returns_desk.cli.call import Call
from returns_desk.cli.signing import signature
from returns_desk.desk import Desk
from returns_desk.domain.giving import WipeHow
from returns_desk.domain.people import Signature
from returns_desk.domain.refusals import BadValue
from returns_desk.domain.rules import Stream
from returns_desk.domain.snapshots import BatchSnapshot, ItemSnapshot
from returns_desk.domain.snapshots.giving import LandfillRow
from returns_desk.usecases.certify_batch import certify_batch
from returns_desk.usecases.look import Page
from returns_desk.usecases.look_landfill import landfill
from returns_desk.usecases.weigh_streams import weigh_streams
from returns_desk.usecases.wipe_item import wipe_item
from returns_desk.wording.events import say_event

Facts = dict[str, object]


def wipe(call: Call) -> int:
    """Note that a device was wiped."""
    args = call.args
    with call.desk() as desk:
        done = desk.run(signature(call, desk), wipe_item, args.item, WipeHow(args.how.replace("-", " ")))
    document = {"number": args.item, "how": args.how, "events": [type(event).__name__ for event in done.events]}
    call.answer(document, [say_event(call.words, event) for event in done.events])
    return 0


def _weigh(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, weigh_streams, call.args.number, _streams(call.args.stream)).events


def _certify(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    args = call.args
    return desk.run(who, certify_batch, args.number, args.certificate, args.date, again=args.again).events


GIVING = {"weigh": _weigh, "certify": _certify}


def _streams(written: list[str]) -> dict[Stream, int]:
    """Read ``electronic=12400``. Refuses ``BadValue`` for what is no material, no weight, or named twice."""
    read: dict[Stream, int] = {}
    for entry in written:
        name, _, grams = (part.strip() for part in entry.partition("="))
        if name not in set(Stream) or Stream(name) in read:
            raise BadValue("stream", name or entry)
        try:
            read[Stream(name)] = int(grams)
        except ValueError:
            raise BadValue("weight", grams or entry) from None
    return read


def given_facts(batch: BatchSnapshot) -> Facts:
    """What there is to say of a charity's or recycler's batch; nothing of a supplier's."""
    given = batch.given
    if given is None:
        return {}
    weights = batch.streams or given.by_products
    return {
        "streams": [{"stream": stream, "weight_g": grams} for stream, grams in weights],
        "weighed": bool(batch.streams),
        "without_weight": given.without_weight,
        "unwiped": list(given.unwiped),
        "certificate": batch.certificate,
        "certificate_at": batch.certificate_at,
    }


def wiped_facts(item: ItemSnapshot) -> Facts:
    """How, when and by whom a device was wiped."""
    return {"wiped": item.wiped, "wiped_at": item.wiped_at, "wiped_by": item.wiped_by}


def landfill_page(desk: Desk, limit: int) -> Page:
    """The rows of the last twelve months, newest first."""
    rows = desk.read(landfill).rows
    return Page(rows[:limit], len(rows))


def landfill_row(_call: Call, row: LandfillRow) -> Facts:
    """What of one material went to one kind of partner in one month; its number is the month."""
    return {
        "number": f"{row.month:%Y-%m}",
        "state": "",
        "kind": row.kind,
        "stream": row.stream,
        "weight_g": row.weight_g,
        "without_weight": row.without_weight,
    }

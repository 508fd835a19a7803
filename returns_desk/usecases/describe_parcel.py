"""What can be seen of a parcel from outside is noted: sender, condition, weight, which of how many boxes it is."""

from dataclasses import asdict
from typing import Any

from returns_desk.domain.codes import sscc_key
from returns_desk.domain.events import ParcelDescribed
from returns_desk.domain.parcels import OuterCondition, ParcelFacts, ParcelState
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import BadValue, CannotUndo, NoParcelOpen, NotFound, WrongState
from returns_desk.domain.texts import kept_text
from returns_desk.store.finder import forget, make_findable
from returns_desk.store.lookups.returns import parcel_by_number
from returns_desk.store.records import ParcelRecord
from returns_desk.store.work import Work
from returns_desk.usecases.bench_steps import parcel_of
from returns_desk.usecases.require import require

_LONGEST_SENDER = 300
_HEAVIEST_G = 1_000_000
_MOST_BOXES = 999
_WHOLE = ("weight_g", "box_no", "box_count")


def describe_parcel(work: Work, number: str, facts: ParcelFacts) -> None:
    """Note what is new of a parcel's outside (number ``""``: the open one); the inverse is ``undescribe_parcel``.

    Refuses ``NotFound``, ``NoParcelOpen``, ``BadValue``, and ``WrongState`` for a parcel that left the house.
    """
    require(work, Permission.RECEIVE)
    parcel = parcel_by_number(work.session, number) if number else work.get(ParcelRecord, work.bench.parcel_id)
    if parcel is None:
        raise NotFound("parcel", number) if number else NoParcelOpen()
    if parcel.state in (ParcelState.WITHDRAWN, ParcelState.SENT_BACK):
        raise WrongState("parcel", parcel.number, parcel.state.value)
    wanted = _checked(facts, parcel)
    names = tuple(name for name, value in wanted.items() if getattr(parcel, name) != value)
    if not names:
        return
    before = tuple(_text(getattr(parcel, name)) for name in names)
    _write(work, parcel, {name: wanted[name] for name in names})
    now = tuple(_text(wanted[name]) for name in names)
    work.record(ParcelDescribed(parcel_id=parcel.id, number=parcel.number, names=names, before=before, now=now))


def undescribe_parcel(work: Work, event: ParcelDescribed) -> None:
    """Undo ``describe_parcel``. Refuses ``CannotUndo`` once one of the facts was noted otherwise."""
    parcel = parcel_of(work, event.parcel_id)
    if tuple(_text(getattr(parcel, name)) for name in event.names) != event.now:
        raise CannotUndo(parcel.number)
    _write(work, parcel, {name: _value(name, text) for name, text in zip(event.names, event.before, strict=True)})


def _checked(facts: ParcelFacts, parcel: ParcelRecord) -> dict[str, Any]:
    """The facts that are given, as they are kept; refuses ``BadValue`` for one that cannot be."""
    wanted = {name: value for name, value in asdict(facts).items() if value not in (None, "")}
    if "sender" in wanted:
        wanted["sender"] = kept_text(facts.sender, _LONGEST_SENDER)
    if "sscc" in wanted:
        wanted["sscc"] = sscc_key(facts.sscc)
        if not wanted["sscc"]:
            raise BadValue("sscc", facts.sscc[:40])
    for name, most in (("weight_g", _HEAVIEST_G), ("box_no", _MOST_BOXES), ("box_count", _MOST_BOXES)):
        if name in wanted and not 1 <= wanted[name] <= most:
            raise BadValue(name, str(wanted[name]))
    count = wanted.get("box_count", parcel.box_count)
    if "box_no" in wanted and count is not None and wanted["box_no"] > count:
        raise BadValue("box_no", str(wanted["box_no"]))
    return wanted


def _write(work: Work, parcel: ParcelRecord, facts: dict[str, Any]) -> None:
    for name, value in facts.items():
        setattr(parcel, name, value)
    parcel.sscc_key = sscc_key(parcel.sscc)
    forget(work.session, parcel.id)
    words = (parcel.number, parcel.tracking, parcel.sscc, parcel.sender)
    make_findable(work.session, "parcel", parcel.id, *words)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _value(name: str, text: str) -> Any:
    if name in _WHOLE:
        return int(text) if text else None
    if name == "condition":
        return OuterCondition(text) if text else None
    return text

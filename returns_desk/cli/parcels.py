"""``parcel``: what a parcel is, each act the very use case of the desk."""

from collections.abc import Callable
from typing import Any

from returns_desk.cli.call import Call, CommandRefused
from returns_desk.cli.shapes import parcel_row
from returns_desk.cli.signing import signature
from returns_desk.desk import Desk
from returns_desk.domain.candidates import ReturnCandidate
from returns_desk.domain.parcels import OuterCondition, ParcelFacts
from returns_desk.domain.people import Signature
from returns_desk.usecases import look
from returns_desk.usecases.describe_parcel import describe_parcel
from returns_desk.usecases.look_candidates import candidates as look_at_candidates
from returns_desk.usecases.match_parcel import disown_parcel, make_unauthorized, match_by_number, send_parcel_back
from returns_desk.wording.candidates import say_candidate, say_choice, say_why
from returns_desk.wording.events import say_event

Act = Callable[[Call, Desk, Signature], tuple[Any, ...]]


def act(call: Call) -> int:
    """Do it, and say what happened and where the parcel stands now; of candidates only tell."""
    if call.args.act == "candidates":
        return _tell_candidates(call)
    if call.args.badge is None:
        raise CommandRefused(call.words("This needs the badge of whoever signs (--badge)"))
    with call.desk() as desk:
        happened = ACTS[call.args.act](call, desk, signature(call, desk))
        now = desk.read(look.parcel, call.args.number)
    document = {"events": [type(event).__name__ for event in happened], **parcel_row(call, now)}
    call.answer(document, [say_event(call.words, event) for event in happened] or [call.words("Nothing was changed")])
    return 0


def _match(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    if not call.args.rma:
        raise CommandRefused(call.words("Say which return it is: {command}", command="parcel match NUMBER RMA"))
    return desk.run(who, match_by_number, call.args.number, call.args.rma).events


def _unauthorized(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, make_unauthorized, call.args.number, call.args.order).events


def _not_ours(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, disown_parcel, call.args.number).events


def _sent_back(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, send_parcel_back, call.args.number).events


def _describe(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    args = call.args
    condition = OuterCondition(args.condition) if args.condition else None
    facts = ParcelFacts(args.sender, condition, args.weight, args.box, args.of, args.sscc)
    return desk.run(who, describe_parcel, args.number, facts).events


ACTS: dict[str, Act] = {
    "match": _match,
    "unauthorized": _unauthorized,
    "not-ours": _not_ours,
    "sent-back": _sent_back,
    "describe": _describe,
}


def _tell_candidates(call: Call) -> int:
    with call.desk() as desk:
        found = desk.read(look_at_candidates, call.args.number)
        known = desk.read(look.parcel, call.args.number).rmas
    lines = [f"{candidate.sure}%  {say_choice(call.words, candidate)}" for candidate in found]
    lines += [call.words("{rma} is in parcel {number}", rma=rma.number, number=call.args.number) for rma in known]
    rows = [_as_row(call, candidate) for candidate in found]
    call.answer({"rows": rows, "total": len(rows)}, lines or [call.words("Nothing speaks for any return yet")])
    return 0


def _as_row(call: Call, candidate: ReturnCandidate) -> dict[str, object]:
    return {
        "number": candidate.number,
        "kind": candidate.kind,
        "customer": candidate.customer,
        "sure": candidate.sure,
        "vip": candidate.vip,
        "why": call.clean(say_candidate(call.words, candidate)),
        "grounds": [
            {"ground": why.ground, "detail": why.detail, "said": call.clean(say_why(call.words, why, candidate.kind))}
            for why in candidate.why
        ],
    }

"""The board on the command line: batches made ready, turned, destroyed here; what is proposed for each."""

from typing import Any

from returns_desk.cli.call import Call
from returns_desk.desk import Desk
from returns_desk.domain.items import Disposition
from returns_desk.domain.people import Signature
from returns_desk.domain.proposals import Proposal
from returns_desk.domain.refusals import BadValue
from returns_desk.domain.snapshots import BatchRow
from returns_desk.usecases.destroy_batch import destroy_batch
from returns_desk.usecases.ready_batch import ready_batch, reopen_batch
from returns_desk.usecases.turn_batch import TURNS, turn_batch
from returns_desk.wording.proposals import say_advice, say_its_money, say_why


def proposal_facts(call: Call, batch: BatchRow) -> dict[str, object]:
    """What the board says of a batch besides; empty where nothing is proposed."""
    found = batch.proposal
    return {
        "proposal": found.advice.value if found else "",
        "proposal_why": found.why.value if found else "",
        "proposal_said": _said(call, found) if found else "",
        "proposal_money": found.money if found else None,
        "proposal_risk": found.risk if found else None,
        "proposal_days": found.days if found else None,
        "quantity_missing": found.quantity_missing if found else 0,
        "evidence_missing": [{"item": piece.item, "kinds": list(piece.kinds)} for piece in batch.evidence],
    }


def _said(call: Call, found: Proposal) -> str:
    parts = (say_advice(call.words, found), say_its_money(call.words, found), say_why(call.words, found))
    return " · ".join(part for part in parts if part)


def _ready(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, ready_batch, call.args.number).events


def _reopen(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, reopen_batch, call.args.number).events


def _turn(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    to = call.args.to
    if to not in [way.value for way in TURNS]:
        raise BadValue("to", to)
    return desk.run(who, turn_batch, call.args.number, Disposition(to), call.args.note).events


def _destroy(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, destroy_batch, call.args.number, call.args.witness, call.args.date).events


BOARD = {"ready": _ready, "reopen": _reopen, "turn": _turn, "destroy": _destroy}

"""The steps of a batch on the board: made ready, opened again, turned to another partner, destroyed here."""

from returns_desk.domain.batches import BatchMode, BatchState, PartnerKind
from returns_desk.domain.people import Permission
from returns_desk.domain.proposals import Advice
from returns_desk.domain.snapshots import BatchSnapshot
from returns_desk.wording import Words

Offers = tuple[tuple[str, ...], tuple[str, ...]]
PERMISSIONS = {
    "ready": Permission.SUBMIT_BATCH,
    "reopen": Permission.SUBMIT_BATCH,
    "turn_donate": Permission.SUBMIT_BATCH,
    "turn_recycle": Permission.SUBMIT_BATCH,
    "destroy": Permission.SHIP_BATCH,
}
_S = BatchState
_OWN = {_S.COLLECTING: ("ready",), _S.READY: ("reopen",), _S.SENT_BACK: ()}
_TURNS = {"turn_donate": PartnerKind.CHARITY, "turn_recycle": PartnerKind.RECYCLER}
_PROPOSED = {Advice.DONATE: "turn_donate", Advice.RECYCLE: "turn_recycle"}


def with_board(batch: BatchSnapshot, offers: Offers) -> Offers:
    """What is offered besides: what is proposed stands first; what is destroyed here is neither packed nor shipped."""
    near, far = offers
    state = batch.row.state
    if batch.row.mode is BatchMode.DESTROY and state in (_S.APPROVED, _S.AUTHORIZED):
        return ("destroy", *(name for name in near if name not in ("pack", "ship"))), far
    if state not in _OWN or not batch.lines:
        return offers
    turns = tuple(name for name, kind in _TURNS.items() if kind is not batch.row.kind)
    proposal = batch.row.proposal
    first = _PROPOSED.get(proposal.advice) if proposal else None
    if first in turns:
        near, turns = (first, *near), tuple(name for name in turns if name != first)
    return near, (*_OWN[state], *turns, *far)


def board_titles(words: Words) -> dict[str, str]:
    """What the steps are called."""
    return {
        "ready": words("Ready: nothing more goes in"),
        "reopen": words("Go on collecting"),
        "turn_donate": words("Donate instead"),
        "turn_recycle": words("Recycle instead"),
        "destroy": words("Destroyed here"),
    }

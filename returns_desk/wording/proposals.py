"""What is proposed for a batch: in two words, with its money, and why."""

from returns_desk.domain.evidence import PieceUnproved
from returns_desk.domain.proposals import Advice, Proposal
from returns_desk.wording.board_refusals import say_evidence
from returns_desk.wording.events_board import say_pieces
from returns_desk.wording.words import Words


def say_advice(words: Words, proposal: Proposal) -> str:
    """What to do, in two words."""
    return words.name(proposal.advice)


def say_its_money(words: Words, proposal: Proposal) -> str:
    """What it brings; for one that waits what is missing, and for how long it may wait."""
    if proposal.advice is not Advice.WAIT:
        return words.money(proposal.money) if proposal.money.minor else ""
    days = ""
    if proposal.days:
        days = words("1 day") if proposal.days == 1 else words("{count} days", count=proposal.days)
    return ", ".join(part for part in (_missing(words, proposal), days) if part)


def say_why(words: Words, proposal: Proposal) -> str:
    """The reason in a sentence, and what is at stake."""
    parts = [words.name(proposal.why)]
    if proposal.risk.minor > 0 and proposal.advice is Advice.WAIT:
        parts.append(words("waiting puts {money} of the credit at stake", money=words.money(proposal.risk)))
    elif proposal.risk.minor > 0:
        parts.append(words("{money} of the credit is lost when it closes", money=words.money(proposal.risk)))
    if proposal.instead is not None and proposal.instead.minor > 0 and proposal.advice is not Advice.DONATE:
        parts.append(words("given away it would be worth {money}", money=words.money(proposal.instead)))
    return "; ".join(parts)


def say_unproved(words: Words, pieces: tuple[PieceUnproved, ...]) -> str:
    """What a supplier wants to see and nobody took yet, each kind with the first pieces that it is missing of."""
    missing: dict[str, list[str]] = {}
    for piece in pieces:
        for kind in piece.kinds:
            missing.setdefault(kind, []).append(piece.item)
    return "; ".join(f"{say_evidence(words, kind)}: {say_pieces(tuple(items))}" for kind, items in missing.items())


def _missing(words: Words, proposal: Proposal) -> str:
    if proposal.value_missing is not None:
        return words("{money} missing", money=words.money(proposal.value_missing))
    if proposal.quantity_missing:
        return words("pieces missing: {count}", count=proposal.quantity_missing)
    return ""

"""A sentence for every return that a parcel or number may be: what speaks for it."""

from returns_desk.domain.candidates import CandidateGround, ReturnCandidate, WhyCandidate
from returns_desk.wording.words import Words


def say_candidate(words: Words, candidate: ReturnCandidate) -> str:
    """The grounds in one line: "Kettle KX-17 announced 3 days ago, carrier DHL"."""
    named = CandidateGround.PRODUCT, CandidateGround.NUMBER  # told otherwise
    told = [
        say_why(words, why, candidate.kind)
        for why in candidate.why
        if why.ground not in named and why.detail != candidate.number
    ]
    products = [why for why in candidate.why if why.ground is CandidateGround.PRODUCT]
    days = [why for why in candidate.why if why.ground is CandidateGround.DAYS]
    if products:
        what = ", ".join(say_why(words, why, candidate.kind) for why in products)
        when = say_why(words, days[0], candidate.kind) if days else ""
        told = [said for said in told if said != when]
        told.append(f"{what} {when}".rstrip())
    return ", ".join(told)


def say_choice(words: Words, candidate: ReturnCandidate) -> str:
    """The number, whose it is, and why: one line of a list to choose from."""
    named = [candidate.number, candidate.customer, words("VIP") if candidate.vip else ""]
    return " · ".join(part for part in (*named, say_candidate(words, candidate)) if part)


def say_why(words: Words, why: WhyCandidate, kind: str = "rma") -> str:
    """One ground. ``kind`` is the candidate's: an order was sold, a return announced."""
    detail = (why.detail_en or why.detail) if words.language == "en" else (why.detail or why.detail_en)
    match why.ground:
        case CandidateGround.NUMBER | CandidateGround.PRODUCT:
            return detail
        case CandidateGround.TRACKING:
            return words("tracking number {number}", number=detail)
        case CandidateGround.ORDER:
            return words("order {number}", number=detail)
        case CandidateGround.PHONE:
            return words("telephone {number}", number=detail)
        case CandidateGround.DAYS:
            return _days(words, int(detail), kind)
    return _rest(words, why.ground, detail)


def _rest(words: Words, ground: CandidateGround, detail: str) -> str:
    match ground:
        case CandidateGround.SERIAL:
            return words("serial {number} announced", number=detail)
        case CandidateGround.SERIAL_SOLD:
            return words("serial {number} sold in this order", number=detail)
        case CandidateGround.CUSTOMER:
            return words("the sender is {name}", name=detail)
        case CandidateGround.CARRIER:
            return words("carrier {name}", name=detail)
        case _:
            return words("pieces of it are still missing")


def _days(words: Words, days: int, kind: str) -> str:
    if kind == "order":
        return words("sold today") if days == 0 else words("sold {days} days ago", days=days)
    if days == 0:
        return words("announced today")
    return words("announced yesterday") if days == 1 else words("announced {days} days ago", days=days)

"""How something that stands out is told on the screen: its age, its facts, its icon and its tone."""

from datetime import datetime

from returns_desk.domain.exceptions import ExceptionKind, ExceptionRow
from returns_desk.wording import Words
from returns_desk.wording.batch_exceptions import partner_of, say_batch_step
from returns_desk.wording.exceptions import owner_in, product_in, refusal_of
from returns_desk.wording.refusals import say_refusal

K = ExceptionKind
TONES = {
    K.RECALLED: "bad",
    K.EXPIRED: "bad",
    K.HELD: "ask",
    K.UNMATCHED: "ask",
    K.NOT_OURS: "ask",
    K.NO_PLACE: "ask",
    K.EMPTY_BOX: "bad",
    K.SERIAL: "bad",
    K.WEIGHT: "bad",
    K.WRONG_ITEMS: "bad",
    K.AUTHORIZATION: "ask",
    K.WINDOW: "ask",
    K.MINIMUM: "ask",
    K.CREDIT_OVERDUE: "bad",
    K.SHORT_CREDIT: "bad",
    K.CERTIFICATE: "ask",
}
_HOUR, _DAY = 60, 24 * 60
Fact = tuple[str, str, bool]  # what it is called, what it says, whether it is a code


def say_age(words: Words, since: datetime | None, now: datetime) -> str:
    """How long it has stood out, in the largest unit that says something."""
    if since is None:
        return ""
    minutes = max(int((now - since).total_seconds()) // 60, 0)
    if not minutes:
        return words("just now")
    if minutes < _HOUR:
        return words("{count} min", count=minutes)
    if minutes < _DAY:
        return words("{count} h", count=minutes // _HOUR)
    return words("1 day") if minutes < 2 * _DAY else words("{count} days", count=minutes // _DAY)


def say_what(words: Words, row: ExceptionRow) -> str:
    """The thing in two lines: its number, and what it is."""
    station = words("Station {number}", number=row.fact("station")) if row.fact("station") else ""
    below = product_in(words, row) or partner_of(words, row) or row.fact("customer") or station or row.fact("tracking")
    return f"{_number(words, row)}\n{below if below != row.number else ''}".rstrip()


def title_of(words: Words, row: ExceptionRow) -> str:
    """The number, or whose it is."""
    return _number(words, row)


def _number(words: Words, row: ExceptionRow) -> str:
    return row.number or words("A step without a number")


def facts_of(words: Words, row: ExceptionRow) -> tuple[Fact, ...]:
    """What one wants to see beside it, in this order; what is not known is left out."""
    known: tuple[Fact, ...] = (
        (words("Product"), product_in(words, row), False),
        (words("Partner"), partner_of(words, row), False),
        (words("State"), words.name(row.state) if row.state else "", False),
        (words("Customer"), row.fact("customer") if row.subject != "customer" else "", False),
        (words("Return"), row.fact("rma"), True),
        (words("Parcel"), row.parcel if row.parcel != row.number else "", True),
        (words("Tracking number"), row.fact("tracking") if row.fact("tracking") != row.number else "", True),
        (words("Carrier"), row.fact("carrier"), False),
        (words("Sender"), " ".join(row.fact("sender").split()), False),
        (words("Items"), row.fact("pieces"), False),
        (words("Lot"), row.fact("lot"), True),
        (words("Where it lay"), row.fact("place"), True),
        (words("Batch"), row.fact("batch"), True),
        (words("Serial number"), row.fact("serial"), True),
        (words("Station"), row.fact("station"), False),
        (words("How often"), row.fact("count") if row.kind is K.REFUSED_SCAN else "", False),
        (words("Parcels"), row.fact("boxes").replace(",", ", "), False),
        (words("What to do"), _way_on(words, row), False),
        (words("For whom"), owner_in(words, row), False),
        (words("Since"), words.moment(row.since) if row.since else "", False),
    )
    return tuple(fact for fact in known if fact[1])


def _way_on(words: Words, row: ExceptionRow) -> str:
    if row.subject == "batch":
        return say_batch_step(words, row)
    return say_refusal(words, refusal_of(row))[1] if row.kind is K.REFUSED_SCAN else ""


def plate_of(row: ExceptionRow) -> str:
    """What is scanned to go on with it at the desk."""
    return row.parcel if row.subject == "rma" and row.parcel else row.number

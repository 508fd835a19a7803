"""``delegations``, ``delegate``, ``delegation revoke``: who signs for whom, without a window."""

from typing import Any

from returns_desk.cli.call import Call
from returns_desk.cli.signing import signature
from returns_desk.domain.snapshots import PersonSnapshot
from returns_desk.domain.snapshots.delegations import DelegationSnapshot
from returns_desk.usecases import look
from returns_desk.usecases.delegate import delegate as let_sign
from returns_desk.usecases.delegate import revoke_delegation
from returns_desk.usecases.look_delegations import delegations as look_at_delegations
from returns_desk.wording.events import say_event

Facts = dict[str, object]


def delegations(call: Call) -> int:
    """List them, those in force or ahead first."""
    with call.desk() as desk:
        rows = desk.read(look_at_delegations)
    if not rows and not call.as_json:
        call.say(call.words("Nobody signs for anybody else"))
        return 0
    call.answer({"rows": [_row(call, each) for each in rows], "total": len(rows)}, [_line(call, each) for each in rows])
    return 0


def delegate(call: Call) -> int:
    """Let somebody sign for whoever gave badge and PIN."""
    with call.desk() as desk:
        first = call.args.first or desk.read(look.moment).astimezone().date()
        done = desk.run(signature(call, desk), let_sign, call.args.to, first, call.args.last)
    return _told(call, done.events)


def delegation(call: Call) -> int:
    """Let somebody sign no longer."""
    with call.desk() as desk:
        done = desk.run(signature(call, desk), revoke_delegation, call.args.number)
    return _told(call, done.events)


def _told(call: Call, events: tuple[Any, ...]) -> int:
    number = next((event.number for event in events), "")
    names = [type(event).__name__ for event in events]
    call.answer({"number": number, "events": names}, [say_event(call.words, event) for event in events])
    return 0


def _row(call: Call, row: DelegationSnapshot) -> Facts:
    return {
        "number": row.number,
        "who": _name(call, row.taker),
        "for": _name(call, row.giver),
        "from": row.first,
        "until": row.last,
        "state": row.stands,
        "made_at": row.made_at,
    }


def _line(call: Call, row: DelegationSnapshot) -> str:
    words = call.words
    said = words(
        "{taker} signs for {giver}, {first} to {last}",
        taker=_name(call, row.taker),
        giver=_name(call, row.giver),
        first=words.date(row.first),
        last=words.date(row.last),
    )
    return f"{said} · {words.name(row.stands)} · {row.number}"


def _name(call: Call, person: PersonSnapshot) -> str:
    return (person.name_en or person.name) if call.words.language == "en" else person.name

"""Events are read back from the journal as they were."""

import json
from dataclasses import fields
from typing import Any

import pytest

from returns_desk.domain.events import EVENTS, Event, from_body, to_body

_MADE_UP: dict[str, Any] = {
    "str": "RMA-1 <b>״ש״",
    "int": 7,
    "bool": True,
    "tuple[str, ...]": ("RMA-1", "RMA-2"),
    "dict[str, str]": {"phone": "03-1234567"},
    "dict[str, Any]": {"code": "7", "items": ["IT-1"]},
    "tuple[dict[str, Any], ...]": ({"disposition": "restock", "blocks": ["grade"], "days_left": None},),
}


def made_up(kind: type[Event], /, **known: Any) -> Event:
    """An event of a kind with a value in every field."""
    facts = {field.name: _MADE_UP[_type_name(field.type)] for field in fields(kind)}
    return kind(**facts | {name: value for name, value in known.items() if name in facts})


def _type_name(kind: object) -> str:
    return (
        kind.__name__
        if isinstance(kind, type) and not hasattr(kind, "__origin__")
        else str(kind).replace("typing.", "")
    )


def test_there_are_events() -> None:
    assert len(EVENTS) > 35


@pytest.mark.parametrize("kind", EVENTS.values(), ids=str)
def test_every_event_is_read_back_as_it_was(kind: type[Event]) -> None:
    event = made_up(kind)
    ties = {"parcel_id": event.parcel_id, "item_id": event.item_id, "batch_id": event.batch_id, "rma_id": event.rma_id}
    assert from_body(kind.__name__, json.loads(json.dumps(to_body(event))), **ties) == event


@pytest.mark.parametrize("kind", EVENTS.values(), ids=str)
def test_what_a_newer_program_wrote_is_left_out(kind: type[Event]) -> None:
    body = json.loads(json.dumps(to_body(made_up(kind)))) | {"invented_later": 1}
    assert to_body(from_body(kind.__name__, body)) == to_body(made_up(kind))


def test_the_ties_to_timelines_are_no_part_of_the_body() -> None:
    for kind in EVENTS.values():
        assert not {"parcel_id", "item_id", "batch_id", "rma_id"} & set(to_body(made_up(kind)))

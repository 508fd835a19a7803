"""Whatever is tried in whatever order: nothing leaves that another than its maker did not approve as it is now."""

import json
import random
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from returns_desk.domain.items import Disposition
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.policies import Limits
from returns_desk.domain.refusals import DeskError
from returns_desk.store.database import open_database
from returns_desk.usecases.approve_batch import approve_batch, reject_batch, send_batch_back
from returns_desk.usecases.delegate import delegate
from returns_desk.usecases.destroy_batch import destroy_batch
from returns_desk.usecases.handle_scan import handle_scan
from returns_desk.usecases.pack_cartons import close_carton, open_carton, pack_item
from returns_desk.usecases.ready_batch import ready_batch, reopen_batch
from returns_desk.usecases.set_rules import set_limits
from returns_desk.usecases.ship_batch import authorize_batch, pack_batch, ship_batch
from returns_desk.usecases.submit_batch import cancel_batch, pull_item, submit_batch, withdraw_batch
from returns_desk.usecases.turn_batch import turn_batch
from returns_desk.usecases.undo import undo
from tests.builders import BADGES, TODAY, Station, copied, decided_kettle, decided_shirts, rows
from tests.usecases.test_delegations import person

PEOPLE = ("dana", "omer", "avi", "tal", "noa")
PIECES = ("IT-1-000001", "IT-1-000002", "IT-1-000003")
BATCHES = ("SB-000001", "SB-000001", "SB-000002", "SB-000002", "SB-000003", "RB-000001")
_WEEK = TODAY + timedelta(days=7)
Step = Callable[..., Any]
# a step, and how many of its arguments are drawn: a batch, a piece
OF_BATCH: dict[str, tuple[Step, tuple[Any, ...]]] = {
    "submit": (submit_batch, ()),
    "withdraw": (withdraw_batch, ()),
    "ready": (ready_batch, ()),
    "reopen": (reopen_batch, ()),
    "turn": (turn_batch, (Disposition.RECYCLE,)),
    "approve": (approve_batch, ()),
    "send back": (send_batch_back, ("no",)),
    "reject": (reject_batch, ("no",)),
    "cancel": (cancel_batch, ("no",)),
    "authorize": (authorize_batch, ("RGA-1",)),
    "carton": (open_carton, ()),
    "pack": (pack_batch, (1,)),
    "ship": (ship_batch, ()),
    "destroy": (destroy_batch, ("a witness from outside",)),
}
OF_PIECE: dict[str, Callable[[str, str], tuple[Step, tuple[Any, ...]]]] = {
    "pull": lambda batch, piece: (pull_item, (batch, piece)),
    "approve but": lambda batch, piece: (approve_batch, (batch, (piece,), "not this one")),
    "box": lambda batch, piece: (pack_item, (f"{batch}-1", piece)),
    "close box": lambda batch, piece: (close_carton, (f"{batch}-1", 1_000)),
    "decide": lambda batch, piece: (handle_scan, ("DO-OK",)),
    "undo": lambda batch, piece: (undo, ()),
}
OF_PEOPLE: dict[str, tuple[Step, tuple[Any, ...]]] = {
    "delegate to omer": (delegate, (BADGES["omer"], TODAY, _WEEK)),
    "delegate to dana": (delegate, (BADGES["dana"], TODAY, _WEEK)),
    "limit": (set_limits, (Limits(supervisor_batch=5_000),)),
    "dana rises": (person, ("dana", "supervisor")),
    "avi falls": (person, ("avi", "clerk")),
}
# what leads on is tried more often than what leads away
LIKELY = [*OF_BATCH, *OF_PIECE, *["submit", "approve", "pack", "ship", "authorize", "decide", "approve but"] * 4]
steps = st.lists(
    st.tuples(
        st.sampled_from([*LIKELY, *OF_PEOPLE]),
        st.sampled_from(PEOPLE),
        st.booleans(),
        st.sampled_from(BATCHES),
        st.sampled_from(PIECES),
    ),
    min_size=10,
    max_size=40,
)
# some days begin well, so that there is something to lose
BEGINNINGS = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE), st.sampled_from(BATCHES)).map(
    lambda drawn: [("submit", drawn[0], True, drawn[2], ""), ("approve", drawn[1], True, drawn[2], "")]
)
_JOURNAL = (
    "SELECT journal.kind, body, person_id, batches.number FROM journal "
    "LEFT JOIN batches ON batches.id = journal.batch_id ORDER BY journal.station_id, journal.seq"
)
LEAVING = ("BatchPacked", "BatchShipped", "BatchDestroyed", "CartonBegun", "ItemPacked", "CartonClosed")


def role(work: Any, name: str, becomes: str) -> None:
    person(work, name, role=becomes)


def begin(template: Path, folder: Path) -> Station:
    """Two shirts for one supplier, a kettle for another, decided; Dana and Omer have PINs."""
    station = Station(open_database(f"sqlite:///{copied(template, folder)}")).begin()
    decided_shirts(station)
    station.scan("DO-NEXT")
    decided_kettle(station)
    for name in ("omer", "dana"):
        station.do_as("noa", person, name, pin_hash="a PIN that nobody asks for here")
    return station


def try_step(station: Station, name: str, who: str, proven: bool, batch: str, piece: str) -> bool:
    """Try a step; whether it was done."""
    if name in OF_BATCH:
        usecase, more = OF_BATCH[name]
        facts: tuple[Any, ...] = (batch, *more)
    elif name in OF_PIECE:
        usecase, facts = OF_PIECE[name](batch, piece)
    else:
        usecase, facts = OF_PEOPLE[name]
        usecase = role if usecase is person else usecase
    at_bench = name in ("undo", "decide")
    signer = AT_THE_BENCH if at_bench else station.signature(who, proven=proven)
    try:
        if name == "decide":
            station.scan(piece)
        station.desk.run(signer, usecase, *facts)
    except DeskError:
        return False
    return True


def look_over(station: Station) -> int:
    """Walk the journal: how much left, and that each was approved as it was by another than its maker."""
    names = {key: name for key, name in rows(station.database, "SELECT id, name FROM people")}
    maker: dict[str, str] = {}
    approved: set[str] = set()
    left = 0
    for kind, text, signer, number in rows(station.database, _JOURNAL):
        body = json.loads(text)
        number = body["batch"] if kind == "ItemDecided" else number
        if kind == "BatchSubmitted":
            maker[number] = names[signer]
        if kind == "BatchApproved":
            assert maker[number] not in (names[signer], body["giver"]), "the maker had a hand in it"
            approved.add(number)
        if kind in ("LinePulled", "ItemDecided", "BatchSubmitted", "BatchWithdrawn", "BatchCancelled"):
            approved.discard(number)
        if kind in LEAVING:
            left += 1
            assert number in approved, f"{kind} of {number}"
    return left


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_nothing_leaves_that_another_did_not_approve_as_it_is(shop_template: Path, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        station = begin(shop_template, Path(folder))
        try:
            for step in (*data.draw(BEGINNINGS), *data.draw(steps)):
                try_step(station, *step)
            look_over(station)
        finally:
            station.database.close()


def test_a_long_day_of_trying_does_let_goods_leave(shop_template: Path, tmp_path: Path) -> None:
    """The property would hold of a desk that lets nothing out, too."""
    station, chance = begin(shop_template, tmp_path), random.Random(7)
    try:
        onward = [name for name in LIKELY if name not in ("cancel", "turn", "reject", "undo")]
        for _ in range(300):
            batch, piece = chance.choice(BATCHES), chance.choice(PIECES)
            try_step(station, chance.choice(onward), chance.choice(PEOPLE), True, batch, piece)
        assert look_over(station) > 0
    finally:
        station.database.close()

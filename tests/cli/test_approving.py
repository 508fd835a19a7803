"""``batch approve`` of several with one PIN, of what was looked at; ``delegate``, ``delegations``, ``limits``."""

from datetime import timedelta

import pytest

from returns_desk.desk import now_utc
from tests.cli.desk_at_hand import Commands

DANA, AVI, NOA = ("--badge", "ID-DANA-1"), ("--badge", "ID-AVI-3"), ("--badge", "ID-NOA-4")
SIGNED, ADMIN = (*AVI, "--pin-stdin"), (*NOA, "--pin-stdin")
PIN, ADMINS_PIN = "2580\n", "1470\n"
SHIRT, KETTLE = "7290011233013", "7290011232016"
FIRST, SECOND = "RB-000001", "SB-000001"


def a_few_days_on() -> str:
    return (now_utc().astimezone().date() + timedelta(days=3)).isoformat()


@pytest.fixture
def two(run: Commands) -> Commands:
    """Two submitted batches, for a recycler and a supplier."""
    scans = ("RR402103114IL", SHIRT, "DO-D", "DO-OK", "DO-NEXT", "RR402101201IL", KETTLE, "DO-D", "DO-OK")
    run.done("scan", *DANA, typed="\n".join(scans))
    for number in (FIRST, SECOND):
        run.done("batch", "submit", number, *DANA)
    return run


def test_several_are_approved_with_one_pin_and_each_outcome_is_told(two: Commands) -> None:
    told = two.done("batch", "approve", FIRST, SECOND, *SIGNED, "--json", typed=PIN).json
    assert [(row["number"], bool(row["slip"])) for row in told["rows"]] == [(FIRST, True), (SECOND, True)]


def test_one_that_is_refused_stops_no_other(two: Commands) -> None:
    ended = two("batch", "approve", "SB-000009", FIRST, SECOND, *SIGNED, typed=PIN)
    assert ended.code == 1
    assert "SB-000009: There is no batch SB-000009" in ended.err
    assert ended.err.count("\n") == 1
    for number in (FIRST, SECOND):
        assert two.done("show", "batch", number, "--json").json["approved_by"]


def test_only_approving_takes_several(two: Commands) -> None:
    two.refused("batch", "reject", FIRST, SECOND, "--note", "no", *SIGNED, typed=PIN)
    two.refused("batch", "approve", FIRST, SECOND, "--seen", "00", *SIGNED, typed=PIN)


def test_what_was_not_looked_at_is_not_approved(two: Commands) -> None:
    said = two.refused("batch", "approve", FIRST, "--seen", "0" * 64, *SIGNED, typed=PIN)
    assert "are not those that were looked at" in said
    seen = two.done("show", "batch", FIRST, "--json").json["seen"]
    two.done("batch", "approve", FIRST, "--seen", seen, *SIGNED, typed=PIN)


def test_somebody_is_let_sign_and_let_no_longer(two: Commands) -> None:
    assert two.done("delegations", "--json").json == {"rows": [], "total": 0}
    days = ("--from", "2026-01-01", "--until", "2026-06-30")
    assert two.refused("delegate", "--to", "ID-NOA-4", *days, *SIGNED, typed=PIN)  # these are over
    assert two.refused("delegate", "--to", "ID-NOA-4", "--until", "2026-06-30", *AVI)
    made = two.done("delegate", "--to", "ID-NOA-4", "--until", a_few_days_on(), *SIGNED, "--json", typed=PIN).json
    (row,) = two.done("delegations", "--json").json["rows"]
    assert (row["number"], row["state"]) == (made["number"], "in force")
    assert [row[part].split()[0] for part in ("who", "for")] == ["Noa", "Avi"]
    two.done("delegation", "revoke", made["number"], *SIGNED, typed=PIN)
    assert "Revoked" in two.done("delegations").out


def test_an_admin_sets_the_limit_of_batches(two: Commands) -> None:
    assert two.refused("limits", "--supervisor-batch", "10", *SIGNED, typed=PIN)
    two.done("limits", "--supervisor-batch", "10", *ADMIN, typed=ADMINS_PIN)
    said = two.refused("batch", "approve", FIRST, *SIGNED, typed=PIN)
    assert "a supervisor approves up to" in said
    two.done("batch", "approve", FIRST, *ADMIN, typed=ADMINS_PIN)

"""A process that is killed at any moment loses nothing that it said was done, and breaks no chain."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from returns_desk.store.database import open_database
from returns_desk.store.journal import verify
from returns_desk.store.work import Seat
from tests.builders import rows
from tests.fakes import MORNING
from tests.shops import OnBoth

KEEPER = [sys.executable, "-m", "tests.store.keeper"]
CHECKOUT = Path(__file__).resolve().parents[2]


def run_keeper(url: str, name: str, rounds: int) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([*KEEPER, url, name, str(rounds)], stdout=subprocess.PIPE, cwd=CHECKOUT)


def look_over(url: str, acknowledged: list[str], steps: int) -> None:
    """See that all that was acknowledged is there, numbers have no gaps and every chain holds."""
    database = open_database(url)
    try:
        with database.reading(Seat("", "", ""), MORNING) as work:
            assert list(verify(work.session)) == []
        kept = {number for (number,) in rows(database, "SELECT number FROM items")}
        assert set(acknowledged) <= kept
        for code in {number.split("-")[1] for number in kept}:
            mine = sorted(number for number in kept if number.startswith(f"IT-{code}-"))
            assert mine == [f"IT-{code}-{count:06d}" for count in range(1, len(mine) + 1)]
        written = "SELECT count(DISTINCT step_id) FROM journal WHERE person_id IS NOT NULL AND kind != 'SignedIn'"
        assert rows(database, written)[0][0] >= steps
    finally:
        database.close()


def kill_often(url: str, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    acknowledged: list[str] = []
    steps = 0
    for _ in range(kills):
        keeper = run_keeper(url, "1", 10_000)
        assert keeper.stdout is not None
        first = keeper.stdout.readline()
        time.sleep(chance.expovariate(1 / 0.06))
        keeper.kill()
        lines = [first, *keeper.stdout.readlines()]
        keeper.stdout.close()
        keeper.wait()
        whole = [line.decode().split() for line in lines if line.endswith(b"\n")]
        steps += len(whole)
        acknowledged += [line[2] for line in whole if len(line) > 2]
    assert acknowledged
    look_over(url, acknowledged, steps)


def test_ten_kills_lose_nothing(shop_file: Path) -> None:
    kill_often(f"sqlite:///{shop_file}", 10, seed=1)


@pytest.mark.soak
@OnBoth
def test_three_hundred_kills_lose_nothing(either_url: str) -> None:
    kill_often(either_url, 300, seed=int(os.environ.get("SEED", "2")))


@OnBoth
def test_two_processes_never_meet_a_locked_database(either_url: str) -> None:
    keepers = [run_keeper(either_url, name, 6) for name in ("1", "2")]
    lines: list[list[str]] = []
    for keeper in keepers:
        assert keeper.stdout is not None
        lines += [line.decode().split() for line in keeper.stdout.readlines()]
        keeper.stdout.close()
        assert keeper.wait() == 0
    assert len(lines) == 2 * 6 * 8
    look_over(either_url, [line[2] for line in lines if len(line) > 2], len(lines))

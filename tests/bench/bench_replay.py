"""A changed book of rules over the last 100,000 decisions: in under twenty seconds, and as a ratio to reading them."""

import json
import random
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter

import pysqlite3.dbapi2 as sqlite

from returns_desk.desk import Desk
from returns_desk.domain.decisions import facts_of, nets_of
from returns_desk.domain.grades import Finding, Grade, StatedReason
from returns_desk.domain.options import recommend
from returns_desk.domain.recommendation import Case
from returns_desk.domain.replay import Replayed
from returns_desk.domain.rules import BUILT_IN, Rule, rule_in_force
from returns_desk.domain.terms import BelowMinimum, CreditMode, SupplierTerms
from returns_desk.store.database import FILE_NAME, open_database
from returns_desk.store.ids import new_id
from returns_desk.store.records.catalogue import terms_body
from returns_desk.store.types import canonical
from returns_desk.usecases.replay_rules import replay

from .harness import Row, against_limit, compare, report
from .large_shop import make_shop

DECISIONS = 100_000
SECONDS = 20
TURNS = 3
CATEGORIES = ("Phones", "Kitchen", "Clothes", "Audio", "Toys", "Cosmetics", "Garden", "")
TODAY = date(2026, 11, 22)
TERMS = SupplierTerms(
    not_defective=CreditMode.RETURN, minimum_value=50_000, below_minimum=BelowMinimum.DONATE, fee_bp=500
)
CHANGED = replace(
    BUILT_IN,
    version=2,
    hour=7_500,
    rules=(
        Rule(figures=(("credit_chance", 9_000), ("as_new_b", 9_500))),
        Rule(category="Phones", figures=(("open_box_c", 6_000),)),
        Rule(category="Cosmetics", figures=(("resale_opened", False), ("giving", False))),
        Rule(category="Clothes", supplier="SUP", figures=(("open_box_b", 4_000),), valid_from=date(2026, 9, 1)),
    ),
)


def measure(decisions: int) -> list[Row]:
    """Replay all of them some times over, and read the same JSON bare in between."""
    home = make_shop(decisions)
    _fill(home / FILE_NAME, decisions)
    desk = Desk(open_database(f"sqlite:///{home / FILE_NAME}"), "1")
    ours, bare = [], []
    replayed = None
    for _ in range(TURNS):
        start = perf_counter()
        _read_bare(home / FILE_NAME)
        bare.append((perf_counter() - start) * 1_000)
        start = perf_counter()
        replayed = desk.read(replay, CHANGED, decisions)
        ours.append((perf_counter() - start) * 1_000)
    desk.close()
    shutil.rmtree(home)
    assert isinstance(replayed, Replayed)
    print(f"{replayed.changed:,} of {replayed.decisions:,} would be decided otherwise; ", end="")
    print(f"{decisions / min(ours) * 1_000:,.0f} decisions a second")
    return [
        compare(f"replay of {decisions:,} decisions, to a bare read of them", ours, bare),
        against_limit(f"replay of {decisions:,} decisions, best of {TURNS}", ours, share=0.0, limit=SECONDS * 1_000),
    ]


def _fill(path: Path, decisions: int) -> None:
    """Put the decisions in straight by SQL, each on a piece of its own."""
    shop = sqlite.connect(str(path))
    items = [key for (key,) in shop.execute("SELECT id FROM items ORDER BY id LIMIT ?", (decisions,))]
    body = canonical(terms_body(TERMS))
    (partner,) = shop.execute("SELECT id FROM partners WHERE code = 'SUP'").fetchone()
    shop.execute(
        "INSERT INTO terms (id, partner_id, version, valid_from, body) VALUES (?, ?, 7, '2020-01-01', ?)",
        (bytes.fromhex(new_id()), partner, body),
    )
    shop.executemany(
        "INSERT INTO decisions (id, item_id, at, person_id, category, supplier, rule_version, rule, advised, chosen,"
        " override, net, currency, facts, nets, undone)"
        " VALUES (?, ?, ?, NULL, ?, ?, 1, '//', ?, ?, NULL, ?, 'ILS', ?, ?, 0)",
        _rows(items),
    )
    shop.commit()
    shop.execute("ANALYZE")
    shop.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shop.close()


def _rows(items: list[bytes]) -> Iterator[tuple[object, ...]]:
    chance = random.Random(5)
    now = datetime(2026, 11, 22, tzinfo=UTC)
    for number, item in enumerate(items):
        case = _case(chance)
        asked = recommend(case, rule_in_force(BUILT_IN, case.category, case.supplier, case.today))
        advised = asked.advised
        chosen = advised or asked.options[-1]
        yield (
            bytes.fromhex(new_id()), item, (now - timedelta(seconds=len(items) - number)).isoformat(), case.category,
            case.supplier, advised.becomes.value if advised else None, chosen.becomes.value, chosen.net.minor,
            canonical(facts_of(case)), canonical(nets_of(asked)),
        )  # fmt: skip


def _case(chance: random.Random) -> Case:
    """A thing as they come: most with a supplier, a delivery and a reason, some dated, some with findings."""
    today = TODAY - timedelta(days=chance.randrange(180))
    supplied = chance.random() < 0.8
    cost = chance.randrange(500, 90_000)
    return Case(
        grade=chance.choice(tuple(Grade)),
        today=today,
        findings=tuple(chance.sample(tuple(Finding), chance.choice((0, 0, 1, 2)))),
        stated=chance.choice((None, *StatedReason)),
        quantity=chance.choice((1, 1, 1, 2, 40)),
        cost=cost,
        price=cost * 2 - 10,
        category=chance.choice(CATEGORIES),
        supplier="SUP" if supplied else "",
        has_supplier=supplied,
        terms=replace(TERMS, version=7) if supplied else None,
        electrical=chance.random() < 0.5,
        weight_g=chance.choice((None, 250, 1_800)),
        expires=today + timedelta(days=chance.randrange(-30, 400)) if chance.random() < 0.1 else None,
        delivered=today - timedelta(days=chance.randrange(120)),
        waiting_value=chance.randrange(100_000),
        gathers_daily=chance.choice((None, 900, 4_000)),
        credits_seen=9,
        credits_share=81_000,
    )


def _read_bare(path: Path) -> None:
    """What the limit is: the driver and the JSON reader, nothing else."""
    shop = sqlite.connect(str(path))
    for facts, nets in shop.execute("SELECT facts, nets FROM decisions WHERE undone = 0 ORDER BY id DESC"):
        json.loads(facts)
        json.loads(nets)
    shop.close()


if __name__ == "__main__":
    report("replay", measure(int(sys.argv[1]) if len(sys.argv) > 1 else DECISIONS))

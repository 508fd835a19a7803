"""A shop is begun once, whole or not at all, with somebody in it who may do everything."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from returns_desk.desk import Desk
from returns_desk.domain.beginnings import FirstPerson, NewShop
from returns_desk.domain.people import AT_THE_BENCH, OWNER, Permission, Role, Signature, may
from returns_desk.domain.refusals import AlreadyBegun, BadValue
from returns_desk.domain.snapshots import Company
from returns_desk.store.database import Database, open_database
from returns_desk.usecases import look, look_bench
from returns_desk.usecases.sign_in import prove, sign_in
from returns_desk.usecases.start_shop import begin_shop, new_badge
from tests.builders import Station, journal

SHOP = NewShop(
    Company("בית הכובע", "515123456", "רחוב הגפן 1, חיפה", "04-8123456"),
    FirstPerson("רות שחר", "ID-RUT-9", "40417", "he"),
)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Desk]:
    """A database in which no shop was begun."""
    desk = Desk(open_database(f"sqlite:///{tmp_path / 'returns.db'}"), "1")
    yield desk
    desk.close()


def stored(database: Database) -> str:
    """Every row of the tables that the beginning writes, as text."""
    with database.engine.connect() as connection:
        return "".join(
            str(tuple(row))
            for table in ("shop", "people", "journal")
            for row in connection.execute(text(f"SELECT * FROM {table}"))
        )


@pytest.mark.parametrize("who", [OWNER, AT_THE_BENCH], ids=["owner", "bench"])
def test_whoever_sits_at_an_empty_database_may_begin_a_shop(empty: Desk, who: Signature) -> None:
    done = empty.run(who, begin_shop, SHOP)
    assert [type(event).__name__ for event in done.events] == ["ShopStarted", "PersonAdded"]
    assert empty.read(look.shop_name) == "בית הכובע"


def test_the_first_person_may_do_everything_with_badge_and_pin(empty: Desk) -> None:
    empty.run(OWNER, begin_shop, SHOP)
    empty.run(AT_THE_BENCH, sign_in, "ID-RUT-9")
    person = empty.read(look_bench.bench).person
    assert person is not None
    assert (person.name, person.role, person.language) == ("רות שחר", Role.ADMIN, "he")
    assert all(may(person.role, permission) for permission in Permission)
    assert empty.run(AT_THE_BENCH, prove, "ID-RUT-9", "40417").answer.proven


@pytest.mark.parametrize("who", ["dana", "avi", "noa", "owner"])
def test_nobody_begins_a_shop_where_there_is_one(station: Station, who: str) -> None:
    signature = OWNER if who == "owner" else station.signature(who)
    before = stored(station.database)
    assert isinstance(station.refusal(signature, begin_shop, SHOP), AlreadyBegun)
    assert stored(station.database).startswith(before[:200])
    assert [row.name for row in station.desk.read(look.people)].count("רות שחר") == 0


def test_neither_badge_nor_pin_is_stored_or_told(empty: Desk) -> None:
    empty.run(OWNER, begin_shop, SHOP)
    assert "RUT" not in stored(empty.database)
    assert "40417" not in stored(empty.database)
    assert "40417" not in repr(SHOP)
    assert "RUT" not in repr(SHOP)


MISFITS: list[tuple[str, Callable[[NewShop], NewShop]]] = [
    ("name", lambda shop: replace(shop, company=replace(shop.company, name="  "))),
    ("company_number", lambda shop: replace(shop, company=replace(shop.company, company_number="מספר"))),
    ("address", lambda shop: replace(shop, company=replace(shop.company, address="x" * 121))),
    ("phone", lambda shop: replace(shop, company=replace(shop.company, phone="call me"))),
    ("currency", lambda shop: replace(shop, company=replace(shop.company, currency="₪"))),
    ("supervisor", lambda shop: replace(shop, person=replace(shop.person, name=""))),
    ("badge", lambda shop: replace(shop, person=replace(shop.person, badge="RUT-9"))),
    ("pin", lambda shop: replace(shop, person=replace(shop.person, pin="123"))),
    ("pin", lambda shop: replace(shop, person=replace(shop.person, pin="١٢٣٤"))),
]


@pytest.mark.parametrize(("field", "spoil"), MISFITS)
def test_a_field_that_does_not_fit_begins_nothing(empty: Desk, field: str, spoil: Callable[[NewShop], NewShop]) -> None:
    with pytest.raises(BadValue) as refusal:
        empty.run(OWNER, begin_shop, spoil(SHOP))
    assert refusal.value.name == field
    assert not empty.read(look.is_begun)
    assert empty.read(look.people) == ()
    assert "123" not in str(journal(empty.database))
    assert "RUT" not in str(journal(empty.database))


def test_a_made_badge_is_a_badge_of_65_bits_and_never_the_same() -> None:
    badges = {new_badge() for _ in range(200)}
    assert len(badges) == 200
    assert {len(badge) for badge in badges} == {len("ID-") + 13}
    assert len(set("".join(badges).replace("ID-", ""))) == 32  # five bits a sign
    assert all(sign.isascii() and (sign.isdigit() or sign.isupper()) for sign in "".join(badges).replace("-", ""))

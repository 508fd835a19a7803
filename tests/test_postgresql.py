"""The PostgreSQL of the tests is real, private and empty for each test."""

import psycopg
import pytest

pytestmark = pytest.mark.postgres


@pytest.mark.parametrize("turn", [1, 2])
def test_every_test_gets_an_empty_database(postgresql_url: str, turn: int) -> None:
    with psycopg.connect(postgresql_url.replace("+psycopg", "")) as connection:
        connection.execute("CREATE TABLE parcel (number text)")
        assert connection.execute("SELECT count(*) FROM parcel").fetchone() == (0,)


def test_a_template_is_copied_whole(postgresql_server) -> None:
    template = postgresql_server.make_database(name="a_template")
    with postgresql_server.connect(template) as connection:
        connection.execute("CREATE TABLE parcel (number text)")
        connection.execute("INSERT INTO parcel VALUES ('PA-1')")
    name = postgresql_server.make_database(template)
    with postgresql_server.connect(name) as connection:
        assert connection.execute("SELECT number FROM parcel").fetchone() == ("PA-1",)


def test_nobody_reaches_the_server_over_the_network(postgresql_server) -> None:
    with postgresql_server.connect() as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)

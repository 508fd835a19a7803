"""The small shop as fixtures: made once, copied for every test, on an SQLite file or on PostgreSQL."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from returns_desk.desk import Desk
from returns_desk.domain.people import OWNER
from returns_desk.store.database import FILE_NAME, Database, open_database
from returns_desk.usecases.fill_sample import fill_sample
from tests.builders import Station, copied, fill
from tests.postgresql import PostgreSQLServer

OnBoth = pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
Opener = Callable[[], Database]


@pytest.fixture(scope="session")
def shop_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a filled shop, closed."""
    path = tmp_path_factory.mktemp("template") / "returns.db"
    database = open_database(f"sqlite:///{path}")
    fill(database)
    database.close()
    return path


@pytest.fixture(scope="session")
def sample_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the sample shop, closed."""
    path = tmp_path_factory.mktemp("sample") / FILE_NAME
    desk = Desk(open_database(f"sqlite:///{path}"), "1")
    desk.run(OWNER, fill_sample)
    desk.close()
    return path


@pytest.fixture
def sample_home(sample_template: Path, tmp_path: Path) -> Path:
    """A folder of this test's own in which the sample shop is begun already, as ``--sample`` begins it."""
    copied(sample_template, tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: PostgreSQLServer) -> str:
    """The name of a filled shop's database on the server, which nobody is connected to."""
    name = postgresql_server.make_database(name="shop_template")
    database = open_database(postgresql_server.url(name))
    fill(database)
    database.close()
    return name


@pytest.fixture
def shop_file(shop_template: Path, tmp_path: Path) -> Path:
    """The file of a shop of this test's own."""
    return copied(shop_template, tmp_path)


@pytest.fixture
def shop(shop_file: Path) -> Iterator[Database]:
    """A shop of this test's own, open."""
    database = open_database(f"sqlite:///{shop_file}")
    yield database
    database.close()


@pytest.fixture
def either_url(kind: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a shop of this test's own, on the database named by ``kind``."""
    if kind == "sqlite":
        yield f"sqlite:///{request.getfixturevalue('shop_file')}"
        return
    server: PostgreSQLServer = request.getfixturevalue("postgresql_server")
    name = server.make_database(request.getfixturevalue("postgresql_template"))
    yield server.url(name)
    server.drop_database(name)


@pytest.fixture
def either(either_url: str) -> Iterator[Database]:
    """A shop of this test's own, open, on the database named by ``kind``."""
    database = open_database(either_url)
    yield database
    database.close()


@pytest.fixture
def station(shop: Database) -> Station:
    """Station 1 of the shop, with Dana signed in."""
    return Station(shop).begin()

"""What a code in a picture belongs to, by the database first."""

from collections.abc import Iterator

import pytest

from returns_desk.desk import Desk
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.scan_facts import ScanKind
from returns_desk.store.database import open_database
from returns_desk.usecases.fill_sample import fill_sample
from returns_desk.usecases.handle_scan import handle_scan
from returns_desk.usecases.look_codes import CodeMeaning, meaning_of


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The sample shop; the clerk has taken a kettle out of a parcel."""
    file = tmp_path_factory.mktemp("codes") / "desk.db"
    opened = Desk(open_database(f"sqlite:///{file}"), "1")
    opened.run(AT_THE_BENCH, fill_sample)
    for code in ("ID-DANA-1", "RR402101201IL", "7290011232016", "DO-D", "DO-F-LEAKS", "DO-OK"):
        opened.run(AT_THE_BENCH, handle_scan, code)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("text", "kind", "number", "begins"),
    [
        ("7290011232016", ScanKind.PRODUCT, "7290011232016", "Electric kettle"),
        ("]C10107290011232016", ScanKind.PRODUCT, "7290011232016", "Electric kettle"),
        ("IT-1-000001", ScanKind.ITEM, "IT-1-000001", "Electric kettle"),
        ("RR402101201IL", ScanKind.TRACKING, "RR402101201IL", ""),
        ("RMA-20402", ScanKind.RMA, "RMA-20402", ""),
        ("SO-87102", ScanKind.RMA, "RMA-20402", ""),
        ("SB-000001", ScanKind.BATCH, "SB-000001", ""),
        ("DO-A", ScanKind.COMMAND, "DO-A", ""),
        ("ob-c-1", ScanKind.PLACE, "OB-C-1", ""),
    ],
)
def test_what_the_shop_has_is_known_by_its_name(
    desk: Desk, text: str, kind: ScanKind, number: str, begins: str
) -> None:
    meaning = desk.read(meaning_of, text)
    assert (meaning.text, meaning.kind, meaning.number, meaning.known) == (text, kind, number, True)
    assert meaning.name_in("en").startswith(begins)


def test_a_badge_is_never_shown(desk: Desk) -> None:
    assert desk.read(meaning_of, "ID-DANA-1") == CodeMeaning("ID-DANA-1", ScanKind.BADGE, "", known=True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("4006381333931", ScanKind.PRODUCT),
        ("4006381333930", ScanKind.PRODUCT_WRONG),
        ("IT-1-999999", ScanKind.ITEM),
        ("SB-999999", ScanKind.BATCH),
        ("1Z999AA10123456784", ScanKind.TRACKING),
        ("hello", ScanKind.UNKNOWN),
        ("https://example.com/" + "x" * 900, ScanKind.UNKNOWN),
        ("", ScanKind.EMPTY),
        ("\x00" * 9, ScanKind.UNREADABLE),
        ("x" * 100_000, ScanKind.UNREADABLE),
    ],
)
def test_what_nobody_has_is_unknown_whatever_it_looks_like(desk: Desk, text: str, kind: ScanKind) -> None:
    meaning = desk.read(meaning_of, text)
    assert (meaning.kind, meaning.known, meaning.name) == (kind, False, "")
    assert len(meaning.number) < 100

"""``wipe``, ``batch weigh|certify``, and what is kept from landfill."""

import pytest

from tests.cli.desk_at_hand import Commands

AVI = ("--badge", "ID-AVI-3", "--pin-stdin")
DANA = ("--badge", "ID-DANA-1")
BATCH = "RB-000001"


@pytest.fixture
def phone(run: Commands) -> str:
    """Broken earbuds for the recycler; gives their number."""
    run.scan("799602183448", "7290011231019", "EB20-700541", "DO-E", "DO-RECYCLE", "DO-O-OTHER", "DO-CLOSE")
    shown = run.done("list", "items", "--json").json["rows"][0]
    assert shown["batch"] == BATCH
    return str(shown["number"])


@pytest.fixture
def shipped(run: Commands, phone: str) -> str:
    run.done("wipe", phone, "--how", "shredded", *DANA)
    run.done("batch", "submit", BATCH, *DANA)
    run.done("batch", "approve", BATCH, *AVI, typed="2580\n")
    run.done("batch", "weigh", BATCH, *DANA, "--stream", "electronic=50", "--stream", "plastic=12")
    run.done("batch", "ship", BATCH, *DANA)
    return BATCH


def test_a_device_is_wiped_before_its_batch_is_submitted(run: Commands, phone: str) -> None:
    assert phone in run.refused("batch", "submit", BATCH, *DANA)
    assert run.done("show", "batch", BATCH, "--json").json["unwiped"] == [phone]
    assert "Shredded" in run.done("wipe", phone, "--how", "shredded", *DANA).out
    shown = run.done("show", "item", phone, "--json").json
    assert (shown["wiped"], shown["wiped_by"]) == ("shredded", "דנה לוי")
    run.done("batch", "submit", BATCH, *DANA)


def test_a_recycling_goes_all_the_way_to_its_certificate(run: Commands, shipped: str) -> None:
    assert "certificate" in run.refused("batch", "close", BATCH, "--badge", "ID-AVI-3")
    run.done("batch", "certify", BATCH, *DANA, "--certificate", "C-4711")
    run.done("batch", "close", BATCH, "--badge", "ID-AVI-3")
    shown = run.done("show", "batch", BATCH, "--json").json
    assert (shown["state"], shown["certificate"], shown["weighed"]) == ("closed", "C-4711", True)
    assert shown["streams"] == [{"stream": "electronic", "weight_g": 50}, {"stream": "plastic", "weight_g": 12}]
    assert run.done("verify").code == 0


@pytest.mark.parametrize("stream", ["gold=5", "metal=-5", "metal=0", "metal=much", "metal", "metal=5 --stream metal=6"])
def test_what_is_no_weight_is_refused_in_words(run: Commands, shipped: str, stream: str) -> None:
    run.refused("batch", "weigh", BATCH, *DANA, *f"--stream {stream}".split())


@pytest.mark.parametrize("language", ["he", "en"])
def test_what_was_kept_from_landfill_is_listed_and_exported(run: Commands, shipped: str, language: str) -> None:
    page = run.done("list", "landfill", "--json", language=language).json
    assert [(row["kind"], row["stream"], row["weight_g"]) for row in page["rows"]] == [
        ("recycler", "electronic", 50),
        ("recycler", "plastic", 12),
    ]
    assert run.done("list", "landfill", language=language).out.count("\n") == 3
    lines = run.done("export", "landfill", "--badge", "ID-AVI-3", language=language).out.splitlines()
    assert lines[0].lstrip("\ufeff") == "month,kind,stream,weight_g,without_weight"
    assert [line.split(",", 1)[1] for line in lines[1:]] == ["recycler,electronic,50,0", "recycler,plastic,12,0"]


def test_landfill_as_a_workbook(run: Commands, shipped: str) -> None:
    target = run.home / "landfill.xlsx"
    run.done("export", "landfill", "--badge", "ID-AVI-3", "--format", "xlsx", "-o", str(target))
    assert target.read_bytes()[:2] == b"PK"

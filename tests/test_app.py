"""What the program is opened on: the shop's own data, the sample shop, or a copy to practise on."""

from pathlib import Path

import pytest

from returns_desk.app import desk_opener, main, training_opener
from returns_desk.desk import Desk
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.settings import Settings
from returns_desk.usecases import look, look_bench
from returns_desk.usecases.sign_in import sign_in

SETTINGS = Settings(station="7")


def _products(desk: Desk) -> int:
    try:
        return desk.read(look.products).total
    finally:
        desk.close()


def test_without_sample_an_empty_database_stays_empty(tmp_path: Path) -> None:
    desk = desk_opener(tmp_path, SETTINGS, sample=False)()
    assert not desk.read(look.is_begun)
    assert _products(desk) == 0


def test_the_sample_shop_fills_an_empty_database_once(tmp_path: Path) -> None:
    first = _products(desk_opener(tmp_path, SETTINGS, sample=True)())
    assert first >= 60
    assert _products(desk_opener(tmp_path, SETTINGS, sample=True)()) == first


def test_a_shop_of_ones_own_is_never_filled_with_the_sample(tmp_path: Path) -> None:
    assert main(["--home", str(tmp_path), "init", "--company", "Mine"]) == 0
    assert _products(desk_opener(tmp_path, SETTINGS, sample=True)()) == 0


def test_what_is_practised_never_reaches_the_shop(tmp_path: Path) -> None:
    home, folder = tmp_path / "home", tmp_path / "practice #1?"
    folder.mkdir()
    desk_opener(home, SETTINGS, sample=True)().close()
    practising = training_opener(home, SETTINGS, folder, Settings(station="Training"))()
    practising.run(AT_THE_BENCH, sign_in, "ID-DANA-1")
    bench = practising.read(look_bench.bench)
    assert (bench.station_name, bench.person is not None) == ("Training", True)
    practising.close()
    own = desk_opener(home, Settings(station="Training"), sample=False)()
    assert own.read(look_bench.bench).person is None
    own.close()


def test_where_there_is_no_shop_yet_one_practises_in_the_sample_shop(tmp_path: Path) -> None:
    practising = training_opener(tmp_path / "none", SETTINGS, tmp_path, Settings(station="Training"))()
    assert _products(practising) >= 60
    assert not (tmp_path / "none").exists()


def test_wrong_usage_gives_its_code_and_never_ends_the_process(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--frobnicate"]) == 2
    assert capsys.readouterr().out == ""

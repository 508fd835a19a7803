"""The benchmarks' own arithmetic."""

import json
from pathlib import Path

import pytest

from tests.bench.harness import Row, against_limit, compare, interleave, quantile, report, save, table


def test_a_ratio_is_of_the_medians() -> None:
    row = compare("scan", [4.0, 8.0, 80.0], [1.0, 2.0, 3.0], limit=4.0)
    assert (row.ours, row.bare, row.figure, row.p99) == (8.0, 2.0, 4.0, 80.0)
    assert row.within


@pytest.mark.parametrize(("share", "expected"), [(0.5, 50), (0.99, 99), (1.0, 100), (0.0, 1)])
def test_a_quantile_is_one_of_the_measured_values(share: float, expected: int) -> None:
    assert quantile(range(1, 101), share) == expected


def test_turns_are_interleaved_and_warm_ones_not_counted() -> None:
    order: list[str] = []
    ours, bare = interleave(lambda: order.append("ours"), lambda: order.append("bare"), turns=4, warm=2)
    assert (len(ours), len(bare)) == (4, 4)
    assert order == ["bare", "ours"] * 6


def test_the_table_says_which_limit_was_passed() -> None:
    text = table("speed", [Row("slow", 9.0, 1.0, figure=9.0, limit=8.0), Row("told", 1.0)])
    assert "OVER" in text
    assert "good" not in text


def test_a_plain_limit_is_held_against_the_quantile_asked_for() -> None:
    assert against_limit("p99", [1.0] * 98 + [20.0] * 2, share=0.99, limit=16.0).within is False
    assert against_limit("median", [1.0] * 98 + [20.0] * 2, limit=16.0).within is True


def test_each_benchmark_keeps_its_part_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "build" / "bench.json"
    save(path, "scan", [Row("one", 1.0)])
    save(path, "slip", [Row("two", 2.0)])
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert [kept["scan"][0]["name"], kept["slip"][0]["name"]] == ["one", "two"]


def test_a_passed_limit_fails_the_run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RETURNS_DESK_BENCH_JSON", raising=False)
    with pytest.raises(SystemExit) as end:
        report("speed", [Row("slow", 9.0, 1.0, figure=9.0, limit=8.0)])
    assert end.value.code == 1
    assert "slow" in capsys.readouterr().out

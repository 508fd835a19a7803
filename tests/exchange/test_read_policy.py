"""A policy's figures come from a file as people write them; what no policy has is refused and nothing else raised."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from returns_desk.domain.import_facts import FileFact
from returns_desk.domain.policies import Policy
from returns_desk.domain.policy_presets import presets_for
from returns_desk.domain.refusals import BadValue, ImportRefused
from returns_desk.exchange.read_policy import read_policy, take_figures

BASE = presets_for("ILS")[0]
NAMES = ("window_days", "window_by_category", "fee_percent", "fee_cap", "currency", "price_over", "rest_weekdays")
VALUES = st.one_of(st.integers(), st.floats(), st.text(max_size=9), st.booleans(), st.lists(st.integers(), max_size=2))


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "policy.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_what_the_file_leaves_out_stays_as_it_was(tmp_path: Path) -> None:
    policy = read_policy(written(tmp_path, 'window_days = 30\nfee_percent = 7.5\nfee_cap = "80.00"\n'), BASE)
    assert (policy.window_days, policy.fee_bp, policy.fee_cap) == (30, 750, 8_000)
    assert policy.refund_days == BASE.refund_days


@pytest.mark.parametrize("text", [b"\xff\xfe", "window_days =", "# page\n" * 20_000], ids=["bytes", "toml", "large"])
def test_a_file_that_is_no_policy_is_refused_whole(tmp_path: Path, text: str | bytes) -> None:
    with pytest.raises(ImportRefused) as refused:
        read_policy(written(tmp_path, text), BASE)
    assert refused.value.fact == FileFact.POLICY


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused) as refused:
        read_policy(tmp_path / "policy.toml", BASE)
    assert (refused.value.fact, refused.value.detail) == (FileFact.MISSING, "policy.toml")


def test_a_mistyped_name_is_told() -> None:
    with pytest.raises(BadValue) as refused:
        take_figures(BASE, {"widnow_days": 14})
    assert refused.value.value == "widnow_days"


@given(st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=3))
@example({"fee_percent": float("inf")})
@example({"fee_percent": "1e999999"})
def test_whatever_stands_there_is_taken_or_refused(figures: dict[str, Any]) -> None:
    try:
        policy = take_figures(BASE, figures)
    except BadValue:
        return
    assert isinstance(policy, Policy)

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.resources import resource
from returns_desk.scanning.carriers import carriers_of
from returns_desk.scanning.recogniser import recognise

KEPT = json.loads(resource("carriers.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("known", [known for known in KEPT["formats"] if known["samples"]], ids=lambda k: k["id"])
def test_a_carriers_own_number_is_recognised(known: dict[str, list[str]]) -> None:
    for number in known["samples"]:
        assert known["id"] in [reading.format for reading in carriers_of(number)]
        assert known["id"] in [reading.parts.get("format") for reading in recognise(number).candidates]


def test_all_thirty_nine_formats_are_carried_with_their_licence() -> None:
    assert len(KEPT["formats"]) == 39
    assert len({known["id"] for known in KEPT["formats"]}) == 39
    assert "MIT License" in KEPT["licence"]
    assert "Jeff Keen" in KEPT["licence"]


def test_every_known_valid_number_is_recognised(real_scans: Path) -> None:
    formats = json.loads((real_scans / "tracking_numbers.json").read_text(encoding="utf-8"))["formats"]
    missed = [
        (known["courier_code"], number)
        for known in formats
        for number in known["valid"]
        if known["courier_code"] not in [reading.parts.get("carrier") for reading in recognise(number).candidates]
    ]
    assert missed == []


def test_every_known_invalid_number_is_refused_as_that_format(real_scans: Path) -> None:
    formats = json.loads((real_scans / "tracking_numbers.json").read_text(encoding="utf-8"))["formats"]
    by_name = {known["format"]: known["id"] for known in KEPT["formats"]}
    taken = [
        (known["format"], number)
        for known in formats
        for number in known["invalid"]
        if by_name[known["format"]] in [reading.format for reading in carriers_of(number)]
    ]
    assert taken == []


def test_a_postal_number_names_the_post_of_its_country() -> None:
    [reading] = carriers_of("RR 123 456 785 il")
    assert (reading.name, reading.number, reading.details["country"]) == ("Israel Post", "RR123456785IL", "IL")


@pytest.mark.parametrize("number", ["RR123456784IL", "RR123456785QQ"])
def test_a_wrong_digit_or_a_country_without_a_post_is_no_postal_number(number: str) -> None:
    assert carriers_of(number) == ()


@given(st.text())
def test_carriers_are_asked_about_any_text_without_harm(text: str) -> None:
    assert all(reading.carrier for reading in carriers_of(text))


@given(st.text("0123456789 ", max_size=200))
def test_numbers_without_letters_are_always_marked_as_guesses(text: str) -> None:
    assert all(reading.only_digits for reading in carriers_of(text))

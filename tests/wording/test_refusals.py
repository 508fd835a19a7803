"""What a refusal says of a value that was entered, or was not."""

import pytest

from returns_desk.domain.refusals import BadValue
from returns_desk.wording import Words
from returns_desk.wording.refusals import say_refusal


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Not said: \u2068the note\u2069"), ("he", "חסר: \u2068הערה\u2069")]
)
def test_a_value_that_is_missing_is_called_missing(language: str, said: str) -> None:
    assert say_refusal(Words(language), BadValue("note", "")) == (said, "")


@pytest.mark.parametrize("name", ["item", "number", "supervisor_batch"])
def test_a_field_is_called_by_its_name_for_people(name: str) -> None:
    assert name not in say_refusal(Words("he"), BadValue(name, "x"))[0]

"""What a large label has room for is on it: every finding whole, the destination's word in large letters."""

from dataclasses import replace

import pytest

from returns_desk.documents.labels import LabelForm, Labelled
from returns_desk.documents.labels.forms import plan_thing
from returns_desk.documents.labels.plan import Letters
from returns_desk.documents.names import disposition_name
from returns_desk.domain.grades import Finding
from returns_desk.domain.items import Disposition
from returns_desk.domain.labels import DamageLabel
from returns_desk.wording import Words
from tests.documents.papers import item

_EIGHT = tuple(finding.value for finding in Finding)[:8]


@pytest.mark.parametrize("language", ["he", "en"])
def test_eight_findings_are_whole_on_a_large_label_with_two_facts_below(language: str) -> None:
    texts = [line.text for line in _lines(DamageLabel(item(), _EIGHT, 3), "100x150", language)]
    words, whole = Words(language), " ".join(texts)
    assert ", ".join(words.name(Finding(finding)) for finding in _EIGHT) in whole
    assert words("{count} photographs", count=3) in whole
    assert "…" not in whole


def test_on_small_paper_findings_are_cut_and_leave_a_line_of_facts() -> None:
    texts = [line.text for line in _lines(DamageLabel(item(), _EIGHT * 2, 3), "62", "en")]
    assert any(text.endswith("…") for text in texts)
    assert any("photographs" in text for text in texts)


def test_beside_a_long_batch_number_the_destination_stays_large_on_a_high_band() -> None:
    word = disposition_name(Words("en"), Disposition.SUPPLIER, held=False)
    gone = replace(item(), disposition=Disposition.SUPPLIER, batch="SB-2026-000012")
    lines = {line.text: line for line in _lines(gone, "100x150", "en")}
    assert lines[word].size >= 203 * 6 / 25.4
    assert lines[word].foot < lines["SB-2026-000012"].foot
    small = {line.text: line for line in _lines(gone, "62", "en")}
    assert small[word].foot == small["SB-2026-000012"].foot


def _lines(thing: Labelled, size: str, language: str) -> list[Letters]:
    plan = plan_thing(thing, LabelForm(language, size, 203, "png"))
    return [element for element in plan.elements if isinstance(element, Letters)]

"""Every fact about scans and pictures has its sentence, in both languages."""

from enum import StrEnum

import pytest

from returns_desk.domain.scan_facts import PictureError, ScanKind, ScanWarning
from returns_desk.wording import Words
from returns_desk.wording.scans import KINDS, PICTURE_ERRORS, WARNINGS, scan_parts


@pytest.mark.parametrize(
    ("facts", "sentences"), [(ScanKind, KINDS), (ScanWarning, WARNINGS), (PictureError, PICTURE_ERRORS)]
)
def test_every_fact_has_a_sentence_of_its_own(facts: type[StrEnum], sentences: dict[StrEnum, str]) -> None:
    assert set(sentences) == set(facts)
    for language in ("he", "en"):
        said = [Words(language)(sentence) for sentence in sentences.values()]
        assert len(set(said)) == len(said)


def test_parts_are_named_and_what_repeats_the_number_is_left_out() -> None:
    parts = {"gtin": "07290011234560", "lot": "A1", "format": "for programs"}
    assert [
        part.translate({0x2068: None, 0x2069: None}) for part in scan_parts(Words("en"), parts, "7290011234560")
    ] == ["Lot: A1"]

"""How the shop's papers look: what fits, what does not, and what older and newer programs wrote."""

import pytest

from returns_desk.domain.paper_look import LONGEST_FOOTER, PaperLook, PaperSize, contrast_on_white, look_faults


def test_the_usual_look_fits() -> None:
    assert look_faults(PaperLook()) == ()


@pytest.mark.parametrize("colour", ["#FFFF00", "#0b5c6b", "teal", "", "#0B5C6", "#9AA0A6"])
def test_a_colour_that_is_none_or_too_pale_for_a_grey_laser_does_not_fit(colour: str) -> None:
    assert look_faults(PaperLook(colour=colour)) == ("colour",)


def test_a_footer_of_a_page_is_a_line_or_two() -> None:
    assert look_faults(PaperLook(footer="x" * (LONGEST_FOOTER + 1), footer_en="x" * LONGEST_FOOTER)) == ("footer",)


def test_contrast_is_counted_as_wcag_does() -> None:
    assert contrast_on_white("#000000") == pytest.approx(21)
    assert contrast_on_white("#767676") == pytest.approx(4.54, abs=0.01)


def test_a_size_of_a_newer_program_is_read_as_a4_and_its_other_facts_are_left_out() -> None:
    assert PaperLook.from_facts({"size": "A3", "colour": "#222222", "tint": "x"}) == PaperLook(colour="#222222")
    assert PaperLook.from_facts({"size": "Letter"}).size is PaperSize.LETTER

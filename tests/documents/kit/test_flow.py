from returns_desk.documents.kit.dress import PLAIN, Dress
from returns_desk.documents.kit.flow import Flow
from returns_desk.documents.kit.frame import Heading, Stamp
from returns_desk.documents.kit.looks import TEXT
from returns_desk.documents.kit.page import Pen
from returns_desk.documents.kit.voices import Voices
from returns_desk.domain.paper_look import PaperLook, PaperSize
from tests.documents.papers import PRINTED, drawn_text


def flow(heading: Heading | None = None, dress: Dress = PLAIN) -> Flow:
    voices = Voices("en", PRINTED)
    return Flow(
        heading or Heading(("Title",), "N-1", beside="Galil"), voices, Stamp.of("The paper", voices, "Avi"), dress
    )


def test_feet_say_how_many_pages_there_are_on_the_first_one_too() -> None:
    paper = flow()
    for _ in range(3):
        paper.text("a line")
        paper.next_page()
    said = drawn_text(paper.finished())
    for number, page in enumerate(said, 1):
        assert f"Page {number} of 4" in page
        assert "Printed 2026-11-22 09:44 by Avi" in page


def test_later_pages_have_the_small_head_and_a_part_of_its_own_a_whole_one() -> None:
    paper = flow()
    paper.next_page()
    paper.begin(Heading(("Title",), "N-2", note="another part"))
    paper.next_page()
    first, second, third, fourth = drawn_text(paper.finished())
    assert "Galil" not in first
    assert "Galil" in second
    assert "another part" in third
    assert "N-2" in fourth
    assert "another part" not in fourth


def test_a_long_text_goes_on_on_the_next_page_and_none_of_it_is_lost() -> None:
    paper = flow()
    paper.down = paper.bottom - 40
    paper.text(" ".join(f"word{place}" for place in range(400)), most=80)
    assert paper.down <= paper.bottom
    said = drawn_text(paper.finished())
    assert len(said) == 2
    assert all(f"word{place}" in "".join(said) for place in range(400))


def test_a_block_is_never_parted_and_takes_along_what_belongs_to_it() -> None:
    drawn: list[float] = []

    def draw(pen: Pen, down: float) -> None:
        drawn.append(down)

    paper = flow()
    paper.down = paper.bottom - 100
    paper.add(60, draw)
    paper.add(30, draw, together=20)
    assert drawn[0] == paper.bottom - 100
    assert drawn[1] < 100, "at the top of the next page"
    assert len(drawn_text(paper.finished())) == 2


def test_a_block_higher_than_a_page_does_not_turn_pages_for_ever() -> None:
    paper = flow()
    paper.add(5000, lambda pen, down: None)
    assert len(drawn_text(paper.finished())) == 1


def test_a_letter_sheet_is_shorter_and_a_footer_takes_room() -> None:
    sheets = [
        flow(dress=Dress(PaperLook(size, footer_en=footer)))
        for size, footer in ((PaperSize.A4, ""), (PaperSize.LETTER, ""), (PaperSize.LETTER, "word " * 40))
    ]
    rooms = [sheet.room for sheet in sheets]
    assert rooms == sorted(rooms, reverse=True)
    assert rooms[1] - rooms[2] < 3 * TEXT.step, "two lines at most"

from returns_desk.scanning.blurred import ENGINE as FITTING
from returns_desk.scanning.decoded import FoundCode
from returns_desk.scanning.engines import ZBAR, ZXING
from returns_desk.scanning.symbology import Symbology
from returns_desk.scanning.votes import Votes

EAN = "7290011234560"


def code(text: str, symbology: Symbology = Symbology.EAN_13, engine: str = ZXING, height: int = 50) -> FoundCode:
    """A reading of so many pixels' height."""
    return FoundCode(text, symbology, engine, ((0, 0), (200, 0), (200, height), (0, height)))


def believed(*looks: tuple[FoundCode, bool]) -> list[str]:
    """What is believed after these looks."""
    votes = Votes()
    for found, natural in looks:
        votes.count([found], natural=natural)
    return [one.text for one in votes.believed()]


def test_a_tall_natural_reading_is_believed_at_once() -> None:
    assert believed((code(EAN), True)) == [EAN]


def test_a_reading_from_two_or_three_rows_needs_another() -> None:
    assert believed((code(EAN, height=2), True)) == []
    assert believed((code(EAN, height=2), True), (code(EAN, engine=ZBAR), False)) == [EAN]


def test_a_reading_of_a_changed_view_needs_another() -> None:
    assert believed((code(EAN), False)) == []
    assert believed((code(EAN), False), (code(EAN), False)) == [EAN]


def test_a_short_upc_is_never_believed_from_one_look_and_never_as_the_last_word() -> None:
    votes = Votes()
    votes.count([code("042100005264", Symbology.UPC_E)], natural=True)
    assert votes.believed() == ()
    assert votes.last_word() == ()


def test_a_short_upc_needs_both_decoders() -> None:
    short = code("042100005264", Symbology.UPC_E)
    assert believed((short, True), (short, True), (short, True)) == []
    assert believed((short, True), (code(short.text, Symbology.UPC_E, ZBAR), True)) == [short.text]


def test_the_last_word_needs_one_reading_that_nothing_speaks_against() -> None:
    votes = Votes()
    votes.count([code(EAN)], natural=False)
    assert [one.text for one in votes.last_word()] == [EAN]
    votes.count([code("4006381333931")], natural=False)
    assert votes.last_word() == ()


def test_the_same_number_as_upc_and_ean_is_one_number() -> None:
    upc, ean = code("036000291452", Symbology.UPC_A, ZBAR), code("0036000291452", Symbology.EAN_13, ZBAR)
    assert believed((upc, False), (ean, False)) == ["036000291452"]


def test_a_piece_of_a_longer_itf_is_dropped() -> None:
    votes = Votes()
    votes.count([code("005361", Symbology.ITF, ZBAR)], natural=True)
    votes.count([code("005361", Symbology.ITF, ZBAR), code("0053611912", Symbology.ITF)], natural=True)
    assert [one.text for one in votes.believed()] == ["0053611912"]


def test_square_codes_and_fitted_rows_are_sure() -> None:
    assert believed((code("DO-A", Symbology.QR, ZBAR), False)) == ["DO-A"]
    assert believed((code(EAN, engine=FITTING), False)) == [EAN]


def test_a_doubtful_product_asks_for_a_second_opinion() -> None:
    votes = Votes()
    assert not votes.has_doubtful_product()
    votes.count([code(EAN, height=2)], natural=True)
    assert votes.has_doubtful_product()

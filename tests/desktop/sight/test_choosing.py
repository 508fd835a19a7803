"""What is known is taken, what is not is asked, and of several the clerk chooses."""

from returns_desk.desktop.sight.choosing import MOST_CHOICES, Step, choose
from returns_desk.domain.scan_facts import ScanKind
from returns_desk.usecases.look_codes import CodeMeaning


def a_code(number: str, *, known: bool) -> CodeMeaning:
    return CodeMeaning(number, ScanKind.PRODUCT, number, known)


def test_nothing_new_means_waiting() -> None:
    assert choose([]).step is Step.WAIT


def test_one_known_code_is_taken_also_beside_unknown_ones() -> None:
    choice = choose([a_code("1", known=False), a_code("2", known=True)])
    assert (choice.step, [code.number for code in choice.codes]) == (Step.TAKE, ["2"])


def test_one_unknown_code_is_confirmed() -> None:
    assert choose([a_code("1", known=False)]).step is Step.CONFIRM


def test_of_several_known_codes_the_clerk_chooses() -> None:
    choice = choose([a_code(str(number), known=True) for number in range(20)])
    assert (choice.step, len(choice.codes)) == (Step.CHOOSE, MOST_CHOICES)

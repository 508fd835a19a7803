"""A code is taken once while it lies there, again when it comes back later, and never for one fleeting look."""

from returns_desk.desktop.sight.memory import Memory

CODE, OTHER = "7290011232016", "RR402101201IL"


def test_one_look_is_no_proof_two_in_a_row_are() -> None:
    memory = Memory(3000)
    memory.look([CODE], 0)
    assert not memory.is_steady(CODE)
    memory.look([], 50)
    memory.look([CODE], 100)
    assert not memory.is_steady(CODE)
    memory.look([CODE], 150)
    assert memory.is_steady(CODE)


def test_a_thorough_look_is_proof() -> None:
    memory = Memory(3000)
    memory.look([CODE], 0, sure=True)
    assert memory.is_steady(CODE)


def test_a_code_that_stays_in_sight_rests_for_ever() -> None:
    memory = Memory(1000)
    memory.put_to_rest([CODE], 0)
    for now in range(0, 10_000, 500):
        memory.look([CODE], now)
        assert memory.rests(CODE, now)


def test_a_code_that_was_away_long_enough_is_taken_again() -> None:
    memory = Memory(1000)
    memory.put_to_rest([CODE], 0)
    memory.look([OTHER], 900)
    assert memory.rests(CODE, 999)
    memory.look([CODE], 1000)
    assert not memory.rests(CODE, 1000)


def test_other_codes_do_not_rest() -> None:
    memory = Memory(1000)
    memory.put_to_rest([CODE], 0)
    assert not memory.rests(OTHER, 1)

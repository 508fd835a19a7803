"""The stock ledger as a rule: whatever changes, nothing is lost, nothing is made, and every move has both its sides."""

from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.grades import Grade
from returns_desk.domain.items import Disposition, StockStatus
from returns_desk.domain.stock import Account, Change, Move, account_of, may_be_sold, moves_for

HERE = [status for status in StockStatus if status is not StockStatus.OUTSIDE]
accounts = st.builds(
    account_of, st.sampled_from(["kettle", "shirt"]), st.sampled_from(HERE), st.sampled_from(["", "A-1", "B-2"])
)
changes = st.lists(
    st.builds(Change, accounts, st.integers(-40, 40), st.sampled_from([None, "IT-1", "IT-2", "IT-3"])), max_size=12
)


def _balances(moves: list[Move]) -> dict[Account, int]:
    """What stands in each account after these moves; empty accounts are left out."""
    sums: dict[Account, int] = {}
    for move in moves:
        sums[move.came_from] = sums.get(move.came_from, 0) - move.quantity
        sums[move.went_to] = sums.get(move.went_to, 0) + move.quantity
    return {account: quantity for account, quantity in sums.items() if quantity}


def _summed(told: list[Change]) -> dict[Account, int]:
    sums: dict[Account, int] = {}
    for change in told:
        sums[change.account] = sums.get(change.account, 0) + change.quantity
    return {account: quantity for account, quantity in sums.items() if quantity}


def _here(held: dict[Account, int]) -> dict[Account, int]:
    return {account: quantity for account, quantity in held.items() if account.status is not StockStatus.OUTSIDE}


@given(changes)
def test_all_accounts_of_a_product_together_hold_nothing(told: list[Change]) -> None:
    held = _balances(moves_for(told))
    for product in ("kettle", "shirt"):
        assert sum(quantity for account, quantity in held.items() if account.product_id == product) == 0


@given(changes)
def test_the_moves_bring_into_every_account_just_what_changed_in_it(told: list[Change]) -> None:
    assert _here(_balances(moves_for(told))) == _summed(told)


@given(changes, st.randoms(use_true_random=False))
def test_the_order_of_the_changes_makes_no_difference(told: list[Change], shuffling: object) -> None:
    mixed = list(told)
    shuffling.shuffle(mixed)  # type: ignore[attr-defined]
    assert sorted(map(repr, moves_for(mixed))) == sorted(map(repr, moves_for(told)))


@given(changes)
def test_a_move_has_some_quantity_two_sides_and_one_product(told: list[Change]) -> None:
    for move in moves_for(told):
        assert move.quantity > 0
        assert move.came_from != move.went_to
        assert move.came_from.product_id == move.went_to.product_id == move.product_id


@given(changes)
def test_what_is_changed_and_changed_back_moves_nothing(told: list[Change]) -> None:
    assert moves_for([*told, *(change._replace(quantity=-change.quantity) for change in told)]) == []


@given(changes, changes)
def test_one_step_after_the_other_ends_where_both_at_once_do(first: list[Change], then: list[Change]) -> None:
    assert _balances([*moves_for(first), *moves_for(then)]) == _balances(moves_for([*first, *then]))


@given(changes)
def test_outside_gives_only_what_the_house_has_more(told: list[Change]) -> None:
    moves = moves_for(told)
    for product in ("kettle", "shirt"):
        crossing = [
            move for move in moves
            if move.product_id == product and StockStatus.OUTSIDE in (move.came_from.status, move.went_to.status)
        ]  # fmt: skip
        more = sum(quantity for account, quantity in _summed(told).items() if account.product_id == product)
        assert sum(move.quantity for move in crossing) == abs(more)


def test_an_announced_piece_that_comes_leaves_what_is_expected() -> None:
    waits, here = Account("kettle", StockStatus.EXPECTED), Account("kettle", StockStatus.QUARANTINE)
    (move,) = moves_for([Change(waits, -1), Change(here, 1, "IT-1")])
    assert (move.came_from, move.went_to, move.item_id) == (waits, here, "IT-1")


def test_a_piece_that_becomes_another_product_leaves_one_and_enters_the_other() -> None:
    before, now = Account("kettle", StockStatus.QUARANTINE), Account("shirt", StockStatus.QUARANTINE)
    moves = moves_for([Change(before, -2, "IT-1"), Change(now, 2, "IT-1")])
    assert _balances(moves)[before] == -2
    assert _balances(moves)[now] == 2


def test_what_left_the_house_lies_at_no_place() -> None:
    assert account_of("kettle", StockStatus.GONE, "A-1").place == ""
    assert account_of("kettle", StockStatus.AVAILABLE, "A-1").place == "A-1"


def test_ten_thousand_pieces_that_leave_together_are_paired_in_a_moment() -> None:
    before, now = Account("kettle", StockStatus.SUPPLIER_RETURN), Account("kettle", StockStatus.GONE)
    told = [change for n in range(10_000) for change in (Change(before, -1, f"IT-{n}"), Change(now, 1, f"IT-{n}"))]
    start = perf_counter()
    moves = moves_for(told)
    assert perf_counter() - start < 5  # every one with every other would take minutes
    assert len(moves) == 10_000


@given(st.sampled_from([None, *Disposition]), st.sampled_from([None, *Grade]), st.booleans())
def test_only_sound_decided_goods_that_nothing_holds_may_be_sold(
    disposition: Disposition | None, grade: Grade | None, held: bool
) -> None:
    if may_be_sold(disposition, grade, held=held):
        assert disposition is Disposition.RESTOCK
        assert grade is not None
        assert not grade.defective
        assert grade is not Grade.X
        assert not held

"""What came for a batch is shared over its lines to the minor unit, and never lost on the way."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.ageing import AgeBand, band_of
from returns_desk.domain.batches import BatchState, credit_state
from returns_desk.domain.claims import shares_of, short_reasons, standing_credits
from returns_desk.domain.credits import ShortReason, expected_of_lines, share_credit, share_out
from returns_desk.domain.money import Money
from returns_desk.domain.snapshots import CreditLineSnapshot, CreditSnapshot
from returns_desk.domain.statements import Entry, EntryKind, statement_of

DAY = date(2026, 11, 22)
amounts = st.integers(0, 10**9)
weights = st.lists(st.integers(0, 10**8), min_size=1, max_size=12)
lines = st.lists(amounts.map(Money), min_size=1, max_size=8)


@given(st.integers(-(10**9), 10**9), weights)
def test_parts_add_up_to_the_whole_and_are_each_within_one_of_their_weight(minor: int, parts: list[int]) -> None:
    shared = share_out(Money(minor), parts)
    assert sum(share.minor for share in shared) == minor
    for share, weight in zip(shared, parts, strict=True):
        exact = minor * weight / sum(parts) if sum(parts) else minor / len(parts)
        assert abs(share.minor - exact) <= 1


@given(amounts, weights)
def test_what_counts_nothing_gets_nothing_and_no_part_turns_its_sign(minor: int, parts: list[int]) -> None:
    for share, weight in zip(share_out(Money(minor), parts), parts, strict=True):
        assert share.minor >= 0
        assert share.minor == 0 or weight or not sum(parts)


@given(lines, amounts)
def test_what_is_expected_of_lines_is_what_is_expected_of_the_batch(due: list[Money], freight: int) -> None:
    expected = expected_of_lines(due, Money(freight))
    assert sum(line.minor for line in expected) == sum(line.minor for line in due) - freight


@given(lines, st.data(), st.integers(-(10**9), 10**9))
def test_a_credit_for_the_whole_batch_fills_what_is_open_first(
    due: list[Money], data: st.DataObject, came: int
) -> None:
    received = [Money(data.draw(st.integers(0, line.minor))) for line in due]
    shares = share_credit(Money(came), due, received)
    assert sum(share.minor for share in shares) == came
    missing = sum(line.minor for line in due) - sum(line.minor for line in received)
    if 0 <= came <= missing:
        assert all(0 <= s.minor <= d.minor - r.minor for s, d, r in zip(shares, due, received, strict=True))
    elif came > missing:
        assert all(s.minor >= d.minor - r.minor for s, d, r in zip(shares, due, received, strict=True))


def credit(number: str, minor: int, **facts: object) -> CreditSnapshot:
    return CreditSnapshot(number, DAY, Money(minor), **facts)  # type: ignore[arg-type]


def of_line(line: str, minor: int, reason: ShortReason | None = None) -> CreditLineSnapshot:
    return CreditLineSnapshot(line, Money(minor), reason)


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Money], list[CreditSnapshot]]:
    """Lines and the credits that came for them: for lines, for the whole, taken back, or negative as once."""
    due = draw(lines)
    notes: list[CreditSnapshot] = []
    for number in range(draw(st.integers(0, 6))):
        named = draw(st.dictionaries(st.integers(0, len(due)), st.integers(1, 10**7), max_size=3))
        given_lines = tuple(of_line(str(place), minor) for place, minor in named.items())
        minor = sum(named.values()) or draw(st.integers(-(10**7), 10**7))
        notes.append(credit(f"CN-{number}", minor, lines=given_lines))
        if draw(st.booleans()):
            notes.append(credit(f"CN-{number}-R", -minor, reverses=f"CN-{number}"))
    return due, notes


@given(histories(), amounts)
def test_the_lines_received_what_the_batch_received(
    history: tuple[list[Money], list[CreditSnapshot]], freight: int
) -> None:
    due, notes = history
    shares = shares_of([(str(place), line) for place, line in enumerate(due)], Money(freight), notes)
    assert sum(share.received.minor for share in shares) == sum(note.amount.minor for note in notes)
    assert sum(share.expected.minor for share in shares) == sum(line.minor for line in due) - freight


@given(histories())
def test_a_credit_that_was_taken_back_leaves_no_trace_on_the_lines(
    history: tuple[list[Money], list[CreditSnapshot]],
) -> None:
    due, notes = history
    named = [(str(place), line) for place, line in enumerate(due)]
    assert shares_of(named, Money(0), notes) == shares_of(named, Money(0), standing_credits(notes))


def test_a_credit_twelve_percent_short_on_two_lines_says_which_and_why() -> None:
    due = [("1", Money(10_000)), ("2", Money(5_000)), ("3", Money(7_000))]
    note = credit(
        "CN-1",
        8_800 + 4_400 + 7_000,
        lines=(
            of_line("1", 8_800, ShortReason.PRICE),
            of_line("2", 4_400, ShortReason.CONDITION),
            of_line("3", 7_000),
        ),
    )
    shares = shares_of(due, Money(0), [note])
    assert [(share.open.minor, share.reason) for share in shares] == [
        (1_200, ShortReason.PRICE),
        (600, ShortReason.CONDITION),
        (0, None),
    ]
    assert short_reasons(shares) == {ShortReason.PRICE: Money(1_200), ShortReason.CONDITION: Money(600)}
    assert credit_state(Money(22_000), note.amount, final=True) is BatchState.SHORT_CREDIT


def test_a_credit_ages_by_the_days_after_it_was_due() -> None:
    found = [band_of(days) for days in (-5, 0, 1, 30, 31, 60, 61, 90, 91)]
    late = AgeBand.TO_30, AgeBand.TO_30, AgeBand.TO_60, AgeBand.TO_60, AgeBand.TO_90, AgeBand.TO_90, AgeBand.OVER_90
    assert found == [AgeBand.DUE, AgeBand.DUE, *late]


entries = st.lists(
    st.builds(
        Entry,
        st.dates(date(2026, 1, 1), date(2026, 3, 1)),
        st.just("SB-1"),
        st.sampled_from(EntryKind),
        st.integers(-1000, 1000).map(Money),
    ),
    max_size=12,
).map(lambda found: sorted(found, key=lambda entry: entry.day))
days = st.dates(date(2025, 12, 1), date(2026, 4, 1))


@given(entries, days, days)
def test_one_statement_opens_where_the_one_before_it_closed(account: list[Entry], one: date, two: date) -> None:
    first, second = sorted((one, two))
    before = statement_of(account, "ILS", None, date.fromordinal(first.toordinal() - 1))
    after = statement_of(account, "ILS", first, second)
    assert after.opening == before.closing
    assert after.closing == after.opening + sum((entry.amount for entry, _ in after.entries), Money(0))

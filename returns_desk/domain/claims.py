"""Expected against received, line by line: what a batch's credits brought to each line that went out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from returns_desk.domain.batches import LineState
from returns_desk.domain.credits import ShortReason, expected_of_lines, share_credit
from returns_desk.domain.money import Money
from returns_desk.domain.snapshots import BatchLineSnapshot, BatchSnapshot, CreditSnapshot


@dataclass(frozen=True)
class Share:
    """What a line should bring of its batch's credit, what it brought, and why not more."""

    expected: Money
    received: Money
    reason: ShortReason | None = None

    @property
    def open(self) -> Money:
        """What is missing still; below zero where more came."""
        return self.expected - self.received


def claims_of(batch: BatchSnapshot) -> tuple[tuple[BatchLineSnapshot, Share], ...]:
    """Expected against received for each line that went out; their sums are the batch's, to the minor unit."""
    lines = [line for line in batch.lines if line.state is not LineState.SENT_BACK]
    shares = shares_of([(line.id, line.credit) for line in lines], batch.totals.freight, batch.credits)
    return tuple(zip(lines, shares, strict=True))


def shares_of(lines: Sequence[tuple[str, Money]], freight: Money, notes: Sequence[CreditSnapshot]) -> tuple[Share, ...]:
    """The same for lines by their ids and what each should bring before the freight of the whole."""
    expected = expected_of_lines([credit for _, credit in lines], freight)
    received = [Money(0, freight.currency)] * len(lines)
    reasons: dict[str, ShortReason] = {}
    whole: ShortReason | None = None
    places = {line: place for place, (line, _) in enumerate(lines)}
    for credit in standing_credits(notes):
        rest = _add_named(credit, places, received)
        if rest.minor and lines:
            shares = share_credit(rest, expected, received)
            received = [came + share for came, share in zip(received, shares, strict=True)]
        reasons |= {line.line: line.short_reason for line in credit.lines if line.short_reason}
        whole = credit.short_reason or whole
    return tuple(
        Share(due, came, reasons.get(line, whole) if came.minor < due.minor else None)
        for (line, _), due, came in zip(lines, expected, received, strict=True)
    )


def short_reasons(shares: Iterable[Share]) -> dict[ShortReason, Money]:
    """How much is missing for each reason."""
    found: dict[ShortReason, Money] = {}
    for share in shares:
        if share.reason is not None:
            found[share.reason] = found.get(share.reason, Money(0, share.open.currency)) + share.open
    return found


def standing_credits(notes: Sequence[CreditSnapshot]) -> list[CreditSnapshot]:
    """The credits that were not taken back, without those that only take back."""
    reversed_ones = {credit.reverses for credit in notes if credit.reverses}
    return [credit for credit in notes if not credit.reverses and credit.number not in reversed_ones]


def _add_named(credit: CreditSnapshot, places: Mapping[str, int], received: list[Money]) -> Money:
    """Add what a credit gives for single lines; what is left of it belongs to no line that is still there."""
    rest = credit.amount
    for line in credit.lines:
        if line.line in places:
            received[places[line.line]] += line.amount
            rest -= line.amount
    return rest

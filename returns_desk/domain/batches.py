"""The life of goods that go out together to one supplier, charity or recycler, and the sums on their paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from returns_desk.domain.grades import Grade, SupplierReason
from returns_desk.domain.items import Disposition
from returns_desk.domain.money import Money
from returns_desk.domain.terms import SupplierTerms, expected_credit


class PartnerKind(StrEnum):
    """To whom a batch goes."""

    SUPPLIER = "supplier"
    CHARITY = "charity"
    RECYCLER = "recycler"

    @property
    def batch_prefix(self) -> str:
        """Letters before a batch's own number."""
        return {"supplier": "SB", "charity": "DB", "recycler": "RB"}[self.value]

    @property
    def document_series(self) -> str:
        """Series of the numbered paper that travels with the goods."""
        return {"supplier": "SR", "charity": "DN", "recycler": "RC"}[self.value]


PARTNER_FOR = {
    Disposition.SUPPLIER: PartnerKind.SUPPLIER,
    Disposition.DONATE: PartnerKind.CHARITY,
    Disposition.RECYCLE: PartnerKind.RECYCLER,
}


class BatchMode(StrEnum):
    """What the partner wants done with the goods."""

    SEND = "send"  # they travel
    DESTROY = "destroy"  # destroyed here, for credit: only the paper and the proof travel


class GoodsSort(StrEnum):
    """Which goods a batch takes, where the supplier's terms want them apart."""

    ANY = "any"
    DEFECTIVE = "defective"
    NOT_DEFECTIVE = "not defective"


def sort_of(terms: SupplierTerms | None, grade: Grade | None) -> GoodsSort:
    """Which batch of a supplier goods of this grade gather in."""
    if terms is None or grade is None or not terms.separate_defective:
        return GoodsSort.ANY
    return GoodsSort.DEFECTIVE if grade.defective else GoodsSort.NOT_DEFECTIVE


class LineState(StrEnum):
    """Where one line of a batch stands."""

    IN = "in"
    APPROVED = "approved"
    SENT_BACK = "sent back"  # to be looked at again by the desk
    PULLED = "pulled"  # taken out again
    CORRECTED = "corrected"  # taken out after the goods left, by a correcting document


class BatchState(StrEnum):
    """Where a batch stands."""

    COLLECTING = "collecting"
    READY = "ready"  # nothing more flows into it
    SUBMITTED = "submitted"
    SENT_BACK = "sent back"
    REJECTED = "rejected"
    APPROVED = "approved"
    AWAITING_AUTHORIZATION = "awaiting authorization"
    AUTHORIZED = "authorized"
    PACKED = "packed"
    SHIPPED = "shipped"
    PENDING_CREDIT = "pending credit"  # the partner has the goods, or the proof that they are destroyed
    PARTLY_CREDITED = "partly credited"
    SHORT_CREDIT = "short credit"
    DISPUTED = "disputed"
    WRITTEN_OFF = "written off"
    CREDITED = "credited"
    CLOSED = "closed"
    CANCELLED = "cancelled"

    @property
    def takes_lines(self) -> bool:
        """Whether newly decided items still flow into it."""
        return self is BatchState.COLLECTING

    @property
    def is_approved(self) -> bool:
        """Whether a batch gets here only by an approval."""
        return self in _APPROVED


_S = BatchState
_APPROVED = frozenset(BatchState) - {
    _S.COLLECTING,
    _S.READY,
    _S.SUBMITTED,
    _S.SENT_BACK,
    _S.REJECTED,
    _S.CANCELLED,
}
_CREDITS = frozenset({_S.PARTLY_CREDITED, _S.SHORT_CREDIT, _S.CREDITED})
BATCH_MOVES: dict[BatchState, frozenset[BatchState]] = {
    _S.COLLECTING: frozenset({_S.READY, _S.CANCELLED}),
    _S.READY: frozenset({_S.COLLECTING, _S.SUBMITTED, _S.CANCELLED}),
    _S.SUBMITTED: frozenset(
        {_S.APPROVED, _S.AWAITING_AUTHORIZATION, _S.SENT_BACK, _S.REJECTED, _S.COLLECTING, _S.READY, _S.CANCELLED}
    ),
    _S.SENT_BACK: frozenset({_S.SUBMITTED, _S.CANCELLED}),
    _S.REJECTED: frozenset(),
    # a claim for goods destroyed here is never sent: once they are destroyed, its credit is pending
    _S.APPROVED: frozenset({_S.PACKED, _S.SHIPPED, _S.PENDING_CREDIT, _S.CANCELLED}),
    _S.AWAITING_AUTHORIZATION: frozenset({_S.AUTHORIZED, _S.CANCELLED}),
    _S.AUTHORIZED: frozenset({_S.PACKED, _S.SHIPPED, _S.PENDING_CREDIT, _S.AWAITING_AUTHORIZATION, _S.CANCELLED}),
    _S.PACKED: frozenset({_S.SHIPPED, _S.AUTHORIZED, _S.APPROVED, _S.AWAITING_AUTHORIZATION, _S.CANCELLED}),
    _S.SHIPPED: _CREDITS | {_S.PENDING_CREDIT, _S.CLOSED},
    _S.PENDING_CREDIT: _CREDITS | {_S.WRITTEN_OFF, _S.CLOSED},
    # the rest of a part may never come
    _S.PARTLY_CREDITED: _CREDITS | {_S.PENDING_CREDIT, _S.WRITTEN_OFF},
    # never closed as it is: it is credited further, disputed or written off
    _S.SHORT_CREDIT: _CREDITS | {_S.PENDING_CREDIT, _S.DISPUTED, _S.WRITTEN_OFF},
    _S.DISPUTED: _CREDITS | {_S.PENDING_CREDIT, _S.WRITTEN_OFF},
    # a late credit may still come, and one before may have been wrong
    _S.WRITTEN_OFF: _CREDITS | {_S.PENDING_CREDIT, _S.CLOSED},
    # a credit that was recorded wrong is reversed
    _S.CREDITED: _CREDITS | {_S.PENDING_CREDIT, _S.CLOSED},
    _S.CLOSED: frozenset(),
    _S.CANCELLED: frozenset(),
}


def batch_may_move(now: BatchState, then: BatchState) -> bool:
    """Say whether a batch may go from one state to another in one step."""
    return then in BATCH_MOVES[now]


def state_after_decision(lines: Iterable[LineState], *, authorization_needed: bool) -> BatchState:
    """Derive a submitted batch's state from its lines, once the supervisor has looked at them all.

    Pulled and corrected lines count for nothing; with no line approved the batch is not, whatever else it holds.
    """
    live = [line for line in lines if line not in (LineState.PULLED, LineState.CORRECTED)]
    if LineState.APPROVED in live:
        return BatchState.AWAITING_AUTHORIZATION if authorization_needed else BatchState.APPROVED
    return BatchState.SENT_BACK if LineState.SENT_BACK in live else BatchState.REJECTED


def credit_state(expected: Money, received: Money, *, final: bool) -> BatchState:
    """Where a shipped batch stands after a credit: less than expected is *short* only once nothing more will come."""
    if received.minor >= expected.minor:
        return BatchState.CREDITED
    return BatchState.SHORT_CREDIT if final else BatchState.PARTLY_CREDITED


@dataclass(frozen=True)
class LineSum:
    """What the sums need of one line: goods at cost, and the reason that sets the fee."""

    gross: Money
    reason: SupplierReason


@dataclass(frozen=True)
class Totals:
    """Sums of a batch; expected credit = credited share of every line - fees - freight, to the minor unit."""

    gross: Money
    fee: Money
    freight: Money
    expected: Money


def batch_totals(lines: Iterable[LineSum], terms: SupplierTerms | None, currency: str) -> Totals:
    """Add up the lines of a batch (those that go out); without terms nothing is expected."""
    zero = Money(0, currency)
    gross = fee = freight = expected = zero
    for line in lines:
        gross += line.gross
        if terms is None:
            continue
        credited = line.gross.share(terms.credit_bp)
        credit = expected_credit(line.gross, terms, line.reason)
        fee += credited - credit
        expected += credit
    if terms is not None:
        freight = terms.freight(gross)
    return Totals(gross, fee, freight, expected - freight)

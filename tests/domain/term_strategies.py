"""Terms of suppliers, made up for properties."""

from datetime import timedelta

from hypothesis import strategies as st

from returns_desk.domain.check_terms import EARLIEST, LATEST
from returns_desk.domain.grades import SupplierReason
from returns_desk.domain.terms import (
    AuthorizationNeed,
    BelowMinimum,
    CreditMode,
    FreightPayer,
    SupplierTerms,
    WindowStart,
)

_SHARES = st.integers(0, 10_000)
_DAYS = st.integers(1, 3_650)
_TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=40).map(str.strip)

FITTING = st.builds(
    SupplierTerms,
    valid_from=st.dates(EARLIEST + timedelta(days=1), LATEST),
    defective=st.sampled_from((CreditMode.RETURN, CreditMode.DESTROY)),
    not_defective=st.sampled_from(CreditMode),
    authorization=st.sampled_from(AuthorizationNeed),
    authorization_days=_DAYS,
    window_days=_DAYS,
    window_from=st.sampled_from(WindowStart),
    minimum_value=st.integers(0, 10**9),
    minimum_quantity=st.integers(0, 100_000),
    minimum_wait_days=_DAYS,
    below_minimum=st.sampled_from(BelowMinimum),
    credit_bp=st.integers(1, 10_000),
    fee_bp=_SHARES,
    fee_by_reason=st.dictionaries(st.sampled_from(SupplierReason), _SHARES, max_size=3),
    freight_payer=st.just(FreightPayer.US),
    freight_bp=_SHARES,
    opened_accepted=st.booleans(),
    photos_needed=st.booleans(),
    serials_needed=st.booleans(),
    credit_days=_DAYS,
    separate_defective=st.booleans(),
    packing=_TEXTS,
    return_address=_TEXTS,
    contact=_TEXTS,
    email=st.sampled_from(("", "returns@galil.example")),
    language=st.sampled_from(("", "he", "en")),
)

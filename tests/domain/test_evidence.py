"""The rule of evidence: what a piece calls for, and what is asked for before it is decided."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.evidence import EvidenceCase, photos_asked, photos_needed
from returns_desk.domain.grades import Finding, FoundReason, Grade, StatedReason
from returns_desk.domain.items import Disposition
from returns_desk.domain.parcels import OuterCondition
from returns_desk.domain.photos import PhotoKind

K = PhotoKind
cases = st.builds(
    EvidenceCase,
    grade=st.none() | st.sampled_from(Grade),
    value=st.none() | st.integers(0, 100_000),
    photo_value=st.integers(0, 100_000),
    findings=st.lists(st.sampled_from(Finding), unique=True, max_size=3).map(tuple),
    stated=st.none() | st.sampled_from(StatedReason),
    found=st.none() | st.sampled_from(FoundReason),
    condition=st.none() | st.sampled_from(OuterCondition),
    empty=st.booleans(),
    serialised=st.booleans(),
    disposition=st.none() | st.sampled_from(Disposition),
    terms_ask=st.booleans(),
    taken=st.lists(st.sampled_from(PhotoKind), unique=True).map(tuple),
)


@pytest.mark.parametrize(
    ("case", "needed"),
    [
        (EvidenceCase(Grade.A), ()),
        (EvidenceCase(Grade.C, findings=(Finding.MARKED,)), ()),
        (EvidenceCase(Grade.D), (K.DEFECT,)),
        (EvidenceCase(Grade.E), (K.DEFECT,)),
        (EvidenceCase(Grade.X), (K.LABEL, K.BOX)),
        (EvidenceCase(empty=True), (K.LABEL, K.BOX)),
        (EvidenceCase(stated=StatedReason.DAMAGED), (K.BOX, K.DEFECT)),
        (EvidenceCase(Grade.C, findings=(Finding.MISSING_PART,)), (K.MISSING,)),
        (EvidenceCase(Grade.A, condition=OuterCondition.TORN), (K.LABEL, K.BOX)),
        (EvidenceCase(Grade.A, condition=OuterCondition.INTACT), ()),
        (EvidenceCase(Grade.B, value=30_001, photo_value=30_000), (K.FRONT,)),
        (EvidenceCase(Grade.B, value=30_000, photo_value=30_000), ()),
        (EvidenceCase(Grade.B, serialised=True, disposition=Disposition.SUPPLIER), (K.SERIAL,)),
        (EvidenceCase(Grade.B, serialised=True, disposition=Disposition.RESTOCK), ()),
    ],
)
def test_what_a_piece_calls_for(case: EvidenceCase, needed: tuple[PhotoKind, ...]) -> None:
    assert photos_needed(replace(case, photo_value=case.photo_value or 1_000)) == needed


@given(cases)
def test_what_is_asked_for_is_a_part_of_what_is_needed_and_never_taken_yet(case: EvidenceCase) -> None:
    needed = photos_needed(case)
    assert set(photos_asked(case)) <= set(needed)
    assert not set(needed) & set(case.taken)
    assert list(needed) == [kind for kind in PhotoKind if kind in needed]


@given(cases)
def test_photographing_what_is_needed_leaves_nothing_to_ask(case: EvidenceCase) -> None:
    done = replace(case, taken=(*case.taken, *photos_needed(case)))
    assert photos_needed(done) == photos_asked(done) == ()


@given(cases, st.sampled_from(PhotoKind))
def test_one_photograph_more_never_calls_for_others(case: EvidenceCase, kind: PhotoKind) -> None:
    assert set(photos_needed(replace(case, taken=(*case.taken, kind)))) == set(photos_needed(case)) - {kind}


@given(cases)
def test_only_suppliers_who_ask_and_costly_write_offs_are_asked_about(case: EvidenceCase) -> None:
    if photos_asked(case):
        costly = case.valuable and case.grade in (Grade.D, Grade.E, Grade.X)
        assert costly or (case.disposition is Disposition.SUPPLIER and case.terms_ask)


@given(cases)
def test_a_sound_cheap_piece_that_stays_here_is_never_asked_about(case: EvidenceCase) -> None:
    sound = replace(case, grade=Grade.A, disposition=Disposition.RESTOCK, value=0)
    assert photos_asked(sound) == ()


@given(cases)
def test_a_supplier_who_asks_gets_to_see_the_piece(case: EvidenceCase) -> None:
    sent = replace(case, disposition=Disposition.SUPPLIER, terms_ask=True, taken=())
    assert {K.DEFECT, K.FRONT} & set(photos_asked(sent))

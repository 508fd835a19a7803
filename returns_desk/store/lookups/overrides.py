"""Decisions and overrides of a period, added up by the database."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from returns_desk.domain.overrides import Judged
from returns_desk.store.records import DecisionRecord, PartnerRecord, PersonRecord

_NO = False  # compared as the number it is kept as, in either database


def judged_since(session: Session, since: datetime) -> list[Judged]:
    """Standing decisions since a moment, added up; the index on what stands holds all that is read."""
    alike = (DecisionRecord.rule, DecisionRecord.person_id, DecisionRecord.supplier, DecisionRecord.override)
    query = (
        select(*alike, func.count()).where(DecisionRecord.undone == _NO, DecisionRecord.at >= since).group_by(*alike)
    )
    return [Judged(rule, who or "", code, why, count) for rule, who, code, why, count in session.execute(query)]


def names_of_people(session: Session, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Names in Hebrew and English by id."""
    query = select(PersonRecord.id, PersonRecord.name, PersonRecord.name_en).where(PersonRecord.id.in_(sorted(ids)))
    return {key: (name, name_en) for key, name, name_en in session.execute(query)}


def names_of_partners(session: Session, codes: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Names in Hebrew and English by code."""
    query = select(PartnerRecord.code, PartnerRecord.name, PartnerRecord.name_en)
    query = query.where(PartnerRecord.code.in_(sorted(codes)))
    return {key: (name, name_en) for key, name, name_en in session.execute(query)}

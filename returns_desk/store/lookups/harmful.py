"""Conditions of goods that must not get to anybody: called back, or past their last day."""

from typing import Any

from sqlalchemy import ColumnElement, Text, and_, bindparam, func, or_, type_coerce

from returns_desk.domain.items import HoldReason
from returns_desk.domain.recalls import TO_PEOPLE, RecallCheck
from returns_desk.store.lookups.recalls import OUT
from returns_desk.store.records import ItemRecord
from returns_desk.store.records.standing_out import RECALLED, WITH_LAST_DAY
from returns_desk.store.types import Day

_YES = True  # compared as the number it is kept as, in either database
_TODAY = bindparam("today", type_=Day())


def held_for_recall() -> ColumnElement[bool]:
    """Pieces on hold because of a notice, be it withdrawn since."""
    code = func.coalesce(type_coerce(ItemRecord.hold_code, Text), "")
    return and_(RECALLED, ItemRecord.held == _YES, code == HoldReason.RECALL.value)


def recalled() -> tuple[Any, ...]:
    """Pieces in the house that wait because of a notice, or that it stops and that are restocked or given away."""
    stopped = ItemRecord.recall_check.in_([check for check in RecallCheck if check.stops])
    given = and_(stopped, ItemRecord.disposition.in_(TO_PEOPLE))
    return RECALLED, ItemRecord.state.not_in(OUT), or_(held_for_recall(), given)


def past_their_day() -> tuple[Any, ...]:
    """Pieces in the house that were restocked or given away, and are past their last day; asked with ``today``."""
    given = ItemRecord.disposition.in_(TO_PEOPLE)
    return WITH_LAST_DAY, ItemRecord.expires < _TODAY, given, ItemRecord.state.not_in(OUT)

"""Hold settled exceptions against the things they are about."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from returns_desk.domain.exceptions import ExceptionKind, kind_of_key, prefix_of
from returns_desk.store.lookups.exceptions import OF_ITEMS, OF_PARCELS
from returns_desk.store.records import ItemRecord, ParcelRecord, RmaRecord, SettledRecord

_THINGS = {
    **dict.fromkeys((*OF_ITEMS, ExceptionKind.EVIDENCE), ItemRecord.number),
    **dict.fromkeys(OF_PARCELS, ParcelRecord.number),
    ExceptionKind.SHORT: RmaRecord.number,
}


def settled_for_nothing(session: Session) -> Iterator[str]:
    """Keys of settled exceptions whose piece, box or return is not there."""
    for key in session.scalars(select(SettledRecord.key).order_by(SettledRecord.key)):
        kind = kind_of_key(key)
        number = _THINGS.get(kind) if kind else None
        if kind is None or (
            number is not None and not session.scalar(select(number).where(number.in_(_named(key, kind))))
        ):
            yield key


def _named(key: str, kind: ExceptionKind) -> list[str]:
    """The numbers that a key may name: what follows its kind, up to any of its colons (a number may have some)."""
    parts = key.removeprefix(f"{prefix_of(kind)}:").split(":")
    return [":".join(parts[:end]) for end in range(1, len(parts) + 1)]

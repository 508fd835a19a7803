"""What happens to a piece that waits, and to what somebody should look at."""

from dataclasses import dataclass

from returns_desk.domain.events.base import Event


@dataclass(frozen=True, kw_only=True)
class ItemHeld(Event):
    """The piece waits in quarantine; moments are ISO text, ``code`` and ``code_before`` values of ``HoldReason``."""

    number: str
    reason: str = ""
    held_before: bool = False
    reason_before: str = ""
    code: str = ""
    code_before: str = ""
    owner_before: str = ""  # a person's id
    since_before: str = ""
    in_hand: bool = True


@dataclass(frozen=True, kw_only=True)
class HoldReleased(Event):
    """The piece waits no longer, since it was decided."""

    number: str
    reason: str = ""
    code: str = ""
    owner: str = ""  # a person's id
    since: str = ""


@dataclass(frozen=True, kw_only=True)
class HoldEnded(Event):
    """Somebody took the hold off; the piece waits for its decision again."""

    number: str
    reason: str = ""
    code: str = ""
    owner: str = ""  # a person's id
    since: str = ""


@dataclass(frozen=True, kw_only=True)
class HoldExplained(Event):
    """Somebody said why the piece waits."""

    number: str
    code: str
    reason: str = ""
    code_before: str = ""
    reason_before: str = ""


@dataclass(frozen=True, kw_only=True)
class HoldGiven(Event):
    """Somebody is to settle the hold; nobody named: any supervisor."""

    number: str
    owner: str = ""
    owner_en: str = ""
    owner_id: str = ""
    owner_before: str = ""


@dataclass(frozen=True, kw_only=True)
class ExceptionSettled(Event):
    """Somebody looked at what stood out, and nothing more is to be done. ``kind``: a value of ``ExceptionKind``."""

    key: str
    kind: str
    number: str = ""
    how: str = ""
    note: str = ""

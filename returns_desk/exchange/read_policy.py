"""A policy's figures from a TOML file, under the names and in the units in which people read them.

What the file leaves out stays as it was; what it says and no policy has is refused, so that no figure is lost by a
mistyped name. Money is written in the policy's currency ("100.00"), shares in percent.
"""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from returns_desk.domain.grades import StatedReason
from returns_desk.domain.import_facts import FileFact
from returns_desk.domain.money import parse_money
from returns_desk.domain.policies import Policy, RefundStart
from returns_desk.domain.refusals import BadValue, ImportRefused

_LARGEST = 100_000  # bytes; a policy is a page
_Facts = dict[str, Any]


def read_policy(path: Path, base: Policy) -> Policy:
    """The figures of a file on top of a policy's own. Refuses ``ImportRefused`` and ``BadValue``."""
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST + 1)
        if len(text) > _LARGEST:
            raise ImportRefused(FileFact.POLICY, f"> {_LARGEST // 1000} kB")
        written = tomllib.loads(text.decode("utf-8"))
    except FileNotFoundError:
        raise ImportRefused(FileFact.MISSING, path.name) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ImportRefused(FileFact.POLICY, str(error)) from None
    return take_figures(base, written)


def take_figures(base: Policy, written: _Facts) -> Policy:
    """Figures as people write them on top of a policy's own. Refuses ``BadValue`` for the first that does not fit."""
    currency = written.get("currency", base.currency)
    facts: _Facts = {}
    for name, value in written.items():
        if name not in _READERS:
            raise BadValue("figure", name)
        field, read = _READERS[name]
        try:
            facts[field] = read(value, currency)
        except (ValueError, TypeError, AttributeError, ArithmeticError):
            raise BadValue(field, str(value)) from None
    return replace(base, **facts)


def _whole(value: Any, _: str) -> int:
    if isinstance(value, bool) or int(str(value)) != Decimal(str(value)):
        raise ValueError(value)
    return int(str(value))


def _percent(value: Any, _: str) -> int:
    share = Decimal(str(value)) * 100
    if share != int(share):
        raise ValueError(value)
    return int(share)


def _money(value: Any, currency: str) -> int:
    return parse_money(str(value), currency).minor


def _cap(value: Any, currency: str) -> int | None:
    return None if str(value) in ("", "none") else _money(value, currency)


def _day(value: Any, _: str) -> date:
    return value if type(value) is date else date.fromisoformat(str(value))


def _truth(value: Any, _: str) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


def _texts(value: Any, _: str) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise ValueError(value)
    return tuple(text for text in (str(part).strip() for part in value) if text)


def _currency(value: Any, _: str) -> str:
    if not (isinstance(value, str) and len(value) == 3 and value.isascii() and value.isupper()):
        raise ValueError(value)
    return value


_READERS: dict[str, tuple[str, Callable[[Any, str], Any]]] = {
    "valid_from": ("valid_from", _day),
    "channels": ("channels", _texts),
    "window_days": ("window_days", _whole),
    "window_by_category": (
        "window_by_category",
        lambda value, _: tuple((str(category), _whole(days, "")) for category, days in value.items()),
    ),
    "rest_weekdays": ("rest_weekdays", lambda value, _: tuple(_whole(day, "") for day in value)),
    "protected_months": ("protected_months", _whole),
    "fee_percent": ("fee_bp", _percent),
    "fee_cap": ("fee_cap", _cap),
    "currency": ("currency", _currency),
    "price_over": ("price_over", _money),
    "free_reasons": ("free_reasons", lambda value, _: tuple(StatedReason(reason) for reason in _texts(value, ""))),
    "used_refused": ("used_refused", _truth),
    "final_when_opened": ("final_when_opened", _texts),
    "refund_days": ("refund_days", _whole),
    "refund_from": ("refund_from", lambda value, _: RefundStart(value)),
}

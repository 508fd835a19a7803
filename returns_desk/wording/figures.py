"""The figures of a rule for decisions in words: in a table as people read them, over a field as they type them."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from returns_desk.domain.rule_figures import Figure, FigureKind, kind_of
from returns_desk.wording.marks import say
from returns_desk.wording.words import Words


class Group(StrEnum):
    """Which figures stand together in the form."""

    AS_NEW = "as new"
    OPEN_BOX = "open box"
    KIND = "kind"
    CREDIT = "credit"
    TIMES = "times"


_GROUP_TITLES = {
    Group.AS_NEW: say("Sold as new: share of the price, %"),
    Group.OPEN_BOX: say("Sold as open box: share of the price, %"),
    Group.KIND: say("What may be done with such things"),
    Group.CREDIT: say("A supplier's credit, before its own credits are known"),
    Group.TIMES: say("Handling one piece, seconds"),
}
_GRADE = say("Grade {grade}")
# name: where it stands, what stands over its field, how a row says it
_FIGURES: dict[str, tuple[Group, str, str]] = {
    "as_new_a": (Group.AS_NEW, _GRADE, say("as new A {figure}")),
    "as_new_b": (Group.AS_NEW, _GRADE, say("as new B {figure}")),
    "open_box_a": (Group.OPEN_BOX, _GRADE, say("open box A {figure}")),
    "open_box_b": (Group.OPEN_BOX, _GRADE, say("open box B {figure}")),
    "open_box_c": (Group.OPEN_BOX, _GRADE, say("open box C {figure}")),
    "resale_opened": (Group.KIND, say("Opened ones may be used again"), ""),
    "giving": (Group.KIND, say("Given away"), ""),
    "donation": (Group.KIND, say("Gift's value, % of cost"), say("a gift is worth {figure} of the cost")),
    "shelf_days": (Group.KIND, say("Days before expiry"), say("{figure} days before expiry")),
    "stream": (Group.KIND, say("Recycled as"), say("recycled as {figure}")),
    "holds_data": (Group.KIND, say("Devices are wiped"), ""),
    "credit_chance": (Group.CREDIT, say("Comes, %"), say("{figure} of a credit comes")),
    "credit_weight": (Group.CREDIT, say("Weighs as batches"), say("weighs as {figure} batches")),
    "restock_seconds": (Group.TIMES, say("As new"), say("as new {figure} s")),
    "open_box_seconds": (Group.TIMES, say("Open box"), say("open box {figure} s")),
    "supplier_seconds": (Group.TIMES, say("Supplier"), say("supplier {figure} s")),
    "donate_seconds": (Group.TIMES, say("Gift"), say("gift {figure} s")),
    "recycle_seconds": (Group.TIMES, say("Recycling"), say("recycling {figure} s")),
}
_K = FigureKind


def figures_of(group: Group) -> tuple[str, ...]:
    """The figures of one group, in their order."""
    return tuple(name for name, (its, *_) in _FIGURES.items() if its is group)


def group_title(words: Words, group: Group) -> str:
    """What stands over a group, with its unit."""
    return words(_GROUP_TITLES[group])


def figure_title(words: Words, name: str) -> str:
    """What stands over a figure's field."""
    title = _FIGURES[name][1]
    return words(_GRADE, grade=name[-1].upper()) if title == _GRADE else words(title)


def say_figure(words: Words, name: str, value: Any) -> str:
    """One figure in words: ``as new A 100%``, ``not given away``."""
    if name == "giving":
        return words("given away") if value else words("not given away")
    if name == "resale_opened":
        return words("opened ones are used again") if value else words("opened ones reach nobody's hands again")
    if name == "holds_data":
        return words("devices are wiped") if value else words("devices hold no personal data")
    if name == "stream" and value is None:
        return words("recycled by its kind")
    return words(_FIGURES[name][2], figure=write_figure(words, name, value))


def say_figures(words: Words, figures: Iterable[tuple[str, Any]]) -> str:
    """What a row says, in its order of figures; a line breaks between two of them."""
    said = dict(figures)
    parts = (say_figure(words, name, said[name]) for name in _FIGURES if name in said)
    return "\N{NO-BREAK SPACE}· ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts)


def write_figure(words: Words, name: str, value: Any) -> str:
    """A figure's value alone: ``85%``, ``90``, ``Electronics``, ``yes``."""
    match kind_of(Figure(name)):
        case _K.SHARE:
            return words.percent(value)
        case _K.YES_NO:
            return words("Yes") if value else words("No")
        case _K.STREAM:
            return words.name(value) if value else words("by its kind")
        case _:
            return words.number(value)

"""What the label of a bin or shelf says."""

from returns_desk.documents.labels.content import ON_NUMBER, LabelContent, named
from returns_desk.documents.labels.marks import bin_mark
from returns_desk.domain.labels import BinLabel
from returns_desk.wording import Words


def of_bin(label: BinLabel, words: Words) -> LabelContent:
    """The place's code, its name, and what may lie there."""
    mark = bin_mark(label.status, words)
    return LabelContent(number=label.number, name="", headline=named(label.name), mark=mark, stress=ON_NUMBER)

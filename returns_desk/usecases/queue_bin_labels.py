"""The labels of bins and shelves on their way to the label printer: one after another, in one step."""

from collections.abc import Sequence

from returns_desk.domain.people import Permission
from returns_desk.domain.printing import PaperKind
from returns_desk.store.work import Work
from returns_desk.usecases.look_labels import bin_labels
from returns_desk.usecases.queue_paper import queue_paper
from returns_desk.usecases.require import require


def queue_bin_labels(work: Work, codes: Sequence[str] = ()) -> int:
    """Let the labels of these places be printed, of none: of all that are in use; gives how many.

    The inverse is ``cancel_job`` of each while it waits. Refuses ``UnknownPlace``.
    """
    require(work, Permission.PRINT)
    wanted = codes or [place.number for place in bin_labels(work)]
    for code in wanted:
        queue_paper(work, PaperKind.BIN_LABEL, code)
    return len(wanted)

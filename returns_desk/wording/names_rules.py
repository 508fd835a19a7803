"""Names of the figures in the rules for decisions, of their kinds, and of a version's state."""

from enum import StrEnum

from returns_desk.domain.rule_figures import Figure, FigureKind
from returns_desk.domain.snapshots.rule_books import BookState
from returns_desk.wording.marks import say

RULES: dict[type[StrEnum], dict[StrEnum, str]] = {
    Figure: {
        Figure.AS_NEW_A: say("As new, grade A: share of the price"),
        Figure.AS_NEW_B: say("As new, grade B: share of the price"),
        Figure.OPEN_BOX_A: say("Open box, grade A: share of the price"),
        Figure.OPEN_BOX_B: say("Open box, grade B: share of the price"),
        Figure.OPEN_BOX_C: say("Open box, grade C: share of the price"),
        Figure.RESALE_OPENED: say("Opened goods may reach other hands"),
        Figure.GIVING: say("May be given away"),
        Figure.DONATION: say("Worth of giving away: share of the cost"),
        Figure.SHELF_DAYS: say("Days that must be left before its last day"),
        Figure.CREDIT_CHANCE: say("Chance of a supplier's credit, to begin with"),
        Figure.CREDIT_WEIGHT: say("Batches that this chance weighs"),
        Figure.STREAM: say("Stream for recycling"),
        Figure.HOLDS_DATA: say("Devices are wiped before they are given away or recycled"),
        Figure.RESTOCK_SECONDS: say("Seconds a piece: as new"),
        Figure.OPEN_BOX_SECONDS: say("Seconds a piece: open box"),
        Figure.SUPPLIER_SECONDS: say("Seconds a piece: supplier return"),
        Figure.DONATE_SECONDS: say("Seconds a piece: donation"),
        Figure.RECYCLE_SECONDS: say("Seconds a piece: recycling"),
    },
    FigureKind: {
        FigureKind.SHARE: say("a share from 0% to 100%"),
        FigureKind.YES_NO: say("yes or no"),
        FigureKind.DAYS: say("a number of days"),
        FigureKind.COUNT: say("a whole number"),
        FigureKind.SECONDS: say("a number of seconds"),
        FigureKind.STREAM: say("a recycler's stream"),
    },
    BookState: {
        BookState.COMING: say("coming"),
        BookState.IN_FORCE: say("in force"),
        BookState.REPLACED: say("replaced"),
    },
}

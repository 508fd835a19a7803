"""Names of what comes out of printers, of how a job in the print queue stands, and of what is wrong with a printer."""

from enum import StrEnum

from returns_desk.domain.paper_look import PaperSize
from returns_desk.domain.printing import JobState, PaperKind, Trouble
from returns_desk.wording.marks import say

PRINTING: dict[type[StrEnum], dict[StrEnum, str]] = {
    PaperKind: {
        PaperKind.ITEM_LABEL: say("Item label"),
        PaperKind.PARCEL_LABEL: say("Parcel label"),
        PaperKind.CARTON_LABEL: say("Carton label"),
        PaperKind.HOLD_LABEL: say("Hold label"),
        PaperKind.DAMAGE_LABEL: say("Damage label"),
        PaperKind.TOTE_LABEL: say("Tote label"),
        PaperKind.BIN_LABEL: say("Bin label"),
        PaperKind.SLIP: say("Slip"),
        PaperKind.CORRECTION: say("Correcting document"),
        PaperKind.PACKING_LIST: say("Packing list"),
        PaperKind.DISPUTE_LETTER: say("Dispute letter"),
        PaperKind.STATEMENT: say("Supplier statement"),
        PaperKind.EVIDENCE: say("Evidence pack"),
        PaperKind.SHEET: say("Sheets of codes"),
    },
    JobState: {
        JobState.WAITING: say("Waiting to be printed"),
        JobState.SENDING: say("Being printed"),
        JobState.PRINTED: say("Printed"),
        JobState.CANCELLED: say("Not printed: cancelled"),
        JobState.UNSURE: say("Perhaps printed"),
    },
    Trouble: {
        Trouble.OFF: say("The printer is off, or not on the network"),
        Trouble.SILENT: say("The printer does not answer"),
        Trouble.NO_SUCH_HOST: say("There is no printer at this address"),
        Trouble.NO_SUCH_QUEUE: say("The system has no printer of this name"),
        Trouble.STOPPED: say("The system has stopped this printer"),
        Trouble.PAPER_OUT: say("Out of paper"),
        Trouble.RIBBON_OUT: say("Out of ribbon"),
        Trouble.HEAD_OPEN: say("The print head is open"),
        Trouble.PAUSED: say("The printer is paused"),
        Trouble.BUFFER_FULL: say("The printer's memory is full"),
        Trouble.TOO_HOT: say("The print head is too hot"),
        Trouble.TOO_COLD: say("The print head is too cold"),
        Trouble.COVER_OPEN: say("A cover of the printer is open"),
        Trouble.PAPER_JAM: say("Paper is jammed in the printer"),
        Trouble.TONER_OUT: say("Out of toner or ink"),
        Trouble.DISK_FULL: say("The disk is full"),
        Trouble.NO_RIGHT: say("No right to write there"),
        Trouble.NOT_THERE: say("The device or folder is not there"),
        Trouble.NO_DEVICE: say("This is not a printer's device"),
        Trouble.NOT_DRAWN: say("This cannot be drawn"),
        Trouble.NO_SERVICE: say("The system's print service does not run"),
        Trouble.NEEDS_WINDOW: say("This printer prints only while the window is open"),
        Trouble.BAD_ADDRESS: say("This is not the address of a printer"),
        Trouble.REFUSED: say("The printer refused"),
    },
    PaperSize: {
        PaperSize.A4: say("A4 sheet"),
        PaperSize.LETTER: say("US Letter sheet"),
    },
}

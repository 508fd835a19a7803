"""What sheets of codes are called, which stand in no book and have names instead of numbers."""

from returns_desk.domain.printing import PaperKind
from returns_desk.wording.words import Words


def name_of_sheet(words: Words, kind: PaperKind, number: str) -> str:
    """A sheet's name in words; empty for papers and labels that have a number."""
    match number.upper():
        case "CALIBRATION":
            return words("Calibration label") if kind.is_label else words("Calibration page")
        case "COMMANDS" if kind is PaperKind.SHEET:
            return words("Command sheet")
        case "SCAN-ME" if kind is PaperKind.SHEET:
            return words("Codes to try with a scanner")
        case "SCANNER" if kind is PaperKind.SHEET:
            return words("Trying a scanner")
        case "BADGES" if kind is PaperKind.SHEET:
            return words("Badges")
    return ""

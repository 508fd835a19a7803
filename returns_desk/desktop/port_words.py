"""How the scanner's port stands, in words: short for the bar, with what to do for the settings."""

from returns_desk.desktop.port_state import PortReport, PortState
from returns_desk.wording import Words

TONES = {PortState.CONNECTED: "ok"}


def say_port(words: Words, report: PortReport) -> str:
    """A few words."""
    match report.state:
        case PortState.CONNECTED:
            return words("Scanner connected")
        case PortState.GONE:
            return words("Scanner unplugged")
        case PortState.MISSING:
            return words("No scanner on {port}", port=report.name)
        case PortState.HELD:
            return words("Another program has the scanner")
        case PortState.FORBIDDEN:
            return words("No right to use the scanner")
        case PortState.FAULTY:
            return words("The scanner does not answer")


def say_way_on(words: Words, report: PortReport) -> str:
    """What to do about it; empty when all is well."""
    match report.state:
        case PortState.CONNECTED:
            return ""
        case PortState.GONE | PortState.MISSING:
            return words("Plug it in: it is found by itself. A scanner that types works meanwhile.")
        case PortState.HELD:
            return words("Close the program that uses {port}: the scanner is taken over by itself.", port=report.name)
        case PortState.FORBIDDEN:
            return words(
                "This computer's user needs the right to {port} (group {group}).", port=report.name, group="dialout"
            )
        case PortState.FAULTY:
            return words("Try another speed, or plug the scanner in again.")


def tone_of(report: PortReport) -> str:
    """The tone of a chip or band."""
    return TONES.get(report.state, "bad")

"""What a label printer says of itself: the three lines that answer ``~HS`` (ZPL II programming guide, Host Status).

Read strictly: whatever is not such an answer to the last sign says nothing about a printer.
"""

import re

from returns_desk.domain.printing import PrinterStatus, Trouble

QUESTION = b"~HS"
LONGEST = 400  # bytes; a whole answer has about 80
_SETTINGS = r"[0-9]{1,5}"
_FIRST = re.compile(
    rf"{_SETTINGS},(?P<paper>[01]),(?P<pause>[01]),[0-9]{{1,6}},(?P<formats>[0-9]{{1,5}}),(?P<full>[01]),[01],"
    rf"(?P<partial>[01]),{_SETTINGS},(?P<lost>[01]),(?P<cold>[01]),(?P<hot>[01])"
)
_SECOND = re.compile(
    rf"{_SETTINGS},[0-9],(?P<head>[01]),(?P<ribbon>[01]),(?P<transfer>[01]),[0-9A-Z],[0-9],[01],"
    rf"(?P<labels>[0-9]{{1,9}}),[0-9],[0-9]{{1,5}}"
)
_THIRD = re.compile(r"[0-9]{1,5},[0-9]")
_LINES = re.compile(rb"\s*\x02([^\x02\x03]*)\x03\s*\x02([^\x02\x03]*)\x03\s*\x02([^\x02\x03]*)\x03\s*")
_IDLE_SIGNS = bytes([0x00, 0x06, 0x0A, 0x0D, 0x11, 0x13])  # what a line may carry beside an answer: XON, XOFF, ...

# in the order in which they are told: an open head looks like missing paper, and all of them pause the printer
_FLAGS = {
    "head": Trouble.HEAD_OPEN,
    "paper": Trouble.PAPER_OUT,
    "ribbon": Trouble.RIBBON_OUT,
    "hot": Trouble.TOO_HOT,
    "full": Trouble.BUFFER_FULL,
    "pause": Trouble.PAUSED,
    "lost": Trouble.REFUSED,
    "cold": Trouble.TOO_COLD,
}
HARMLESS = frozenset({Trouble.TOO_COLD})  # it prints, only paler


def status_of(heard: bytes) -> PrinterStatus | None:
    """How a printer is by its whole answer; ``None`` when this is none (yet)."""
    lines = _LINES.fullmatch(heard.strip(_IDLE_SIGNS))
    if lines is None:
        return None
    texts = [line.decode("latin-1") for line in lines.groups()]
    found = [form.fullmatch(text) for form, text in zip((_FIRST, _SECOND, _THIRD), texts, strict=True)]
    if not (found[0] and found[1] and found[2]):
        return None
    facts = {name: int(value) for match in found[:2] if match for name, value in match.groupdict().items()}
    facts["ribbon"] &= facts["transfer"]  # a printer that needs no ribbon has none
    troubles = tuple(trouble for flag, trouble in _FLAGS.items() if facts[flag])
    return PrinterStatus(troubles, facts["formats"] + facts["labels"] + facts["partial"])


def is_foreign(heard: bytes) -> bool:
    """Whether this can no longer become an answer: somebody else than a label printer speaks there."""
    said = heard.strip(_IDLE_SIGNS)
    whole = said.count(b"\x03") >= 3
    return bool(said) and (not said.startswith(b"\x02") or len(said) > LONGEST or (whole and status_of(said) is None))


def quoted(heard: bytes) -> str:
    """The beginning of what somebody said, to be shown to a person."""
    return heard[:60].decode("ascii", "replace").replace("\ufffd", "?").strip()

"""Recognise the codes this program prints itself: commands, badges, licence plates, bins, batches, papers, returns.

They use only A-Z, 0-9 and ``-``. Case does not matter, nor do blanks or a typographic dash from a copied text.
"""

import re
from dataclasses import dataclass

from returns_desk.scanning.cleaning import compact
from returns_desk.scanning.commands import COMMAND_PREFIX, Command, parse_command
from returns_desk.scanning.scan import Candidate, ScanKind

LONGEST_OWN_CODE = 40
_SHAPES = (
    (ScanKind.BADGE, re.compile("ID-[A-Z0-9-]*[A-Z0-9]")),
    (ScanKind.ITEM, re.compile("IT-[A-Z0-9-]*[0-9]")),
    (ScanKind.PARCEL, re.compile("PA-[A-Z0-9-]*[0-9]")),
    (ScanKind.BATCH, re.compile("[SDR]B-[0-9]{6,9}")),
    (ScanKind.DOCUMENT, re.compile("(?:SR|DN|RC|SC|DL)-[0-9]{4}-[0-9]{6,9}")),
    (ScanKind.CARTON, re.compile("CT-[0-9]{6,9}")),
    (ScanKind.PLACE, re.compile("BIN-[A-Z0-9-]*[A-Z0-9]")),
    (ScanKind.RMA, re.compile("RMA-?[A-Z0-9-]*[0-9][A-Z0-9]*")),
)


@dataclass(frozen=True)
class OwnCode:
    """A code of ours, with the command it gives, if any."""

    reading: Candidate
    command: Command | None = None


def read_own_code(text: str) -> OwnCode | None:
    """Read one of our own codes; None if it is none. ``DO-`` with anything unknown behind it is ours and unknown."""
    code = compact(text) if len(text) <= LONGEST_OWN_CODE * 2 else ""
    if not code.isascii() or len(code) > LONGEST_OWN_CODE:
        return None
    if code.startswith(COMMAND_PREFIX):
        command = parse_command(code)
        kind = ScanKind.COMMAND if command else ScanKind.COMMAND_UNKNOWN
        return OwnCode(Candidate(kind, code), command)
    for kind, shape in _SHAPES:
        if shape.fullmatch(code):
            return OwnCode(Candidate(kind, code))
    return None

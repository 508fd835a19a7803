"""ZPL taken apart: which commands a printer would hear in a stream, and what is in their fields."""

import re
from collections.abc import Iterator
from typing import NamedTuple

OURS = frozenset(
    ["XA", "CI", "LH", "PW", "LL", "PQ", "FO", "FT", "A0", "FR", "FH", "FD", "FS", "BY", "BC", "BX", "GB", "GF", "XZ"]
)
_HEARD = re.compile(r"([\^~])([^\^~]{0,2})([^\^~]*)", re.DOTALL)


class Command(NamedTuple):
    """One command as a printer hears it: its sign, its two letters, all that follows up to the next sign."""

    sign: str
    name: str
    rest: str


def commands(stream: bytes) -> Iterator[Command]:
    """Every command of a stream, in order; a sign anywhere begins one, as it does for a printer."""
    for found in _HEARD.finditer(stream.decode("ascii")):
        yield Command(*found.groups())


def assert_only_ours(stream: bytes, labels: int) -> None:
    """All commands are those that the drawer writes, each label begins and ends once, no picture is cut short."""
    heard = list(commands(stream))
    strange = [f"{each.sign}{each.name}" for each in heard if each.sign != "^" or each.name not in OURS]
    assert not strange, f"not ours: {strange}"
    frames = [each.name for each in heard if each.name in ("XA", "XZ")]
    assert frames == ["XA", "XZ"] * labels
    for each in heard:
        if each.name == "GF":
            _, total, size, row, signs = each.rest.split(",")
            assert total == size
            assert len(signs) == 2 * int(total)
            assert int(total) % int(row) == 0


def fields(stream: bytes) -> list[str]:
    """The texts that a printer would print in its own letters or bars."""
    texts, hexadecimal = [], False
    for each in commands(stream):
        if each.name == "FH":
            hexadecimal = True
            assert each.rest == "_"
        elif each.name == "FD":
            plain = re.sub(r"_([0-9A-F]{2})", lambda found: chr(int(found[1], 16)), each.rest)
            texts.append(plain if hexadecimal else each.rest)
        elif each.name == "FS":
            hexadecimal = False
    return texts

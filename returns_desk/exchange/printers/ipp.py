"""As much of the Internet Printing Protocol (RFC 8010) as it takes to ask the system's print service something.

The commands of CUPS tell neither the titles of jobs nor, to a program, what is wrong with a printer. What comes back
is data from outside: read strictly, or refused as ``BadAnswer``.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass

Value = str | int | bool
Facts = Mapping[str, str | int | tuple[str, ...]]
GET_JOBS, GET_PRINTER, GET_DEFAULT, GET_PRINTERS, GET_DRIVER = 0x000A, 0x000B, 0x4001, 0x4002, 0x400F
NOT_FOUND = 0x0406
JOB, PRINTER = 0x02, 0x04  # groups of attributes
_OPERATION, _END, _FIRST_VALUE = 0x01, 0x03, 0x10
_INTEGER, _BOOLEAN, _ENUM = 0x21, 0x22, 0x23
_COLLECTION, _COLLECTION_END = 0x34, 0x37
_TEXTS = range(0x40, 0x60)
_TAGS = {"printer-uri": 0x45, "requesting-user-name": 0x42, "limit": _INTEGER}  # all else that is asked is a keyword
_KEYWORD = 0x44


class BadAnswer(ValueError):
    """What came back is no answer of a print service."""


@dataclass(frozen=True)
class Answer:
    """``groups``: kind of group and its attributes, each with all its values. ``file``: what came behind them."""

    status: int
    groups: tuple[tuple[int, Mapping[str, tuple[Value, ...]]], ...]
    file: bytes = b""

    @property
    def fits(self) -> bool:
        """Whether the question was answered."""
        return self.status < 0x0100

    def of(self, kind: int) -> list[Mapping[str, tuple[Value, ...]]]:
        """The groups of one kind."""
        return [attributes for found, attributes in self.groups if found == kind]


def question(operation: int, facts: Facts) -> bytes:
    """A request of IPP 1.1; the order of the facts is kept: RFC 8011 wants the printer's address first."""
    told = [struct.pack(">HHI", 0x0101, operation, 1), bytes([_OPERATION])]
    told += _attribute(0x47, "attributes-charset", ("utf-8",)) + _attribute(
        0x48, "attributes-natural-language", ("en",)
    )
    for name, value in facts.items():
        told += _attribute(_TAGS.get(name, _KEYWORD), name, value if isinstance(value, tuple) else (value,))
    return b"".join([*told, bytes([_END])])


def read_answer(content: bytes) -> Answer:
    """Read a response. Refuses ``BadAnswer``."""
    try:
        _, status, _ = struct.unpack_from(">HHI", content)
        groups: list[tuple[int, Mapping[str, tuple[Value, ...]]]] = []
        end = _read_groups(content, groups)
        return Answer(status, tuple(groups), content[end:])
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise BadAnswer(str(error)) from error


def _attribute(tag: int, name: str, values: tuple[str | int, ...]) -> list[bytes]:
    """The second and every further value carry no name."""
    told: list[bytes] = []
    for value in values:
        key = b"" if told else name.encode()
        written = struct.pack(">i", value) if isinstance(value, int) else value.encode()
        told.append(struct.pack(">BH", tag, len(key)) + key + struct.pack(">H", len(written)) + written)
    return told


def _read_groups(content: bytes, groups: list[tuple[int, Mapping[str, tuple[Value, ...]]]]) -> int:
    """Collect the groups; gives where they end."""
    place, found, name, depth = 8, dict[str, tuple[Value, ...]](), "", 0
    while (tag := content[place]) != _END:
        place += 1
        if tag < _FIRST_VALUE:
            found, name, depth = {}, "", 0
            groups.append((tag, found))
            continue
        key, value, place = _pair(content, place)
        depth += (tag == _COLLECTION) - (tag == _COLLECTION_END)
        if depth or tag == _COLLECTION_END:  # nothing that is asked here stands in collections
            continue
        name = key or name
        if (read := _value(tag, value)) is not None:
            found[name] = (*found.get(name, ()), read)
    return place + 1


def _pair(content: bytes, place: int) -> tuple[str, bytes, int]:
    pieces = []
    for _ in range(2):
        (length,) = struct.unpack_from(">H", content, place)
        place += 2 + length
        if place > len(content):
            raise BadAnswer("cut short")
        pieces.append(content[place - length : place])
    return pieces[0].decode(), pieces[1], place


def _value(tag: int, value: bytes) -> Value | None:
    """What is neither a number nor a text is left out."""
    if tag in (_INTEGER, _ENUM):
        (number,) = struct.unpack(">i", value)
        return int(number)
    if tag == _BOOLEAN:
        return value == b"\x01"
    return value.decode() if tag in _TEXTS else None

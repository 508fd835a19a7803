"""A look into the old binary workbook (XLS) before it is opened: how far its cells reach, and whether it is locked."""

import struct
from collections.abc import Iterator

from returns_desk.domain.import_facts import FileFact
from returns_desk.domain.refusals import ImportRefused
from returns_desk.exchange.workbook_guard import MAX_CELLS, MAX_COLUMNS, MAX_ROWS

MAX_FILE = 6_000_000  # as much as the 109 allocation sectors named in the file's head can hold
_END = 0xFFFFFFFA  # from here on a number is a mark and not a sector
_CELLS = {0x0006, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E}
_MANY_CELLS = {0x00BD, 0x00BE}
_DIMENSIONS, _LOCKED, _SHEET = 0x0200, 0x002F, 0x0085


def look_inside_old(content: bytes) -> None:
    """Refuse what is no workbook, is locked, or has a cell so far out that the table would be of billions."""
    if len(content) > MAX_FILE:
        raise ImportRefused(FileFact.TOO_LARGE)
    try:
        streams = _Streams(content)
        if "EncryptedPackage" in streams.entries:
            raise ImportRefused(FileFact.PASSWORD)
        stream = streams.read("Workbook") or streams.read("Book")
        if not stream:
            raise ImportRefused(FileFact.UNREADABLE, "not a workbook")
        for kind, record in _records(stream):
            _check(kind, record, len(stream))
    except (struct.error, IndexError, UnicodeDecodeError):
        raise ImportRefused(FileFact.UNREADABLE, "damaged") from None


class _Streams:
    """The named streams inside a compound file."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        shift, self._small_shift = struct.unpack_from("<HH", content, 30)
        if shift not in (9, 12) or self._small_shift != 6:
            raise ImportRefused(FileFact.UNREADABLE, "damaged")
        self._size = 1 << shift
        directory, self._cutoff, small, further = struct.unpack_from("<I4xI I4xI", content, 48)
        if further < _END:
            raise ImportRefused(FileFact.TOO_LARGE)
        if max(struct.unpack_from("<II", content, 40) + struct.unpack_from("<16xI4xI", content, 48)) > 109:
            raise ImportRefused(FileFact.UNREADABLE, "damaged")  # counts of sectors that no small file has
        tables = [number for number in struct.unpack_from("<109I", content, 76) if number < _END]
        self._next = _numbers(b"".join(self._sector(number) for number in tables))
        self._small_next = _numbers(self._chain(small))
        self.entries = dict(_entries(self._chain(directory)))
        if any(size > len(content) for _, size in self.entries.values()):
            raise ImportRefused(FileFact.UNREADABLE, "damaged")
        root = self.entries.get("Root Entry", (0xFFFFFFFF, 0))
        self._small = self._chain(root[0])

    def read(self, name: str) -> bytes:
        """One stream whole; nothing if there is none of this name."""
        start, size = self.entries.get(name, (0xFFFFFFFF, 0))
        if size >= self._cutoff:
            return self._chain(start)[:size]
        parts, seen = [], set()
        while start < _END and start not in seen:
            seen.add(start)
            parts.append(self._small[start << self._small_shift : (start + 1) << self._small_shift])
            start = self._small_next[start]
        return b"".join(parts)[:size]

    def _sector(self, number: int) -> bytes:
        return self._content[(number + 1) * self._size : (number + 2) * self._size]

    def _chain(self, number: int) -> bytes:
        parts, seen = [], set()
        while number < _END and number not in seen:
            seen.add(number)
            parts.append(self._sector(number))
            number = self._next[number]
        return b"".join(parts)


def _numbers(table: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])


def _entries(directory: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    """Names with their first sector and size."""
    for at in range(0, len(directory) - 127, 128):
        length = min(struct.unpack_from("<H", directory, at + 64)[0], 64)
        name = directory[at : at + max(length - 2, 0)].decode("utf-16-le")
        if name:
            yield name, struct.unpack_from("<II", directory, at + 116)


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _check(kind: int, record: bytes, length: int) -> None:
    """Hold one record against the limits; ``length`` is that of the whole stream."""
    if kind == _LOCKED:
        raise ImportRefused(FileFact.PASSWORD)
    if kind == _SHEET and struct.unpack_from("<I", record)[0] >= length:
        raise ImportRefused(FileFact.UNREADABLE, "damaged")
    row = column = 0
    if kind in _CELLS and len(record) >= 4:
        row, column = struct.unpack_from("<HH", record)
    elif kind in _MANY_CELLS and len(record) >= 6:
        row, column = struct.unpack_from("<H", record)[0], struct.unpack_from("<H", record, len(record) - 2)[0]
    elif kind == _DIMENSIONS and len(record) >= 12:
        row, column = struct.unpack_from("<I", record, 4)[0], struct.unpack_from("<H", record, 10)[0]
        row, column = max(row - 1, 0), max(column - 1, 0)
    if row >= MAX_ROWS or column >= MAX_COLUMNS or (row + 1) * (column + 1) > MAX_CELLS:
        raise ImportRefused(FileFact.TOO_LARGE)

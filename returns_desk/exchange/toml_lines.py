"""The lines on which tables and keys of a TOML text stand, which Python's reader of TOML does not tell."""

import re

_WORD = r"""[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*'"""
_TEXTS = re.compile(
    r'"""(?:\\.|[^\\])*?"""|' + r"'''.*?'''" + r'|"(?:\\[^\n]|[^"\\\n])*"?|' + r"'[^'\n]*'?|#[^\n]*",
    re.DOTALL,
)
_TABLE = re.compile(rf"\s*\[\[?\s*({_WORD})\s*\]")
_INNER = re.compile(rf"\s*\[\[?\s*({_WORD})\s*\.\s*({_WORD})")
_KEY = re.compile(rf"\s*({_WORD})\s*[=.]")
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
_SHOWN = 60  # signs of a line that is shown


class TomlLines:
    """Where the tables of a text begin and where their keys are; ``text`` has been read as TOML, or not."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._places: dict[tuple[str, int, str], int] = {}
        self._learn(_TEXTS.sub(_without_lines, text).split("\n"))

    def line(self, table: str = "", place: int = 0, key: str = "") -> int:
        """The line of a key in the ``place``-th table of a name, else of the table itself, else the first line."""
        wanted = ((table, place, key), (table, place, ""), ("", 0, table or key), (table or key, 1, ""))
        return next((self._places[each] for each in wanted if each in self._places), 1)

    def shown(self, line: int) -> str:
        """A line as it can be shown to a person."""
        text = self._lines[line - 1] if 0 < line <= len(self._lines) else ""
        return "".join(sign for sign in text.strip()[:_SHOWN] if sign.isprintable())

    def key_at(self, line: int) -> str:
        """The key with which a line begins; empty where there is none."""
        found = _KEY.match(self._lines[line - 1]) if 0 < line <= len(self._lines) else None
        return _bare(found[1]) if found else ""

    def at_fault(self, message: str) -> tuple[int, int]:
        """Line and column of what the reader of TOML complained about; the end of the text, where it names none."""
        found = _AT.search(message)
        if found:
            return int(found[1]), int(found[2])
        return max((number for number, text in enumerate(self._lines, 1) if text.strip()), default=1), 1

    def _learn(self, lines: list[str]) -> None:
        table, counted = "", dict[str, int]()
        for number, text in enumerate(lines, 1):
            if begins := _TABLE.match(text):
                table = _bare(begins[1])
                counted[table] = counted.get(table, 0) + 1
                self._places[table, counted[table], ""] = number
            elif inner := _INNER.match(text):
                outer, table = _bare(inner[1]), "."  # of no name: what follows is no key of any row
                self._places.setdefault((outer, counted.get(outer, 0), _bare(inner[2])), number)
            elif found := _KEY.match(text):
                self._places.setdefault((table, counted.get(table, 0), _bare(found[1])), number)


def _bare(word: str) -> str:
    return word.strip("\"'")


def _without_lines(found: re.Match[str]) -> str:
    """A comment goes; a text of several lines keeps nothing but its line ends, so that no line of it reads as a key."""
    text = found[0]
    if text.startswith("#"):
        return ""
    return '""' + "\n" * text.count("\n") if "\n" in text else text

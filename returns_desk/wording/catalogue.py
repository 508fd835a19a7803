"""The sentences of one language by their English, read from the gettext catalogues.

WORKAROUND(start-up): Babel reads a catalogue whole, with comments, plurals and checks, in 20 ms, a third of an empty
window's start; the window's first picture needs the sentences. A test holds this short reader against Babel's.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from returns_desk.resources import resource

_ENTRY = re.compile(r'^msgid ((?:".*"\n)+)msgstr ((?:".*"(?:\n|\Z))+)', re.MULTILINE)


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Sentences of one language by their English; English has none of its own."""
    path = resource("wording", f"{language}.po")
    return read_catalogue(path) if path.is_file() else {}


def read_catalogue(path: Path) -> dict[str, str]:
    """Read the entries of a catalogue without plurals or contexts; empty translations are left out."""
    entries = _ENTRY.findall(path.read_text(encoding="utf-8"))
    sentences = ((_joined(english), _joined(said)) for english, said in entries)
    return {english: said for english, said in sentences if english and said}


def _joined(lines: str) -> str:
    """The text of quoted lines, one after the other."""
    if "\\" in lines:
        return "".join(json.loads(line) for line in lines.splitlines())
    return lines.rstrip()[1:-1].replace('"\n"', "")

"""The sentences of one language by their English, read from the gettext catalogues.

WORKAROUND(start-up): Babel reads a catalogue whole, with comments, plurals and checks, in 20 ms, a third of an empty
window's start; the window's first picture needs the sentences. A test holds this short reader against Babel's.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from returns_desk.resources import resource


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Sentences of one language by their English; English has none of its own."""
    path = resource("wording", f"{language}.po")
    return read_catalogue(path) if path.is_file() else {}


def read_catalogue(path: Path) -> dict[str, str]:
    """Read the entries of a catalogue without plurals or contexts; empty translations are left out."""
    sentences: dict[str, str] = {}
    english = said = ""
    in_english = False
    for line in [*path.read_text(encoding="utf-8").splitlines(), "msgid "]:
        keyword, _, text = line.partition(" ") if line.startswith("msg") else ("", "", line)
        if keyword == "msgid":
            if english and said:
                sentences[english] = said
            english = said = ""
        if keyword:
            in_english = keyword == "msgid"
        if text.startswith('"'):
            part = json.loads(text) if "\\" in text else text.rstrip()[1:-1]
            english, said = (english + part, said) if in_english else (english, said + part)
    return sentences

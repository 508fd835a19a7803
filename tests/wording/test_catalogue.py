"""The short reader of catalogues says what Babel's says."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from returns_desk.resources import resource
from returns_desk.wording.catalogue import read_catalogue


@pytest.mark.parametrize("path", sorted(resource("wording").glob("*.po")), ids=lambda path: path.name)
def test_every_shipped_catalogue_is_read_as_babel_reads_it(path: Path) -> None:
    with path.open("rb") as file:
        by_babel = {str(message.id): str(message.string) for message in read_po(file) if message.id and message.string}
    assert read_catalogue(path) == by_babel


def test_long_entries_empty_ones_and_escapes_are_read(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    path.write_text(
        'msgid ""\nmsgstr "Language: he\\n"\n\n# a remark\nmsgid "One \\"quoted\\" "\n"and more"\nmsgstr ""\n"אחת"\n'
        '"\\nשתיים"\n\nmsgid "empty"\nmsgstr ""\n',
        encoding="utf-8",
    )
    assert read_catalogue(path) == {'One "quoted" and more': "אחת\nשתיים"}


def test_a_hebrew_sentence_never_begins_with_a_latin_word() -> None:
    """Its first letter gives the whole line its direction."""
    said = read_catalogue(resource("wording") / "he.po").values()
    mixed = re.compile("[^\u05d0-\u05ea{]*[A-Za-z][^\u05d0-\u05ea]*[\u05d0-\u05ea]")
    assert [sentence for sentence in said if mixed.match(re.sub("{[^}]*}", "{}", sentence))] == []

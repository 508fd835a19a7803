"""Every sentence the program says is there in Hebrew, whole, with the same facts in it."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from string import Formatter

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from .source import CHECKOUT, Module, modules

CATALOGUES = sorted((CHECKOUT / "resources" / "wording").glob("*he.po"))
SAYING = {"words", "_words", "say"}
HEBREW = re.compile(r"[\u05d0-\u05ea]")
LATIN_WORD = re.compile(r"(?<![\w-])[A-Za-z]{2,}(?![\w-])")
# What an Israeli clerk, too, reads in Latin letters: file kinds, codes, keys, names of programs.
KEPT_IN_LATIN = set(
    re.findall(
        r"\w+",
        """
        PDF CSV XLSX XLS ODS JSON ZPL PNG JPEG HEIC WebP GIF BMP TIFF TOML RMA SKU EAN UPC PIN GTIN SSCC IMEI QR URL VIP
        IT PA SB DB RB SR DN RC ID USB Enter Ctrl Esc Tab Caps Lock Excel PostgreSQL SQLite Qt PySide
        Returns Desk returns desk demo init migrate verify
        """,
    )
)


@cache
def _entries() -> tuple[tuple[str, Message], ...]:
    found = []
    for path in CATALOGUES:
        with path.open("rb") as file:
            found += [(path.name, message) for message in read_po(file, abort_invalid=True) if message.id]
    return tuple(found)


def _literals(node: ast.expr) -> Iterator[str]:
    """The sentences an argument can be: a literal, or one of two."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _says(function: ast.expr) -> bool:
    """Whether this calls ``words``; ``record.words("column")`` of an import reads a column's words instead."""
    if isinstance(function, ast.Attribute):
        return function.attr in SAYING and ast.unparse(function.value) != "record"
    return isinstance(function, ast.Name) and function.id in SAYING


def _sentences(module: Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and node.args and _says(node.func):
            yield from ((node.lineno, sentence) for sentence in _literals(node.args[0]))


@cache
def _said() -> tuple[tuple[str, str], ...]:
    return tuple((f"{module.name}:{line}", text) for module in modules() for line, text in _sentences(module))


def _facts(sentence: str) -> Counter[str]:
    return Counter(name for _, name, _, _ in Formatter().parse(sentence) if name is not None)


def test_there_are_catalogues_and_sentences() -> None:
    assert CATALOGUES
    assert len(_said()) > 100


def test_every_sentence_of_the_program_has_its_hebrew() -> None:
    hebrew = {str(message.id) for _, message in _entries() if message.string}
    missing = sorted({f"{where} {sentence!r}" for where, sentence in _said() if sentence not in hebrew})
    assert not missing


def test_every_hebrew_entry_is_finished() -> None:
    rough = [f"{name}: {m.id}" for name, m in _entries() if m.fuzzy or not str(m.string).strip()]
    assert not rough


def test_no_hebrew_entry_is_dead() -> None:
    said = {sentence for _, sentence in _said()}
    dead = [f"{name}: {message.id}" for name, message in _entries() if str(message.id) not in said]
    assert not dead


def test_two_catalogues_never_say_the_same_thing_differently() -> None:
    first: dict[str, str] = {}
    differing = []
    for name, message in _entries():
        if first.setdefault(str(message.id), str(message.string)) != message.string:
            differing.append(f"{name}: {message.id}")
    assert not differing


def test_the_same_facts_stand_in_both_languages() -> None:
    changed = [f"{name}: {m.id}" for name, m in _entries() if set(_facts(str(m.id))) != set(_facts(str(m.string)))]
    assert not changed


def test_every_fact_has_a_name() -> None:
    unnamed = [f"{where} {text!r}" for where, text in _said() if any(not name.isidentifier() for name in _facts(text))]
    assert not unnamed


def _english_left(message: Message) -> list[str]:
    plain = re.sub(r"\{[^{}]*\}|--[\w-]+|\b[\w.-]+\.(?:toml|csv|xlsx|pdf|db)\b", " ", str(message.string))
    return [word for word in LATIN_WORD.findall(plain) if word not in KEPT_IN_LATIN]


def test_no_english_is_left_in_the_hebrew() -> None:
    left = [f"{name}: {m.id} -> {words}" for name, m in _entries() if (words := _english_left(m))]
    assert not left


def test_hebrew_is_written_in_hebrew() -> None:
    wordless = re.compile(r"^[\W\d_]*$")
    foreign = [
        f"{name}: {message.id}"
        for name, message in _entries()
        if not HEBREW.search(str(message.string))
        and not wordless.match(re.sub(r"\{[^{}]*\}", "", str(message.id)))
        and str(message.string) not in KEPT_IN_LATIN
    ]
    assert not foreign


@pytest.mark.parametrize("sign", ["\u200e", "\u200f", "\u202a", "\u202b", "\u202e", "\u2066", "\u2067"])
def test_no_entry_carries_directing_signs_of_its_own(sign: str) -> None:
    assert not [message.id for _, message in _entries() if sign in str(message.string)], "Words isolates the facts"

"""Every reason for not taking a file or a row is said in both languages."""

import pytest

from returns_desk.domain.import_facts import FileFact, RowFact
from returns_desk.domain.refusals import ImportRefused, RowRefused
from returns_desk.wording.channels import channel
from returns_desk.wording.import_refusals import import_refusal
from returns_desk.wording.words import Words

HEBREW = range(0x5D0, 0x5EB)


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def in_hebrew(text: str) -> bool:
    return any(ord(sign) in HEBREW for sign in text)


@pytest.mark.parametrize("fact", [*RowFact, "something new"])
def test_every_refused_row_has_its_sentence(fact: str) -> None:
    refusal = RowRefused(fact, "price", "x9")
    assert not plain(import_refusal(Words("en"), refusal)).startswith("The row was not taken") or fact not in set(
        RowFact
    )
    assert in_hebrew(import_refusal(Words("he"), refusal))


@pytest.mark.parametrize("fact", [*FileFact, "something new"])
def test_every_refused_file_has_its_sentence(fact: str) -> None:
    refusal = ImportRefused(fact, "list.csv", ("sku", "name"))
    assert not plain(import_refusal(Words("en"), refusal)).startswith("The file was not taken") or fact not in set(
        FileFact
    )
    assert in_hebrew(import_refusal(Words("he"), refusal))


def test_the_sentence_names_column_and_value() -> None:
    said = plain(import_refusal(Words("en"), RowRefused(RowFact.NOT_MONEY, "price", "cheap")))
    assert said == "cheap in column price is not an amount"


def test_missing_columns_are_all_named() -> None:
    said = plain(import_refusal(Words("en"), ImportRefused(FileFact.COLUMNS, columns=("sku", "name"))))
    assert said == "These columns are missing in the file: sku, name"


@pytest.mark.parametrize("way", ["courier", "post", "pickup point", "locker", "shop"])
def test_usual_channels_are_said_in_hebrew_and_others_as_written(way: str) -> None:
    assert in_hebrew(channel(Words("he"), way))
    assert channel(Words("he"), "drone 7") == "drone 7"

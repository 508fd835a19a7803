"""Files of rules: what people write is read, all else is named with its line, and a book comes back as it was."""

import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.check_rules import Known, rule_faults
from returns_desk.domain.refusals import ImportRefused
from returns_desk.domain.rule_faults import RuleFact, RuleFault
from returns_desk.domain.rule_figures import Figure, FigureKind, in_order, kind_of, spelled_out
from returns_desk.domain.rules import BUILT_IN, Rule, RuleBook, Stream, StreamFee
from returns_desk.exchange.read_rules import RuleFile, read_rules, rules_from
from returns_desk.exchange.toml_file import LARGEST
from returns_desk.exchange.write_rules import write_rules
from returns_desk.wording import Words

TODAY = date(2026, 11, 22)
KNOWN = Known(("Phones", "טלפונים"), ("SUP-1",), TODAY)
WRITTEN = """\
valid_from = 2026-12-01
hour = "60.00"

[[fee]]
stream = "electronic"
per_kg = "1.20"
at_least = 1.5

[[rule]]            # everything
open_box_b = "85%"
open_box_c = 12.5
donation = 10
stream = "auto"

[[rule]]
category = "Phones"
supplier = "SUP-1"
from = 2026-12-01
until = "2027-01-31"
resale_opened = false
stream = "Electronic"
restock_seconds = 45
"""


def read(text: str | bytes, currency: str = "ILS") -> RuleFile:
    return rules_from(text.encode() if isinstance(text, str) else text, currency, TODAY)


def faults(text: str | bytes) -> tuple[RuleFault, ...]:
    return read(text).faults(lambda book: rule_faults(book, KNOWN))


def told(text: str | bytes) -> list[tuple[int, RuleFact]]:
    return [(fault.line, fault.fact) for fault in faults(text)]


def test_a_file_is_read_as_people_write_it() -> None:
    book = read(WRITTEN).book
    assert faults(WRITTEN) == ()
    assert book == RuleBook(
        valid_from=date(2026, 12, 1),
        hour=6_000,
        fees=(StreamFee(Stream.ELECTRONIC, 120, 150),),
        rules=(
            Rule(figures=(("open_box_b", 8_500), ("open_box_c", 1_250), ("donation", 1_000), ("stream", None))),
            Rule(
                "Phones",
                "SUP-1",
                date(2026, 12, 1),
                date(2027, 1, 31),
                (("resale_opened", False), ("stream", Stream.ELECTRONIC), ("restock_seconds", 45)),
            ),
        ),
    )


def test_a_file_without_a_beginning_begins_today() -> None:
    book = read('hour = 60\ncurrency = "ils"\n[[rule]]\n').book
    assert book is not None
    assert (book.valid_from, book.hour, book.fees) == (TODAY, 6_000, ())


def test_windows_writes_its_own_line_ends_and_marks() -> None:
    assert read(b"\xef\xbb\xbf" + WRITTEN.replace("\n", "\r\n").encode()).book == read(WRITTEN).book
    assert told(b"\xef\xbb\xbfhour = 1\r\n\r\nhours = 2\r\n[[rule]]\r\n") == [(3, RuleFact.UNKNOWN_KEY)]


def test_a_currency_without_small_change_has_no_digits_behind_the_point() -> None:
    book = read("hour = 900\n[[rule]]\n", "JPY").book
    assert book is not None
    assert book.hour == 900
    assert write_rules(book, Words("en"), "JPY").count(b'hour = "900"') == 1
    (fault,) = read("hour = 9.5\n[[rule]]\n", "JPY").unread
    assert fault.fact is RuleFact.NOT_MONEY


FIGURES = {
    FigureKind.SHARE: st.integers(0, 10_000),
    FigureKind.YES_NO: st.booleans(),
    FigureKind.DAYS: st.integers(0, 3_650),
    FigureKind.COUNT: st.integers(0, 1_000),
    FigureKind.SECONDS: st.integers(0, 86_400),
    FigureKind.STREAM: st.one_of(st.none(), st.sampled_from(Stream)),
}
NAMES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12).map(str.strip)
DAYS = st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2199, 12, 31)))


@st.composite
def books(draw: st.DrawFn) -> RuleBook:
    def row() -> Rule:
        names = draw(st.lists(st.sampled_from(Figure), unique=True, max_size=5))
        figures = [(name.value, draw(FIGURES[kind_of(name)])) for name in names]
        return Rule(draw(NAMES), draw(NAMES), draw(DAYS), draw(DAYS), in_order(figures))

    money = st.integers(0, 10**9)
    return RuleBook(
        valid_from=draw(st.dates(date(2000, 1, 1), date(2199, 12, 31))),
        hour=draw(money),
        fees=tuple(StreamFee(draw(st.sampled_from(Stream)), draw(money), draw(money)) for _ in range(draw(COUNTS))),
        rules=tuple(row() for _ in range(draw(COUNTS))),
    )


COUNTS = st.integers(0, 4)


@given(books(), st.sampled_from(["he", "en"]), st.sampled_from(["ILS", "JPY"]))
def test_what_is_written_is_read_back_as_the_same_book(book: RuleBook, language: str, currency: str) -> None:
    file = read(write_rules(book, Words(language), currency), currency)
    assert file.unread == ()
    assert file.book == book


@pytest.mark.parametrize("language", ["he", "en"])
def test_what_the_program_brings_is_written_whole_and_said(language: str) -> None:
    written = write_rules(spelled_out(BUILT_IN), Words(language), "ILS").decode()
    assert all(f"\n{figure} = " in written for figure in Figure)
    assert all(Words(language).name(figure) in written for figure in Figure)
    left = write_rules(BUILT_IN, Words(language), "ILS").decode()
    assert all(f"\n# {figure} = " in left for figure in Figure), "what a row leaves to the program is shown"


HEAD = "hour = 60\n[[rule]]\n"


@pytest.mark.parametrize(
    ("text", "line", "fact"),
    [
        ("hour 60", 1, RuleFact.SYNTAX),
        ('hour = "60\n', 1, RuleFact.SYNTAX),
        ("hour = 60\nhour = 61\n[[rule]]\n", 2, RuleFact.KEY_TWICE),
        (f"{HEAD}giving = true\n\ngiving = false\n", 5, RuleFact.KEY_TWICE),
        ("hour = 60\n[fee]\nstream = 'glass'\n[fee]\n[[rule]]\n", 4, RuleFact.KEY_TWICE),
        ("hour = 60\nvalid_from = 2026-02-30\n[[rule]]\n", 2, RuleFact.SYNTAX),
        ("hour = 60\nvalid_from = '30.11.2026'\n[[rule]]\n", 2, RuleFact.NOT_A_DATE),
        ("hour = 60\nvalid_from = 2026-12-01T10:00:00\n[[rule]]\n", 2, RuleFact.NOT_A_DATE),
        ("hour = 60\nvalid_from = 2026-11-21\n[[rule]]\n", 2, RuleFact.PAST),
        ("hour = 60\nvalid_from = 9999-12-31\n[[rule]]\n", 2, RuleFact.FAR),
        ("[[rule]]\n", 1, RuleFact.MISSING_KEY),
        ("hour = -1\n[[rule]]\n", 1, RuleFact.NEGATIVE),
        ("hour = 60.005\n[[rule]]\n", 1, RuleFact.NOT_MONEY),
        ("hour = nan\n[[rule]]\n", 1, RuleFact.NOT_MONEY),
        ("hour = -inf\n[[rule]]\n", 1, RuleFact.NOT_MONEY),
        ("hour = 1e400\n[[rule]]\n", 1, RuleFact.NOT_MONEY),
        ("hour = true\n[[rule]]\n", 1, RuleFact.NOT_MONEY),
        ("hour = [60]\n[[rule]]\n", 1, RuleFact.NOT_MONEY),
        ("hour = '60 ILS'\n[[rule]]\n", 1, RuleFact.NOT_MONEY),
        ("hour = 99999999999999999999\n[[rule]]\n", 1, RuleFact.NOT_MONEY),
        ("\nhour = " + "9" * 5_000 + "\n[[rule]]\n", 2, RuleFact.TOO_LONG),
        ("hour = 0x" + "f" * 900 + "\n[[rule]]\n", 1, RuleFact.NOT_MONEY),
        ("hour = 100000000\n[[rule]]\n", 1, RuleFact.TOO_MUCH),
        ("hour = 60\ncurrency = 'USD'\n[[rule]]\n", 2, RuleFact.OTHER_CURRENCY),
        ("hour = 60\nversion = 7\n[[rule]]\n", 2, RuleFact.UNKNOWN_KEY),
        ("hour = 60\nfee = 5\n[[rule]]\n", 2, RuleFact.NOT_A_TABLE),
        ("hour = 60\n[rule]\n", 2, RuleFact.NOT_A_TABLE),
        ("hour = 60\nrule = [1]\n", 2, RuleFact.NOT_A_TABLE),
        ("hour = 60\n", 1, RuleFact.NO_GENERAL),
        (f"{HEAD}[[fee]]\nper_kg = 1\n", 3, RuleFact.MISSING_KEY),
        (f"{HEAD}[[fee]]\nstream = 'wood'\n", 4, RuleFact.UNKNOWN_STREAM),
        (f"{HEAD}[[fee]]\nstream = 'glass'\nat_least = -0.5\n", 5, RuleFact.NEGATIVE),
        (f"{HEAD}[[fee]]\nstream = 'glass'\nkilo = 1\n", 5, RuleFact.UNKNOWN_KEY),
        (f"{HEAD}[[fee]]\nstream='glass'\n[[fee]]\nstream='glass'\n", 6, RuleFact.STREAM_TWICE),
        (f"{HEAD}open_box_b = '85'\nopen_box_a = '101%'\n", 4, RuleFact.TOO_MUCH),
        (f"{HEAD}open_box_b = -0.01\n", 3, RuleFact.NEGATIVE),
        (f"{HEAD}open_box_b = 'much'\n", 3, RuleFact.NOT_A_SHARE),
        (f"{HEAD}open_box_b = 12.345\n", 3, RuleFact.NOT_A_SHARE),
        (f"{HEAD}giving = 'yes'\n", 3, RuleFact.NOT_YES_OR_NO),
        (f"{HEAD}shelf_days = 3.5\n", 3, RuleFact.NOT_A_NUMBER),
        (f"{HEAD}shelf_days = -3\n", 3, RuleFact.NEGATIVE),
        (f"{HEAD}restock_seconds = 90000\n", 3, RuleFact.TOO_MUCH),
        (f"{HEAD}stream = 'wood'\n", 3, RuleFact.UNKNOWN_STREAM),
        (f"{HEAD}stream = 5\n", 3, RuleFact.NOT_TEXT),
        (f"{HEAD}open_bocks_b = 5\n", 3, RuleFact.UNKNOWN_FIGURE),
        (f"{HEAD}[rule.figures]\ngiving = true\n", 3, RuleFact.UNKNOWN_FIGURE),
        (f"{HEAD}[[rule]]\ncategory = 'Phone'\n", 4, RuleFact.UNKNOWN_CATEGORY),
        (f"{HEAD}[[rule]]\ncategory = 7\n", 4, RuleFact.NOT_TEXT),
        (f'{HEAD}[[rule]]\ncategory = "a\\u001b[2J"\n', 4, RuleFact.NOT_TEXT),
        (f"{HEAD}[[rule]]\nsupplier = 'SUP-9'\n", 4, RuleFact.UNKNOWN_SUPPLIER),
        (f"{HEAD}[[rule]]\nsupplier='SUP-1'\nfrom=2027-01-02\nuntil=2027-01-01\n", 6, RuleFact.CROSSED),
        (f"{HEAD}until = 9999-12-31\n", 3, RuleFact.FAR),
        (f"{HEAD}until = 2027-01-01\n", 3, RuleFact.ENDS),
        (f"{HEAD}from = 2027-01-01\n", 3, RuleFact.GAP),
        (f"{HEAD}until = 2027-01-01\n[[rule]]\nfrom = 2027-01-03\n", 5, RuleFact.GAP),
        (f"{HEAD}[[rule]]\n", 3, RuleFact.OVERLAP),
        (b"hour = 60\n[[rule]]\ncategory = '\xe9'\n", 3, RuleFact.NO_TEXT_FILE),
        (b"\xff\xfeh\0o\0", 1, RuleFact.NO_TEXT_FILE),
        (b"hour = 1\n\0", 2, RuleFact.NO_TEXT_FILE),
        (b"\x89PNG\r\n\x1a\n", 1, RuleFact.NO_TEXT_FILE),
        ("hour = 60\nx = " + "[" * 900, 2, RuleFact.TOO_DEEP),
        ("hour = 60\nx = " + "[\n" * 50_000, 1, RuleFact.TOO_DEEP),
        ("hour = 60\n" + "a." * 400 + "a = 1\n", 2, RuleFact.TOO_DEEP),
        ("x" * (LARGEST * 1_000 + 1), 0, RuleFact.TOO_LARGE),
        ("", 1, RuleFact.MISSING_KEY),
    ],
)
def test_what_does_not_fit_is_named_with_its_line(text: str | bytes, line: int, fact: RuleFact) -> None:
    assert (line, fact) in told(text)
    if text:
        assert len(told(text)) == 1, "nothing else is made of it"


def test_all_faults_are_told_in_the_order_of_the_file() -> None:
    broken = WRITTEN.replace("85%", "185%").replace('"60.00"', '"sixty"').replace("Phones", "Fones")
    broken = broken.replace("restock_seconds = 45", "restock_seconds = -45").replace('"electronic"', '"wood"')
    assert told(broken) == [
        (2, RuleFact.NOT_MONEY),
        (5, RuleFact.UNKNOWN_STREAM),
        (10, RuleFact.TOO_MUCH),
        (16, RuleFact.UNKNOWN_CATEGORY),
        (22, RuleFact.NEGATIVE),
    ]


def test_a_row_whose_days_cannot_be_read_makes_no_gaps() -> None:
    assert told(f"{HEAD}until = 2027-01-01\n[[rule]]\nfrom = 'soon'\n") == [(5, RuleFact.NOT_A_DATE)]


def test_the_other_row_of_an_overlap_is_named_by_its_line() -> None:
    (fault,) = faults(f"{HEAD}\n\n[[rule]]\n")
    assert (fault.line, fault.other, fault.value) == (5, 2, "2026-11-22")


def test_lines_are_found_past_comments_and_long_texts() -> None:
    text = f"# [[rule]]\n{HEAD}# giving = 5\ncategory = '''\n[[rule]]\ngiving = 1\n'''\n'giving' = 3 # giving =\n"
    assert (9, RuleFact.NOT_YES_OR_NO) in told(text)


def test_rows_on_one_line_are_named_by_it() -> None:
    assert told('hour = 60\nrule = [{}, {category = "Fones"}]\n') == [(2, RuleFact.UNKNOWN_CATEGORY)]


def test_nothing_of_a_file_steers_a_screen() -> None:
    for text in ('"\\u001b[2J" = 1', 'hour = "\\u001b[2J"', 'category = """\\u009b\n"""', "hour = \x1b[2J"):
        for fault in faults(f"{text}\n{HEAD}"):
            assert all(sign.isprintable() for sign in fault.name + fault.value), fault


def test_a_folder_and_a_file_that_is_not_there_are_said(tmp_path: Path) -> None:
    file = read_rules(tmp_path, "ILS", TODAY)
    assert [fault.fact for fault in file.faults(lambda book: ())] == [RuleFact.CANNOT_OPEN]
    with pytest.raises(ImportRefused):
        read_rules(tmp_path / "none.toml", "ILS", TODAY)


@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_are_a_book_or_named(content: bytes) -> None:
    file = read(content)
    assert file.book is not None or file.unread
    assert all(fault.line >= 0 for fault in faults(content))


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=4))
def test_a_file_with_hurt_bytes_is_a_book_or_named(hurts: list[tuple[int, int]]) -> None:
    content = bytearray(WRITTEN.encode())
    for at, byte in hurts:
        content[at % len(content)] = byte
    for fault in faults(bytes(content)):
        assert 0 < fault.line <= content.count(b"\n") + content.count(b"\r") + 1


ANYTHING: Any = st.recursive(
    st.one_of(st.booleans(), st.integers(), st.text(max_size=5), st.dates().map(str), st.floats().map(str)),
    lambda inner: st.lists(inner, max_size=2),
    max_leaves=3,
)


@given(st.dictionaries(st.sampled_from([*Figure, "category", "supplier", "from", "until", "x"]), ANYTHING))
def test_any_values_are_read_or_named(values: dict[str, Any]) -> None:
    import tomli_w  # noqa: PLC0415  only to write nonsense

    assert isinstance(faults("hour = 60\n" + tomli_w.dumps({"rule": [values]})), tuple)


@pytest.mark.parametrize(
    "endless",
    [
        "a." * 900_000 + "a = 1",
        ("a." * 50 + "a = 1\n") * 15_000,
        "[[rule]]\n" * 200_000,
        '"""' * 400_000,
        '"""\n' * 450_000,
        ('"' + '\\"' * 450 + "\n") * 2_000,
    ],
)
def test_no_file_takes_long(endless: str) -> None:
    began = time.perf_counter()
    assert faults(endless)
    assert time.perf_counter() - began < 10

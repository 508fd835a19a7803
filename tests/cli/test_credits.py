"""Credits, disputes, write-offs and statements on the command line: ``batch``, ``list credits``, ``statement``."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from tests.cli.desk_at_hand import Commands

AVI = ("--badge", "ID-AVI-3")
SB = "SB-000001"


@pytest.fixture
def shipped(run: Commands, kettle: str) -> str:
    """The kettle's batch has left the house; gives the kettle's number."""
    run.done("batch", "submit", SB, "--badge", "ID-DANA-1")
    run.done("batch", "approve", SB, *AVI, "--pin-stdin", typed="2580\n")
    run.done("batch", "authorize", SB, "--authorization", "RGA-1", *AVI)
    run.done("batch", "ship", SB, *AVI)
    return kettle


def test_a_credit_comes_short_is_disputed_and_given_up_by_two(run: Commands, shipped: str, tmp_path: Path) -> None:
    assert run.done("list", "credits", "--json").json["rows"][0]["age"] == "due"
    short = ("--final", "--line", f"{shipped}=1.00", "--line-reason", f"{shipped}=price")
    run.done("batch", "credit", SB, "--credit", "CN-1", *short, *AVI)
    row = run.done("list", "credits", "--json").json["rows"][0]
    assert (row["state"], row["credited"]["amount"]) == ("short credit", "1.00")
    assert row["short_reasons"] == [{"reason": "price", "missing": row["open"]}]
    assert "Short credit" in run.done("list", "credits").out
    claim = run.done("show", "batch", SB, "--json").json["claims"][0]
    assert (claim["item"], claim["short_reason"], claim["open"]) == (shipped, "price", row["open"])
    run.refused("batch", "close", SB, *AVI)
    run.done("batch", "dispute", SB, "--note", "The price list holds", *AVI)
    printed = run.done("dispute-letter", SB, "-o", tmp_path / "letter.pdf", "--language", "en", "--json").json
    assert printed["number"].startswith("DL-")
    assert "Dispute letter" in PdfReader(tmp_path / "letter.pdf").pages[0].extract_text()
    give_up = ("batch", "write-off", SB, "--note", "too old", *AVI)
    run.refused(*give_up)
    run.refused(*give_up, "--second-badge", "ID-AVI-3", "--pin-stdin", typed="2580\n")
    done = run.done(*give_up, "--second-badge", "ID-NOA-4", "--pin-stdin", "--json", typed="1470\n").json
    assert (done["state"], done["events"]) == ("written off", ["CreditWrittenOff"])
    assert run.done("list", "credits", "--json").json == {"rows": [], "total": 0}


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("is none", ("--amount", "-5")),
        ("is none", ("--amount", "0")),
        ("does not fit", ("--amount", "five")),
        ("the batch in ILS", ("--amount", "5 USD")),
        ("the batch in ILS", ("--line", "IT-9-9=$5")),
        ("only", ("--amount", "99999")),
        ("does not fit in the item", ("--line", "IT-9-9=1", "--line", "IT-9-9=2")),
        ("did not go out", ("--line", "IT-9-9=1")),
        ("is missing for good", ("--amount", "1", "--final")),
        ("once nothing more will come", ("--amount", "1", "--short-reason", "fee")),
        ("yet to come", ("--amount", "1", "--date", "2999-01-01")),
        ("does not fit", ("--amount", "1", "--line-reason", "X=nonsense")),
    ],
)
def test_what_cannot_be_right_is_refused_in_words(
    run: Commands, shipped: str, said: str, wrong: tuple[str, ...]
) -> None:
    assert said in run.refused("batch", "credit", SB, "--credit", "CN-1", *wrong, *AVI)
    assert run.done("show", "batch", SB, "--json").json["state"] == "shipped"


def test_a_wrong_credit_is_taken_back_and_more_than_expected_is_said(run: Commands, shipped: str) -> None:
    run.done("batch", "credit", SB, "--credit", "CN-1", "--amount", "9999", "--above", *AVI)
    run.refused("batch", "credit", SB, "--credit", "CN-1", "--amount", "1", "--above", *AVI)
    assert run.done("batch", "reverse-credit", SB, "--credit", "CN-1", *AVI, "--json").json["state"] == "pending credit"
    run.done("batch", "credit", SB, "--credit", "CN-1", "--amount", "1", *AVI)


def test_a_statement_is_written_on_paper_and_as_a_workbook(run: Commands, shipped: str, tmp_path: Path) -> None:
    run.done("batch", "credit", SB, "--credit", "=CN-1", "--amount", "1", *AVI)
    told = run.done("statement", "GALIL", "-o", tmp_path / "s.pdf", "--language", "en", "--json").json["accounts"][0]
    assert (told["entries"], told["credited"]["amount"]) == (2, "1.00")
    assert "Supplier statement" in PdfReader(tmp_path / "s.pdf").pages[0].extract_text()
    for language, what in (("en", "Credit"), ("he", "זיכוי")):
        file = tmp_path / f"{language}.xlsx"
        run.done("statement", "galil", "-o", file, "--language", language)
        rows = CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
        assert rows[3][2:4] == [what, "=CN-1"]
        assert rows[4][7] == float(told["closing"]["amount"])
    run.refused("statement", "NOBODY", "-o", tmp_path / "x.pdf")
    run.refused("statement", "GALIL", "-o", tmp_path / "x.doc")
    run.refused("statement", "GALIL", "-o", tmp_path / "x.pdf", "--since", "2026-02-01", "--until", "2026-01-01")

"""Files of checklists and guides: good rows whole, the others refused with line and reason, a hurt list never half."""

from datetime import date
from pathlib import Path

import pytest

from returns_desk.domain.checklists import Check, CheckKind
from returns_desk.domain.grades import Finding, Grade
from returns_desk.domain.import_facts import FileFact, RowFact
from returns_desk.domain.refusals import ImportRefused, RowRefused
from returns_desk.exchange.read_checklists import COLUMNS, GUIDE_COLUMNS, MOST_CHECKS, read_checklists, read_guides
from returns_desk.exchange.reading import Import
from returns_desk.exchange.rows import ChecklistRow, GuideRow, Reading
from returns_desk.resources import resource
from returns_desk.wording import Words
from returns_desk.wording.import_refusals import import_refusal

from .files import text_file, workbook

WANTED = Import(date(2026, 11, 22))
HEAD = ",".join(COLUMNS)
GOOD = "shoes,SOLE,הסוליה שלמה?,Sole whole?,yes_no,,,,,,,yes,WORN"


def read(folder: Path, *lines: str) -> Reading[ChecklistRow]:
    return read_checklists(text_file(folder, "\n".join((HEAD, *lines))), WANTED)


def facts(reading: Reading[ChecklistRow]) -> list[tuple[int, str, str]]:
    return [(row.line, row.refusal.fact, row.refusal.column) for row in reading.refused]


def test_every_kind_of_check_is_read_whole(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        " Shoes ,sole,הסוליה שלמה?,Sole whole?,,,,,,,,,worn",
        "shoes,SIZE,מידה,Size,choice,קטנה;גדולה,small;large,small,,,,no,",
        'shoes,WEIGHT,משקל,Weight,measure,,,,"80,5",100,g,כן,',
        "shoes,,,,findings,WORN;SMELL,,,,,,,",
        "*,BOX,קופסה?,,yes_no,,,yes;no,,,,no,",
    )
    assert reading.refused == ()
    assert [row.check for row in reading.rows] == [
        Check("SOLE", "הסוליה שלמה?", "Sole whole?", finding=Finding.WORN),
        Check("SIZE", "מידה", "Size", CheckKind.CHOICE, ("קטנה", "גדולה"), ("small", "large"), ("קטנה",), needed=False),
        Check("WEIGHT", "משקל", "Weight", CheckKind.MEASURE, good=(), least="80.5", most="100", unit="g"),
        None,
        Check("BOX", "קופסה?", good=("yes", "no"), needed=False),
    ]
    assert [row.category for row in reading.rows] == ["shoes"] * 4 + [""]
    assert reading.rows[3].findings == (Finding.WORN, Finding.SMELLS)


@pytest.mark.parametrize(
    ("line", "fact", "column"),
    [
        ("hats,BRIM,שוליים,,color,,,,,,,,", RowFact.NOT_A_CHOICE, "kind"),
        ("hats,BRIM,רוחב,,measure,,,,9,3,cm,,", RowFact.BOUNDS, "least"),
        ("hats,BRIM,רוחב,,measure,,,,wide,,cm,,", RowFact.NOT_A_NUMBER, "least"),
        ("hats,BRIM,רוחב,,measure,a;b,,,,,,,", RowFact.MISPLACED, "choices"),
        ("hats,BRIM,צבע,,choice,,,,,,,,", RowFact.CHOICES, "choices"),
        ("hats,BRIM,צבע,,choice,1;2;3;4;5;6;7;8;9;10,,,,,,,", RowFact.CHOICES, "choices"),
        ("hats,BRIM,צבע,,choice,אדום;כחול,red,,,,,,", RowFact.CHOICES_DIFFER, "choices_en"),
        ("hats,BRIM,צבע,,choice,אדום;כחול,,ירוק,,,,,", RowFact.NOT_A_CHOICE, "good"),
        ("hats,BRIM,שלם?,,yes_no,,,,3,,,,", RowFact.MISPLACED, "least"),
        ("hats,BRIM,שלם?,,yes_no,,,perhaps,,,,,", RowFact.NOT_A_CHOICE, "good"),
        ("hats,BRIM,שלם?,,yes_no,,,,,,,maybe,", RowFact.NOT_YES_OR_NO, "needed"),
        ("hats,BRIM,שלם?,,yes_no,,,,,,,,NOSUCH", RowFact.NOT_A_CHOICE, "finding"),
        ("hats,,שלם?,,yes_no,,,,,,,,", RowFact.MISSING, "code"),
        ("hats,BRIM,,,yes_no,,,,,,,,", RowFact.MISSING, "text"),
        ("hats,שוליים,שלם?,,yes_no,,,,,,,,", RowFact.NOT_A_CHECK, "code"),
        ("hats,=1+1,שלם?,,yes_no,,,,,,,,", RowFact.NOT_A_CHECK, "code"),
        ('hats,BRIM,"=HYPERLINK(""x"")",,yes_no,,,,,,,,', RowFact.FORMULA, "text"),
        ("hats,,,,findings,,,,,,,,", RowFact.MISSING, "choices"),
        ("hats,,,,findings,NOSUCH,,,,,,,", RowFact.NOT_A_CHOICE, "choices"),
    ],
)
def test_a_wrong_row_is_refused_and_its_category_keeps_its_old_list(
    tmp_path: Path, line: str, fact: RowFact, column: str
) -> None:
    reading = read(tmp_path, "hats,BAND,הסרט?,,,,,,,,,,", line, GOOD)
    assert facts(reading) == [(2, RowFact.LIST_KEPT, "category"), (3, fact, column)]
    assert [row.category for row in reading.rows] == ["shoes"]
    for language in ("he", "en"):
        for refused in reading.refused:
            assert import_refusal(Words(language), refused.refusal)


def test_the_same_code_twice_in_a_category_is_refused(tmp_path: Path) -> None:
    reading = read(tmp_path, GOOD, GOOD, GOOD.replace("shoes", "boots"))
    assert facts(reading) == [(2, RowFact.LIST_KEPT, "category"), (3, RowFact.DUPLICATE, "")]
    assert [row.category for row in reading.rows] == ["boots"]


def test_a_row_that_nobody_can_read_may_belong_to_any_list(tmp_path: Path) -> None:
    reading = read(tmp_path, GOOD, "hats,BRIM")
    assert facts(reading) == [(2, RowFact.LIST_KEPT, "category"), (3, RowFact.CELLS, "")]
    assert reading.rows == ()


def test_more_checks_than_anybody_answers_are_refused(tmp_path: Path) -> None:
    reading = read(tmp_path, *(GOOD.replace("SOLE", f"SOLE-{n}") for n in range(MOST_CHECKS + 1)))
    assert reading.rows == ()
    assert reading.refused[-1].refusal == RowRefused(RowFact.TOO_MANY, "category", str(MOST_CHECKS))


def test_a_workbook_is_read_like_a_text_file(tmp_path: Path) -> None:
    cells = GOOD.split(",")
    reading = read_checklists(workbook(tmp_path, [list(COLUMNS), cells]), WANTED)
    assert [row.check.code for row in reading.rows if row.check] == ["SOLE"]


@pytest.mark.parametrize(
    ("content", "fact"),
    [
        ("name,age\nx,1", FileFact.COLUMNS),
        ("", FileFact.EMPTY),
        (HEAD, FileFact.EMPTY),
        ("%PDF-1.7 no table", FileFact.UNREADABLE),
    ],
)
def test_a_file_that_is_no_checklist_is_refused_whole(tmp_path: Path, content: str, fact: FileFact) -> None:
    with pytest.raises(ImportRefused) as refused:
        read_checklists(text_file(tmp_path, content), WANTED)
    assert refused.value.fact == fact


def test_a_file_of_200_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(ImportRefused) as refused:
        read_checklists(huge, WANTED)
    assert refused.value.fact == FileFact.TOO_LARGE


def test_guides_are_read_one_for_a_category_and_grade(tmp_path: Path) -> None:
    head = ",".join(GUIDE_COLUMNS)
    lines = ("Shoes,A,חדש,New,new.jpg", "shoes,a,שוב,Again,", "shoes,F,x,,", ",B,נפתח,,")
    reading = read_guides(text_file(tmp_path, "\n".join((head, *lines))), WANTED)
    assert reading.rows == (
        GuideRow(2, "shoes", Grade.A, "חדש", "New", "new.jpg"),
        GuideRow(5, "", Grade.B, "נפתח"),
    )
    assert [(row.line, row.refusal.fact) for row in reading.refused] == [
        (3, RowFact.DUPLICATE),
        (4, RowFact.NOT_A_CHOICE),
    ]


def test_the_sample_shops_rules_are_all_taken() -> None:
    checks = read_checklists(resource("sample", "checklists.csv"), WANTED)
    guides = read_guides(resource("sample", "guides.csv"), WANTED)
    assert (checks.refused, guides.refused) == ((), ())
    needed = {row.category for row in checks.rows if row.check and row.check.needed}
    assert needed == {"phones and tablets"}, "the sample's known parcels stay at four scans"
    assert all(row.check.text and row.check.text_en for row in checks.rows if row.check)

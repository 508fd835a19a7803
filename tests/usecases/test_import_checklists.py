"""Checklists in versions and guides from files, with the pictures that they name."""

from pathlib import Path

import pytest
from PIL import Image

from returns_desk.domain.checklists import Check, CheckKind
from returns_desk.domain.grades import Finding, Grade
from returns_desk.domain.import_facts import RowFact
from returns_desk.domain.people import OWNER, Permission
from returns_desk.domain.refusals import NotAllowed, NotSignedIn
from returns_desk.exchange.read_checklists import COLUMNS, GUIDE_COLUMNS
from returns_desk.intake import FileToTake, take_file
from returns_desk.store.database import Database
from returns_desk.store.photo_shelf import PhotoShelf
from returns_desk.usecases.import_rows import Taken
from returns_desk.usecases.look_inspections import CategoryRules, category_rules
from tests.builders import Station, journal, rows
from tests.shops import OnBoth

HEAD = ",".join(COLUMNS)
SOLE = "shoes,SOLE,הסוליה שלמה?,Sole whole?,yes_no,,,,,,,yes,WORN"
LACES = "shoes,LACES,שרוכים?,Laces?,yes_no,,,,,,,no,MISSING"
BRIM = "hats,BRIM,שוליים שלמים?,Brim whole?,,,,,,,,,"


def take(station: Station, folder: Path, *lines: str, trial: bool = False) -> Taken:
    file = folder / "checklists.csv"
    file.write_text("\n".join((HEAD, *lines)), encoding="utf-8")
    return take_file(station.desk, station.signature("avi"), FileToTake("checklists", file, trial=trial))


def rules(station: Station) -> dict[str, CategoryRules]:
    return {one.category: one for one in station.desk.read(category_rules)}


def counts(taken: Taken) -> tuple[int, int, int, int]:
    return taken.added, taken.changed, taken.same, len(taken.refused)


@OnBoth
def test_a_list_gets_a_new_version_only_when_it_changed(either: Database, kind: str, tmp_path: Path) -> None:
    station = Station(either)
    assert counts(take(station, tmp_path, SOLE, LACES, BRIM)) == (3, 0, 0, 0)
    assert counts(take(station, tmp_path, SOLE, LACES, BRIM)) == (0, 0, 3, 0)
    assert counts(take(station, tmp_path, SOLE.replace("yes,WORN", "no,WORN"), BRIM)) == (0, 2, 1, 0)
    found = rules(station)
    versions = {name: one.checklist.version for name, one in found.items() if one.checklist}
    assert versions == {"hats": 1, "shoes": 2}
    assert rows(either, "SELECT count(*) FROM checklists") == [(3,)]
    shoes = found["shoes"].checklist
    assert shoes is not None
    assert shoes.checks == (Check("SOLE", "הסוליה שלמה?", "Sole whole?", needed=False, finding=Finding.WORN),)


def test_a_category_with_a_refused_row_keeps_its_old_list(station: Station, tmp_path: Path) -> None:
    take(station, tmp_path, SOLE, BRIM)
    taken = take(station, tmp_path, SOLE.replace("שלמה", "טובה"), "shoes,HEEL,עקב,,wrong,,,,,,,,", BRIM + "LEAKS")
    assert [(row.line, row.refusal.fact) for row in taken.refused] == [
        (2, RowFact.LIST_KEPT),
        (3, RowFact.NOT_A_CHOICE),
    ]
    assert {name: one.checklist.version for name, one in rules(station).items() if one.checklist} == {
        "hats": 2,
        "shoes": 1,
    }


def test_a_trial_finds_the_same_and_changes_nothing(station: Station, tmp_path: Path) -> None:
    assert counts(take(station, tmp_path, SOLE, trial=True)) == (1, 0, 0, 0)
    assert rules(station) == {}


def test_all_kinds_of_checks_are_kept_as_they_were_read(station: Station, tmp_path: Path) -> None:
    take(
        station,
        tmp_path,
        "shoes,,,,findings,WORN;SMELL,,,,,,,",
        "shoes,SIZE,מידה,Size,choice,קטנה;גדולה,small;large,,,,,,",
        "shoes,WEIGHT,משקל,Weight,measure,,,,80,100,g,,",
    )
    shoes = rules(station)["shoes"].checklist
    assert shoes is not None
    assert shoes.findings == (Finding.WORN, Finding.SMELLS)
    assert [check.kind for check in shoes.checks] == [CheckKind.CHOICE, CheckKind.MEASURE]
    assert shoes.checks[0].choices_en == ("small", "large")


def test_the_journal_names_the_file(station: Station, tmp_path: Path) -> None:
    take(station, tmp_path, SOLE)
    kind, body = journal(station.database)[-1]
    assert kind == "RowsImported"
    assert "checklists.csv" in body


def test_rules_are_set_by_a_supervisor_only(station: Station, tmp_path: Path) -> None:
    file = tmp_path / "checklists.csv"
    file.write_text(f"{HEAD}\n{SOLE}", encoding="utf-8")
    wanted = FileToTake("checklists", file)
    with pytest.raises(NotAllowed) as refused:
        take_file(station.desk, station.signature("dana"), wanted)
    assert refused.value.permission is Permission.SET_RULES
    with pytest.raises(NotSignedIn):
        take_file(station.desk, OWNER, wanted)


def test_guides_keep_the_pictures_that_lie_beside_their_file(station: Station, tmp_path: Path) -> None:
    Image.new("RGB", (40, 30), "red").save(tmp_path / "new.png")
    (tmp_path / "broken.png").write_bytes(b"no picture")
    file = tmp_path / "guides.csv"
    lines = ["shoes,A,חדש,New,new.png", "shoes,B,נפתח,,broken.png", "shoes,C,שימש,,../new.png", ",X,לא שלנו,,"]
    file.write_text("\n".join((",".join(GUIDE_COLUMNS), *lines)), encoding="utf-8")
    shelf = PhotoShelf(tmp_path / "shelf")
    wanted = FileToTake("guides", file, shelf=shelf)
    taken = take_file(station.desk, station.signature("avi"), wanted)
    assert [(row.line, row.refusal.fact) for row in taken.refused] == [
        (3, RowFact.NOT_A_PICTURE),
        (4, RowFact.NOT_A_PICTURE),
    ]
    found = rules(station)
    [guide] = found["shoes"].guides
    assert (guide.grade, shelf.holds(guide.picture)) == (Grade.A, True)
    assert [one.picture for one in found[""].guides] == [""]
    assert counts(take_file(station.desk, station.signature("avi"), wanted)) == (0, 0, 2, 2)

"""The print queue from a command line."""

from dataclasses import replace

import pytest

from returns_desk.domain.printing import LABELS, Route
from returns_desk.settings import load, save
from tests.cli.desk_at_hand import Commands


def test_a_paper_waits_until_it_is_printed_and_may_be_printed_again(run: Commands, kettle: str) -> None:
    queued = run.done("print", "hold-label", kettle, "--copies", "2", "--json").json
    assert (queued["number"], queued["kind"], queued["state"], queued["copies"]) == (kettle, "hold label", "waiting", 2)
    assert run.done("print-waiting", "--json").json["printed"] == 2
    assert {row["state"] for row in run.done("list", "jobs", "--json").json["rows"]} == {"printed"}
    again = run.done("job", "reprint", queued["id"], "--json").json
    assert (again["state"], again["copy"]) == ("waiting", 1)
    assert run.done("job", "cancel", again["id"], "--json").json["state"] == "cancelled"
    assert run.done("list", "jobs", "--state", "cancelled", "--json").json["total"] == 1
    assert kettle in run.refused("job", "cancel", again["id"])
    assert run.done("print-waiting", "--json").json["printed"] == 0


@pytest.mark.parametrize(
    ("language", "why", "state"),
    [("en", "Printed when the piece", "Waiting to be printed"), ("he", "יודפס כשהפריט", "ממתין להדפסה")],
)
def test_a_label_that_waits_for_the_hand_says_so(run: Commands, language: str, why: str, state: str) -> None:
    run.scan("RR402101201IL", "7290011232016")
    assert why in run.done("list", "jobs", language=language).out
    (job,) = run.done("list", "jobs", "--json", language=language).json["rows"]
    assert (job["held_back"], job["trouble"]) == (True, None)
    again = run.done("job", "reprint", job["id"], language=language)
    assert again.out.strip().startswith("IT-1-000001"), "what waits already is not passed over in silence"
    assert state in again.out


def test_what_is_no_job_and_no_paper_is_refused(run: Commands) -> None:
    run.refused("job", "cancel", "no-such-job")
    assert "IT-9-000009" in run.refused("print", "item-label", "IT-9-000009")
    run.refused("list", "jobs", "--state", "nowhere")


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_printer_that_is_not_there_is_named_with_its_trouble(run: Commands, kettle: str, language: str) -> None:
    del kettle
    save(run.home, replace(load(run.home), routes={LABELS: Route("folder:/nowhere/at/all")}))
    said = run("print-waiting", "--json", language=language)
    assert (said.code, said.json["failed"], said.json["printed"]) == (1, 1, 0)
    (printer,) = said.json["printers"]
    assert (printer["printer"], printer["waiting"], printer["trouble"]) == ("folder:/nowhere/at/all", 1, "not there")
    assert said.json["error"]

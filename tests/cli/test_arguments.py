"""The command line itself: usage, help, global options."""

import pytest

from returns_desk.app import main
from tests.cli.desk_at_hand import Commands

COMMANDS = (
    "check", "init", "demo", "import", "export", "identify", "decode", "scan", "show", "list", "batch", "slip",
    "label", "command-sheet", "backup", "restore", "verify", "migrate", "print-waiting",
)  # fmt: skip


@pytest.mark.parametrize("command", [["frobnicate"], ["list"], ["list", "frogs"], ["list", "items", "--limit", "0"],
                                     ["--language", "fr", "check"], ["show", "item"], ["--home"]])  # fmt: skip
def test_wrong_usage_is_told_from_refusal(run_empty: Commands, command: list[str]) -> None:
    said = run_empty(*command)
    assert (said.code, said.out) == (2, "")
    assert said.err


@pytest.mark.parametrize("language", ["he", "en"])
def test_every_command_explains_itself(run_empty: Commands, language: str) -> None:
    whole = run_empty.done("--help", language=language).out
    for command in COMMANDS:
        assert f"  {command} " in whole or f"  {command}\n" in whole
        assert run_empty.done(command, "--help", language=language).out


def test_help_is_in_the_persons_language(run_empty: Commands) -> None:
    assert "חבילות" in run_empty.done("--help", language="he").out
    assert "parcels" in run_empty.done("--help").out


def test_global_options_stand_before_or_after_the_command(run: Commands, capsys: pytest.CaptureFixture[str]) -> None:
    before = run.done("--json", "--station", "9", "list", "items").json
    assert main(["list", "items", "--json", "--station", "9", "--language", "he", "--home", str(run.home)]) == 0
    assert run.done("list", "items", "--station", "9", "--json").json == before


def test_the_version_is_told(run_empty: Commands) -> None:
    assert run_empty.done("--version").out.startswith("returns-desk")

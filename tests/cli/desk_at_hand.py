"""Runs commands in this very process, as the console script would, and keeps what they say."""

import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from returns_desk.app import main


@dataclass(frozen=True)
class Said:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on standard output."""
        return json.loads(self.out)

    @property
    def objects(self) -> list[Any]:
        """One object a line, as ``scan`` prints them."""
        return [json.loads(line) for line in self.out.splitlines()]


class Commands:
    """Runs commands on one home folder."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self.home = home
        self._capsys = capsys
        self._patch = patch

    def __call__(self, *arguments: object, typed: str | bytes = "", language: str = "en") -> Said:
        """Run a command; ``typed`` is its standard input."""
        fed = typed if isinstance(typed, bytes) else typed.encode()
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(fed), encoding="utf-8"))
        self._capsys.readouterr()
        code = main(["--home", str(self.home), "--language", language, *map(str, arguments)])
        out, err = self._capsys.readouterr()
        return Said(code, out, err)

    def done(self, *arguments: object, typed: str | bytes = "", language: str = "en") -> Said:
        """Run a command that must succeed."""
        said = self(*arguments, typed=typed, language=language)
        assert said.code == 0, said.err
        return said

    def refused(self, *arguments: object, typed: str | bytes = "", language: str = "en") -> str:
        """Run a command that must be refused, with one line in plain words and nothing else; gives the line."""
        said = self(*arguments, typed=typed, language=language)
        assert (said.code, said.out) == (1, "")
        assert said.err.endswith("\n")
        assert len(said.err.splitlines()) == 1
        assert "Traceback" not in said.err
        return said.err.strip()

    def scan(self, *texts: str, badge: str = "ID-DANA-1") -> list[Any]:
        """Scan these texts as a clerk would."""
        return self.done("scan", "--badge", badge, "--json", typed="\n".join(texts) + "\n").objects

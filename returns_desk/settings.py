"""This station's own settings: one typed value, one TOML file in the home folder."""

import os
import tomllib
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from returns_desk.domain.printing import LABELS, PAPERS, PaperKind, Route, route_for

FILE_NAME = "settings.toml"
_KINDS = (LABELS, PAPERS, *PaperKind)
_OLDER = {"printer": "printer", "size": "label_size"}


@dataclass(frozen=True)
class Settings:
    """What differs from station to station; everything the stations share is in the database."""

    language: str = "he"
    station: str = ""
    theme: str = "light"  # light | dark | contrast
    sounds: bool = True
    database: str = ""  # a database URL; empty: the SQLite file in the home folder
    routes: dict[str, Route] = field(default_factory=dict)  # by "labels", "papers" or a kind of paper
    photos: str = ""  # another folder for photographs, as a share of all stations; empty: in the home folder
    scan_gap_ms: int = 35
    scan_pause_ms: int = 100
    camera_again_ms: int = 3_000  # how long a code must be out of the camera's sight before it is taken again
    scanner_port: str = ""  # a serial port's name; empty: the scanner types
    scanner_device: str = ""  # what the scanner on it says it is, to find it on another port
    scanner_speed: int = 9_600  # baud

    def route(self, kind: PaperKind) -> Route:
        """Where a kind of paper goes from here."""
        return route_for(self.routes, kind)

    @property
    def station_name(self) -> str:
        """The station's name; a fresh machine is station 1."""
        return self.station or "1"


def default_home() -> Path:
    """Where a person's data is kept when no ``--home`` says otherwise."""
    from platformdirs import user_data_path  # noqa: PLC0415  the window's first paint waits for every import

    return user_data_path("returns-desk", appauthor=False)


def load(home: Path) -> Settings:
    """Read the settings of a home folder; a broken or missing file gives the defaults, unknown names are left alone."""
    try:
        written = tomllib.loads((home / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return Settings()
    return replace(Settings(), **_known(Settings, written), routes=_routes(written))


def _known(kind: type[Any], written: dict[str, Any]) -> dict[str, Any]:
    """Those written values that a kind of value has, and that are of its type."""
    return {
        each.name: written[each.name] for each in fields(kind) if type(written.get(each.name)) is type(each.default)
    }


def _routes(written: dict[str, Any]) -> dict[str, Route]:
    """Where papers go; an older program wrote one printer and one size, for labels."""
    given = written.get("routes")
    if not isinstance(given, dict):
        older = {name: written[key] for name, key in _OLDER.items() if key in written}
        given = {LABELS: older} if older else {}
    tables = {kind: facts for kind, facts in given.items() if kind in _KINDS and isinstance(facts, dict)}
    return {kind: replace(Route(), **_known(Route, facts)) for kind, facts in tables.items()}


def save(home: Path, settings: Settings) -> None:
    """Write the settings whole or not at all."""
    import tomli_w  # noqa: PLC0415  the window's first paint waits for every import

    home.mkdir(parents=True, exist_ok=True)
    part = home / f"{FILE_NAME}.part"
    part.write_text(tomli_w.dumps(asdict(settings)), encoding="utf-8")
    os.replace(part, home / FILE_NAME)

"""This station's own settings: one typed value, one TOML file in the home folder."""

import os
import tomllib
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

FILE_NAME = "settings.toml"


@dataclass(frozen=True)
class Settings:
    """What differs from station to station; everything the stations share is in the database."""

    language: str = "he"
    station: str = ""
    theme: str = "light"  # light | dark | contrast
    sounds: bool = True
    database: str = ""  # a database URL; empty: the SQLite file in the home folder
    printer: str = "folder"  # "folder" saves labels as files; "zpl://host:9100" sends them
    label_size: str = "62"  # mm of tape width, or 100x50
    photos: str = ""  # another folder for photographs, as a share of all stations; empty: in the home folder
    scan_gap_ms: int = 35
    scan_pause_ms: int = 100
    camera_again_ms: int = 3_000  # how long a code must be out of the camera's sight before it is taken again
    scanner_port: str = ""  # a serial port's name; empty: the scanner types
    scanner_device: str = ""  # what the scanner on it says it is, to find it on another port
    scanner_speed: int = 9_600  # baud

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
    known = {
        field.name: written[field.name]
        for field in fields(Settings)
        if type(written.get(field.name)) is type(field.default)
    }
    return replace(Settings(), **known)


def save(home: Path, settings: Settings) -> None:
    """Write the settings whole or not at all."""
    import tomli_w  # noqa: PLC0415  the window's first paint waits for every import

    home.mkdir(parents=True, exist_ok=True)
    part = home / f"{FILE_NAME}.part"
    part.write_text(tomli_w.dumps(asdict(settings)), encoding="utf-8")
    os.replace(part, home / FILE_NAME)

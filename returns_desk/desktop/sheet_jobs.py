"""Sheets that are saved as files at once: what the first start shows. Drawn by the pool."""

from dataclasses import dataclass
from pathlib import Path

from returns_desk.exchange.whole_file import save_whole

SHEETS = "sheets"


@dataclass(frozen=True)
class Paper:
    """A file that was written, or why it was not."""

    file: Path | None
    trouble: str = ""


def save_sheet(drawn: bytes, file: Path) -> Paper:
    """Write a sheet whole or not at all."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        save_whole(file, drawn)
    except OSError as trouble:
        return Paper(None, trouble.strerror or str(trouble))
    return Paper(file)

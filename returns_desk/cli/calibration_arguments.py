"""The command that makes what printers are measured with."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands

_SHEETS = "A4 | Letter"


def describe(commands: "Commands") -> None:
    """Add it to the command line."""
    words = commands.words
    add = commands.add(
        "calibration", "calibration", "calibration", words("a page or label to measure a printer with, as PDF or ZPL")
    )
    add("-o", "--output", type=Path, required=True, metavar="FILE", help=words("where to write it"))
    add("--label", action="store_true", help=words("a label, not a page; ZPL is always one"))
    size = words("of the label as WxH in mm or the tape's width; of the page {sheets}", sheets=_SHEETS)
    add("--size", default="", help=size)
    add("--dpi", type=int, choices=(203, 300, 600), default=None, help=words("the printer's dots per inch"))

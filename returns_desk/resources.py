"""Where a file of resources/ is, in a checkout, an installed wheel or a frozen build."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent  # the folder of the program itself


def resource(*parts: str) -> Path:
    """Return the path of one shipped file or folder, e.g. ``resource("fonts", "Heebo-Bold.ttf")``."""
    installed = PACKAGE / "_resources"
    root = installed if installed.is_dir() else PACKAGE.parent / "resources"
    return root.joinpath(*parts)

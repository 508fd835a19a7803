"""Where a file of resources/ is, in a checkout, an installed wheel or a frozen build."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of one shipped file or folder, e.g. ``resource("fonts", "Heebo-Bold.ttf")``."""
    installed = _PACKAGE / "_resources"
    root = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)

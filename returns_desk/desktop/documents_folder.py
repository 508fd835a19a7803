"""Where a person looks for files first, and where they expect what they save."""

from PySide6.QtCore import QStandardPaths


def documents_folder() -> str:
    """The person's own folder of documents."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

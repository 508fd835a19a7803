"""Dialogs that take what is scanned while they are open; every other dialog makes way for a scan."""

from PySide6.QtWidgets import QApplication, QDialog


class ScanDialog(QDialog):
    """Scans are given to it as long as it is open."""

    def take_scan(self, text: str) -> None:
        """Put a scan where it belongs."""
        raise NotImplementedError(text)


def dialog_takes(text: str) -> bool:
    """Give a scan to the open dialog, if there is one that takes scans; one that only shows something is closed."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, ScanDialog):
        dialog.take_scan(text)
        return True
    if isinstance(dialog, QDialog):
        dialog.reject()
    return False

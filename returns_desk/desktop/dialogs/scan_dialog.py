"""What a scan means to an open dialog: some take it, some only show something and make way for it."""

from PySide6.QtWidgets import QApplication, QDialog


class _Returning(QDialog):
    """Gives the keys back to its window, also at a station whose screen has no window manager."""

    def done(self, result: int) -> None:
        """It closes."""
        super().done(result)
        behind = self.parentWidget()
        if behind is not None:
            behind.window().activateWindow()


class ScanDialog(_Returning):
    """Scans are given to it as long as it is open."""

    def take_scan(self, text: str) -> None:
        """Put a scan where it belongs."""
        raise NotImplementedError(text)


class PassingDialog(_Returning):
    """Only shows something: a scan closes it and goes on behind it."""


def dialog_takes(text: str) -> bool:
    """Give a scan to the open dialog, if there is one that takes scans."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, ScanDialog):
        dialog.take_scan(text)
        return True
    if isinstance(dialog, PassingDialog):
        dialog.reject()
    return False

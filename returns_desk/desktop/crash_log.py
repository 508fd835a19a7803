"""Keeps what went wrong: every unexpected fault goes into a log file in the home folder, then to the person."""

import logging
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QtMsgType, Signal, qInstallMessageHandler

FILE_NAME = "returns-desk.log"
_LONGEST = 1_000_000
_log = logging.getLogger("returns_desk")
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashLog(QObject):
    """Writes faults down and tells them, on whatever thread they came."""

    crashed = Signal(str)  # a traceback

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = home / FILE_NAME

    def watch(self) -> None:
        """Take over faults that nobody caught, and what Qt itself complains about."""
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(self.file, maxBytes=_LONGEST, backupCount=2, encoding="utf-8", delay=True)
        except OSError:
            return  # a folder that takes no files: the store will say so in words
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _log.addHandler(handler)
        sys.excepthook = self._on_fault
        threading.excepthook = lambda fault: self._on_fault(fault.exc_type, fault.exc_value, fault.exc_traceback)
        qInstallMessageHandler(lambda kind, _context, text: _log.log(_QT_LEVELS[kind], "Qt: %s", text))

    def keep(self, trace: str) -> None:
        """Write a fault down and tell it."""
        _log.error("%s", trace)
        self.crashed.emit(trace)

    def _on_fault(self, kind: type[BaseException], fault: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault or kind(), trace)
            return
        self.keep("".join(traceback.format_exception(kind, fault, trace)))

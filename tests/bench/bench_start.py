"""From start to first paint and to scan-ready, beside an empty PySide6 window; and the memory of the open window.

Each start is a process of its own, on the offscreen platform, with a database filled before. "First paint" is when the
window was drawn once; "scan-ready" when a scan would go straight to the store.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from .harness import Row, compare, report
from .large_shop import make_shop

EMPTY = """
import time; start = time.perf_counter()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print((time.perf_counter() - start) * 1000); QTimer.singleShot(0, app.quit)
app = QApplication([]); window = Window(); window.resize(1280, 720); window.show(); app.exec()
"""
IMPORT = "import time; start = time.perf_counter(); import sqlalchemy.orm; print((time.perf_counter() - start) * 1000)"
OURS = """
import json, sys, time; start = time.perf_counter()
from pathlib import Path
from PySide6.QtCore import QTimer
from returns_desk.app import desk_opener
from returns_desk.desktop.window import build_shell, make_application
from returns_desk.desktop.shell import Shell
from returns_desk.settings import Settings
times = {}
def note(name):
    times.setdefault(name, (time.perf_counter() - start) * 1000)
    if name == "ready":
        status = Path("/proc/self/status")
        lines = status.read_text().splitlines() if status.exists() else []
        times["memory"] = next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0)
        print(json.dumps(times)); QTimer.singleShot(300, lambda: (shell.close(), app.quit()))
told = Shell._on_painted
def on_painted(shell):
    note("paint"); told(shell)
Shell._on_painted = on_painted  # before what the program itself does after its first paint
home = Path(sys.argv[1]); settings = Settings(station="1")
app = make_application()
shell = build_shell(settings, desk_opener(home, settings, sample=False), home)
shell.runner.opened.connect(lambda *_: note("ready"))
shell.resize(1280, 720); shell.show(); app.exec()
"""


def _run(code: str, *arguments: str) -> str:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout.strip().splitlines()[-1]


def _ours(home: Path) -> dict[str, float]:
    return dict(json.loads(_run(OURS, str(home))))


def measure(items: int, turns: int = 9) -> list[Row]:
    """Starts in turns with their bare limits, then the memory of a window over a database of ``items``."""
    home = make_shop(1_000)
    paint, ready, empty, with_orm = [], [], [], []
    for _ in range(turns):
        empty.append(float(_run(EMPTY)))
        with_orm.append(empty[-1] + float(_run(IMPORT)))
        ours = _ours(home)
        paint.append(ours["paint"])
        ready.append(ours["ready"])
    shutil.rmtree(home)
    large = make_shop(items)
    memory = [_ours(large)["memory"] for _ in range(3)]
    shutil.rmtree(large)
    return [
        compare("start to first paint", paint[1:], empty[1:], limit=2),
        compare("start to scan-ready", ready[1:], with_orm[1:], limit=1.5),
        Row(f"memory of the window, {items:,} items", memory[1], None, None, memory[1], 250, "MB"),
    ]


if __name__ == "__main__":
    report("start", measure(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))

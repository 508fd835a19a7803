"""A real print service (CUPS) for tests: private, with its own socket, queues and back ends, gone when the tests end.

Its back ends: ``cups-pdf`` of Debian's ``printer-driver-cups-pdf``, and one that keeps what it is given beside the
options it is given with. Where CUPS is not installed, or nobody is root, these tests are skipped, with the reason.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.printers import wait_for

_PROGRAMS = Path("/usr/lib/cups")
_PDF = _PROGRAMS / "backend/cups-pdf"
_DRIVER = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
_ANONYMOUS = Path("/var/spool/cups-pdf/ANONYMOUS")
_KEEPS = """#!/bin/sh
[ $# -eq 0 ] && exit 0
to="{kept}/$3"
for copy in $(seq "$4"); do cat "${{6:--}}" > "$to.$copy"; done
printf '%s\\n' "$4 $5" > "$to.options.part" && mv "$to.options.part" "$to.options"
"""
_TRAYS = """*OpenUI *InputSlot/Media Source: PickOne
*DefaultInputSlot: Upper
*InputSlot Upper/Upper tray: "<</MediaPosition 0>>setpagedevice"
*InputSlot Lower/Lower tray: "<</MediaPosition 1>>setpagedevice"
*CloseUI: *InputSlot
"""
_SETTINGS = """Listen {folder}/cups.sock
LogLevel none
Browsing Off
WebInterface No
DefaultAuthType None
PreserveJobHistory Yes
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""
_FILES = """ServerRoot {folder}/etc
ServerBin {folder}/bin
CacheDir {folder}/cache
StateDir {folder}/state
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
AccessLog /dev/null
ErrorLog /dev/null
PageLog /dev/null
FileDevice Yes
"""


@dataclass(frozen=True)
class PrintService:
    """``kept`` holds what the queue ``Labels`` was given: ``TITLE.1``, ``TITLE.2`` ... and ``TITLE.options``."""

    folder: Path
    person: str

    @property
    def kept(self) -> Path:
        """Where the back end ``keep`` keeps."""
        return self.folder / "kept"

    def order(self, *command: str) -> None:
        """Give an order to the service: ``order("cupsdisable", "Labels")``."""
        subprocess.run(command, check=True, capture_output=True, timeout=30, env={**os.environ, **self.environment})

    @property
    def environment(self) -> dict[str, str]:
        """What leads the commands of CUPS here."""
        return {"CUPS_SERVER": f"{self.folder}/cups.sock", "CUPS_USER": self.person}

    def add_queue(self, name: str, device: str, driver: Path | None = None) -> None:
        """Make a queue that prints."""
        drawn = ["-P", str(driver)] if driver else ["-m", "raw"]
        self.order("lpadmin", "-p", name, "-v", device, *drawn, "-E")

    def printed(self, title: str) -> bytes:
        """What came out of a PDF queue under a title; taken away from where it was put."""
        file = wait_for(lambda: next(_ANONYMOUS.glob(f"{title}*"), None), 30)
        assert file is not None, f"nothing printed of {title}"
        content = wait_for(lambda: _whole_pdf(file), 30)
        file.unlink()
        return content

    def options(self, title: str) -> str:
        """How many copies, and the options with which a job came to the back end ``keep``."""
        file = self.kept / f"{title}.options"
        return wait_for(lambda: file.read_text() if file.exists() else "", 30).strip()


def _whole_pdf(file: Path) -> bytes:
    content = file.read_bytes()
    return content if content.rstrip().endswith(b"%%EOF") else b""


def _missing() -> str:
    """Why there can be no such service here."""
    if not shutil.which("cupsd") or not shutil.which("lp") or not shutil.which("lpadmin"):
        return "no CUPS on this machine (packaging/test installs it where it can)"
    if not _PDF.exists() or not _DRIVER.exists():
        return "no PDF back end for CUPS on this machine (packaging/test installs it where it can)"
    return "" if os.geteuid() == 0 else "only root may start a print service of its own"


def _prepare(folder: Path) -> None:
    folder.chmod(0o755)
    for name in ("etc", "bin/backend", "cache", "state", "spool/tmp", "kept"):
        (folder / name).mkdir(parents=True)
    (folder / "kept").chmod(0o777)
    for name in ("filter", "daemon"):
        (folder / "bin" / name).symlink_to(_PROGRAMS / name)
    (folder / "bin/backend/cups-pdf").symlink_to(_PDF)
    keep = folder / "bin/backend/keep"
    keep.write_text(_KEEPS.format(kept=folder / "kept"))
    keep.chmod(0o755)
    trays = _DRIVER.read_text(encoding="latin-1").replace("*DefaultFont:", f"{_TRAYS}*DefaultFont:", 1)
    (folder / "trays.ppd").write_text(trays, encoding="latin-1")
    (folder / "etc/cupsd.conf").write_text(_SETTINGS.format(folder=folder))
    (folder / "etc/cups-files.conf").write_text(_FILES.format(folder=folder))


@pytest.fixture(scope="session")
def print_service_of_session() -> Iterator[PrintService]:
    """A running service of this test process alone, with the queues ``Office`` (PDF) and ``Labels``."""
    if reason := _missing():
        pytest.skip(reason)
    folder = Path(tempfile.mkdtemp(prefix="returns-desk-cups-"))
    _prepare(folder)
    start = ["cupsd", "-f", "-c", folder / "etc/cupsd.conf", "-s", folder / "etc/cups-files.conf"]
    process = subprocess.Popen(start, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    service = PrintService(folder, folder.name)
    try:
        assert wait_for((folder / "cups.sock").exists, 30), "the print service did not start"
        service.add_queue("Office", "cups-pdf:/", _DRIVER)
        service.add_queue("Labels", "keep:/", folder / "trays.ppd")
        yield service
    finally:
        process.terminate()
        process.wait(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def print_service(print_service_of_session: PrintService, monkeypatch: pytest.MonkeyPatch) -> PrintService:
    """The print service, where the program finds it."""
    for name, value in print_service_of_session.environment.items():
        monkeypatch.setenv(name, value)
    return print_service_of_session

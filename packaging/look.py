"""Start the program on a virtual screen, type scans into it as a scanner does, and save what is seen.

The scan list has one scan a line. A line may also be:

    # a remark
    @shot NAME        save a picture NAME.png now
    @key KEYS         press keys by their X names: ctrl+z, F2, Return
    @type TEXT        type as a person does, no Enter
    @click X Y        the mouse, at a place as the program sees it
    @wait SECONDS     let time pass

A picture ``end.png`` is always saved at the end. Sizes are as the program sees them: a screen of 1280x720 at scale 2
has 2560x1440 dots.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageChops, ImageGrab

PERSON_DELAY_MS = 90
SETTLE_SECONDS = 4.0
START_SECONDS = 30.0


def read_arguments() -> argparse.Namespace:
    """The command line; what follows ``--`` goes to the program."""
    parser = argparse.ArgumentParser(prog="packaging/look", description=__doc__.splitlines()[0])
    parser.add_argument("--sample", action="store_true", help="fill the empty database with the sample shop first")
    parser.add_argument("--language", choices=["he", "en"], default="he")
    parser.add_argument("--size", default="1280x720", help="WIDTHxHEIGHT as the program sees it")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--scans", type=Path, help="the scan list; none: a picture of the start")
    parser.add_argument("--out", type=Path, default=Path("build/look"))
    parser.add_argument("--home", type=Path, help="the program's home folder; default: a new one, thrown away")
    parser.add_argument("rest", nargs="*", help="further arguments of the program, after --")
    return parser.parse_args()


@contextmanager
def virtual_screen(width: int, height: int) -> Iterator[str]:
    """A screen nobody sees; give its DISPLAY."""
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        f"{width}x{height}x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            number = said.readline().strip()
        if not number:
            raise SystemExit("packaging/look: no virtual screen could be started (Xvfb)")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def running_program(args: argparse.Namespace, home: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program with its window, ended when the pictures are taken."""
    options = ["--home", str(home), "--language", args.language, *(["--sample"] if args.sample else []), *args.rest]
    environment = os.environ | {"QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": f"{args.scale:g}", "LC_ALL": "C.UTF-8"}
    program = subprocess.Popen([sys.executable, "-P", "-m", "returns_desk", *options], env=environment)
    try:
        yield program
    finally:
        program.terminate()
        try:
            program.wait(timeout=10)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()


def xdotool(*words: str) -> str:
    """Ask the screen's keyboard and windows for something."""
    return subprocess.run(["xdotool", *words], check=True, capture_output=True, text=True).stdout.strip()


class Screen:
    """The window on its screen: hands on the keys, eyes on the picture."""

    def __init__(self, out: Path, size: tuple[int, int], scale: float) -> None:
        self._out, self._size, self._scale = out, size, scale
        self._rhythm = random.Random(1)

    def find_window(self, program: subprocess.Popen[bytes]) -> None:
        """Wait for the program's window, give it the whole screen and the keyboard."""
        deadline = time.monotonic() + START_SECONDS
        while True:
            if program.poll() is not None or time.monotonic() > deadline:
                raise SystemExit(f"packaging/look: no window came (the program's exit code: {program.poll()})")
            search = ["xdotool", "search", "--onlyvisible", "--pid", str(program.pid)]
            found = subprocess.run(search, capture_output=True, text=True, check=False).stdout.split()
            if found:
                break
            time.sleep(0.05)
        xdotool("windowsize", found[-1], *map(str, self._size))
        xdotool("windowmove", found[-1], "0", "0")
        xdotool("windowfocus", found[-1])
        self.settle()

    def settle(self) -> None:
        """Wait until the picture stands still."""
        deadline = time.monotonic() + SETTLE_SECONDS
        before = ImageGrab.grab(xdisplay=os.environ["DISPLAY"])
        while time.monotonic() < deadline:
            time.sleep(0.25)
            now = ImageGrab.grab(xdisplay=os.environ["DISPLAY"])
            if ImageChops.difference(before, now).getbbox() is None:
                return
            before = now

    def shoot(self, name: str) -> Image.Image:
        """Save what is seen as NAME.png."""
        self._out.mkdir(parents=True, exist_ok=True)
        picture = ImageGrab.grab(xdisplay=os.environ["DISPLAY"])
        picture.save(self._out / f"{name}.png", optimize=True)
        print(self._out / f"{name}.png")
        return picture

    def follow(self, line: str) -> None:
        """Do what one line of the scan list says."""
        order, _, rest = line.partition(" ")
        match order:
            case "@shot":
                self.shoot(rest)
            case "@key":
                xdotool("key", *rest.split())
            case "@type":
                xdotool("type", "--delay", str(PERSON_DELAY_MS), "--", rest)
            case "@click":
                across, down = (str(round(int(number) * self._scale)) for number in rest.split())
                xdotool("mousemove", across, down, "click", "1")
            case "@wait":
                time.sleep(float(rest))
            case _:
                delay = str(self._rhythm.randint(1, 5))  # milliseconds a key, as wedge scanners do
                xdotool("type", "--delay", delay, "--args", "1", "--", line, "key", "Return")
        self.settle()


def main() -> None:
    """Take the pictures."""
    args = read_arguments()
    logical = [int(number) for number in args.size.split("x")]
    width, height = (round(number * args.scale) for number in logical)
    lines = args.scans.read_text(encoding="utf-8").splitlines() if args.scans else []
    with tempfile.TemporaryDirectory() as folder, virtual_screen(width, height) as display:
        os.environ["DISPLAY"] = display
        with running_program(args, args.home or Path(folder)) as program:
            screen = Screen(args.out, (width, height), args.scale)
            screen.find_window(program)
            for line in lines:
                if line.strip() and not line.startswith("#"):
                    screen.follow(line.rstrip("\r\n"))
            screen.shoot("end")


if __name__ == "__main__":
    main()

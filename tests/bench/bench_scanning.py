"""How fast scans are understood, and how many real photographs of codes are read, how fast, and how many wrongly.

``python -m tests.bench.bench_scanning [EVERY] [gains]``: EVERY 5 takes every fifth photograph; ``gains`` also prints
what each look at a picture reads that no earlier look read. Where the photographs are absent only texts are measured.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import zxingcpp

from returns_desk.scanning.carriers import carriers_of
from returns_desk.scanning.decoded import DecodeMode, PictureError
from returns_desk.scanning.opening import open_grey
from returns_desk.scanning.pictures import DEFAULT_LOOKS, THOROUGH_LOOKS, Views, decode
from returns_desk.scanning.product_codes import expand_upc_e
from returns_desk.scanning.recogniser import recognise, warm_up

from .harness import Row, against_limit, compare, report

TEXTS = (
    "7290011234560", "7290011234565", "036000291452", "96385074", "04252614", "978-0-306-40615-7", "356938035643809",
    "DO-A", "DO-F-LEAKS", "DO-NOSUCH", "גם-ש", "ID-DANA-1", "IT-1-000012", "SB-000012", "SR-2026-000001", "RMA-10023",
    "RR123456785IL", "1Z5R89390357567127", "3318810025", "00106141412345678908", "S/N: AB-1234", "שלום", "hello world",
    "]C101072900112345601725123110AB12\x1d21SER1", "(01)07290011234560(10)AB(21)99", "", "x" * 10_000,
    "https://id.gs1.org/01/07290011234560/10/AB?17=251231",
)  # fmt: skip
ASKED = ("UPCA", "UPCE", "EAN13", "EAN8", "CODE128", "CODE39", "ITF", "CODABAR", "QR", "DM")


def photographs(every: int) -> tuple[Path, list[dict[str, str]]]:
    """The folder of real photographs and every so many of them; none where the folder is absent."""
    for above in Path(__file__).resolve().parents:
        folder = above / "shared" / "data" / "barcode_photos"
        if folder.is_dir():
            return folder, json.loads((folder / "manifest.json").read_text(encoding="utf-8"))[::every]
    return Path(), []


def said(text: str | None, kind: str) -> str:
    """A reading in the one spelling in which readings are compared."""
    text = (text or "").strip()
    if kind in ("UPCA", "UPCE", "EAN13", "EAN8"):
        return (expand_upc_e(text) or text).lstrip("0")
    if kind == "CODABAR":
        return text.upper().strip("ABCD")
    return text


def is_right(texts: list[str], photo: dict[str, str]) -> bool:
    """Whether one of the readings is what the picture holds; the add-on behind an EAN is not asked for."""
    expected, kind = said(photo["expected"], photo["kind"]), photo["kind"]
    read = [said(text, kind) for text in texts]
    return any(
        text == expected or (kind in ("EAN13", "UPCA") and len(text) > 10 and expected.startswith(text))
        for text in read
    )


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1_000


def measure_texts() -> list[Row]:
    """A text of every kind, beside the checking of one number against all carriers' formats alone."""
    warm_up()
    ours = [timed(lambda text=text: recognise(text)) for _ in range(50) for text in TEXTS]
    bare = [timed(lambda: carriers_of("RR123456785IL")) for _ in ours]
    return [
        against_limit("recognise a text", ours, limit=0.2),
        compare("recognise, beside the carriers' formats alone", ours, bare),
    ]


def measure_pictures(folder: Path, photos: list[dict[str, str]]) -> list[Row]:
    """Each mode: how long, beside the bare decoder; how many are not read, how many wrongly."""
    bare = []
    for photo in photos:
        grey = open_grey(folder / photo["file"])
        bare.append(timed(lambda grey=grey: zxingcpp.read_barcodes(grey)))
    limits = {DecodeMode.FAST: (8.0, None), DecodeMode.DEFAULT: (60.0, 10.0), DecodeMode.THOROUGH: (None, 8.0)}
    rows = []
    for mode, (most_ms, most_unread) in limits.items():
        rows += measure_mode(folder, photos, mode, most_ms, most_unread)
        mean = sum(bare) / len(bare)
        rows[-3] = Row(rows[-3].name, rows[-3].ours, mean, rows[-3].p99, rows[-3].figure, most_ms, "ms")
    return rows


def measure_mode(
    folder: Path, photos: list[dict[str, str]], mode: DecodeMode, most_ms: float | None, most_unread: float | None
) -> list[Row]:
    """Three rows: mean time, share not read of the kinds asked for, share wrong of all."""
    times, wrong, missed = [], 0, Counter[str]()
    for photo in photos:
        start = perf_counter()
        found = decode(folder / photo["file"], mode)
        times.append((perf_counter() - start) * 1_000)
        fits = photo["kind"] != "NONE" and is_right([code.text for code in found.codes], photo)
        wrong += bool(found.codes) and not fits
        missed[photo["kind"]] += not fits
    asked = sum(photo["kind"] in ASKED for photo in photos)
    unread = 100 * sum(missed[kind] for kind in ASKED) / asked
    mean, false = sum(times) / len(times), 100 * wrong / len(photos)
    print(f"{mode}: not read {dict(+missed)}")
    return [
        Row(f"{mode}: mean time", mean, None, sorted(times)[len(times) * 99 // 100], mean, most_ms, "ms"),
        Row(f"{mode}: not read", unread, figure=unread, limit=most_unread, unit="%"),
        Row(f"{mode}: wrong", false, figure=false, limit=1.0, unit="%"),
    ]


def print_gains(folder: Path, photos: list[dict[str, str]]) -> None:
    """What each kind of look reads that no earlier kind read."""
    gained = Counter[str]()
    for photo in photos:
        grey = open_grey(folder / photo["file"])
        if photo["kind"] not in ASKED or isinstance(grey, PictureError):
            continue
        views = Views(grey)
        for look in THOROUGH_LOOKS:
            if is_right([code.text for code in look.read(views)], photo):
                gained[look.name] += 1
                break
    print(f"what each look adds ({len(DEFAULT_LOOKS)} by default, {len(THOROUGH_LOOKS)} thorough)")
    for look in THOROUGH_LOOKS:
        print(f"  +{gained[look.name]:4d}  {look.name}")


def measure(arguments: list[str]) -> list[Row]:
    """Texts, and the photographs where they are."""
    rows = measure_texts()
    every = next((int(word) for word in arguments if word.isdigit()), 1)
    folder, photos = photographs(every)
    if photos:
        rows += measure_pictures(folder, photos)
        if "gains" in arguments:
            print_gains(folder, photos)
    return rows


if __name__ == "__main__":
    report("scanning", measure(sys.argv[1:]))

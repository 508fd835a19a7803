"""Labels in ZPL, drawn by zpl-renderer-js as a label printer would: one Node process for all labels of a test run."""

import base64
import json
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from returns_desk.documents.labels import LabelForm
from returns_desk.documents.labels.forms import plan_thing
from returns_desk.documents.labels.plan import LabelPlan
from tests.documents.proof.labels_shown import LABELS, SIZES, label_zpl

HERE = Path(__file__).parent / "zpl"
DOTS_PER_MM = {203: 8, 300: 12, 600: 24}  # what printers are called; the paper is made as wide as it has dots
Order = tuple[str, str, str, int]  # label, size, language, dpi


def orders(*, whole: bool) -> list[Order]:
    """Labels to be drawn: all at 203 and 300 dpi, or of a day each label and size once, language and dots in turn."""
    made = []
    for one, name in enumerate(LABELS):
        for two, size in enumerate(SIZES):
            forms = [(language, dpi) for language in ("he", "en") for dpi in (203, 300)]
            for form in forms if whole else (forms[(one + two) % len(forms)],):
                made.append((name, size, *form))
    return made


def plan_of(order: Order) -> LabelPlan:
    """Where everything stands on a label, in dots."""
    name, size, language, dpi = order
    return plan_thing(LABELS[name], LabelForm(language, size, dpi, "zpl"))


def drawn(jobs: Sequence[tuple[bytes, int, int, int]]) -> list[Image.Image]:
    """Draw ZPL (with the width and height of its paper in dots, and dpi); skip where that cannot be done."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("ZPL is drawn by Node, which is not on this machine")
    if not (HERE / "node_modules" / "zpl-renderer-js").is_dir():
        pytest.skip("zpl-renderer-js is not installed (packaging/setup-test.sh does it where npm can be reached)")
    asked = [
        (zpl.decode("ascii"), width / DOTS_PER_MM[dpi], height / DOTS_PER_MM[dpi], DOTS_PER_MM[dpi])
        for zpl, width, height, dpi in jobs
    ]
    run = subprocess.run(
        [node, str(HERE / "render.cjs")],
        input=json.dumps(asked).encode(),
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert run.returncode == 0, run.stderr.decode()
    return [Image.open(BytesIO(base64.b64decode(png))).convert("L") for png in json.loads(run.stdout)]


@cache
def pictures_of(*, whole: bool) -> dict[Order, Image.Image]:
    """All labels of a day, or simply all."""
    wanted = orders(whole=whole)
    plans = [plan_of(order) for order in wanted]
    jobs = [(label_zpl(*order), plan.width, plan.height, plan.dpi) for order, plan in zip(wanted, plans, strict=True)]
    return dict(zip(wanted, drawn(jobs), strict=True))

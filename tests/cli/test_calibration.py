"""``calibration``: what printers are measured with, without a database."""

from pathlib import Path

from pypdf import PdfReader

from tests.cli.desk_at_hand import Commands


def test_a_page_a_label_and_zpl_are_written(run_empty: Commands, tmp_path: Path) -> None:
    page, label, zpl = (tmp_path / name for name in ("page.pdf", "label.pdf", "label.zpl"))
    run_empty.done("calibration", "-o", page, "--size", "Letter", language="he")
    run_empty.done("calibration", "-o", label, "--label", "--size", "50x25", "--dpi", "203", language="he")
    run_empty.done("calibration", "-o", zpl, language="en")
    assert round(float(PdfReader(page).pages[0].mediabox.width)) == 612
    assert len(PdfReader(label).pages) > 1
    assert zpl.read_bytes().startswith(b"^XA")


def test_a_size_that_there_is_not_is_refused_and_nothing_is_written(run_empty: Commands, tmp_path: Path) -> None:
    for more in (("--label", "--size", "1x1"), ("--size", "A9")):
        run_empty.refused("calibration", "-o", tmp_path / "page.pdf", *more)
    assert not (tmp_path / "page.pdf").exists()

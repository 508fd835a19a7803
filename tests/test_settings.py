"""A station's settings: what older programs wrote is taken over, what is broken is left alone."""

from pathlib import Path

from returns_desk.domain.printing import LABELS, PaperKind, Route
from returns_desk.settings import FILE_NAME, Settings, load, save


def test_routes_are_kept_with_the_station(tmp_path: Path) -> None:
    routes = {LABELS: Route("zpl://10.0.0.7:9100", size="100x50"), "slip": Route("cups://office", copies=2, tray="2")}
    save(tmp_path, Settings(routes=routes))

    assert load(tmp_path).routes == routes


def test_the_one_printer_of_an_older_program_prints_the_labels(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('printer = "zpl://10.0.0.7:9100"\nlabel_size = "100x50"\n', encoding="utf-8")

    assert load(tmp_path).route(PaperKind.ITEM_LABEL) == Route("zpl://10.0.0.7:9100", size="100x50")
    assert load(tmp_path).route(PaperKind.SLIP) == Route()


def test_a_route_of_nonsense_is_the_usual_one(tmp_path: Path) -> None:
    text = '[routes]\nslip = 3\nnothing = {}\n[routes.labels]\ncopies = "many"\nprinter = "zpl://x"\n'
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")

    assert load(tmp_path).routes == {LABELS: Route("zpl://x")}

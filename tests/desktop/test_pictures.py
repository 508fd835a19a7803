"""Pictures of the real window, drawn without a screen."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from returns_desk.desk import Desk
from returns_desk.desktop.pictures import SIZE, draw_screens
from returns_desk.domain.refusals import StoreRefused
from tests.desktop.benches import signed_out
from tests.desktop.fake_desk import FakeDesk


@pytest.mark.parametrize("language", ["he", "en"])
def test_the_desk_is_drawn_in_both_languages(qtbot: QtBot, tmp_path: Path, language: str) -> None:
    desk = FakeDesk(signed_out())
    drawn = draw_screens(lambda: cast(Desk, desk), tmp_path, language)
    assert [path.name for path in drawn] == [f"desk_{language}.png"]
    picture = QImage(str(drawn[0]))
    assert (picture.width(), picture.height()) == SIZE
    assert len({picture.pixel(x, y) for x in range(0, 1440, 40) for y in range(0, 900, 40)}) > 5
    assert desk.closed


def test_scans_are_done_before_the_picture(qtbot: QtBot, tmp_path: Path) -> None:
    desk = FakeDesk(signed_out())
    drawn = draw_screens(lambda: cast(Desk, desk), tmp_path, "en", ["RR1", "RR2"])
    assert (desk.scans, drawn[0].is_file()) == (["RR1", "RR2"], True)


def test_a_store_that_cannot_be_opened_ends_the_drawing(qtbot: QtBot, tmp_path: Path) -> None:
    def refuse() -> Desk:
        raise StoreRefused("newer")

    with pytest.raises(RuntimeError, match="newer"):
        draw_screens(refuse, tmp_path, "en")
    assert list(tmp_path.glob("*.png")) == []

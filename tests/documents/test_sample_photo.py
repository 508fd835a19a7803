"""Drawings in the place of photographs: one for each kind, and none that hides what it is."""

import io

from PIL import Image

from returns_desk.documents.sample_photo import sample_photo
from returns_desk.domain.photos import PhotoKind


def test_every_kind_is_drawn_otherwise_and_says_that_it_is_drawn() -> None:
    drawn = {sample_photo(kind, "IT-1-000001", "תמונה לדוגמה") for kind in PhotoKind}
    assert len(drawn) == len(PhotoKind)
    for content in drawn:
        ribbon = Image.open(io.BytesIO(content)).convert("L").crop((300, 20, 980, 64))
        dark = sum(ribbon.histogram()[:90])
        assert dark > 1_000, "nothing is written across it"


def test_the_same_drawing_is_the_same_picture() -> None:
    assert sample_photo(PhotoKind.BOX, "PA-1", "Sample") == sample_photo(PhotoKind.BOX, "PA-1", "Sample")

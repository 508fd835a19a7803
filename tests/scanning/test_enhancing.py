import numpy as np
import pytest
from PIL import Image

from returns_desk.scanning.enhancing import MOST_WORKING_PIXELS, View


def spotted(width: int = 120, height: int = 80, at: tuple[int, int] = (90, 20)) -> View:
    """White with one dark spot."""
    grey = np.full((height, width), 255, np.uint8)
    grey[at[1] - 2 : at[1] + 3, at[0] - 2 : at[0] + 3] = 0
    return View(Image.fromarray(grey))


def darkest(view: View) -> tuple[float, float]:
    """Where the dark spot is in a view."""
    dark = 255.0 - np.asarray(view.image)
    rows, columns = np.indices(dark.shape)
    return float((columns * dark).sum() / dark.sum()), float((rows * dark).sum() / dark.sum())


@pytest.mark.parametrize("angle", [7, 45, 90, -30, 180])
def test_points_of_a_turned_view_lead_back_to_the_original(angle: int) -> None:
    turned = spotted().turned(angle)
    [(x, y)] = turned.to_original([darkest(turned)])
    assert abs(x - 90) <= 2
    assert abs(y - 20) <= 2


def test_points_lead_back_through_several_changes() -> None:
    changed = spotted().scaled(2).turned(30).scaled(0.5).sharpened(2, 100)
    [(x, y)] = changed.to_original([darkest(changed)])
    assert abs(x - 90) <= 2
    assert abs(y - 20) <= 2


def test_evening_out_makes_a_dark_half_as_clear_as_a_light_one() -> None:
    faint = np.random.default_rng(1).integers(0, 21, (128, 256)).astype(np.uint8)
    faint[:, 128:] += 200
    evened = np.asarray(View(Image.fromarray(faint)).evened().image).astype(int)
    for half in (evened[:, :110], evened[:, 146:]):
        assert half.max() - half.min() > 40
    assert evened.shape == faint.shape


@pytest.mark.parametrize("size", [(1, 1), (3, 700), (700, 3), (257, 255)])
def test_evening_out_takes_any_size(size: tuple[int, int]) -> None:
    assert View(Image.new("L", size, 77)).evened().image.size == size


def test_large_views_are_made_small_enough_to_work_on() -> None:
    small = View(Image.new("L", (4000, 3000))).limited()
    assert small.image.width * small.image.height <= MOST_WORKING_PIXELS * 1.01
    assert small.to_original([(small.image.width, small.image.height)]) == ((4000, 3000),)

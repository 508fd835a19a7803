"""Journeys use the sample shop of the command tests, and the real window over a real database."""

from returns_desk.desktop.lasting_constants import keep_constants_alive
from tests.cli.conftest import _sample_home, home, run, run_empty
from tests.desktop.stocked import open_window, stocked_template

__all__ = ["_sample_home", "home", "open_window", "run", "run_empty", "stocked_template"]

keep_constants_alive()  # as the window does after its first paint

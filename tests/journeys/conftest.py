"""Journeys use the sample shop of the command tests."""

from tests.cli.conftest import _sample_home, home, run, run_empty

__all__ = ["_sample_home", "home", "run", "run_empty"]

"""A calendar day as the command line takes it."""

from argparse import ArgumentTypeError
from datetime import date


def day(text: str) -> date:
    """A calendar day as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"not a day (YYYY-MM-DD): {text!r}") from None

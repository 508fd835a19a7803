"""New identifiers (UUIDv7, so that rows made one after another lie side by side) and secrets nobody can guess."""

import secrets

from uuid_utils import uuid7


def new_id() -> str:
    """Make an identifier as 32 hex digits."""
    return str(uuid7().hex)


def choose_in_secret(signs: str) -> str:
    """Pick one sign so that nobody can tell which it will be."""
    return secrets.choice(signs)

"""New identifiers: UUIDv7, so that rows made one after another lie side by side."""

from uuid_utils import uuid7


def new_id() -> str:
    """Make an identifier as 32 hex digits."""
    return str(uuid7().hex)

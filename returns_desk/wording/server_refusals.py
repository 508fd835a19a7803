"""Sentences for what stands between a station and the server that keeps its database."""

from returns_desk.domain.refusals import StoreRefused
from returns_desk.wording.words import Words

SERVER_FACTS = frozenset({"address", "no-host", "refused", "password", "no-database"})


def server_refusal(words: Words, refusal: StoreRefused) -> tuple[str, str]:
    """The fact, and what to do about it; only for facts in ``SERVER_FACTS``."""
    about = refusal.detail or "—"
    return {
        "address": (
            words("This is no address of a server: {address}", address=about),
            words("It looks like {example}", example="postgresql+psycopg://user@host/database"),
        ),
        "no-host": (
            words("No computer is called {host}", host=about),
            words("Check the name in the address, and whether the network is there"),
        ),
        "refused": (
            words("No database server answers at {host}", host=about),
            words("Check the address and its port, and whether the server runs"),
        ),
        "password": (
            words("The server does not let {user} in", user=about),
            words("Check the user and the password"),
        ),
        "no-database": (
            words("The server has no database called {database}", database=about),
            words("Check the address, or have it made there"),
        ),
    }[refusal.fact]

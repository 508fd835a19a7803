"""Join a server's database with a station: find out whether it can be used, and where the password is kept.

Nothing is written but the database's own form where it is empty, and, when a person wishes it, one file with the
password, which only the computer's own user can read.
"""

import os
from pathlib import Path

from returns_desk.store.database import Database, open_database
from returns_desk.store.server import password_line, server_address, with_password, with_password_file

PASSWORD_FILE = "server-password"


def bare_address(typed: str, password: str = "") -> tuple[str, str]:
    """The address as it may be kept, and the password that was typed in it or beside it. Refuses ``StoreRefused``.

    No inverse: nothing is changed.
    """
    address, inside = server_address(typed)
    return address, password or inside


def open_server(address: str, password: str = "") -> Database:
    """Open a server's database with a password, or with what PGPASSFILE, .pgpass or PGPASSWORD say. Refuses
    ``StoreRefused``.

    No inverse: what was empty got its tables, and nothing else changed.
    """
    return open_database(with_password(address, password))


def keep_password(home: Path, address: str, password: str) -> str:
    """Write the password into the home folder, for this computer's user alone; gives the address that names the file.

    No inverse: the file is thrown away instead.
    """
    home.mkdir(parents=True, exist_ok=True)
    file = home / PASSWORD_FILE
    part = home / f"{PASSWORD_FILE}.part"
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as opened:
        opened.write(password_line(address, password) + "\n")
    os.replace(part, file)
    return with_password_file(address, file)

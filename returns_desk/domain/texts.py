"""Text from people as it is kept: what every database, screen and paper can take."""

import re

LONGEST_NOTE = 1000
_ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+")


def kept_text(text: str, longest: int) -> str:
    """Bring a text into the form in which it is kept: one line, single blanks, no control signs, at most so long.

    Broken halves of signs become a question mark; directing signs stay, as people in two scripts need some of them.
    """
    whole = text.encode("utf-8", "replace").decode("utf-8")
    seen = "".join(sign if sign >= " " and sign != "\x7f" else " " for sign in whole)
    return " ".join(seen.split())[:longest].rstrip()


def is_mail_address(text: str) -> bool:
    """Whether a text is one mail address and nothing that could add a second one."""
    return _ADDRESS.fullmatch(text) is not None

"""The lines of a TOML file that people edit: a value with what it means beside it."""

import tomli_w

_BESIDE = 34  # signs before a comment


def toml_pair(key: str, value: object, meaning: str = "") -> str:
    """A key with its value, and what it means."""
    written = tomli_w.dumps({key: value}).rstrip("\n")
    return f"{written.ljust(_BESIDE)}{toml_comment(meaning)}" if meaning else written


def toml_comment(text: str) -> str:
    """A comment on one line, without the signs that keep facts apart on a screen."""
    return "# " + "".join(sign for sign in text if sign.isprintable())

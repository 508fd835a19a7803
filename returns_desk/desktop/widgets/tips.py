"""Tips that show their text as it is: what looks like markup in it was written by a stranger, and Qt would obey it."""

from html import escape


def plain_tip(text: str) -> str:
    """A text as ``setToolTip`` shows it sign by sign."""
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>' if "<" in text else text

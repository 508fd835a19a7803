"""An e-mail as a file (.eml), to be opened in the mail program, looked at there and sent.

Whatever stands in names and addresses becomes one line: nobody's name can add a header, or a reader of the mail.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from returns_desk.domain.texts import kept_text

_LONGEST = 300
_UNSEEN = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x0085, 0x2028, 0x2029])


@dataclass(frozen=True)
class Letter:
    """What is written; ``to`` may be empty, then the mail program asks for it. ``body`` in paragraphs."""

    to: str
    subject: str
    body: Sequence[str]


def write_mail(letter: Letter, files: Sequence[tuple[str, bytes]]) -> bytes:
    """Write the e-mail with PDFs beside it, unsent; an address that is none is left out."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = _line(letter.subject)
    address = plain_address(letter.to)
    if address:
        message["To"] = Address(addr_spec=address)
    message.set_content("\n\n".join(_line(part, 2_000) for part in letter.body) + "\n")
    for name, content in files:
        message.add_attachment(content, maintype="application", subtype="pdf", filename=_line(name))
    return message.as_bytes()


def plain_address(text: str) -> str:
    """One plain address as it may stand in a mail; empty for anything else."""
    if text.strip() != _line(text) or not text.isascii() or text.count("@") != 1:
        return ""
    try:
        made = Address(addr_spec=text.strip())
    except Exception:  # noqa: BLE001  the parser raises of several kinds, some of its own mistakes
        return ""
    fits = made.addr_spec == text.strip() and "." in made.domain and made.username and not made.domain.startswith("[")
    return made.addr_spec if fits else ""


def _line(text: str, longest: int = _LONGEST) -> str:
    return kept_text(text.translate(_UNSEEN), longest)

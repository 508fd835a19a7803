"""The commands about files that others made, and about what is made of a batch's papers."""

from pathlib import Path
from typing import TYPE_CHECKING

from returns_desk.cli.shop_arguments import add_badge
from returns_desk.domain.papers import AttachmentKind

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands


def describe(commands: "Commands") -> None:
    """Add them to the command line."""
    words = commands.words
    add = commands.add("attach", "attachments", "attach", words("keep a PDF or picture that others made with a batch"))
    add("number", metavar="BATCH")
    add("file", type=Path, metavar="FILE")
    add("--kind", choices=[kind.value for kind in AttachmentKind], default="other", help=words("what it is"))
    add_badge(add, commands, needed=True)
    add = commands.add(
        "detach", "attachments", "detach", words("let such a file count no longer; it stays on the shelf")
    )
    add("id", metavar="ID")
    add_badge(add, commands, needed=True)

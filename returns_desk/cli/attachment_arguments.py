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
    _describe_made(commands)


def _describe_made(commands: "Commands") -> None:
    """What is put together of a batch: evidence, an advance copy, a correcting document."""
    words = commands.words
    where = words("where to write it")
    evidence = words("all that proves a batch as one PDF: slip, inspections, photographs")
    add = commands.add("evidence", "batch_papers", "evidence", evidence)
    add("number", metavar="BATCH")
    add("-o", "--output", type=Path, required=True, metavar="FILE", help=where)
    ahead = words("an advance copy of a batch's slip as an e-mail, to be looked at and sent")
    add = commands.add("advance-copy", "batch_papers", "advance_copy", ahead)
    add("number", metavar="BATCH")
    add("-o", "--output", type=Path, required=True, metavar="FILE", help=where)
    add("--evidence", action="store_true", help=words("with the evidence pack beside the slip"))
    add_badge(add, commands)
    printing = words("print a correcting document as PDF: the original once, then copies")
    add = commands.add("correction", "batch_papers", "correction", printing)
    add("number", metavar="NUMBER")
    add("-o", "--output", type=Path, required=True, metavar="FILE", help=where)
    add("--bilingual", action="store_true", help=words("in both languages"))
    add_badge(add, commands)

"""The evidence of a batch as one PDF: a cover with its slip, then every line with inspections and photographs."""

from collections.abc import Iterator
from datetime import datetime

from returns_desk.documents.evidence_lines import line_blocks
from returns_desk.documents.evidence_pictures import Fetch, drawn_large
from returns_desk.documents.kit.bidi import own_direction
from returns_desk.documents.kit.dress import PLAIN, Dress
from returns_desk.documents.kit.flow import Draw, Flow
from returns_desk.documents.kit.looks import CELL, CELL_STRONG, NAME
from returns_desk.documents.kit.page import MARGIN, Align
from returns_desk.documents.kit.table import Column, Piece, Table
from returns_desk.documents.slips.close import slip_sums
from returns_desk.documents.slips.head import begun
from returns_desk.documents.slips.lines import lines_table
from returns_desk.documents.slips.print import SlipPrint
from returns_desk.domain.slips import Ribbon
from returns_desk.domain.snapshots import AttachmentSnapshot
from returns_desk.domain.snapshots.evidence_pack import EvidencePack
from returns_desk.wording import Words

_LARGE = 470.0  # of a file that is a picture: its block's height


def render_evidence(
    pack: EvidencePack, language: str, pictures: Fetch, printed_at: datetime, printed_by: str, *, dress: Dress = PLAIN
) -> bytes:
    """Draw the pack in ``he`` or ``en``.

    ``pictures`` gives the JPEG of a photograph, or of a file that is a picture, by its fingerprint; none where it is
    not to be had: that is said in its place. Pictures are fetched one by one and made small before they are kept.
    """
    ribbon = Ribbon.ORIGINAL if pack.slip.number else Ribbon.DRAFT
    paper = SlipPrint(
        pack.slip,
        language,
        ribbon,
        0,
        printed_at,
        printed_by,
        named=evidence_title,
        coded=False,
        marked=False,
        dress=dress,
    )
    flow = begun(paper)
    flow.table(lines_table(paper, flow.pen.inner))
    sums = slip_sums(paper)
    flow.add(sums.height + 22, lambda pen, down: sums.draw(pen, down + 8))
    _add_files(flow, pack, paper)
    for line in pack.lines:
        for block in line_blocks(paper.words, line, pictures, flow.pen.inner):
            flow.add(block.height, block.draw, together=block.together)
    for file in pack.attachments:
        if file.media.startswith("image/"):
            flow.add(_LARGE, _large(file, paper.words, pictures))
    return flow.finished()


def evidence_title(words: Words) -> str:
    """What the pack is called."""
    return words("Evidence pack")


def _large(file: AttachmentSnapshot, words: Words, pictures: Fetch) -> Draw:
    caption = words("{kind}: {file}", kind=words.name(file.kind), file=file.name)
    return lambda pen, down: drawn_large(pen, down, caption, pictures(file.sha256), _LARGE)


def _add_files(flow: Flow, pack: EvidencePack, paper: SlipPrint) -> None:
    """Add the list of numbered papers, and of files that others made."""
    rows = [tuple((piece,) for piece in row) for row in (*_papers(pack, paper.words), *_files(pack, paper.words))]
    if not rows:
        return
    words = paper.words
    flow.add(26, lambda pen, down: pen.text(words("Papers and files"), (MARGIN, down + 18), NAME), together=40)
    columns = [
        Column((words("What"),), 150),
        Column((words("Number or name"),), grows=True),
        Column((words("Day"),), 90, Align.END),
    ]
    flow.table(Table(columns, rows, flow.pen.inner))
    flow.down += 14


def _papers(pack: EvidencePack, words: Words) -> Iterator[tuple[Piece, Piece, Piece]]:
    for paper in pack.papers:
        kind = words.name(paper.kind)
        said = words("{kind}, void", kind=kind) if paper.cancelled else kind
        day = Piece(words.date(paper.issued_at.astimezone().date()), CELL, True)
        yield Piece(said, CELL_STRONG), Piece(paper.number, CELL, True), day


def _files(pack: EvidencePack, words: Words) -> Iterator[tuple[Piece, Piece, Piece]]:
    for file in pack.attachments:
        day = Piece(words.date(file.at.astimezone().date()), CELL, True)
        yield Piece(words.name(file.kind), CELL_STRONG), Piece(own_direction(file.name), CELL), day

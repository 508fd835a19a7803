"""Two tables of the page of papers: what was numbered here, and the files that others made."""

from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.domain.snapshots import AttachmentSnapshot
from returns_desk.domain.snapshots.papers import NumberedPaper
from returns_desk.wording import Words

_KILO = 1024


class NumberedTable(Table):
    """``papers_numbered``: kind, number, day, state, prints."""

    def __init__(self, words: Words) -> None:
        def state(paper: NumberedPaper) -> str:
            return words("void") if paper.cancelled else words("in force")

        columns = (
            Column(words("Paper"), lambda paper: words.name(paper.kind), stretch=True),
            Column(words("Number"), lambda paper: paper.number, strong=lambda paper: not paper.cancelled),
            Column(words("Issued"), lambda paper: words.moment(paper.issued_at)),
            Column(words("State"), state, tone=lambda paper: "bad" if paper.cancelled else "ok"),
            Column(words("Prints"), lambda paper: words.number(paper.copies), at_end=True),
        )
        super().__init__(columns, "papers_numbered")
        self.setAccessibleName(words("Numbered papers"))


class FilesTable(Table):
    """``papers_files``: kind, name, day, size."""

    def __init__(self, words: Words) -> None:
        def size(file: AttachmentSnapshot) -> str:
            return words("{size} KB", size=words.number(max(1, round(file.size / _KILO))))

        columns = (
            Column(words("File"), lambda file: file.name, stretch=True),
            Column(words("What it is"), lambda file: words.name(file.kind)),
            Column(words("Kept"), lambda file: words.moment(file.at)),
            Column(words("Size"), size, at_end=True),
        )
        super().__init__(columns, "papers_files")
        self.setAccessibleName(words("Files that others made"))

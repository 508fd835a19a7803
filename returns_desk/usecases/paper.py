"""One paper or label, read whole: what PREVIEW shows and the print queue prints is drawn from this, by any thread.

It holds no record and asks no database; drawn twice, it gives the same bytes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from returns_desk.documents.evidence_pictures import Fetch
from returns_desk.documents.labels import Labelled
from returns_desk.domain.printing import PaperKind
from returns_desk.domain.refusals import BadValue
from returns_desk.store.work import Work

Drawing = Callable[[str, Fetch], bytes]  # in a language, with pictures by their fingerprints


def no_pictures(_sha256: str) -> bytes | None:
    """For papers without photographs, and where their shelf is not at hand."""
    return None


@dataclass(frozen=True)
class Print:
    """One print of a paper: its language (empty: its reader's), its place among its prints, its moment, its person.

    ``copy``: 0 the original, then 1, 2, ...; none where nothing was registered for it.
    """

    at: datetime
    language: str = ""
    bilingual: bool = False
    copy: int | None = None
    by: str = ""
    by_en: str = ""
    size: str = ""
    since: date | None = None  # of a statement
    until: date | None = None

    @classmethod
    def asked(cls, work: Work, what: Mapping[str, Any]) -> "Print":
        """As ``what`` says; without a moment or person there, now and whoever sits here. Refuses ``BadValue``."""
        name, name_en = (what["by"], what.get("by_en", "")) if "by" in what else printing_name(work)
        return cls(
            at=datetime.fromisoformat(what["at"]) if "at" in what else work.now,
            language=str(what.get("language", "")),
            bilingual=bool(what.get("bilingual", False)),
            copy=what.get("copy"),
            by=name,
            by_en=name_en,
            size=str(what.get("size", "")),
            since=_day(what, "since"),
            until=_day(what, "until"),
        )

    def by_in(self, language: str) -> str:
        """Who prints it, in a language."""
        return (self.by_en or self.by) if language == "en" else (self.by or self.by_en)


@dataclass(frozen=True)
class Paper:
    """``title`` is its ``number`` and which print it is, ``language`` its usual one; ``file_name`` ends in ``.pdf``.

    ``thing``: what a label is drawn from; papers have none. ``size``: of its sheet.
    """

    kind: PaperKind
    number: str
    title: str
    file_name: str
    language: str
    drawing: Drawing
    thing: Labelled | None = None
    size: str = ""
    numbered: bool = False  # no two prints of it have one title

    def draw(self, language: str = "", pictures: Fetch = no_pictures) -> bytes:
        """It as PDF, in its usual language where none is named. Refuses ``BadValue`` what cannot be drawn."""
        return self.drawing(language or self.language, pictures)


def printing_name(work: Work) -> tuple[str, str]:
    """Who prints, in both languages; nothing for the computer's owner, or where nobody sits."""
    if work.person_id is None:
        return "", ""
    person = work.person
    return person.name, person.name_en


def _day(what: Mapping[str, Any], name: str) -> date | None:
    text = what.get(name)
    if not text:
        return None
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        raise BadValue(name, str(text)) from None

"""One print of a slip: the frozen content with the language, the ribbon and the moment it is printed in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from returns_desk.documents.kit.barcodes import code128, printable_code
from returns_desk.documents.kit.bidi import own_direction
from returns_desk.documents.kit.dress import PLAIN, Dress
from returns_desk.documents.kit.frame import Heading, Mark, Stamp
from returns_desk.documents.kit.voices import Voices
from returns_desk.documents.names import ribbon_name, slip_title
from returns_desk.domain.slips import Ribbon, SlipContent
from returns_desk.wording import Words

_LOOKS = {
    Ribbon.ORIGINAL: ("brand", ""),
    Ribbon.COPY: ("muted", ""),
    Ribbon.DRAFT: ("warning", "#F7EFE4"),
    Ribbon.CANCELLED: ("bad", "#FBE6E6"),
}


@dataclass(frozen=True)
class SlipPrint:
    """What the parts of the page are drawn from."""

    content: SlipContent
    language: str
    ribbon: Ribbon
    copy: int
    printed_at: datetime
    printed_by: str
    bilingual: bool = False
    dress: Dress = PLAIN
    named: Callable[[Words], str] | None = None  # another paper that is drawn as a slip is
    coded: bool = True  # whether it says its code of the uniform file
    marked: bool = True  # and what this print is worth

    @cached_property
    def voices(self) -> Voices:
        """The languages of the paper."""
        return Voices(self.language, self.printed_at, self.bilingual)

    @property
    def words(self) -> Words:
        """The words of the paper's first language."""
        return self.voices.words

    def label(self, say: Callable[[Words], str], apart: str = " / ") -> str:
        """Say a short label in each language of the paper."""
        return self.voices.label(say, apart)

    @property
    def number(self) -> str:
        """The document's number; a draft goes by its batch."""
        return self.content.number or self.content.batch

    @property
    def title(self) -> str:
        """The title in the first language."""
        return self.title_in(self.words)

    def title_in(self, words: Words) -> str:
        """What the paper is called."""
        return self.named(words) if self.named else slip_title(words, self.content.kind)

    @property
    def ribbon_name(self) -> str:
        """What this print is worth, in the first language."""
        return ribbon_name(self.words, self.ribbon, self.copy)

    @property
    def heading(self) -> Heading:
        """The head of its pages."""
        return Heading(
            titles=self.voices.both(self.title_in),
            number=self.number,
            note=self.words("Uniform file code {code}", code=self.content.uniform_code) if self.coded else "",
            ribbon=Mark(self.ribbon_name, *_LOOKS[self.ribbon]) if self.marked else None,
            bars=code128(self.number) if printable_code(self.number) else None,
            beside=own_direction(self.content.partner.name_in(self.language)),
        )

    @property
    def stamp(self) -> Stamp:
        """The foot of every page."""
        words = self.words
        if self.marked:
            paper = words(
                "{number} · {title} · {ribbon}", number=self.number, title=self.title, ribbon=self.ribbon_name
            )
        else:
            paper = words("{number} · {title}", number=self.number, title=self.title)
        return Stamp.of(paper, self.voices, self.printed_by)

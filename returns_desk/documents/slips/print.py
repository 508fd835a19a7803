"""One print of a slip: the frozen content with the language, the ribbon and the moment it is printed in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from returns_desk.documents.kit.dress import PLAIN, Dress
from returns_desk.documents.kit.page import Stamp
from returns_desk.documents.names import other_language, ribbon_name, slip_title, words_for
from returns_desk.domain.slips import Ribbon, SlipContent
from returns_desk.wording import Words


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
    subtitle: str = ""  # stands in the place of the slip's uniform code
    marked: bool = True  # whether it says what this print is worth

    @cached_property
    def words(self) -> Words:
        """The words of the paper's first language."""
        return words_for(self.language, self.printed_at)

    @cached_property
    def voices(self) -> tuple[Words, ...]:
        """The words of each language on the paper."""
        also = (words_for(other_language(self.language), self.printed_at),) if self.bilingual else ()
        return (self.words, *also)

    def both(self, name: Callable[[Words], str]) -> tuple[str, ...]:
        """Say a name in each language of the paper."""
        return tuple(name(words) for words in self.voices)

    def label(self, name: Callable[[Words], str], apart: str = " / ") -> str:
        """Say a short label in each language of the paper."""
        return apart.join(dict.fromkeys(self.both(name)))

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
        """What this print is worth, in the first language; nothing where it does not say."""
        if not self.marked:
            return ""
        return ribbon_name(self.words, self.ribbon, self.copy)

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
        printed = words("Printed {moment} by {name}", moment=words.moment(self.printed_at), name=self.printed_by)
        return Stamp(paper, printed)

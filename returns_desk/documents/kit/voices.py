"""The languages that one paper speaks: its reader's alone, or both."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from returns_desk.documents.kit.bidi import in_direction
from returns_desk.wording import Words


def words_for(language: str, printed_at: datetime) -> Words:
    """Words whose times are those of ``printed_at``; a moment in UTC means the station's own time."""
    return Words(language, None if printed_at.tzinfo in (None, UTC) else printed_at.tzinfo)


def other_language(language: str) -> str:
    """The second language of a bilingual paper."""
    return "en" if language == "he" else "he"


UNDATED = datetime.min.replace(tzinfo=UTC)  # of a paper that says no time


@dataclass(frozen=True)
class Voices:
    """The words of a paper: ``words`` of its first language, and of the other beside them where it is bilingual."""

    language: str
    printed_at: datetime
    bilingual: bool = False

    @cached_property
    def words(self) -> Words:
        """The words of the paper's first language."""
        return words_for(self.language, self.printed_at)

    @cached_property
    def every(self) -> tuple[Words, ...]:
        """The words of each language on the paper, the first one first."""
        also = (words_for(other_language(self.language), self.printed_at),) if self.bilingual else ()
        return (self.words, *also)

    def both(self, say: Callable[[Words], str]) -> tuple[str, ...]:
        """Say something in each language of the paper, in that language's direction, once where it is the same."""
        first, *others = dict.fromkeys(say(words) for words in self.every)
        return (first, *(in_direction(other, right_to_left=not self.words.right_to_left) for other in others))

    def label(self, say: Callable[[Words], str], apart: str = " / ") -> str:
        """Say a short label in each language of the paper."""
        return apart.join(self.both(say))

    def named(self, name_in: Callable[[str], str]) -> tuple[str, ...]:
        """A name in each language of the paper, once where there is only one."""
        return tuple(dict.fromkeys(filter(None, (name_in(words.language) for words in self.every))))

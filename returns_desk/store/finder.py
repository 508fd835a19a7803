"""Find anything by any of its words: number, serial, name, customer; by prefix, newest first."""

from dataclasses import dataclass
from unicodedata import combining, normalize

from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from returns_desk.store.records import FindEntryRecord

# By rank a common prefix costs 140 ms among a million; by row id it costs one.
_SQLITE = text(
    "SELECT e.kind, hex(e.subject_id) FROM finder JOIN find_entries e ON e.id = finder.rowid "
    "WHERE finder MATCH :query ORDER BY finder.rowid DESC LIMIT :limit"
)
_POSTGRES = text(
    "SELECT kind, replace(subject_id::text, '-', '') FROM find_entries "
    "WHERE to_tsvector('simple', words) @@ to_tsquery('simple', :query) ORDER BY id DESC LIMIT :limit"
)
_COMMON = text("SELECT 1 FROM finder WHERE finder MATCH :query LIMIT 1 OFFSET 2000")
_QUOTES = frozenset("\"'`´׳״‘’“”")
_INDEXED = 4  # letters: beginnings up to this length have an index of their own


@dataclass(frozen=True)
class Hit:
    """One thing that was found."""

    kind: str
    subject_id: str


def fold(words: str) -> str:
    """Bring words to the one form in which they are kept and asked for: letters and digits, small, apart.

    Vowel points, accents and quotation marks are left out: nobody asks with them, or everybody asks otherwise.
    """
    small = normalize("NFKD", normalize("NFKD", words).casefold())
    plain = "".join(sign for sign in small if not combining(sign) and sign not in _QUOTES)
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())


def make_findable(session: Session, kind: str, subject_id: str, *words: str) -> None:
    """Let a thing be found by these words."""
    session.execute(insert(FindEntryRecord), [{"kind": kind, "subject_id": subject_id, "words": fold(" ".join(words))}])


def find_also(session: Session, subject_id: str, *words: str) -> None:
    """Let a thing be found by more words than before: a paper of it, a number that somebody else gave it."""
    known = session.query(FindEntryRecord).filter_by(subject_id=subject_id).one_or_none()
    if known is None:
        return
    said = dict.fromkeys([*known.words.split(), *fold(" ".join(words)).split()])
    if len(said) > len(known.words.split()):
        kind = known.kind
        session.delete(known)
        session.flush()  # the index hears of what comes and goes, not of what changes
        make_findable(session, kind, subject_id, *said)


def forget(session: Session, subject_id: str) -> None:
    """Let a thing be found no longer."""
    session.query(FindEntryRecord).filter_by(subject_id=subject_id).delete()


def search(session: Session, asked: str, limit: int = 50) -> list[Hit]:
    """Find what holds every word asked for, each as a beginning; text is only ever data, never a query of its own.

    Words as they stand are asked first: a list of a million is then read only as far as needed, where a beginning of
    more than four letters has to be gathered whole. Beginnings are asked when that gives too little, but not of words
    that very many hold.
    """
    words = fold(asked[:200]).split()
    if not words:
        return []
    short = len(words[-1]) <= _INDEXED
    whole, beginnings = (words[:-1], words[-1:]) if short else (words, [])
    hits = _ask(session, whole, beginnings, limit)
    if len(hits) >= limit or not whole:
        return hits
    common = [word for word in whole if len(word) > _INDEXED and _is_common(session, word)]
    return _ask(session, common, [word for word in words if word not in common], limit)


def _is_common(session: Session, word: str) -> bool:
    """Whether very many hold this very word, so that it need not be asked as a beginning too."""
    if session.get_bind().dialect.name == "postgresql":
        return False
    return session.execute(_COMMON, {"query": f'"{word}"'}).first() is not None


def _ask(session: Session, whole: list[str], beginnings: list[str], limit: int) -> list[Hit]:
    if session.get_bind().dialect.name == "postgresql":
        query = " & ".join([*whole, *(f"{word}:*" for word in beginnings)])
        rows = session.execute(_POSTGRES, {"query": query, "limit": limit})
    else:
        query = " ".join([*(f'"{word}"' for word in whole), *(f'"{word}"*' for word in beginnings)])
        rows = session.execute(_SQLITE, {"query": query, "limit": limit})
    return [Hit(kind, subject.lower()) for kind, subject in rows]

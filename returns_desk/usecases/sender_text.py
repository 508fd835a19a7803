"""What the sender's text on a box says: telephone numbers, and the names of customers who announced something."""

import re
from itertools import pairwise

from returns_desk.domain.codes import phone_key
from returns_desk.store.finder import fold, search
from returns_desk.store.work import Work

_PHONE = re.compile(r"\+?\(?\d[\d\s().\-/]{5,18}\d")
_PAIRS = 6  # neighbouring words that are asked for: names stand first
_HITS = 20
_SHORTEST_NAME = 4  # letters of a name of one word


def phones_in(text: str) -> tuple[str, ...]:
    """Telephone numbers in a text, as they stand there; letters beside the digits make it another number."""
    found = (match[0].strip() for match in _PHONE.finditer(text) if _stands_alone(text, match))
    return tuple(dict.fromkeys(phone for phone in found if 7 <= len(phone_key(phone)) <= 15))


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    beside = text[max(match.start() - 1, 0) : match.start()] + text[match.end() : match.end() + 1]
    return not any(sign.isalnum() for sign in beside)


def named_in(work: Work, text: str) -> list[str]:
    """Ids of announced returns whose words hold two neighbouring words of the text."""
    words = [word for word in fold(text).split() if not word.isdigit()]
    pairs = [f"{one} {next_one}" for one, next_one in pairwise(words)] or words
    hits = [hit for pair in pairs[:_PAIRS] for hit in search(work.session, pair, _HITS)]
    return list(dict.fromkeys(hit.subject_id for hit in hits if hit.kind == "rma"))


def names_a_customer(text: str, customer: str) -> bool:
    """Whether every word of a customer's name stands in the text."""
    name, words = fold(customer).split(), set(fold(text).split())
    return bool(name) and len("".join(name)) >= _SHORTEST_NAME and words.issuperset(name)

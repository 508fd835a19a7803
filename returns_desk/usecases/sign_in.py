"""Sign in by badge, sign out, and prove by PIN who one is."""

from datetime import timedelta
from hashlib import sha256

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from returns_desk.domain.codes import lookup_key
from returns_desk.domain.events import PinProven, SignedIn, SignedOut
from returns_desk.domain.people import Signature
from returns_desk.domain.refusals import PinLocked, UnknownBadge, WrongPin
from returns_desk.store.lookups.journal import wrong_pins
from returns_desk.store.lookups.people import person_by_badge
from returns_desk.store.records import PersonRecord
from returns_desk.store.work import Work

# 64 MiB, three passes, one lane: about a quarter of a second on a station's processor
_HASHER = PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=1)
_FREE_TRIES = 5
_FIRST_WAIT, _LONGEST_WAIT = 30, 900  # seconds; the wait doubles from the first to the longest
_NO_PIN = "$argon2id$v=19$m=65536,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


def badge_hash(badge: str) -> str:
    """The form in which badges are kept and looked up; whoever reads the database cannot print one."""
    return sha256(b"returns-desk badge " + lookup_key(badge).encode("utf-8", "replace")).hexdigest()


def pin_hash(pin: str) -> str:
    """The form in which PINs are kept (argon2id)."""
    return _HASHER.hash(pin)


def sign_in(work: Work, badge: str) -> None:
    """Put the badge's person on the bench; the inverse is ``sign_out``. Refuses ``UnknownBadge``."""
    person = _active(work, badge)
    if person is None:
        raise UnknownBadge()
    before = work.bench.person_id or ""
    work.bench.person_id = person.id
    work.bench.question = None
    if before != person.id:
        work.record(SignedIn(name=person.name, name_en=person.name_en, role=person.role.value, before=before))


def whose_badge(work: Work, badge: str) -> Signature:
    """The signature of a badge's person, for a step that needs no PIN; nobody is signed in by it.

    There is no inverse: nothing is changed. Refuses ``UnknownBadge``.
    """
    person = _active(work, badge)
    if person is None:
        raise UnknownBadge()
    return Signature(person.id)


def sign_out(work: Work) -> None:
    """Leave the station; what lies on the bench stays there. The inverse is ``sign_in``."""
    person = work.person
    work.record(SignedOut(name=person.name, name_en=person.name_en))
    work.bench.person_id = None


def prove(work: Work, badge: str, pin: str, acts: int = 1) -> Signature:
    """Check badge and PIN, and give the signature for one act that needs both, or for so many that are signed at once.

    Refuses ``WrongPin`` (the same for an unknown badge, in the same time) and ``PinLocked`` after too many tries. There
    is no inverse: what was proven is not unproven.
    """
    person = _active(work, badge)
    if person is not None:
        _refuse_while_locked(work, person)
    if not pin_fits(person.pin_hash if person else "", pin) or person is None:
        raise WrongPin(person.id if person else "")
    work.who = Signature(person.id, proven=True, acts=acts)
    work.record(PinProven(name=person.name, name_en=person.name_en))
    return work.who


def _active(work: Work, badge: str) -> PersonRecord | None:
    person = person_by_badge(work.session, badge_hash(badge))
    return person if person and person.active else None


def pin_fits(kept: str, pin: str) -> bool:
    """Whether a PIN is the one that was kept; without one it takes as long, and is never right."""
    try:
        return _HASHER.verify(kept or _NO_PIN, pin)
    except (VerificationError, InvalidHashError):
        return False


def _refuse_while_locked(work: Work, person: PersonRecord) -> None:
    wrong = wrong_pins(work.session, person.id, work.now - timedelta(days=1))
    if len(wrong) < _FREE_TRIES:
        return
    wait = min(_FIRST_WAIT * 2 ** (len(wrong) - _FREE_TRIES), _LONGEST_WAIT)
    left = wait - (work.now - wrong[-1]).total_seconds()
    if left > 0:
        raise PinLocked(int(left) + 1)

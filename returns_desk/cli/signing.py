"""Who signs a command: a badge's person (with PIN where one is given), or the computer's owner."""

import sys

from returns_desk.cli.call import Call
from returns_desk.desk import Desk
from returns_desk.domain.people import AT_THE_BENCH, OWNER, Signature
from returns_desk.usecases.look import people as look_at_people
from returns_desk.usecases.look_bench import bench
from returns_desk.usecases.sign_in import prove, whose_badge


def signature(call: Call, desk: Desk, acts: int = 1) -> Signature:
    """The badge's person; without a badge the computer's owner, who is nobody of the desk. A PIN counts for ``acts``.

    Refuses ``UnknownBadge``, and with ``--pin-stdin`` also ``WrongPin`` and ``PinLocked``.
    """
    badge = getattr(call.args, "badge", None)
    if badge is None:
        return OWNER
    if getattr(call.args, "pin_stdin", False):
        return desk.run(AT_THE_BENCH, prove, badge, sys.stdin.readline().strip(), acts).answer
    return desk.run(AT_THE_BENCH, whose_badge, badge).answer


def printing_signature(call: Call, desk: Desk) -> Signature:
    """Who prints: the badge's person, else whoever is signed in at the station, else the computer's owner."""
    if getattr(call.args, "badge", None) is None and desk.read(bench).person is not None:
        return AT_THE_BENCH
    return signature(call, desk)


def signer_name(call: Call, desk: Desk, who: Signature) -> str:
    """The signer's name, as a paper shows who printed it."""
    if who.owner:
        return call.words("the command line")
    sitting = desk.read(bench).person
    people = {person.id: person for person in desk.read(look_at_people)}
    person = people.get(who.person_id) if who.person_id else sitting
    if person is None:
        return ""
    return (person.name_en or person.name) if call.words.language == "en" else person.name

"""``decode``: which codes are in pictures; the text, the format and the place of each."""

from collections.abc import Iterator
from pathlib import Path

from returns_desk.cli.call import Call
from returns_desk.scanning.decoded import Decoded, DecodeMode
from returns_desk.scanning.pictures import decode as decode_picture
from returns_desk.scanning.scan import shown
from returns_desk.wording.scans import picture_error
from returns_desk.wording.words import isolated

DONE, REFUSED = 0, 1


def decode(call: Call) -> int:
    """Find the codes in pictures, one line each; a picture that cannot be looked at says why and stops no other.

    Like a row that an import refuses, such a picture alone makes no refusal; refused is a call of which nothing came.
    """
    mode = DecodeMode(call.args.mode)
    looked = ((path, decode_picture(path, mode)) for path in call.args.image)
    failed = sum(decoded.error is not None for decoded in _told(call, looked))
    if failed:
        call.warn(call.words("Pictures that could not be looked at: {count}", count=failed))
    return REFUSED if failed == len(call.args.image) else DONE


def _told(call: Call, looked: Iterator[tuple[Path, Decoded]]) -> list[Decoded]:
    """Print the answers: each line as soon as it is known, a document when all are."""
    answers, objects = [], []
    for path, decoded in looked:
        answers.append(decoded)
        objects.append(_as_object(call, path, decoded))
        if not call.as_json:
            call.say(f"{isolated(path)}: {_line(call, decoded)}")
    if call.as_json:
        call.answer(objects, ())
    return answers


def _as_object(call: Call, path: Path, decoded: Decoded) -> dict[str, object]:
    """One picture for a program: ``error`` is the sentence, ``reason`` the word that never changes."""
    told = decoded.as_json(str(path))
    if decoded.error is None:
        return told
    return told | {"error": call.clean(picture_error(call.words, decoded.error)), "reason": decoded.error.value}


def _line(call: Call, decoded: Decoded) -> str:
    if decoded.error is not None:
        return picture_error(call.words, decoded.error)
    codes = ", ".join(f"{isolated(shown(code.text, 80))} ({code.format.value})" for code in decoded.codes)
    return codes or call.words("no code found")

"""``evidence``, ``advance-copy``, ``correction``: what is put together of a batch and written; ``batch correct``."""

from typing import Any

from returns_desk.cli.call import Call
from returns_desk.cli.papers import check_target, save
from returns_desk.cli.signing import printing_signature, signer_name
from returns_desk.desk import Desk, now_utc
from returns_desk.documents.evidence_pack import render_evidence
from returns_desk.documents.slips.correction import render_correction
from returns_desk.domain.people import Signature
from returns_desk.exchange.advance_mail import plain_address
from returns_desk.filing import draw_advance_copy
from returns_desk.usecases.copy_slip import copy_slip
from returns_desk.usecases.correct_batch import correct_batch
from returns_desk.usecases.issue_document import print_document
from returns_desk.usecases.look_batches import batch as look_at_batch
from returns_desk.usecases.look_correction import correction as look_at_correction
from returns_desk.usecases.look_evidence import evidence_of
from returns_desk.usecases.look_paper import dress_of
from returns_desk.usecases.shelf_pictures import pictures_on, shelf_of


def evidence(call: Call) -> int:
    """Write a batch's evidence pack."""
    args = call.args
    check_target(call, args.output, (".pdf",))
    with call.desk() as desk:
        pack = desk.read(evidence_of, args.number)
        language = args.language or desk.read(look_at_batch, args.number).row.partner.language
        name = signer_name(call, desk, printing_signature(call, desk))
        dress = desk.read(dress_of, pack.slip.look)
    pictures = pictures_on(shelf_of(call.settings, call.home))
    save(call, args.output, render_evidence(pack, language, pictures, now_utc(), name, dress=dress))
    photos = {photo.id for line in pack.lines for photo in line.photos}
    facts = {"file": args.output, "number": pack.slip.number or pack.slip.batch, "language": language}
    said = call.words("{number} written to {file}", number=facts["number"], file=args.output)
    call.answer({**facts, "lines": len(pack.lines), "photos": len(photos), "files": len(pack.attachments)}, [said])
    return 0


def advance_copy(call: Call) -> int:
    """Write an e-mail with a copy of the slip; the copy is registered first."""
    args, words = call.args, call.words
    check_target(call, args.output, (".eml",))
    with call.desk() as desk:
        who = printing_signature(call, desk)
        pack = desk.read(evidence_of, args.number) if args.evidence else None
        copy = desk.run(who, copy_slip, args.number, args.output.name).answer
        name = signer_name(call, desk, who)
    pictures = pictures_on(shelf_of(call.settings, call.home))
    proof = render_evidence(pack, copy.language, pictures, now_utc(), name, dress=copy.dress) if pack else None
    save(call, args.output, draw_advance_copy(copy, now_utc(), name, proof))
    to = plain_address(copy.to)
    lines = [words("{number} written to {file}", number=copy.content.number, file=args.output)]
    if not to:
        lines.append(words("no e-mail address is known: {file} has none in it", file=args.output.name))
    facts = {"file": args.output, "number": copy.content.number, "copy": copy.copy, "to": to}
    call.answer({**facts, "language": copy.language}, lines)
    return 0


def correction(call: Call) -> int:
    """Print a correcting document into a file; the print is registered first."""
    args = call.args
    check_target(call, args.output, (".pdf",))
    with call.desk() as desk:
        content = desk.read(look_at_correction, args.number)
        language = args.language or desk.read(look_at_batch, content.batch).row.partner.language
        who = printing_signature(call, desk)
        dress = desk.read(dress_of, content.look)
        _, copy = desk.run(who, print_document, content.number, language, args.output.name).answer
        name = signer_name(call, desk, who)
    drawn = render_correction(content, language, copy, now_utc(), name, dress=dress, bilingual=args.bilingual)
    save(call, args.output, drawn)
    said = call.words("{number} written to {file}", number=content.number, file=args.output)
    call.answer({"file": args.output, "number": content.number, "copy": copy, "language": language}, [said])
    return 0


def correct(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    """``batch correct``: take pieces off a slip whose goods left."""
    return desk.run(who, correct_batch, call.args.number, tuple(call.args.item), call.args.note).events

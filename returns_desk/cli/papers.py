"""``slip``, ``command-sheet``: what comes out on paper."""

import os
from pathlib import Path

from returns_desk.cli.call import Call, CommandRefused
from returns_desk.cli.signing import printing_signature, signer_name
from returns_desk.desk import now_utc
from returns_desk.documents.kit.dress import PLAIN, Dress, Form
from returns_desk.documents.slips import Ribbon, render_slip
from returns_desk.domain.refusals import NotFound, StoreRefused
from returns_desk.exchange.whole_file import save_whole
from returns_desk.usecases.issue_slip import SlipPrint, print_slip
from returns_desk.usecases.look_batches import batch as look_at_batch
from returns_desk.usecases.look_paper import dress_of
from returns_desk.usecases.print_sheets import draw_command_sheet, draw_scan_me

RIBBONS: dict[int | None, Ribbon] = {0: Ribbon.ORIGINAL, None: Ribbon.DRAFT}


def slip(call: Call) -> int:
    """Print a batch's paper into a file; the print is registered first, so that two originals are never made."""
    args = call.args
    check_target(call, args.output, (".pdf",))
    with call.desk() as desk:
        language = args.language or desk.read(look_at_batch, args.number).row.partner.language
        who = printing_signature(call, desk)
        done = desk.run(
            who, print_slip, args.number, language, args.output.name, again=args.second_original, reason=args.reason
        )
        name = signer_name(call, desk, who)
    printed = done.answer
    save(call, args.output, drawn_slip(printed, language, name, bilingual=args.bilingual))
    number = printed.content.number or printed.content.batch
    call.answer(
        {
            "file": args.output,
            "number": number,
            "ribbon": ribbon_of(printed),
            "copy": printed.copy,
            "language": language,
        },
        [call.words("{number} written to {file}", number=number, file=args.output)],
    )
    return 0


def drawn_slip(printed: SlipPrint, language: str, name: str, *, bilingual: bool = False) -> bytes:
    """The PDF of one registered print."""
    ribbon, copy = ribbon_of(printed), printed.copy or 0
    form = Form(dress=printed.dress, bilingual=bilingual)
    return render_slip(printed.content, language, ribbon, copy, now_utc(), name, **form)


def ribbon_of(printed: SlipPrint) -> Ribbon:
    """What a print is worth."""
    if printed.cancelled:
        return Ribbon.CANCELLED
    return RIBBONS.get(printed.copy, Ribbon.COPY)


def command_sheet(call: Call) -> int:
    """Write all commands as codes to scan, or the sample shop's codes to try a scanner with."""
    args, language = call.args, call.words.language
    check_target(call, args.output, (".pdf",))
    draw = draw_scan_me if args.scan_me else draw_command_sheet
    save(call, args.output, draw(language, dress=_shops_dress(call)))
    call.answer({"file": args.output}, [call.words("Written to {file}", file=args.output)])
    return 0


def _shops_dress(call: Call) -> Dress:
    """What the shop's papers wear; nothing where there is none to ask, as before it is begun."""
    try:
        with call.desk() as desk:
            return desk.read(dress_of)
    except (NotFound, StoreRefused):
        return PLAIN


def check_target(call: Call, target: Path, endings: tuple[str, ...]) -> None:
    """Refuse a file that could not be written, before anything is done for it."""
    if target.suffix.lower() not in endings:
        wanted = ", ".join(endings)
        raise CommandRefused(call.words("{file} should end in {endings}", file=target, endings=wanted))
    if target.is_dir() or not target.parent.is_dir() or not os.access(target.parent, os.W_OK):
        raise CommandRefused(call.words("{file} cannot be written", file=target))


def save(call: Call, target: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    try:
        save_whole(target, content)
    except OSError:
        raise CommandRefused(call.words("{file} cannot be written", file=target)) from None

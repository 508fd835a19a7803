"""``statement`` and ``dispute-letter``: papers about what suppliers owe."""

from collections.abc import Callable
from functools import partial

from returns_desk.cli.call import Call, CommandRefused
from returns_desk.cli.papers import check_target, save
from returns_desk.cli.shapes import Facts
from returns_desk.cli.signing import printing_signature, signer_name
from returns_desk.desk import now_utc
from returns_desk.documents.dispute_letter import render_dispute_letter
from returns_desk.documents.kit.dress import Form
from returns_desk.documents.statement import render_statement
from returns_desk.domain.statements import Statement
from returns_desk.exchange.write_statement import write_statement
from returns_desk.usecases.dispute_batch import dispute_letter
from returns_desk.usecases.issue_document import print_document
from returns_desk.usecases.look_batches import batch as look_at_batch
from returns_desk.usecases.look_credits import statement as look_at_statement
from returns_desk.usecases.look_paper import dress_of
from returns_desk.wording import Words


def statement(call: Call) -> int:
    """Write a supplier's statement as PDF, or as a workbook to reckon with."""
    args = call.args
    check_target(call, args.output, (".pdf", ".xlsx"))
    if args.since and args.until and args.since > args.until:
        raise CommandRefused(call.words("The end is before the beginning"))
    with call.desk() as desk:
        found = desk.read(look_at_statement, args.supplier, args.since, args.until)
        name = signer_name(call, desk, printing_signature(call, desk))
        form = Form(dress=desk.read(dress_of), bilingual=args.bilingual)
    language = args.language or found.language
    if args.output.suffix.lower() == ".pdf":
        save(call, args.output, render_statement(found, language, now_utc(), name, **form))
    else:
        _write(call, partial(write_statement, found, Words(language), args.output))
    call.answer(_statement_facts(call, found, language), [call.words("Written to {file}", file=args.output)])
    return 0


def _write(call: Call, write: Callable[[], None]) -> None:
    try:
        write()
    except OSError:
        raise CommandRefused(call.words("{file} cannot be written", file=call.args.output)) from None


def _statement_facts(call: Call, found: Statement, language: str) -> Facts:
    return {
        "file": call.args.output,
        "supplier": found.code,
        "language": language,
        "since": found.since,
        "until": found.until,
        "accounts": [
            {
                "opening": account.opening,
                "expected": account.expected,
                "credited": account.credited,
                "closing": account.closing,
                "entries": len(account.entries),
            }
            for account in found.sums
        ],
    }


def letter(call: Call) -> int:
    """Print the last dispute letter of a batch into a file; the print is registered."""
    args = call.args
    check_target(call, args.output, (".pdf",))
    with call.desk() as desk:
        found = desk.read(dispute_letter, args.number)
        partner = desk.read(look_at_batch, found.batch).row.partner
        language = args.language or (partner.terms.language if partner.terms else "") or partner.language
        who = printing_signature(call, desk)
        desk.run(who, print_document, found.number, language, args.output.name)
        name = signer_name(call, desk, who)
        form = Form(dress=desk.read(dress_of, found.look), bilingual=args.bilingual)
    save(call, args.output, render_dispute_letter(found, language, now_utc(), name, **form))
    call.answer(
        {"file": args.output, "number": found.number, "batch": found.batch, "language": language},
        [call.words("{number} written to {file}", number=found.number, file=args.output)],
    )
    return 0

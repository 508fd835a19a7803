"""The papers of a batch, each read whole: frozen ones from what was frozen when they were issued."""

from dataclasses import replace

from returns_desk.documents.dispute_letter import render_dispute_letter
from returns_desk.documents.evidence_pack import render_evidence
from returns_desk.documents.kit.dress import Form
from returns_desk.documents.packing_list import render_packing_list
from returns_desk.documents.slips import render_slip
from returns_desk.documents.slips.correction import render_correction
from returns_desk.documents.statement import render_statement
from returns_desk.domain.dispute_letters import DisputeLetter
from returns_desk.domain.paper_look import PaperLook, PaperSize
from returns_desk.domain.papers import DocumentKind
from returns_desk.domain.printing import PaperKind
from returns_desk.domain.slips import Ribbon
from returns_desk.store.lookups.batches import document_by_number
from returns_desk.store.lookups.batches import last_copy as last_print
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_of
from returns_desk.usecases.dispute_batch import dispute_letter
from returns_desk.usecases.issue_slip import SlipPrint, preview_slip
from returns_desk.usecases.look_cartons import packing_list
from returns_desk.usecases.look_correction import correction
from returns_desk.usecases.look_credits import statement
from returns_desk.usecases.look_evidence import evidence_of
from returns_desk.usecases.look_paper import dress_of
from returns_desk.usecases.paper import Drawing, Paper, Print


def slip_paper(work: Work, number: str, one: Print) -> Paper:
    """A batch's slip, by the batch's number or its own: as this print says, else as the next would be."""
    printed = preview_slip(work, number)
    content, copy = printed.content, one.copy
    if copy is None and content.number:
        copy = 0 if printed.copy is None else printed.copy + 1
    ribbon, form = _ribbon(printed, copy), form_of(work, one, content.look if content.number else None)
    named = f"copy-{copy}" if ribbon is Ribbon.COPY else ribbon.value
    return _paper(
        PaperKind.SLIP,
        (content.number or content.batch, named),
        partner_language(work, content.batch),
        one,
        lambda language, _: render_slip(content, language, ribbon, copy or 0, one.at, one.by_in(language), **form),
        form,
    )


def _ribbon(printed: SlipPrint, copy: int | None) -> Ribbon:
    if printed.cancelled:
        return Ribbon.CANCELLED
    if copy is None:
        return Ribbon.DRAFT
    return Ribbon.COPY if copy else Ribbon.ORIGINAL


def correction_paper(work: Work, number: str, one: Print) -> Paper:
    """A correcting document, by its own number."""
    content = correction(work, number)
    copy, form = _next_print(work, content.number, one), form_of(work, one, content.look)
    return _paper(
        PaperKind.CORRECTION,
        (content.number, _print_name(copy)),
        partner_language(work, content.batch),
        one,
        lambda language, _: render_correction(content, language, copy, one.at, one.by_in(language), **form),
        form,
    )


def letter_paper(work: Work, number: str, one: Print) -> Paper:
    """A dispute letter: by its own number, or the last one of a batch."""
    document = document_by_number(work.session, number)
    if document is not None and document.kind is DocumentKind.DISPUTE:
        content = DisputeLetter.from_json(document.content)
    else:
        content = dispute_letter(work, number)
    copy, form = _next_print(work, content.number, one), form_of(work, one, content.look)
    return _paper(
        PaperKind.DISPUTE_LETTER,
        (content.number, _print_name(copy)),
        partner_language(work, content.batch),
        one,
        lambda language, _: render_dispute_letter(content, language, one.at, one.by_in(language), **form),
        form,
    )


def packing_paper(work: Work, number: str, one: Print) -> Paper:
    """The packing list of a batch."""
    listed, form = packing_list(work, number), form_of(work, one)
    batch = listed.content.batch
    return _paper(
        PaperKind.PACKING_LIST,
        (batch, "packing-list"),
        partner_language(work, batch),
        one,
        lambda language, _: render_packing_list(listed, language, one.at, one.by_in(language), **form),
        form,
    )


def statement_paper(work: Work, number: str, one: Print) -> Paper:
    """A supplier's statement, by the supplier's code."""
    found, form = replace(statement(work, number, one.since, one.until), made_at=one.at), form_of(work, one)
    return _paper(
        PaperKind.STATEMENT,
        (found.code, f"statement-{found.until.isoformat()}"),
        found.language,
        one,
        lambda language, _: render_statement(found, language, one.at, one.by_in(language), **form),
        form,
    )


def evidence_paper(work: Work, number: str, one: Print) -> Paper:
    """The evidence of a batch; its pictures are fetched while it is drawn."""
    pack = evidence_of(work, number)
    dress = form_of(work, one, pack.slip.look)["dress"]
    batch = pack.slip.batch
    return _paper(
        PaperKind.EVIDENCE,
        (pack.slip.number or batch, "evidence"),
        partner_language(work, batch),
        one,
        lambda language, pictures: render_evidence(pack, language, pictures, one.at, one.by_in(language), dress=dress),
        Form(dress=dress),
    )


def form_of(work: Work, one: Print, look: PaperLook | None = None) -> Form:
    """What a paper wears: what was frozen with it, else the shop's look today; on the sheet that was asked for."""
    dress = dress_of(work, look)
    if one.size in set(PaperSize):
        dress = replace(dress, look=replace(dress.look, size=PaperSize(one.size)))
    return Form(dress=dress, bilingual=one.bilingual)


def partner_language(work: Work, number: str) -> str:
    """The language of a batch's partner, by its terms or its own. Refuses ``NotFound``."""
    batch = batch_of(work, number)
    terms = batch.terms.snapshot() if batch.terms else None
    language = (terms.language if terms else "") or batch.partner.language
    return "en" if language == "en" else "he"


def _next_print(work: Work, number: str, one: Print) -> int:
    """Which print it is: the one that was registered, else the one that the next would be."""
    if one.copy is not None:
        return one.copy
    document = document_by_number(work.session, number)
    last = last_print(work.session, document.id) if document else None
    return 0 if last is None else last + 1


def _print_name(copy: int) -> str:
    return f"copy-{copy}" if copy else Ribbon.ORIGINAL.value


def _paper(kind: PaperKind, title: tuple[str, str], usual: str, one: Print, drawing: Drawing, form: Form) -> Paper:
    number, print_name = title
    language = one.language or usual
    name = f"{number}-{print_name.replace(' ', '-')}-{language}.pdf"
    size = form["dress"].look.size.value
    numbered = print_name == Ribbon.ORIGINAL.value or print_name.startswith("copy-")
    return Paper(kind, number, f"{number} {print_name}", name, language, drawing, size=size, numbered=numbered)

"""The shop's own details, its logo and how its papers look, each with its inverse; issued papers stay as they were."""

from dataclasses import replace
from hashlib import sha256
from typing import Any

from returns_desk.domain.beginnings import company_misfits
from returns_desk.domain.events import CompanySet, LogoAdded, LookSet
from returns_desk.domain.paper_look import LONGEST_FOOTER, PaperLook, look_faults, png_size
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import BadValue, CannotUndo, NotFound
from returns_desk.domain.snapshots import Company
from returns_desk.domain.texts import kept_text
from returns_desk.store.records import LogoRecord
from returns_desk.store.work import Work
from returns_desk.usecases.require import require

COMPANY_TEXTS = ("name", "name_en", "company_number", "address", "address_en", "phone", "email")
_LONGEST_KEPT = 400  # what is longer than it may be is told so, not cut


def may_set_paper(work: Work) -> None:
    """Ask for the right, before anything is read from outside."""
    require(work, Permission.SET_PAPER)


def set_paper(work: Work, company: Company, look: PaperLook, logo: bytes | None = None) -> None:
    """Change the details and the look in one step, with a new ``logo`` (a clean PNG) where there is one.

    The inverses are those of ``set_company`` and ``set_look``. Refuses as these and ``add_logo`` do.
    """
    require(work, Permission.SET_PAPER)
    set_company(work, company)
    set_look(work, look if logo is None else replace(look, logo=add_logo(work, logo)))


def set_company(work: Work, company: Company) -> None:
    """Change the shop's details, as papers from now on name it; its currency stays, and ``look`` counts for nothing.

    The inverse is ``unset_company``. Refuses ``BadValue`` for the first field that does not fit.
    """
    require(work, Permission.SET_PAPER)
    texts: dict[str, Any] = {name: kept_text(getattr(company, name), _LONGEST_KEPT) for name in COMPANY_TEXTS}
    texts["company_number"] = texts["company_number"].upper()
    for name in company_misfits(Company(**texts)):
        raise BadValue(name, texts[name][:40])
    shop = work.shop
    before = {name: str(getattr(shop, name)) for name, text in texts.items() if getattr(shop, name) != text}
    if not before:
        return
    after = {name: texts[name] for name in before}
    _set_company(work, after)
    work.record(CompanySet(after=after, before=before))


def unset_company(work: Work, event: CompanySet) -> None:
    """Undo ``set_company``. Refuses ``CannotUndo`` once one of the details was changed again."""
    if any(getattr(work.shop, name, None) != text for name, text in event.after.items()):
        raise CannotUndo(type(event).__name__)
    _set_company(work, event.before)


def _set_company(work: Work, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        setattr(work.shop, name, text)


def set_look(work: Work, look: PaperLook) -> None:
    """Change how the shop's papers look from now on; a paper that was issued keeps its look.

    The inverse is ``unset_look``. Refuses ``BadValue`` for the first field that does not fit, ``NotFound`` for a logo
    that is not kept.
    """
    require(work, Permission.SET_PAPER)
    footers: dict[str, Any] = {
        name: kept_text(getattr(look, name), LONGEST_FOOTER + 1) for name in ("footer", "footer_en")
    }
    wanted = replace(look, colour=look.colour.strip().upper(), **footers)
    for name in look_faults(wanted):
        raise BadValue(name, str(getattr(wanted, name))[:40])
    if wanted.logo and work.get(LogoRecord, wanted.logo) is None:
        raise NotFound("logo", wanted.logo)
    now = work.shop.look_now().facts()
    after = {name: text for name, text in wanted.facts().items() if now[name] != text}
    if not after:
        return
    _set_look(work, after)
    work.record(LookSet(after=after, before={name: now[name] for name in after}))


def unset_look(work: Work, event: LookSet) -> None:
    """Undo ``set_look``. Refuses ``CannotUndo`` once the same part of the look was changed again."""
    now = work.shop.look_now().facts()
    if any(now.get(name) != text for name, text in event.after.items()):
        raise CannotUndo(type(event).__name__)
    _set_look(work, event.before)


def _set_look(work: Work, facts: dict[str, str]) -> None:
    """Keep what is not as usual; what a newer program wrote besides stays."""
    usual = PaperLook().facts()
    kept = {**work.shop.look, **facts}
    work.shop.look = {name: text for name, text in kept.items() if usual.get(name) != text}


def add_logo(work: Work, png: bytes) -> str:
    """Keep a picture, as ``exchange.logos`` makes it clean, for the head of papers; gives its SHA-256.

    No inverse of its own: nothing shows it until a look names it, and a paper may have been issued with it since.
    Refuses ``BadValue`` for bytes that are no such picture.
    """
    require(work, Permission.SET_PAPER)
    size = png_size(png)
    if size is None:
        raise BadValue("logo", "")
    known = work.get(LogoRecord, sha256(png).hexdigest())
    if known is not None:
        return known.sha256
    name = keep_logo(work, png)
    work.record(LogoAdded(sha256=name, width=size[0], height=size[1]))
    return name


def keep_logo(work: Work, png: bytes) -> str:
    """Put a clean picture among the logos; gives its SHA-256. No inverse: nothing shows it until a look names it."""
    kept = work.add(LogoRecord(sha256=sha256(png).hexdigest(), content=png, added_at=work.now))
    work.flush()
    return kept.sha256

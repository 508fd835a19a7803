"""``paper``: the shop's details, its logo and how its papers look, shown and set."""

from dataclasses import replace
from typing import Any

from returns_desk.cli.call import Call, CommandRefused
from returns_desk.cli.signing import signature
from returns_desk.desk import Desk
from returns_desk.domain.beginnings import company_misfits
from returns_desk.domain.paper_look import PaperLook, PaperSize, look_faults, png_size
from returns_desk.domain.snapshots import Company
from returns_desk.exchange.logos import read_logo
from returns_desk.usecases.look_paper import ShopPaper, shop_paper
from returns_desk.usecases.set_paper import COMPANY_TEXTS, may_set_paper, set_paper
from returns_desk.wording.events import say_event
from returns_desk.wording.paper_look import field_of_paper, say_contrast, say_paper_fault

Facts = dict[str, Any]
_LOOK = ("size", "colour", "footer", "footer_en")


def paper(call: Call) -> int:
    """Do the move that was asked for."""
    with call.desk() as desk:
        said = _set(call, desk) if call.args.move == "set" else []
        shown = desk.read(shop_paper)
    call.answer(_facts(shown), said or _lines(call, shown))
    return 0


def _set(call: Call, desk: Desk) -> list[str]:
    args, who = call.args, signature(call, desk)
    desk.run(who, may_set_paper)
    if args.logo and args.no_logo:
        raise CommandRefused(call.words("Either --logo or --no-logo"))
    before = desk.read(shop_paper).company
    company = replace(before, **_given(call, COMPANY_TEXTS))
    look = replace(before.look, **_look(call))
    _refuse_faults(call, company, look)
    logo = read_logo(args.logo) if args.logo else None
    done = desk.run(who, set_paper, company, look, logo)
    return [say_event(call.words, event) for event in done.events] or [call.words("Nothing changed")]


def _given(call: Call, names: tuple[str, ...]) -> Facts:
    """What was named on the command line."""
    given = {name: getattr(call.args, name) for name in names}
    return {name: " ".join(text.split()) for name, text in given.items() if text is not None}


def _look(call: Call) -> Facts:
    given = _given(call, _LOOK)
    if "size" in given:
        given["size"] = PaperSize(given["size"])
    if "colour" in given:
        given["colour"] = given["colour"].upper()
    return given | ({"logo": ""} if call.args.no_logo else {})


def _refuse_faults(call: Call, company: Company, look: PaperLook) -> None:
    """Say all that does not fit, with the options' names."""
    misfits = company_misfits(replace(company, company_number=company.company_number.upper()))
    found = [
        f"--{name.replace('_', '-')}: {say_paper_fault(call.words, name, str(getattr(look, name, '')), misfit)}"
        for name, misfit in ({**misfits, **dict.fromkeys(look_faults(look))}).items()
    ]
    if found:
        raise CommandRefused(". ".join(found))


def _facts(shown: ShopPaper) -> Facts:
    look, size = shown.dress.look, png_size(shown.dress.logo)
    company = {name: getattr(shown.company, name) for name in (*COMPANY_TEXTS, "currency")}
    facts = {name: getattr(look, name) for name in _LOOK}
    return {**company, **facts, "logo": look.logo, "logo_size": list(size) if size else []}


def _lines(call: Call, shown: ShopPaper) -> list[str]:
    words, facts = call.words, _facts(shown)
    facts["logo"] = "×".join(map(str, facts.pop("logo_size")))
    lines = [
        f"{field_of_paper(words, name)}: {call.clean(str(text))}"
        for name, text in facts.items()
        if text and name != "currency"
    ]
    return [*lines, say_contrast(words, shown.dress.look.colour)]

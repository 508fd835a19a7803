"""How the shop's papers look, in words: the fields, and why something does not fit in one."""

from returns_desk.domain.beginnings import Misfit
from returns_desk.domain.paper_look import LEAST_CONTRAST, LONGEST_FOOTER, contrast_on_white, is_colour
from returns_desk.wording.marks import say
from returns_desk.wording.misfits import say_misfit
from returns_desk.wording.words import Words

_FIELDS = {
    "name": say("Name of the shop"),
    "name_en": say("Name of the shop in English"),
    "company_number": say("Company number"),
    "address": say("Address"),
    "address_en": say("Address in English"),
    "phone": say("Phone"),
    "email": say("E-mail"),
    "size": say("Sheet size"),
    "colour": say("Colour"),
    "logo": say("Logo"),
    "footer": say("Footer"),
    "footer_en": say("Footer in English"),
}


def field_of_paper(words: Words, name: str) -> str:
    """What a field is called; one that a newer program has, by its own name."""
    return words(_FIELDS[name]) if name in _FIELDS else name


def say_paper_fault(words: Words, name: str, text: str, misfit: Misfit | None = None) -> str:
    """What may stand in a field; ``misfit`` for a detail of the shop, none for a part of the look."""
    if misfit is not None:
        return say_misfit(words, misfit)
    if name in ("footer", "footer_en"):
        return words("At most {count} signs", count=LONGEST_FOOTER)
    if name == "colour" and is_colour(text.upper()):
        contrast = say_contrast(words, text)
        least = words.number(LEAST_CONTRAST)
        return words(
            "{contrast}: too pale for a grey printer, at least {least} is needed", contrast=contrast, least=least
        )
    if name == "colour":
        return words("A colour is # and six signs, such as {example}", example="#0B5C6B")
    return words("This does not fit")


def say_contrast(words: Words, colour: str) -> str:
    """How well a colour is read on white, as WCAG counts it."""
    return words("Contrast on white {contrast}", contrast=f"{contrast_on_white(colour.upper()):.1f}")

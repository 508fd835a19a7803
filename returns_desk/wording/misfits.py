"""A sentence for every field that does not fit when a shop is begun: what may stand there."""

from returns_desk.domain.beginnings import LONGEST_TEXT, Misfit
from returns_desk.wording.words import Words


def say_misfit(words: Words, misfit: Misfit) -> str:
    """What may stand in the field."""
    return {
        Misfit.MISSING: words("This is needed"),
        Misfit.TOO_LONG: words("At most {count} signs", count=LONGEST_TEXT),
        Misfit.NOT_A_COMPANY_NUMBER: words("Digits and Latin letters, 2 to 20 of them"),
        Misfit.NOT_A_PHONE: words("Digits, with + in front or - between them"),
        Misfit.NOT_A_MAIL_ADDRESS: words("A mail address, such as {example}", example="returns@shop.example"),
        Misfit.NOT_A_CURRENCY: words("Three Latin letters, such as {example}", example="ILS"),
        Misfit.NOT_A_BADGE: words("A badge begins with ID- and has only A-Z, 0-9 and -"),
        Misfit.NOT_A_PIN: words("A PIN has 4 to 12 digits"),
    }[misfit]

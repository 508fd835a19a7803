"""How a return travels, as people say it."""

from returns_desk.wording.words import Words


def channel(words: Words, text: str) -> str:
    """Say one of the usual channels in the person's language; a shop's own channel is said as it is written."""
    match text.casefold():
        case "courier":
            return words("courier")
        case "post":
            return words("post")
        case "pickup point":
            return words("pickup point")
        case "locker":
            return words("locker")
        case "shop":
            return words("shop")
        case _:
            return text

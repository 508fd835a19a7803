"""What the kinds of things are called in a sentence."""

from returns_desk.wording.words import Words


def thing_name(words: Words, kind: str) -> str:
    """A kind of thing by its name in a refusal: parcel, item, batch; as it is where it has none."""
    return {
        "parcel": words("parcel"),
        "item": words("item"),
        "number": words("number"),
        "batch": words("batch"),
        "recall": words("recall notice"),
        "product": words("product"),
        "rma": words("return authorization"),
        "order": words("order"),
        "supplier": words("supplier"),
        "person": words("person"),
        "exception": words("exception"),
        "document": words("document"),
        "step": words("step"),
        "shop": words("shop"),
        "policy": words("policy"),
        "rules": words("version of the rules"),
        "terms": words("version of the terms"),
        "photo": words("photograph"),
        "file": words("file"),
        "place": words("place"),
        "job": words("print job"),
        "move": words("stock movement"),
        "credit": words("credit"),
        "delegation": words("delegation"),
    }.get(kind, kind)

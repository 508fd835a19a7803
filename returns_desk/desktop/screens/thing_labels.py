"""Which labels a thing has besides its own: that a piece is held or damaged, and the tote of a gift or of recycling."""

from returns_desk.desktop.screens.giving_acts import has_tote
from returns_desk.desktop.screens.item_jobs import ThingLook
from returns_desk.domain.items import NO_PIECE
from returns_desk.domain.snapshots import BatchSnapshot, ItemSnapshot
from returns_desk.wording import Words


def labels_of(words: Words, look: ThingLook) -> tuple[tuple[str, str], ...]:
    """The kinds of label that can be seen and printed, each with what its button says; its own first."""
    thing = look.thing
    if isinstance(thing, BatchSnapshot):
        return (("tote", words("Tote label")),) if has_tote(thing) else ()
    if look.kind == "parcel":
        return (("parcel", words("Show label")),)
    if not isinstance(thing, ItemSnapshot) or thing.state in NO_PIECE:
        return ()
    held = (("hold", words("Hold label")),) if thing.held else ()
    damaged = (("damage", words("Damage label")),) if thing.findings else ()
    return (("item", words("Show label")), *held, *damaged)

"""What is asked before a slip is corrected: which pieces are here, and why."""

from returns_desk.desktop.dialogs.entry import Field, FieldKind
from returns_desk.desktop.screens.asked_form import Form
from returns_desk.desktop.screens.batch_jobs import Answers
from returns_desk.desktop.screens.panels.names import product_name
from returns_desk.domain.snapshots import BatchSnapshot
from returns_desk.wording import Words

_MOST_BOXES = 8  # more lines are named by their labels
_BOX = "line_"


def correct_form(words: Words, batch: BatchSnapshot) -> Form:
    """A box a line of a small batch, else a field for labels; and the note."""
    lines = batch.lines
    note = Field("note", words("Note"), needed=True, hint=words("Why they are here"))
    if len(lines) <= _MOST_BOXES:
        boxes = [
            Field(
                f"{_BOX}{line.item.number}",
                words("{item}: {product}", item=line.item.number, product=product_name(words, line.item.product)),
                FieldKind.YES,
            )
            for line in lines
        ]
        fields = (note, *boxes)
    else:
        hint = words("Item numbers, a blank between them")
        fields = (Field("items", words("Items that are here"), needed=True, hint=hint), note)
    title = words("Correct the slip of {number}: which items did not leave?", number=batch.row.number)
    return Form(title, fields, words("Go on to badge and PIN"))


def items_of(facts: Answers) -> tuple[str, ...]:
    """The pieces that were ticked or named."""
    ticked = [name.removeprefix(_BOX) for name, answer in facts.items() if name.startswith(_BOX) and answer]
    return (*ticked, *facts.get("items", "").replace(",", " ").split())

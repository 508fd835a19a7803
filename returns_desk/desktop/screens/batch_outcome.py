"""How a decision over one or several batches went, in words: each that was refused is named, whatever went well."""

from returns_desk.desktop.screens.batch_jobs import Outcome
from returns_desk.domain.events import BatchApproved
from returns_desk.wording import Words
from returns_desk.wording.events import say_event
from returns_desk.wording.refusals import refusal_line

_MOST_LINES = 4


def say_outcome(words: Words, outcome: Outcome) -> tuple[str, str]:
    """Tone and text; of several that were approved only the numbers are said."""
    approved = [event.number for event in outcome.events if isinstance(event, BatchApproved)]
    if len(approved) > 1 or (approved and outcome.refusals):
        said = [words("Approved: {numbers}", numbers=", ".join(approved))]
    else:
        said = list(dict.fromkeys(say_event(words, event) for event in outcome.events))[:_MOST_LINES]
    several = len(approved) + len(outcome.refused) > 1
    for place, refusal in enumerate(outcome.refusals):
        number = outcome.refused[place] if several and place < len(outcome.refused) else ""
        line = refusal_line(words, refusal)
        said.append(words("Not {number}: {why}", number=number, why=line) if number else line)
    return "bad" if outcome.refusals else "ok", "\n".join(said)

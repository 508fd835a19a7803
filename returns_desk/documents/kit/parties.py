"""The two sides of a paper: who writes, to whom, and how each is reached."""

from collections.abc import Sequence
from typing import NamedTuple

from returns_desk.documents.kit.bidi import own_direction
from returns_desk.documents.kit.facts import Fact, draw_facts
from returns_desk.documents.kit.flow import Flow
from returns_desk.documents.kit.looks import LABEL, NAME, SMALL, TEXT
from returns_desk.documents.kit.page import MARGIN
from returns_desk.domain.slips import SlipParty
from returns_desk.wording import Words

_GAP = 20.0
_COLUMNS = 3


class Side(NamedTuple):
    """One side with what stands above its name; ``registered``: its number is a registration, not a company's."""

    label: str
    party: SlipParty
    registered: bool = False


def both_sides(flow: Flow, company: SlipParty, partner: SlipParty, *, registered: bool = False) -> tuple[Side, Side]:
    """From us, to them."""
    label = flow.voices.label
    return (
        Side(label(lambda words: words("From")), company),
        Side(label(lambda words: words("To")), partner, registered),
    )


def draw_sides(flow: Flow, sides: Sequence[Side], facts: Sequence[Fact]) -> None:
    """Draw both sides and, in the third column, the paper's facts."""
    width = (flow.pen.inner - (_COLUMNS - 1) * _GAP) / _COLUMNS
    down = flow.down
    ends = [_draw_side(flow, side, MARGIN + place * (width + _GAP), width) for place, side in enumerate(sides)]
    ends.append(draw_facts(flow.pen, facts, (MARGIN + len(sides) * (width + _GAP), down), width))
    flow.down = max(ends) + 11


def party_lines(words: Words, party: SlipParty, *, registered: bool = False) -> list[str]:
    """Number, address and ways to reach one side, one line each, without empty ones.

    A charity or recycler is ``registered`` by its number, where a shop or supplier has a company number.
    """
    number = words("Registration no. {number}" if registered else "Company no. {number}", number=party.company_number)
    lines = [
        number if party.company_number else "",
        own_direction(party.address_in(words.language)),
        words("Contact: {name}", name=party.contact) if party.contact else "",
        words("Phone {number}", number=party.phone) if party.phone else "",
        own_direction(party.email),
    ]
    return [line for line in lines if line]


def _draw_side(flow: Flow, side: Side, along: float, width: float) -> float:
    pen, down = flow.pen, flow.down
    pen.text(side.label, (along, down + LABEL.size), LABEL)
    down += 13
    for place, name in enumerate(flow.voices.named(side.party.name_in)):
        down = pen.block(own_direction(name), (along, down), width, SMALL if place else NAME, most=14)
    down += 2
    for line in party_lines(flow.voices.words, side.party, registered=side.registered):
        down = pen.block(line, (along, down), width, TEXT)
    return down

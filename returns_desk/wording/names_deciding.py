"""Names of what a decision reckons with: the parts of an option's money, the streams of a recycler."""

from enum import StrEnum

from returns_desk.domain.recommendation import PartKind
from returns_desk.domain.rules import Stream
from returns_desk.wording.marks import say

DECIDING: dict[type[StrEnum], dict[StrEnum, str]] = {
    PartKind: {
        PartKind.PRICE: say("Share of the price"),
        PartKind.CREDIT: say("Credit"),
        PartKind.RESTOCKING_FEE: say("Restocking fee"),
        PartKind.RISK: say("Risk that it is not credited"),
        PartKind.MINIMUM: say("Risk below the minimum"),
        PartKind.DONATION: say("Value of the donation"),
        PartKind.HANDLING: say("Handling"),
        PartKind.DESTROYING: say("Destroying it here"),
        PartKind.FREIGHT: say("Freight"),
        PartKind.RECYCLING_FEE: say("Recycling fee"),
    },
    Stream: {
        Stream.ELECTRONIC: say("Electronics"),
        Stream.BATTERIES: say("Batteries"),
        Stream.TEXTILE: say("Textile"),
        Stream.PAPER: say("Paper and cardboard"),
        Stream.PLASTIC: say("Plastic"),
        Stream.GLASS: say("Glass"),
        Stream.METAL: say("Metal"),
        Stream.CHEMICAL: say("Chemicals"),
        Stream.MIXED: say("Mixed waste"),
    },
}

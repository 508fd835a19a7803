"""Which way for a piece is meant, and how questions keep it: by a disposition, or by what the piece is to become."""

from returns_desk.domain.items import Disposition, StockStatus
from returns_desk.domain.recommendation import DISPOSITION_OF, Option, Recommendation


def name_of_way(disposition: Disposition, becomes: StockStatus | None = None) -> str:
    """What a question keeps of a way; ``becomes`` where one of the two ways into the stock was chosen by name."""
    return becomes.value if becomes is not None else disposition.value


def way_named(name: str) -> tuple[Disposition, StockStatus | None]:
    """The way that a question kept."""
    if name in set(Disposition):
        return Disposition(name), None
    becomes = StockStatus(name)
    return DISPOSITION_OF[becomes], becomes


def option_meant(
    recommendation: Recommendation, disposition: Disposition, becomes: StockStatus | None = None
) -> Option:
    """The option that is meant; of two ways into the stock the recommended one, else the better open one."""
    advised = recommendation.advised
    if becomes is not None:
        return recommendation.becoming(becomes)
    if advised is not None and advised.disposition is disposition:
        return advised
    return recommendation.option(disposition)

"""What stands under a slip's title: both sides, when and under which numbers the goods go, and how they travel."""

from returns_desk.documents.kit.facts import draw_strip
from returns_desk.documents.kit.flow import Flow
from returns_desk.documents.kit.parties import both_sides, draw_sides
from returns_desk.documents.slips.facts import issue_facts, journey_facts
from returns_desk.documents.slips.print import SlipPrint
from returns_desk.domain.batches import PartnerKind


def begun(slip: SlipPrint) -> Flow:
    """Begin a paper in the shape of slips: its head, down to where its lines begin."""
    flow = Flow(slip.heading, slip.voices, slip.stamp, slip.dress)
    content = slip.content
    registered = content.kind is not PartnerKind.SUPPLIER
    draw_sides(flow, both_sides(flow, content.company, content.partner, registered=registered), issue_facts(slip))
    draw_strip(flow, journey_facts(slip))
    flow.down += 12
    return flow

"""Each decision is kept with all that it was made from, so that it can be counted, and asked again of other rules.

What every way would have brought and what blocked it stands once, in the journal's entry of the decision, where nobody
can change it; here is what it takes to ask again, and what is counted.
"""

from returns_desk.domain.decisions import facts_of, nets_of
from returns_desk.domain.items import OverrideReason
from returns_desk.domain.recommendation import Option, Recommendation
from returns_desk.store.lookups.kept_decisions import standing_decision
from returns_desk.store.records import DecisionRecord, ItemRecord
from returns_desk.store.work import Work


def keep_decision(
    work: Work, item: ItemRecord, option: Option, recommendation: Recommendation, override: OverrideReason | None
) -> None:
    """Keep what was asked, advised and chosen; the inverse is ``strike_out``."""
    case, rule = recommendation.case, recommendation.rule
    assert case is not None, "the rule was asked of this piece"
    advised = recommendation.advised
    work.add(
        DecisionRecord(
            item_id=item.id,
            at=work.now,
            person_id=work.person_id,
            category=case.category,
            supplier=case.supplier,
            rule_version=rule.version,
            rule=rule.key,
            advised=advised.becomes if advised else None,
            chosen=option.becomes,
            override=override,
            net=option.net.minor,
            currency=case.currency,
            facts=facts_of(case),
            nets=nets_of(recommendation),
        )
    )


def strike_out(work: Work, item: ItemRecord) -> None:
    """Let a piece's decision count no more; the inverse is ``let_count``. Older ones were never kept."""
    standing = standing_decision(work.session, item.id)
    if standing is not None:
        standing.undone = True


def let_count(work: Work, decision_id: str) -> None:
    """Let a decision that was struck out count again."""
    decision = work.get(DecisionRecord, decision_id)
    if decision is not None:
        decision.undone = False

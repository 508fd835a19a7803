"""How often the rules' advice was not taken: by row of the rules, by clerk, by supplier and by reason."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta

from returns_desk.domain.overrides import Judged, OverrideCount, OverrideCounts
from returns_desk.store.lookups.overrides import judged_since, names_of_partners, names_of_people
from returns_desk.store.work import Work

PERIOD = 90  # days

Names = Mapping[str, tuple[str, str]]


def overrides(work: Work, days: int = PERIOD) -> OverrideCounts:
    """Count decisions and overrides of the last days, the present one among them."""
    alike = judged_since(work.session, work.now - timedelta(days=days))
    all_of_them = sum(each.decisions for each in alike)
    people = names_of_people(work.session, {each.person_id for each in alike if each.person_id})
    partners = names_of_partners(work.session, {each.supplier for each in alike if each.supplier})
    against = [each for each in alike if each.reason is not None]
    return OverrideCounts(
        days=days,
        decisions=all_of_them,
        overrides=sum(each.decisions for each in against),
        rows=_counted(alike, lambda each: each.rule),
        clerks=_counted(alike, lambda each: each.person_id, people),
        suppliers=_counted(alike, lambda each: each.supplier, partners),
        reasons=_most_first(OverrideCount(reason, all_of_them, count) for reason, count in _by_reason(against).items()),
    )


def _counted(
    alike: list[Judged], key: Callable[[Judged], str], names: Names | None = None
) -> tuple[OverrideCount, ...]:
    decisions: dict[str, int] = defaultdict(int)
    against: dict[str, int] = defaultdict(int)
    for each in alike:
        decisions[key(each)] += each.decisions
        against[key(each)] += each.decisions if each.reason is not None else 0
    named = names or {}
    return _most_first(
        OverrideCount(one, count, against[one], *named.get(one, ("", ""))) for one, count in decisions.items()
    )


def _by_reason(against: list[Judged]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for each in against:
        counts[str(each.reason)] += each.decisions
    return counts


def _most_first(counts: Iterable[OverrideCount]) -> tuple[OverrideCount, ...]:
    return tuple(sorted(counts, key=lambda count: (-count.overrides, -count.decisions, count.key)))

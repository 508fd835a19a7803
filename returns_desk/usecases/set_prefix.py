"""The shop's GS1 company prefix: with one, cartons get numbers that every carrier and supplier can read (SSCC)."""

from returns_desk.domain.events import PrefixSet
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import BadValue, CannotUndo
from returns_desk.domain.sscc import is_company_prefix
from returns_desk.store.work import Work
from returns_desk.usecases.require import require


def set_gs1_prefix(work: Work, prefix: str) -> None:
    """Note the shop's company prefix, 7 to 10 digits; empty: it has none. The inverse is ``unset_gs1_prefix``.

    Cartons that have a number keep it. Refuses ``BadValue``.
    """
    require(work, Permission.SET_RULES)
    given = "".join(prefix.split())
    if given and not is_company_prefix(given):
        raise BadValue("gs1_prefix", prefix[:40])
    before = work.shop.gs1_prefix
    work.shop.gs1_prefix = given
    work.record(PrefixSet(prefix=given, before=before))


def unset_gs1_prefix(work: Work, event: PrefixSet) -> None:
    """Undo ``set_gs1_prefix``. Refuses ``CannotUndo`` once another was set."""
    if work.shop.gs1_prefix != event.prefix:
        raise CannotUndo("PrefixSet")
    work.shop.gs1_prefix = event.before

"""The shop writes down what a supplier agreed to: its terms in a new version, from a day on; with its inverse."""

from dataclasses import replace

from returns_desk.domain.events import TermsSet
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import CannotUndo
from returns_desk.domain.terms import SupplierTerms
from returns_desk.store.lookups.catalogue import lock_partner, newest_terms
from returns_desk.store.lookups.terms import batch_goes_by, decided_by_terms
from returns_desk.store.records import TermsRecord
from returns_desk.store.records.catalogue import terms_body
from returns_desk.store.work import Work
from returns_desk.usecases.require import require
from returns_desk.usecases.supplier_named import supplier_named


def may_set_terms(work: Work) -> None:
    """Ask for the right, before a file is looked through."""
    require(work, Permission.SET_RULES)


def set_terms(work: Work, supplier: str, terms: SupplierTerms) -> int:
    """Write down a supplier's next version, in force from the terms' ``valid_from`` on; gives the version's number.

    The version that is passed in counts for nothing: it is the next one. Batches and decisions keep the version by
    which they were made. What is already written down, word for word, is no new version. The inverse is
    ``unset_terms``. Refuses ``TermsRefused`` with all that is wrong with the terms, and ``NotFound``.
    """
    require(work, Permission.SET_RULES)
    # WORKAROUND(start-up): undo brings this module, and the first scan should not wait for what checks terms
    from returns_desk.domain.check_terms import Before, term_faults  # noqa: PLC0415  see above
    from returns_desk.domain.term_faults import TermsRefused  # noqa: PLC0415  see above

    partner = supplier_named(work, supplier)
    lock_partner(work.session, partner.id)
    newest = newest_terms(work.session, partner.id)
    if newest is not None and replace(newest.snapshot(), version=terms.version) == terms:
        return newest.version
    faults = term_faults(terms, Before(work.today, newest.valid_from if newest else None))
    if faults:
        raise TermsRefused(faults)
    record = work.add(
        TermsRecord(
            partner_id=partner.id,
            version=(newest.version if newest else 0) + 1,
            valid_from=terms.valid_from,
            body=terms_body(terms),
        )
    )
    work.flush()
    work.session.info.pop("terms in force", None)
    work.record(
        TermsSet(supplier=partner.code, version=record.version, valid_from=record.valid_from.isoformat()),
    )
    return record.version


def unset_terms(work: Work, event: TermsSet) -> None:
    """Undo ``set_terms``.

    Refuses ``CannotUndo`` once there is a later version, or a batch or a decision that goes by this one.
    """
    partner = supplier_named(work, event.supplier)
    newest = newest_terms(work.session, partner.id)
    if (
        newest is None
        or newest.version != event.version
        or batch_goes_by(work.session, newest.id)
        or decided_by_terms(work.session, partner.code, newest.version)
    ):
        raise CannotUndo(type(event).__name__)
    work.session.delete(newest)
    work.flush()
    work.session.info.pop("terms in force", None)

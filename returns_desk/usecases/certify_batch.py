"""A charity or recycler confirms what it received: its certificate's number is kept, and the batch may close."""

from datetime import date

from returns_desk.domain.batches import BatchState, PartnerKind
from returns_desk.domain.codes import lookup_key
from returns_desk.domain.events import BatchCertified
from returns_desk.domain.giving_refusals import CertificateUsedBefore, NoCertificate, NoRegistration, NotForSuppliers
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import BadValue, CannotUndo, WrongState
from returns_desk.domain.texts import kept_text
from returns_desk.store.lookups.catalogue import lock_partner
from returns_desk.store.lookups.landfill import certified_with
from returns_desk.store.records import BatchRecord
from returns_desk.store.work import Work
from returns_desk.usecases.batch_steps import batch_to_change
from returns_desk.usecases.require import require

_CERTIFIABLE = (BatchState.SHIPPED, BatchState.PENDING_CREDIT, BatchState.CLOSED)


def certify_batch(work: Work, number: str, certificate: str, at: date | None = None, *, again: bool = False) -> None:
    """Keep the number of a recipient's certificate or receipt, of its own day; ``again``: it covers other batches too.

    A late one is kept at a closed batch too. The inverse is ``uncertify``. Refuses ``NotFound``, ``NotForSuppliers``,
    ``WrongState`` before the goods left, ``BadValue`` (no number, a day to come or before they left),
    ``CertificateUsedBefore``.
    """
    require(work, Permission.SHIP_BATCH)
    given, day = kept_text(certificate, 60), at or work.today
    if not given:
        raise BadValue("certificate", certificate)
    batch = batch_to_change(work, number)
    if batch.kind is PartnerKind.SUPPLIER:
        raise NotForSuppliers(batch.number)
    if batch.state not in _CERTIFIABLE or batch.shipped_at is None:
        raise WrongState("batch", batch.number, batch.state.value)
    if not batch.shipped_at.astimezone().date() <= day <= work.today:
        raise BadValue("date", day.isoformat())
    lock_partner(work.session, batch.partner_id)  # another station may be keeping it with another batch just now
    other = certified_with(work.session, batch.partner_id, lookup_key(given), but=batch.id)
    if other is not None and not again:
        raise CertificateUsedBefore(given, other)
    work.record(
        BatchCertified(
            batch_id=batch.id,
            number=batch.number,
            certificate=given,
            day=day.isoformat(),
            state=batch.state.value,
            certificate_before=batch.certificate,
            day_before=batch.certificate_at.isoformat() if batch.certificate_at else "",
        )
    )
    batch.certificate, batch.certificate_at = given, day


def uncertify(work: Work, event: BatchCertified) -> None:
    """Undo ``certify_batch``. Refuses ``CannotUndo`` once another was kept, or the batch went on."""
    batch = work.get(BatchRecord, event.batch_id)
    assert batch is not None
    if batch.certificate != event.certificate or batch.state.value != event.state:
        raise CannotUndo(batch.number)
    batch.certificate = event.certificate_before
    batch.certificate_at = date.fromisoformat(event.day_before) if event.day_before else None


def ask_certificate(batch: BatchRecord, note: str) -> None:
    """A gift or a recycling closes without a certificate only with a note that says why. Refuses ``NoCertificate``."""
    if batch.kind is not PartnerKind.SUPPLIER and not batch.certificate and not note.strip():
        raise NoCertificate(batch.number)


def ask_registration(batch: BatchRecord, note: str) -> None:
    """A gift to a charity without a registration number is approved only with a note. Refuses ``NoRegistration``."""
    partner = batch.partner
    if batch.kind is PartnerKind.CHARITY and not partner.company_number and not note.strip():
        raise NoRegistration(batch.number, partner.name, partner.name_en)

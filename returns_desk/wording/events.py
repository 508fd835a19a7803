"""A sentence for every event: the band, the last steps and the timelines say the same."""

from returns_desk.domain import events as e
from returns_desk.domain.grades import Finding, Grade, StatedReason
from returns_desk.domain.items import ReceiptOutcome
from returns_desk.domain.money import Money
from returns_desk.domain.people import Role
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.wording.approval import say_delegation_event, with_signing
from returns_desk.wording.arrival import say_arrival_event
from returns_desk.wording.contents import say_contents_event
from returns_desk.wording.crediting import say_credit_event
from returns_desk.wording.events_board import say_board_event
from returns_desk.wording.events_customers import say_customer_event
from returns_desk.wording.events_exceptions import say_hold_event, say_settled_event
from returns_desk.wording.events_giving import say_giving_event
from returns_desk.wording.events_inspection import say_inspection
from returns_desk.wording.events_packing import say_packing_event
from returns_desk.wording.events_paper_look import say_paper_look_event
from returns_desk.wording.events_papers import say_paper_event
from returns_desk.wording.events_photos import say_photo_event, with_photos_missing
from returns_desk.wording.events_places import say_place_event
from returns_desk.wording.events_printing import say_printing_event
from returns_desk.wording.events_rules import say_rules_event
from returns_desk.wording.recalls import say_recall_event
from returns_desk.wording.undone import say_undone
from returns_desk.wording.ways import say_way_decided
from returns_desk.wording.words import Words


def say_event(words: Words, event: object) -> str:
    """What happened, in one sentence."""
    for family in _FAMILIES:
        said = family(words, event)
        if said:
            return with_signing(words, event, said)
    return type(event).__name__


def _of_person(words: Words, event: object) -> str | None:
    match event:
        case e.ShopStarted(name=name):
            return words("The desk of {name} was opened", name=name)
        case e.PersonAdded(name=name, role=role):
            return words("{name} may work here now ({role})", name=name, role=words.name(Role(role)))
        case e.SignedIn(role=role):
            return words("Hello, {name} ({role})", name=_named(words, event), role=words.name(Role(role)))
        case e.SignedOut():
            return words("{name} signed out", name=_named(words, event))
        case e.PinProven():
            return words("{name} gave badge and PIN", name=_named(words, event))
    return None


def _of_shop(words: Words, event: object) -> str | None:
    match event:
        case e.Refused(scan=scan):
            return words("Refused: {scan}", scan=scan) if scan else words("A step was refused")
        case e.RowsImported(file=file, taken=taken, changed=changed, refused=refused):
            return words(
                "{file} imported: {taken} taken, {changed} changed, {refused} refused",
                file=file,
                taken=taken,
                changed=changed,
                refused=refused,
            )
        case e.ReturnsAnnounced(added=added, changed=changed):
            return words("Announced lines: {added} new, {changed} changed", added=added, changed=changed)
        case e.StepUndone():
            return say_undone(words, event)
    return None


def _of_parcel(words: Words, event: object) -> str | None:
    match event:
        case e.ParcelReceived(number=number, announced=False):
            return words("Unknown parcel, received as {number}", number=number)
        case e.ParcelReceived(number=number, rmas=rmas) if len(rmas) > 1:
            return words("Parcel {number} received with {rmas}", number=number, rmas=", ".join(rmas))
        case e.ParcelReceived(number=number):
            return words("Parcel {number} received", number=number)
        case e.ParcelMatched(number=number, rma=rma):
            return words("{rma} is in parcel {number}", rma=rma, number=number)
    return None


def _of_bench(words: Words, event: object) -> str | None:
    match event:
        case e.ParcelReopened(number=number):
            return words("Parcel {number} is open again", number=number)
        case e.ParcelSetAside(number=number):
            return words("Parcel {number} set aside, not finished", number=number)
        case e.ParcelClosed(number=number, items=items, missing=0):
            return words("Parcel {number} closed, items: {items}", number=number, items=items)
        case e.ParcelClosed(number=number, items=items, missing=missing):
            return words(
                "Parcel {number} closed, items: {items}, missing: {missing}",
                number=number,
                items=items,
                missing=missing,
            )
        case e.QuestionAsked(kind=kind):
            return words.name(QuestionKind(kind))
    return None


def _of_item(words: Words, event: object) -> str | None:
    match event:
        case e.ItemTaken(outcome=ReceiptOutcome.EXPECTED):
            return words("Item recognised: {product}", product=_named(words, event, "product"))
        case e.ItemTaken(outcome=outcome):
            name = words.name(ReceiptOutcome(outcome))
            return words("{product} taken: {outcome}", product=_named(words, event, "product"), outcome=name)
        case e.ItemPickedUp():
            return words("Again in hand: {product}", product=_named(words, event, "product"))
    return None


def _of_inspection(words: Words, event: object) -> str | None:
    match event:
        case e.ItemGraded(grade=grade):
            return words("Grade {grade}: {name}", grade=grade, name=words.name(Grade(grade)))
        case e.FindingAdded(finding=finding):
            return words("Found: {finding}", finding=words.name(Finding(finding)))
        case e.FindingRemoved(finding=finding):
            return words("Not found after all: {finding}", finding=words.name(Finding(finding)))
        case e.ReasonStated(reason=reason):
            return words("The customer says: {reason}", reason=words.name(StatedReason(reason)))
        case e.NoteWritten(note=note):
            return words("Note: {note}", note=note)
    return None


def _of_decision(words: Words, event: object) -> str | None:
    if not isinstance(event, e.ItemDecided):
        return None
    return with_photos_missing(words, _decided(words, event), event.photos_missing)


def _decided(words: Words, event: e.ItemDecided) -> str:
    number, name = event.number, say_way_decided(words, event)
    if event.batch:
        return words("{number}: {decision}, batch {batch}", number=number, decision=name, batch=event.batch)
    if event.place:
        return words("{number}: {decision}, place {place}", number=number, decision=name, place=event.place)
    return words("{number}: {decision}", number=number, decision=name)


def _of_label(words: Words, event: object) -> str | None:
    match event:
        case e.LabelQueued(number=number, again=True):
            return words("Label {number} will be printed again", number=number)
        case e.LabelQueued(number=number):
            return words("Label {number} will be printed", number=number)
    return None


def _of_batch(words: Words, event: object) -> str | None:
    match event:
        case e.BatchOpened(number=number):
            return words("Batch {number} begun for {partner}", number=number, partner=_named(words, event, "partner"))
        case e.BatchSubmitted(number=number, lines=lines):
            return words("Batch {number} waits for approval, lines: {lines}", number=number, lines=lines)
        case e.BatchWithdrawn(number=number):
            return words("Batch {number} is collecting again", number=number)
        case e.BatchApproved(number=number, lines=lines):
            money = words.money(Money(event.expected_minor, event.currency))
            return words("Batch {number} approved, lines: {lines}, {money}", number=number, lines=lines, money=money)
    return None


def _of_refused_batch(words: Words, event: object) -> str | None:
    match event:
        case e.LineSentBack(number=number, item=item):
            return words("{item} sent back from batch {number}", item=item, number=number)
        case e.LinePulled(number=number, item=item):
            return words("{item} taken out of batch {number}", item=item, number=number)
        case e.BatchSentBack(number=number, note=note):
            return words("Batch {number} sent back: {note}", number=number, note=note)
        case e.BatchRejected(number=number, note=note):
            return words("Batch {number} rejected: {note}", number=number, note=note)
        case e.BatchCancelled(number=number):
            return words("Batch {number} cancelled", number=number)
    return None


def _of_supplier(words: Words, event: object) -> str | None:
    match event:
        case e.BatchAuthorized(number=number, authorization=authorization):
            return words("The supplier's number for {number}: {given}", number=number, given=authorization)
        case e.BatchPacked(number=number, packages=packages):
            return words("Batch {number} packed, packages: {packages}", number=number, packages=packages)
        case e.BatchShipped(number=number, waybill=waybill) if waybill:
            return words("Batch {number} shipped, waybill {waybill}", number=number, waybill=waybill)
        case e.BatchShipped(number=number):
            return words("Batch {number} shipped", number=number)
        case e.BatchClosed(number=number):
            return words("Batch {number} closed", number=number)
    return None


def _named(words: Words, event: object, fact: str = "name") -> str:
    """A name that the event holds in both languages, in ours where there is one."""
    name, name_en = getattr(event, fact, ""), getattr(event, f"{fact}_en", "")
    return str((name_en or name) if words.language == "en" else (name or name_en))


_FAMILIES = (
    _of_person,
    _of_shop,
    say_arrival_event,
    _of_parcel,
    _of_bench,
    _of_item,
    say_contents_event,
    _of_inspection,
    say_inspection,
    _of_decision,
    say_customer_event,
    say_rules_event,
    say_photo_event,
    say_hold_event,
    say_settled_event,
    say_recall_event,
    say_place_event,
    say_delegation_event,
    _of_label,
    _of_batch,
    _of_refused_batch,
    _of_supplier,
    say_credit_event,
    say_board_event,
    say_packing_event,
    say_paper_event,
    say_paper_look_event,
    say_printing_event,
    say_giving_event,
)

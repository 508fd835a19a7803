"""What the detail of a found thing says, as plain text: title, numbers, chips, facts, where one can go from it."""

from dataclasses import dataclass

from returns_desk.desktop.screens.arrival_facts import arrival_facts, promise_facts
from returns_desk.desktop.screens.batch_lines import say_marks
from returns_desk.desktop.screens.batch_words import STATE_TONES, partner_name, say_items, say_terms
from returns_desk.desktop.screens.item_facts import seen_facts, told_facts
from returns_desk.desktop.screens.item_jobs import ThingLook
from returns_desk.desktop.screens.joined import joined
from returns_desk.desktop.screens.panels.choosing_keys import is_unmatched
from returns_desk.desktop.screens.panels.names import product_name
from returns_desk.desktop.screens.thing_words import say_kind, say_rma_state, waits_for
from returns_desk.domain.recommendation import Recommendation
from returns_desk.domain.snapshots import BatchSnapshot, ItemSnapshot, ParcelSnapshot, RmaSnapshot
from returns_desk.usecases.look_stock import ProductStock
from returns_desk.wording import Words
from returns_desk.wording.channels import channel
from returns_desk.wording.options import say_recommendation
from returns_desk.wording.stock import say_heap

_MOST_THINGS = 3
Fact = tuple[str, str, bool]  # name, value, whether it is a number or code


@dataclass(frozen=True)
class Shown:
    """The detail's words."""

    title: str
    numbers: str
    chips: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]
    wide: tuple[Fact, ...] = ()
    things: tuple[tuple[str, str, str], ...] = ()  # kind, number, the button's words
    says: str = ""
    waits: str = ""


def describe(words: Words, look: ThingLook) -> Shown:
    """Put a thing into words."""
    match look.thing:
        case ItemSnapshot():
            return _item(words, look.thing, look)
        case ParcelSnapshot():
            return _parcel(words, look.thing)
        case RmaSnapshot():
            return _rma(words, look.thing)
        case BatchSnapshot():
            return _batch(words, look.thing)
        case ProductStock():
            return _product(words, look.thing)


def _item(words: Words, item: ItemSnapshot, look: ThingLook) -> Shown:
    marks = say_marks(words, item) if item.serial or item.lot else ""
    cost = words.money(item.product.cost) if item.product.cost else ""
    return Shown(
        title=product_name(words, item.product) + _times(words, item),
        numbers=joined(words, item.number, words("SKU {sku}", sku=item.product.sku), marks),
        chips=_item_chips(words, item),
        facts=(
            (words("Customer"), item.customer, False),
            (words("Return"), item.rma, True),
            (words("Parcel"), item.parcel, True),
            (words("Received"), words.moment(item.received_at), True),
            (words("Batch"), item.batch, True),
            (words("Place"), item.place, True),
            (words("Cost"), cost, True),
            *promise_facts(words, item),
            *seen_facts(words, item),
        ),
        wide=told_facts(words, item, look.timeline, look.inspections),
        things=_from_item(words, item),
        says=_say_recommendation(words, item, look.recommendation),
        waits=waits_for(words, item),
    )


def _times(words: Words, item: ItemSnapshot) -> str:
    if item.carton:
        return f" · {words('Carton of {count}', count=item.quantity)}"
    return f" × {item.quantity}" if item.quantity > 1 else ""


def _item_chips(words: Words, item: ItemSnapshot) -> tuple[tuple[str, str], ...]:
    chips = []
    if item.grade is not None:
        chips.append(
            (joined(words, item.grade.value, words.name(item.grade)), "bad" if item.grade.defective else "brand")
        )
    if item.disposition is not None:
        chips.append((words.name(item.disposition), item.disposition.value))
    if item.held:
        chips.append((words("On hold"), "ask"))
    chips.append((words.name(item.state), ""))
    chips += [(words.name(finding), "ask") for finding in item.findings]
    chips.append((words.name(item.outcome), ""))
    return tuple(chips)


def _from_item(words: Words, item: ItemSnapshot) -> tuple[tuple[str, str, str], ...]:
    ways = []
    if item.batch:
        ways.append(("batch", item.batch, words("Go to batch {number}", number=item.batch)))
    if item.parcel:
        ways.append(("parcel", item.parcel, words("Show its parcel")))
    if item.rma:
        ways.append(("rma", item.rma, words("Show its return")))
    ways.append(("product", item.product.sku, words("Show its product")))
    return tuple(ways)


def _say_recommendation(words: Words, item: ItemSnapshot, found: Recommendation | None) -> str:
    """The recommendation with its money; what was decided otherwise is a chip of its own."""
    option = found.advised if found else None
    if option is not None:
        return words("Recommended: {way}", way=say_recommendation(words, option))
    if item.recommended is not None:
        return words("Recommended: {way}", way=words.name(item.recommended))
    return words("Every way is blocked: put it on hold") if found is not None else ""


def _parcel(words: Words, parcel: ParcelSnapshot) -> Shown:
    arrived = words.moment(parcel.arrived_at) if parcel.arrived_at else ""
    inside = [joined(words, item.number, product_name(words, item.product)) for item in parcel.items]
    return Shown(
        title=joined(words, say_kind(words, "parcel"), parcel.number),
        numbers=parcel.tracking if parcel.tracking != parcel.number else "",
        chips=_parcel_chips(words, parcel),
        facts=(
            (words("Carrier"), parcel.carrier, False),
            (words("Arrived"), arrived, True),
            *arrival_facts(words, parcel),
            (words("Return"), "\n".join(rma.number for rma in parcel.rmas), True),
            (words("Customer"), "\n".join(dict.fromkeys(rma.customer for rma in parcel.rmas)), False),
            (words("In the box"), "\n".join(inside[:8]), False),
        ),
        things=tuple(("item", item.number, item.number) for item in parcel.items[:_MOST_THINGS]),
    )


def _parcel_chips(words: Words, parcel: ParcelSnapshot) -> tuple[tuple[str, str], ...]:
    chips = [(words.name(parcel.state), "ask" if is_unmatched(parcel) else "")]
    if any(rma.vip for rma in parcel.rmas):
        chips.append((words("VIP"), "ask"))
    if parcel.empty:
        chips.append((words("The box was empty."), "bad"))
    return (*chips, (say_items(words, len(parcel.items)), "brand"))


def _rma(words: Words, rma: RmaSnapshot) -> Shown:
    chips = [(say_rma_state(words, rma.state), "")]
    if rma.vip:
        chips.append((words("VIP"), "ask"))
    if not rma.authorized:
        chips.append((words("without authorization"), "ask"))
    announced = [
        joined(words, product_name(words, line.product), f"{line.received}/{line.quantity}") for line in rma.lines
    ]
    wanted = words.name(rma.wanted)
    return Shown(
        title=joined(words, say_kind(words, "rma"), rma.number),
        numbers=joined(words, *rma.tracking),
        chips=tuple(chips),
        facts=(
            (words("Customer"), rma.customer, False),
            (words("Order"), rma.order, True),
            (words("Channel"), channel(words, rma.channel), False),
            (words("Stated reason"), words.name(rma.stated) if rma.stated else "", False),
            (words("Wanted"), wanted, False),
            (words("Announced items"), "\n".join(announced[:8]), False),
            (words("Note"), rma.note, False),
        ),
        things=tuple(("parcel", number, words("Show parcel {number}", number=number)) for number in rma.tracking[:1]),
    )


def _batch(words: Words, batch: BatchSnapshot) -> Shown:
    row = batch.row
    return Shown(
        title=joined(words, row.number, partner_name(words, row)),
        numbers=batch.slip,
        chips=((words.name(row.state), STATE_TONES[row.state]), (say_items(words, row.lines), "brand")),
        facts=(
            (words("Value"), words.money(row.gross), True),
            (words("Credit"), words.money(row.expected) if row.partner.terms else "", True),
            (words("Terms"), say_terms(words, batch), False),
            (words("Opened"), words.moment(row.opened_at), True),
        ),
        things=(("batch", row.number, words("Go to batch {number}", number=row.number)),),
    )


def _product(words: Words, stock: ProductStock) -> Shown:
    product = stock.product
    there = [say_heap(words, heap) for heap in stock.heaps]
    return Shown(
        title=product_name(words, product),
        numbers=joined(words, words("SKU {sku}", sku=product.sku), *product.codes[:2]),
        chips=((words("no longer in the catalogue"), "ask"),) if product.dropped else (),
        facts=(
            (words("Category"), product.category, False),
            (words("Supplier's SKU"), product.supplier_sku, True),
            (words("Place"), product.place, True),
            (words("Cost"), words.money(product.cost) if product.cost else "", True),
            (words("Price"), words.money(product.price) if product.price else "", True),
        ),
        wide=((words("Stock"), "\n".join(there) or words("Nothing is here or expected"), False),),
    )

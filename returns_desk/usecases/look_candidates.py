"""Which returns a number or a parcel may belong to, ranked, each with its grounds; nothing here changes anything."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from returns_desk.domain.candidates import CandidateFacts, CandidateGround, ReturnCandidate, WhyCandidate, rank
from returns_desk.domain.codes import lookup_key, phone_key
from returns_desk.domain.items import ReceiptOutcome
from returns_desk.domain.refusals import NotFound
from returns_desk.domain.snapshots import Question, QuestionKind
from returns_desk.store.lookups import candidates as lookups
from returns_desk.store.lookups.returns import items_of_parcel, parcel_by_number
from returns_desk.store.lookups.sales import sales_of_orders, sales_of_phones, sales_with_serials
from returns_desk.store.records import ItemRecord, ParcelRecord, RmaRecord, SaleRecord
from returns_desk.store.work import Work
from returns_desk.usecases.ask import standing_question
from returns_desk.usecases.bench_steps import awaits_pieces
from returns_desk.usecases.make_return import unreturned
from returns_desk.usecases.sender_text import named_in, names_a_customer, phones_in

_SALES = 20


class _Found:
    """Candidates as they are gathered: each return and order once, with all that speaks for it."""

    def __init__(self, work: Work, day: date) -> None:
        self._work = work
        self._day = day
        self._rmas: dict[str, RmaRecord] = {}
        self._orders: dict[str, SaleRecord] = {}
        self._why: dict[str, list[WhyCandidate]] = defaultdict(list)

    def of_rmas(self, rmas: Iterable[RmaRecord], ground: CandidateGround, detail: str = "") -> None:
        """One ground for announced returns."""
        for rma in rmas:
            self._rmas[rma.number] = rma
            self._why[rma.number].append(WhyCandidate(ground, detail))

    def of_sales(self, sales: list[SaleRecord], ground: CandidateGround, detail: str = "") -> None:
        """One ground for orders; it counts for the announced returns of an order where there are any still open."""
        orders = {sale.order_key: sale for sale in sales}
        if not orders:
            return
        announced: dict[str, list[RmaRecord]] = defaultdict(list)
        for rma in lookups.rmas_of_orders(self._work.session, orders):
            announced[rma.order_no].append(rma)
        sold: dict[str, list[SaleRecord]] = defaultdict(list)
        for sale in sales_of_orders(self._work.session, list(orders)):
            sold[sale.order_key].append(sale)
        for key, sale in orders.items():
            waiting = [rma for rma in announced[key] if awaits_pieces(rma)]
            if waiting:
                self.of_rmas(waiting, ground, detail)
            elif unreturned(sold[key], announced[key]):
                self._orders[sale.order_no] = sale
                self._why[sale.order_no].append(WhyCandidate(ground, detail))

    def of_pieces(self, items: list[ItemRecord]) -> None:
        """What the pieces of a box say: their serials, announced or sold, and their products."""
        serials = {item.serial for item in items} - {""}
        for serial in serials:
            self.of_rmas(lookups.open_rmas_with_serials(self._work.session, [serial]), CandidateGround.SERIAL, serial)
        for sale in sales_with_serials(self._work.session, serials, _SALES):
            self.of_sales([sale], CandidateGround.SERIAL_SOLD, sale.serial)
        products = {item.product_id: item.product for item in items}
        for rma in lookups.open_rmas_with_products(self._work.session, products):
            waiting = {line.product_id for line in rma.lines if line.received < line.quantity}
            self._rmas[rma.number] = rma
            self._why[rma.number] += [
                WhyCandidate(CandidateGround.PRODUCT, product.name, product.name_en)
                for product_id, product in products.items()
                if product_id in waiting
            ]

    def of_sender(self, sender: str) -> None:
        """What is printed on the box: a telephone number, a name that announced a return."""
        for phone in phones_in(sender):
            self.of_phone(phone)
        named = lookups.open_rmas(self._work.session, named_in(self._work, sender))
        known = {rma.id: rma for rma in (*named, *self._rmas.values())}
        for rma in known.values():
            if names_a_customer(sender, rma.customer):
                self.of_rmas([rma], CandidateGround.CUSTOMER, rma.customer)

    def of_phone(self, phone: str) -> None:
        """Whoever has this telephone number."""
        key = phone_key(phone)
        self.of_rmas(lookups.open_rmas_of_phones(self._work.session, [key]), CandidateGround.PHONE, phone)
        self.of_sales(sales_of_phones(self._work.session, [key], _SALES), CandidateGround.PHONE, phone)

    def ranked(self, carrier: str = "", without: Iterable[str] = ()) -> tuple[ReturnCandidate, ...]:
        """All that were found but those ``without``, the likeliest first."""
        left_out = set(without)
        facts = [self._of_rma(rma, carrier) for number, rma in self._rmas.items() if number not in left_out]
        facts += [self._of_order(sale) for sale in self._orders.values()]
        return rank(facts)

    def _of_rma(self, rma: RmaRecord, carrier: str) -> CandidateFacts:
        why = list(self._why[rma.number])
        carriers = {box.carrier for box in rma.parcels}
        if carrier and carrier in carriers:
            why.append(WhyCandidate(CandidateGround.CARRIER, carrier))
        if rma.state == "partly received":
            why.append(WhyCandidate(CandidateGround.SECOND_BOX))
        days = (self._day - rma.announced).days if rma.announced else None
        return CandidateFacts("rma", rma.number, rma.customer, tuple(dict.fromkeys(why)), days, rma.vip)

    def _of_order(self, sale: SaleRecord) -> CandidateFacts:
        days = (self._day - sale.sold_on).days if sale.sold_on else None
        why = tuple(dict.fromkeys(self._why[sale.order_no]))
        return CandidateFacts("order", sale.order_no, sale.customer, why, days)


def candidates_of(work: Work, parcel: ParcelRecord) -> tuple[ReturnCandidate, ...]:
    """What a parcel may be, by the pieces inside, the sender's text, the carrier and the day it came."""
    items = [item for item in items_of_parcel(work.session, parcel.id) if _may_be_of_a_return(item)]
    if not items and not parcel.sender:
        return ()
    day = parcel.arrived_at.astimezone().date() if parcel.arrived_at else work.today
    found = _Found(work, day)
    if items:
        found.of_pieces(items)
    if parcel.sender:
        found.of_sender(parcel.sender)
    return found.ranked(parcel.carrier, [rma.number for rma in parcel.rmas])


def candidates(work: Work, number: str) -> tuple[ReturnCandidate, ...]:
    """What the parcel of this number may be. Refuses ``NotFound``."""
    parcel = parcel_by_number(work.session, number)
    if parcel is None:
        raise NotFound("parcel", number)
    return candidates_of(work, parcel)


def candidates_of_order(work: Work, keys: Iterable[str]) -> tuple[ReturnCandidate, ...]:
    """The returns announced of an order, and the order itself while something of it may still come back."""
    found = _Found(work, work.today)
    wanted = {lookup_key(key) for key in keys}
    rmas = lookups.rmas_of_orders(work.session, wanted)
    for rma in [rma for rma in rmas if awaits_pieces(rma)] or rmas:
        found.of_rmas([rma], CandidateGround.ORDER, rma.order_no)
    sales = {sale.order_key: sale for sale in sales_of_orders(work.session, list(wanted))}
    for sale in sales.values():
        if not any(awaits_pieces(rma) for rma in rmas):
            found.of_sales([sale], CandidateGround.ORDER, sale.order_no)
    return found.ranked()


def candidates_of_number(work: Work, text: str) -> tuple[ReturnCandidate, ...]:
    """What a number belongs to that names neither return nor parcel nor product: a customer's telephone, a serial."""
    found = _Found(work, work.today)
    key = lookup_key(text)
    found.of_rmas(lookups.open_rmas_with_serials(work.session, [key]), CandidateGround.SERIAL, key)
    for sale in sales_with_serials(work.session, [key], _SALES):
        found.of_sales([sale], CandidateGround.SERIAL_SOLD, sale.serial)
    for phone in phones_in(text):
        found.of_phone(phone)
    return found.ranked()


def candidates_shown(work: Work, parcel: ParcelRecord | None, *, whole: bool) -> tuple[ReturnCandidate, ...]:
    """What the Desk screen lets choose from: of an open question, else of an open parcel that nobody announced."""
    question = standing_question(work)
    if question is not None and question.kind is QuestionKind.WHICH_RETURN:
        return candidates_asked(work, question)
    return candidates_of(work, parcel) if whole and parcel is not None and not parcel.rmas else ()


def candidates_asked(work: Work, question: Question) -> tuple[ReturnCandidate, ...]:
    """What an open question lets choose from, in its order, with the grounds as they are now."""
    known = {
        candidate.number: candidate
        for candidate in (
            *candidates_of_number(work, question.subject),
            *candidates_of_order(work, [question.subject]),
        )
    }
    return tuple(known[choice] for choice in question.choices if choice in known)


def _may_be_of_a_return(item: ItemRecord) -> bool:
    return item.line_id is None and item.outcome is not ReceiptOutcome.NOT_OURS

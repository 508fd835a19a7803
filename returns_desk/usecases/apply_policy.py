"""Put all that a policy looks at into one value, and judge the piece by the policy that applies."""

from datetime import date

from returns_desk.domain.grades import Finding
from returns_desk.domain.items import ReceiptOutcome
from returns_desk.domain.money import Money
from returns_desk.domain.policies import Policy, PolicyVerdict, policy_for
from returns_desk.domain.verdicts import PolicyCase, judge
from returns_desk.store.lookups.policies import all_policies, fees_of_return, sale_of
from returns_desk.store.records import ItemRecord, RmaLineRecord, RmaRecord, SaleRecord
from returns_desk.store.work import Work


def judge_item(work: Work, item: ItemRecord) -> PolicyVerdict | None:
    """What the policy in force on the day of the deal says of a piece today; ``None`` where no policy applies."""
    rma = item.rma
    sale = sale_of(work.session, item.product_id, rma.order_no if rma else "", item.serial)
    bought = (rma.purchased if rma else None) or (sale.sold_on if sale else None)
    delivered = (rma.delivered if rma else None) or (sale.delivered if sale else None)
    returned = item.received_at.astimezone().date()
    channel = (sale.channel if sale else "") or (rma.channel if rma else "")
    policy = policy_for(policies_of(work), channel, bought or delivered or returned)
    if policy is None:
        return None
    return judge(policy, _case(work, item, policy, sale, (bought, delivered, returned)))


def policies_of(work: Work) -> tuple[Policy, ...]:
    """Every version of every policy of the shop."""
    return all_policies(work.session, work.shop.currency)


def refund_due(policies: tuple[Policy, ...], rma: RmaRecord, arrived: date | None) -> date | None:
    """Last day for the refund of an announced return, as far as it can be told before its pieces are judged."""
    day = rma.purchased or rma.delivered or rma.announced or arrived
    policy = policy_for(policies, rma.channel, day) if day else None
    return policy.refund_by(cancelled=rma.announced, returned=arrived) if policy else None


def _case(
    work: Work,
    item: ItemRecord,
    policy: Policy,
    sale: SaleRecord | None,
    days: tuple[date | None, date | None, date],
) -> PolicyCase:
    rma = item.rma
    bought, delivered, returned = days
    return PolicyCase(
        today=work.today,
        bought=bought,
        delivered=delivered,
        cancelled=rma.announced if rma else None,
        returned=returned,
        expires=rma.expires if rma else None,
        category=item.product.category,
        price=_price_paid(work, item, sale),
        quantity=item.quantity,
        grade=item.grade,
        findings=tuple(Finding(code) for code in item.findings),
        found=item.found,
        liability=item.liability,
        stated=item.stated or (rma.stated if rma else None),
        protected=rma.protected if rma else False,
        not_ours=item.outcome is ReceiptOutcome.NOT_OURS,
        fees_before=fees_of_return(work.session, rma.id, item.id) if rma and policy.fee_cap is not None else 0,
    )


def _price_paid(work: Work, item: ItemRecord, sale: SaleRecord | None) -> Money | None:
    """What the customer paid for all of it: as announced, else as sold, else as the catalogue says."""
    line = work.get(RmaLineRecord, item.line_id)
    paid = item.product.price
    if line is not None and line.price is not None:
        paid = line.price
    elif sale is not None and sale.price is not None:
        paid = sale.price if sale.currency == item.currency else None
    return None if paid is None else Money(paid * item.quantity, item.currency)

"""``policy``, ``limits``, ``agree``, ``dispute``: the customer's side, each the very use case of the window."""

from dataclasses import asdict, replace
from typing import Any

from returns_desk.cli.call import Call
from returns_desk.cli.signing import signature
from returns_desk.cli.tables import facts_lines
from returns_desk.desk import Desk, Done
from returns_desk.domain.grades import WantedOutcome
from returns_desk.domain.money import Money, parse_money
from returns_desk.domain.people import AT_THE_BENCH, Signature
from returns_desk.domain.policies import Limits, Policy, PolicyCode, PolicyVerdict
from returns_desk.domain.policy_presets import PRESETS
from returns_desk.domain.refusals import BadValue, NotFound
from returns_desk.domain.snapshots import ItemSnapshot
from returns_desk.exchange.read_policy import read_policy
from returns_desk.usecases import look, look_customer
from returns_desk.usecases.agree_outcome import agree_outcome, note_dispute
from returns_desk.usecases.set_rules import set_limits, set_policy
from returns_desk.usecases.sign_in import whose_badge
from returns_desk.wording.events import say_event
from returns_desk.wording.policies import say_counsel, say_policy, say_verdict

Facts = dict[str, object]
_OUTCOMES = {"credit": WantedOutcome.STORE_CREDIT}


def policy(call: Call) -> int:
    """List the policies in force, show one in all its versions, or lay a new version down."""
    with call.desk() as desk:
        match call.args.what:
            case "list":
                return _list(call, desk.read(look_customer.policies))
            case "show":
                return _show(call, desk.read(look_customer.policy, call.args.code))
        return _set(call, desk)


def _list(call: Call, shown: look_customer.PoliciesShown) -> int:
    lines = [line for each in shown.in_force for line in _policy_lines(call, each)]
    call.answer({"rows": list(map(policy_facts, shown.in_force)), "total": len(shown.in_force)}, lines + _counsel(call))
    return 0


def _show(call: Call, versions: tuple[Policy, ...]) -> int:
    lines = [line for each in versions for line in _policy_lines(call, each)]
    facts = {**policy_facts(versions[-1]), "versions": list(map(policy_facts, versions))}
    call.answer(facts, lines + _counsel(call))
    return 0


def _set(call: Call, desk: Desk) -> int:
    try:
        code = PolicyCode(call.args.code)
    except ValueError:
        raise NotFound("policy", call.args.code) from None
    if call.args.file is None:
        raise BadValue("file", "")
    shown = desk.read(look_customer.policies)
    known = [each for each in shown.versions if each.code is code]
    base = known[-1] if known else next(preset for preset in PRESETS if preset.code is code)
    wanted = read_policy(call.args.file, replace(base, valid_from=shown.today))
    done = desk.run(signature(call, desk), set_policy, wanted)
    now = desk.read(look_customer.policy, code)[-1]
    return _answer(call, done, policy_facts(now), [*_policy_lines(call, now), *_counsel(call)])


def limits(call: Call) -> int:
    """Show the limits, or change those that are given."""
    with call.desk() as desk:
        shown = desk.read(look_customer.policies)
        wanted = replace(shown.limits, **_limits_wanted(call, shown.currency))
        events = desk.run(signature(call, desk), set_limits, wanted).events if wanted != shown.limits else ()
    facts = _limits_facts(wanted, shown.currency)
    call.answer(facts, [*(say_event(call.words, event) for event in events), *facts_lines(call, facts)])
    return 0


def agree(call: Call) -> int:
    """Agree an outcome for a piece, by one signature or two."""
    args = call.args
    with call.desk() as desk:
        item = desk.read(look.item, args.number)
        outcome = _OUTCOMES.get(args.outcome) or WantedOutcome(args.outcome)
        done = desk.run(_signed(call, desk), agree_outcome, outcome, _amount(args.amount, item), item.number)
        now = desk.read(look.item, item.number)
        facts = {"number": now.number, **customer_side(call, now, desk.read(look_customer.verdict_of, now.number))}
    return _answer(call, done, facts, [])


def dispute(call: Call) -> int:
    """Note what the customer does not accept."""
    with call.desk() as desk:
        done = desk.run(signature(call, desk), note_dispute, call.args.text, call.args.number)
    return _answer(call, done, {"number": call.args.number, "dispute": call.args.text}, [])


def customer_side(call: Call, item: ItemSnapshot, verdict: PolicyVerdict | None) -> Facts:
    """What the policy says of a piece, what was agreed and what is disputed."""
    return {
        "policy": _verdict_facts(call, verdict) if verdict else None,
        "agreed": {
            "outcome": item.agreed,
            "amount": item.agreed_amount,
            "fee": item.agreed_fee,
            "against": item.agreed_against if item.agreed_against else None,
        }
        if item.agreed
        else None,
        "dispute": item.dispute,
    }


def policy_facts(policy: Policy) -> Facts:
    """A policy under the names that ``policy set`` reads."""
    facts = asdict(policy)
    cap = facts.pop("fee_cap")
    facts["fee_percent"] = facts.pop("fee_bp") / 100
    facts["fee_cap"] = None if cap is None else Money(cap, policy.currency)
    facts["price_over"] = Money(policy.price_over, policy.currency)
    facts["window_by_category"] = dict(policy.window_by_category)
    return {"code": facts.pop("code"), "version": facts.pop("version"), **facts}


def _signed(call: Call, desk: Desk) -> Signature:
    """The maker, with the supervisor who signs too where one is named."""
    second = call.args.second_badge
    if not second:
        return signature(call, desk)
    maker = desk.run(AT_THE_BENCH, whose_badge, call.args.badge).answer
    call.args.badge = second
    return replace(maker, second=signature(call, desk).person_id if call.args.pin_stdin else None)


def _amount(text: str, item: ItemSnapshot) -> Money | None:
    if not text:
        return None
    currency = item.product.price.currency if item.product.price else "ILS"
    try:
        return parse_money(text, currency)
    except ValueError:
        raise BadValue("amount", text) from None


def _limits_wanted(call: Call, currency: str) -> dict[str, int]:
    args = call.args
    wanted: dict[str, int] = {}
    for name in ("clerk_amount", "photo_value", "second_look_value", "supervisor_batch"):
        text = getattr(args, name)
        try:
            wanted |= {} if text is None else {name: parse_money(text, currency).minor}
        except ValueError:
            raise BadValue(name, text) from None
    shares = {"weight_off_bp": args.weight_off, "wrong_items": args.wrong_items}
    return wanted | {name: value for name, value in shares.items() if value is not None}


def _limits_facts(limits: Limits, currency: str) -> Facts:
    return {
        "clerk_amount": Money(limits.clerk_amount, currency),
        "photo_value": Money(limits.photo_value, currency),
        "second_look_value": Money(limits.second_look_value, currency),
        "supervisor_batch": Money(limits.supervisor_batch, currency),
        "weight_off_percent": limits.weight_off_bp / 100,
        "wrong_items": limits.wrong_items,
    }


def _verdict_facts(call: Call, verdict: PolicyVerdict) -> Facts:
    said = [call.clean(line) for line in say_verdict(call.words, verdict)]
    if not call.as_json:
        return {"verdict": verdict.verdict, "said": said}
    return {
        "code": verdict.policy,
        "version": verdict.version,
        "verdict": verdict.verdict,
        "grounds": [{"ground": each.ground.value, "numbers": list(each.numbers)} for each in verdict.grounds],
        "price": verdict.price,
        "fee": verdict.fee,
        "refund": verdict.refund,
        "refund_by": verdict.refund_by,
        "said": said,
    }


def _policy_lines(call: Call, policy: Policy) -> list[str]:
    words = call.words
    title = words(
        "{policy} ({code}), version {version}, from {day}",
        policy=words.name(policy.code),
        code=policy.code.value,
        version=policy.version,
        day=words.date(policy.valid_from),
    )
    return [title, *(f"    {line}" for line in say_policy(words, policy))]


def _counsel(call: Call) -> list[str]:
    return [say_counsel(call.words)]


def _answer(call: Call, done: Done[Any], facts: Facts, more: list[str]) -> int:
    said = [say_event(call.words, event) for event in done.events]
    call.answer({**facts, "events": [type(event).__name__ for event in done.events]}, said + more)
    return 0

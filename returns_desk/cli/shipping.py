"""The moves of a batch between its approval and its partner's door: the supplier's number, boxes, carrier, delivery."""

from typing import Any

from returns_desk.cli.call import Call
from returns_desk.desk import Desk
from returns_desk.domain.people import Signature
from returns_desk.usecases import ship_batch as shipping


def _authorize(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    args = call.args
    return desk.run(who, shipping.authorize_batch, args.number, args.authorization, args.until, again=args.again).events


def _ask_again(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, shipping.ask_number_again, call.args.number).events


def _pack(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, shipping.pack_batch, call.args.number, call.args.packages, call.args.weight).events


def _ship(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    args = call.args
    return desk.run(who, shipping.ship_batch, args.number, args.carrier, args.waybill, args.driver, args.plate).events


def _deliver(call: Call, desk: Desk, who: Signature) -> tuple[Any, ...]:
    return desk.run(who, shipping.deliver_batch, call.args.number, call.args.date).events


SHIPPING = {
    "authorize": _authorize,
    "ask-again": _ask_again,
    "pack": _pack,
    "ship": _ship,
    "deliver": _deliver,
}

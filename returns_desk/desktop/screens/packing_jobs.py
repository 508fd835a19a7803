"""What packing and shipping ask of the store thread: steps that bring back events, and how far the batch is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from returns_desk.desktop.screens.batch_jobs import Answers, Outcome
from returns_desk.domain.events import Event
from returns_desk.domain.packing_refusals import NoCarton
from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.usecases import look_cartons
from returns_desk.usecases import pack_cartons as packing
from returns_desk.usecases import ship_batch as shipping
from returns_desk.usecases.look_cartons import CartonShown
from returns_desk.usecases.queue_carton_label import queue_carton_label
from returns_desk.usecases.undo import undo

if TYPE_CHECKING:
    from returns_desk.desk import Desk


@dataclass(frozen=True)
class Packed:
    """How a step of packing went; ``shown`` is the carton it was about, if there still is one."""

    events: tuple[Event, ...] = ()
    shown: CartonShown | None = None


def begin_carton(desk: "Desk", batch: str) -> Packed:
    """Begin a carton."""
    done = desk.run(AT_THE_BENCH, packing.open_carton, batch)
    return Packed(done.events, desk.read(look_cartons.carton, done.answer or ""))


def choose_carton(desk: "Desk", number: str) -> Packed:
    """A carton's label was scanned."""
    return Packed((), desk.read(look_cartons.carton, number))


def pack_item(desk: "Desk", batch: str, carton: str, item: str) -> Packed:
    """Put a piece into a carton; without one named into the batch's open one. Refuses ``NoCarton``."""
    box = carton or desk.read(look_cartons.open_carton_of, batch)
    if not box:
        raise NoCarton(batch)
    done = desk.run(AT_THE_BENCH, packing.pack_item, box, item)
    return Packed(done.events, desk.read(look_cartons.carton, box))


def unpack_item(desk: "Desk", carton: str, item: str) -> Packed:
    """Take a piece out of its carton."""
    done = desk.run(AT_THE_BENCH, packing.unpack_item, carton, item)
    return Packed(done.events, desk.read(look_cartons.carton, carton))


def close_carton(desk: "Desk", carton: str, facts: Answers) -> Packed:
    """Close a carton with what was entered: kilograms, centimetres."""
    size = [round(Decimal(facts[side] or "0") * 10) for side in ("length", "width", "height")]
    grams = round(Decimal(facts["weight"] or "0") * 1000)
    done = desk.run(AT_THE_BENCH, packing.close_carton, carton, grams, (size[0], size[1], size[2]))
    return Packed(done.events, desk.read(look_cartons.carton, carton))


def reopen_carton(desk: "Desk", carton: str) -> Packed:
    """Open a closed carton again."""
    done = desk.run(AT_THE_BENCH, packing.reopen_carton, carton)
    return Packed(done.events, desk.read(look_cartons.carton, carton))


def remove_carton(desk: "Desk", carton: str) -> Packed:
    """Take an empty carton away."""
    return Packed(desk.run(AT_THE_BENCH, packing.remove_carton, carton).events)


def take_back(desk: "Desk") -> Packed:
    """Undo the last step of whoever packs here."""
    return Packed(desk.run(AT_THE_BENCH, undo).events)


def print_label(desk: "Desk", carton: str) -> Packed:
    """Let a carton's label be printed."""
    return Packed(desk.run(AT_THE_BENCH, queue_carton_label, carton).events)


def authorize(desk: "Desk", number: str, facts: Answers) -> Outcome:
    """Note the supplier's own number; ``again`` where it was used before and that was confirmed."""
    again = bool(facts.get("again"))
    step = shipping.authorize_batch
    return Outcome(
        desk.run(AT_THE_BENCH, step, number, facts["authorization"], _day(facts["until"]), again=again).events
    )


def ask_again(desk: "Desk", number: str, facts: Answers) -> Outcome:
    """Ask the supplier for another number."""
    del facts
    return Outcome(desk.run(AT_THE_BENCH, shipping.ask_number_again, number).events)


def pack(desk: "Desk", number: str, facts: Answers) -> Outcome:
    """Note boxes and weight; where there are cartons, they say it."""
    grams = round(Decimal(facts.get("weight") or "0") * 1000)
    packages = int(facts["packages"]) if facts.get("packages") else None
    return Outcome(desk.run(AT_THE_BENCH, shipping.pack_batch, number, packages, grams).events)


def ship(desk: "Desk", number: str, facts: Answers) -> Outcome:
    """The goods leave the house."""
    way = (facts["carrier"], facts["waybill"], facts["driver"], facts["plate"])
    return Outcome(desk.run(AT_THE_BENCH, shipping.ship_batch, number, *way).events)


def deliver(desk: "Desk", number: str, facts: Answers) -> Outcome:
    """The partner has the goods."""
    return Outcome(desk.run(AT_THE_BENCH, shipping.deliver_batch, number, _day(facts["day"])).events)


PLAIN: dict[str, Callable[["Desk", str, Answers], Outcome]] = {
    "authorize": authorize,
    "ask_again": ask_again,
    "pack": pack,
    "ship": ship,
    "deliver": deliver,
}


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None

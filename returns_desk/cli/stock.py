"""What ``show product`` says of the stock: what is here by status and place, and the last moves with their steps."""

from returns_desk.cli.call import Call
from returns_desk.usecases.look_stock import MoveSnapshot, ProductStock
from returns_desk.wording.events import say_event
from returns_desk.wording.stock import say_heap, say_way

Facts = dict[str, object]


def stock_facts(call: Call, stock: ProductStock) -> Facts:
    """The heaps of one product, and its last moves, newest first."""
    heaps = [{"stock": heap.stock, "place": heap.place, "quantity": heap.quantity} for heap in stock.heaps]
    return {"stock": heaps, "movements": [_move(call, move) for move in stock.moves]}


def _move(call: Call, move: MoveSnapshot) -> Facts:
    return {
        "id": move.id,
        "at": move.at,
        "quantity": move.quantity,
        "from_status": move.from_status,
        "from_place": move.from_place,
        "to_status": move.to_status,
        "to_place": move.to_place,
        "item": move.item,
        "step": move.step,
        "station": move.station,
        "who": move.person,
        "what": _what(call, move),
    }


def stock_lines(call: Call, stock: ProductStock) -> list[str]:
    """The same for people: a line for each heap, then a line for each move."""
    words = call.words
    lines = [f"{words('Stock')}:", *(f"    {say_heap(words, heap)}" for heap in stock.heaps)] if stock.heaps else []
    if stock.moves:
        lines.append(f"{words('Last stock movements')}:")
        lines += [f"    {words.moment(move.at)}  {say_way(words, move)}  {_what(call, move)}" for move in stock.moves]
    return lines


def _what(call: Call, move: MoveSnapshot) -> str:
    if move.event is None:
        return call.words("What was here when the stock ledger was opened")
    return call.clean(say_event(call.words, move.event))

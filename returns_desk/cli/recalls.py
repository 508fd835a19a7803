"""``recall`` and ``marks``: a notice is withdrawn, a lot and a last day are noted; and how notices are shown."""

from datetime import date

from returns_desk.cli.call import Call
from returns_desk.cli.shapes import item_row
from returns_desk.cli.signing import signature
from returns_desk.desk import Desk
from returns_desk.domain.refusals import BadValue
from returns_desk.usecases import look, look_recalls
from returns_desk.usecases.look_recalls import NoticeLine
from returns_desk.usecases.new_item import NO_MARKS, Marks
from returns_desk.usecases.record_serial import record_marks
from returns_desk.usecases.withdraw_recall import withdraw_recall
from returns_desk.wording.events import say_event
from returns_desk.wording.recalls import say_notice_goods

Facts = dict[str, object]


def recall(call: Call) -> int:
    """Withdraw a notice."""
    with call.desk() as desk:
        done = desk.run(signature(call, desk), withdraw_recall, call.args.number)
        facts = shown_recall(call, desk, call.args.number)
    call.answer(
        {"number": facts["number"], "state": "withdrawn", "pieces": done.answer},
        [say_event(call.words, event) for event in done.events],
    )
    return 0


def marks(call: Call) -> int:
    """Note lot and last day of a piece wherever it lies, until it is decided."""
    read = Marks(lot=call.args.lot.strip(), expires=_day(call.args.expires))
    if read == NO_MARKS:
        raise BadValue("lot", "")
    with call.desk() as desk:
        events = desk.run(signature(call, desk), record_marks, read, call.args.number).events
        item = desk.read(look.item, call.args.number)
    facts = {"lot": item.lot, "expires": item.expires, "hold_code": item.hold_code, "recall": item.recall}
    call.answer({**item_row(call, item), **facts}, [say_event(call.words, event) for event in events])
    return 0


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        raise BadValue("date", text) from None


def recall_row(call: Call, line: NoticeLine) -> Facts:
    """One line of a notice."""
    notice, language = line.notice, call.words.language
    return {
        "number": notice.number,
        "state": "withdrawn" if notice.withdrawn else "in force",
        "code": notice.code,
        "product": line.product.name_in(language) if line.product else "",
        "lot": notice.lot,
        "serial_from": notice.serial_from,
        "serial_to": notice.serial_to,
        "goods": call.clean(say_notice_goods(call.words, notice)),
        "reason": notice.reason,
        "measure": notice.measure,
        "since": notice.since,
    }


def shown_recall(call: Call, desk: Desk, number: str) -> Facts:
    """One notice whole: its lines, and the pieces in the house that it stops."""
    shown = desk.read(look_recalls.recall, number)
    return {
        "number": shown.number,
        "state": "withdrawn" if shown.withdrawn else "in force",
        "lines": [recall_row(call, line) for line in shown.lines],
        "items": [item_row(call, item) | {"recall_check": item.recall_check} for item in shown.pieces],
    }

"""A sealed, untouched carton is one record and one thing: its code is scanned, or it is said of the piece in hand.

Nobody reads serial numbers through cardboard, so that a carton needs none; and what is sealed is grade A without a
second scan: parcel, carton, OK. Another grade, a split or the same scan again opens it.
"""

from returns_desk.domain.contents_refusals import OneByOne
from returns_desk.domain.events import CartonFound
from returns_desk.domain.grades import Grade
from returns_desk.domain.people import Permission
from returns_desk.domain.refusals import BadValue, CannotUndo
from returns_desk.domain.snapshots import QuestionKind
from returns_desk.store.records import ItemRecord, ProductRecord
from returns_desk.store.work import Work
from returns_desk.usecases.ask import ask
from returns_desk.usecases.bench_steps import hold_again_in_hand, item_in_hand, item_of
from returns_desk.usecases.count_pieces import count_carton
from returns_desk.usecases.end_carton import end_carton
from returns_desk.usecases.inspect_item import grade_item
from returns_desk.usecases.inspection_steps import item_to_inspect
from returns_desk.usecases.new_item import NO_MARKS, Marks
from returns_desk.usecases.queue_label import queue_item_label
from returns_desk.usecases.receive_item import take_item
from returns_desk.usecases.recommend_item import recommend_again
from returns_desk.usecases.require import require


def take_by_code(work: Work, product: ProductRecord, scanned: str, marks: Marks = NO_MARKS) -> None:
    """Take what a code stands for out of the open parcel: one piece, or a sealed carton with all that is in it.

    How many are in a carton of unknown size is asked. Refuses what ``take_item`` refuses, and what ``seal_carton``
    refuses.
    """
    before = work.bench.item_id
    take_item(work, product, scanned, marks)
    if work.bench.item_id == before or not marks.carton:
        return
    if marks.pieces:
        seal_carton(work, marks.pieces)
    else:
        ask(work, QuestionKind.CARTON_PIECES, item_in_hand(work).number)


def toggle_carton(work: Work) -> None:
    """Say that the pieces in hand are a sealed, untouched carton; said once more, that they are not.

    Of one piece it is asked how many the carton holds. Refuses ``ItemFirst``, ``WrongState`` (decided), ``SameEyes``,
    ``OneByOne`` (a piece whose serial number was read is in no carton).
    """
    require(work, Permission.INSPECT)
    item = item_to_inspect(work)
    if item.carton:
        end_carton(work, item)
        recommend_again(work, item)
        queue_item_label(work, item)
    elif item.quantity > 1:
        seal_carton(work, item.quantity)
    else:
        _refuse_read(item)
        ask(work, QuestionKind.CARTON_PIECES, item.number)


def seal_carton(work: Work, count: int) -> None:
    """Let the piece in hand be a sealed carton of so many, grade A; the inverses are those of its parts.

    Where several announced lines share the pieces, or more came than announced, they are counted only, as loose ones
    are: a carton is one record. Refuses ``ItemFirst``, ``WrongState``, ``BadValue`` (fewer than two) and ``OneByOne``
    (read serials, or a carton of pieces with serial numbers that does not fit one line).
    """
    require(work, Permission.INSPECT)
    item = item_to_inspect(work)
    _refuse_read(item)
    if count < 2:
        raise BadValue("quantity", str(count))
    if item.quantity != count:
        count_carton(work, item, count)
    if item.quantity != count:
        return
    if item.grade is not Grade.A:
        grade_item(work, Grade.A)
    item.carton = True
    recommend_again(work, item)
    work.record(
        CartonFound(
            item_id=item.id,
            parcel_id=item.parcel_id,
            number=item.number,
            product=item.product.name,
            product_en=item.product.name_en,
            count=count,
        )
    )
    queue_item_label(work, item)


def unfind_carton(work: Work, event: CartonFound) -> None:
    """Undo ``seal_carton``. Refuses ``CannotUndo`` once it was opened, counted anew or decided."""
    item = item_of(work, event.item_id)
    if item.disposition is not None or not item.carton or item.quantity != event.count:
        raise CannotUndo(item.number)
    item.carton = False
    recommend_again(work, item)
    hold_again_in_hand(work, item.id)


def _refuse_read(item: ItemRecord) -> None:
    if item.serial:
        raise OneByOne(item.number)

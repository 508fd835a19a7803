"""Take the shop's bins in, again and again: what changed is changed, nothing is doubled, what lies there stays.

There is no inverse: the file as it was, imported again, brings its facts back.
"""

from collections.abc import Sequence
from typing import Any

from returns_desk.domain.codes import lookup_key, product_key
from returns_desk.domain.events import PlaceDropped
from returns_desk.domain.import_facts import RowFact
from returns_desk.domain.people import Permission
from returns_desk.domain.place_refusals import OwnPlace, PlaceNotUsed, UnknownPlace
from returns_desk.domain.refusals import RowRefused
from returns_desk.exchange.rows import PlaceRow, RefusedRow
from returns_desk.scanning.own_codes import read_own_code
from returns_desk.scanning.scan import ScanKind
from returns_desk.store.ids import new_id
from returns_desk.store.lookups.catalogue import codes_of_products
from returns_desk.store.lookups.places import count_in_place, place_by_code, places_by_code, products_of_place
from returns_desk.store.records import PlaceRecord
from returns_desk.store.work import Work
from returns_desk.usecases.import_rows import Taken, may_import, write_facts
from returns_desk.usecases.require import allow


def import_places(work: Work, rows: Sequence[PlaceRow]) -> Taken:
    """Take places in by their code. A code that is ours or a product's refuses the row: a scan must mean one thing."""
    may_import(work, Permission.IMPORT)
    known = places_by_code(work.session, [row.code for row in rows])
    of_products = codes_of_products(work.session, [row.code for row in rows])
    taken = Taken()
    for row in rows:
        own = read_own_code(row.code)
        if own is not None and own.reading.kind is not ScanKind.PLACE:
            taken += _refused(row, RowFact.OWN_CODE)
        elif product_key(row.code) in of_products:
            taken += _refused(row, RowFact.PRODUCTS_CODE)
        else:
            taken += _take_place(work, row, known.get(lookup_key(row.code)))
    work.flush()
    return taken


def _refused(row: PlaceRow, fact: RowFact) -> Taken:
    return Taken(refused=(RefusedRow(row.line, RowRefused(fact, "code", row.code)),))


def _take_place(work: Work, row: PlaceRow, place: PlaceRecord | None) -> Taken:
    facts: dict[str, Any] = {"name": row.name, "status": row.status, "categories": list(row.categories)}
    if place is None:
        work.add(PlaceRecord(id=new_id(), code=row.code, code_key=lookup_key(row.code), dropped=False, **facts))
        return Taken(added=1)
    said = {name: value for name, value in facts.items() if name not in row.unsaid}
    changed = write_facts(place, said | {"dropped": False})  # whatever the list names is used again
    return Taken(changed=1) if changed else Taken(same=1)


def drop_place(work: Work, code: str) -> None:
    """Use a place no longer; what lies there stays until it is moved. The inverse is its next import.

    Refuses ``UnknownPlace``, ``PlaceNotUsed`` (dropped before), ``OwnPlace`` while it is some product's own.
    """
    allow(work, Permission.IMPORT)
    place = place_by_code(work.session, [code])
    if place is None:
        raise UnknownPlace(code)
    if place.dropped:
        raise PlaceNotUsed(place.code)
    products = products_of_place(work.session, place.code)
    if products:
        raise OwnPlace(place.code, tuple(products[:5]))
    place.dropped = True
    work.record(PlaceDropped(code=place.code, pieces=count_in_place(work.session, place.code)))

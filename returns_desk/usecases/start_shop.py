"""Begin: the shop's own row, its first person, a station's seat. No inverse: a begun shop is not unbegun."""

from dataclasses import replace
from typing import Any

from returns_desk.domain.beginnings import NewShop, make_badge, misfits
from returns_desk.domain.events import PersonAdded, ShopStarted
from returns_desk.domain.people import Role
from returns_desk.domain.refusals import AlreadyBegun, BadValue, NotFound
from returns_desk.domain.snapshots import Company
from returns_desk.domain.texts import kept_text
from returns_desk.store.ids import choose_in_secret, new_id
from returns_desk.store.lookups.people import count_stations, shop_exists, station_by_name
from returns_desk.store.records import BenchRecord, PersonRecord, ShopRecord, StationRecord
from returns_desk.store.work import Seat, Work
from returns_desk.usecases.set_rules import install_presets
from returns_desk.usecases.sign_in import badge_hash, pin_hash

_LONGEST_KEPT = 120
_COMPANY_TEXTS = ("name", "name_en", "company_number", "address", "address_en", "phone", "email")


def start_shop(work: Work, company: Company, *, sample: bool = False) -> None:
    """Write down whose desk this is. Refuses ``AlreadyBegun`` when the database belongs to a shop already."""
    if shop_exists(work.session):
        raise AlreadyBegun(work.shop.name)
    work.add(
        ShopRecord(
            name=company.name,
            name_en=company.name_en,
            company_number=company.company_number,
            address=company.address,
            address_en=company.address_en,
            phone=company.phone,
            email=company.email,
            currency=company.currency,
            started_at=work.now,
        )
    )
    work.flush()
    install_presets(work)
    work.record(ShopStarted(name=company.name, sample=sample))


def begin_shop(work: Work, shop: NewShop) -> None:
    """Begin a shop of one's own: its row and its first person, an admin, whoever asks; both or neither.

    No inverse: the file is thrown away instead. Refuses ``AlreadyBegun``, and ``BadValue`` for the first field that
    does not fit (a badge or PIN is never repeated).
    """
    if shop_exists(work.session):
        raise AlreadyBegun(work.shop.name)
    for name in misfits(shop):
        raise BadValue(name, str(getattr(shop.company, name, "")))
    person, company = shop.person, shop.company
    texts: dict[str, Any] = {name: kept_text(getattr(company, name), _LONGEST_KEPT) for name in _COMPANY_TEXTS}
    start_shop(work, replace(company, **texts))
    added = PersonRecord(
        id=new_id(),
        badge_hash=badge_hash(person.badge),
        name=kept_text(person.name, _LONGEST_KEPT),
        name_en="",
        role=Role.ADMIN,
        pin_hash=pin_hash(person.pin),
        language=person.language,
    )
    work.add(added)
    work.record(PersonAdded(name=added.name, role=Role.ADMIN.value))


def new_badge() -> str:
    """A badge for somebody who has none, not to be guessed; it is kept nowhere until a shop or person begins with it.

    No inverse: nothing is changed.
    """
    return make_badge(choose_in_secret)


def require_shop(work: Work) -> None:
    """Refuse ``NotFound`` in a database that was not begun for a shop yet."""
    if not shop_exists(work.session):
        raise NotFound("shop", "")


def take_seat(work: Work, name: str, *, make: bool) -> Seat | None:
    """Find the station of this name; ``make`` it with the next code (its own name when that is a short number)."""
    station = station_by_name(work.session, name)
    if station is None and make:
        station = work.add(StationRecord(code=_code_for(work, name), name=name))
        work.flush()
        work.add(BenchRecord(station_id=station.id))
    return Seat(station.id, station.code, station.name) if station else None


def _code_for(work: Work, name: str) -> str:
    """Part of the numbers a station gives: at most three signs, so that numbers stay within twelve."""
    digits = "".join(sign for sign in name if sign.isascii() and sign.isdigit())[:3]
    taken = {row.code for row in work.session.query(StationRecord)}
    if digits and digits not in taken:
        return digits
    number = count_stations(work.session) + 1
    while str(number) in taken:
        number += 1
    return str(number)

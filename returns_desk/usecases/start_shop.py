"""Begin: the shop's own row, and a station's seat. There is no inverse: a begun shop is not unbegun."""

from returns_desk.domain.events import ShopStarted
from returns_desk.domain.refusals import AlreadyBegun, NotFound
from returns_desk.domain.snapshots import Company
from returns_desk.store.lookups.people import count_stations, shop_exists, station_by_name
from returns_desk.store.records import BenchRecord, ShopRecord, StationRecord
from returns_desk.store.work import Seat, Work


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
    work.record(ShopStarted(name=company.name, sample=sample))


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

"""Badge and PIN: who is at the desk, and how often a wrong PIN may be tried."""

import pytest

from returns_desk.domain.people import AT_THE_BENCH
from returns_desk.domain.refusals import NotSignedIn, PinLocked, UnknownBadge, WrongPin
from returns_desk.usecases import sign_in as module
from returns_desk.usecases.sign_in import badge_hash, pin_hash, prove, sign_out
from tests.builders import BADGES, PINS, Station, journal, rows

AVI = BADGES["avi"]


def wrong(station: Station, times: int) -> list[object]:
    return [station.refusal(AT_THE_BENCH, prove, AVI, "0000") for _ in range(times)]


def test_a_badge_signs_in_and_the_next_one_takes_over(station: Station) -> None:
    assert station.bench.person is not None
    station.scan(BADGES["omer"])
    assert station.bench.person is not None
    assert station.bench.person.name == "Omer"
    station.do(sign_out)
    assert station.bench.person is None
    assert station.refusal(AT_THE_BENCH, sign_out) == NotSignedIn()


def test_what_lies_on_the_bench_stays_for_the_next(station: Station) -> None:
    station.scan("RR402101201IL", BADGES["omer"])
    assert station.bench.parcel is not None


def test_a_badge_is_known_however_it_is_spelt(station: Station) -> None:
    station.scan(" id-omer-2\r\n")
    assert station.bench.person is not None
    assert station.bench.person.name == "Omer"


def test_the_same_badge_again_is_no_new_event(station: Station) -> None:
    assert station.scan(BADGES["dana"]) == ()


def test_badge_and_pin_prove_who_it_is(station: Station) -> None:
    signature = station.do(prove, AVI, PINS["avi"])
    assert signature == station.signature("avi")
    assert journal(station.database)[-1][0] == "PinProven"
    assert station.bench.person is not None
    assert station.bench.person.name == "Dana"


def test_a_wrong_pin_and_a_wrong_badge_are_told_alike(station: Station) -> None:
    known, unknown = wrong(station, 1)[0], station.refusal(AT_THE_BENCH, prove, "ID-NOBODY-9", "2580")
    assert isinstance(known, WrongPin)
    assert isinstance(unknown, WrongPin)
    assert isinstance(station.refusal(AT_THE_BENCH, prove, BADGES["dana"], ""), WrongPin)
    assert all("2580" not in body and "0000" not in body for _, body in journal(station.database))


def test_too_many_wrong_pins_wait_longer_and_longer(station: Station) -> None:
    assert all(isinstance(refusal, WrongPin) for refusal in wrong(station, 5))
    assert station.refusal(AT_THE_BENCH, prove, AVI, PINS["avi"]) == PinLocked(30)
    waits = []
    for _ in range(7):
        refusal = station.refusal(AT_THE_BENCH, prove, AVI, PINS["avi"])
        assert isinstance(refusal, PinLocked)
        waits.append(refusal.seconds)
        station.clock.forward(seconds=refusal.seconds)
        assert isinstance(wrong(station, 1)[0], WrongPin)
    assert waits == [30, 60, 120, 240, 480, 900, 900]


def test_a_wait_is_kept_over_stations_and_restarts_and_ends(station: Station) -> None:
    wrong(station, 5)
    other = Station(station.database, "2", station.clock)
    assert isinstance(other.refusal(AT_THE_BENCH, prove, AVI, PINS["avi"]), PinLocked)
    station.clock.forward(seconds=31)
    assert other.do(prove, AVI, PINS["avi"]) == station.signature("avi")
    assert isinstance(wrong(station, 1)[0], WrongPin)


def test_a_wait_of_one_person_is_nobody_elses(station: Station) -> None:
    wrong(station, 5)
    assert station.do(prove, BADGES["tal"], PINS["tal"]) == station.signature("tal")


def test_neither_badge_nor_pin_stands_in_the_database(station: Station) -> None:
    kept = str(rows(station.database, "SELECT badge_hash, pin_hash FROM people"))
    assert not any(secret in kept for secret in (*BADGES.values(), *PINS.values()))
    assert badge_hash("id-avi-3 ") == badge_hash(AVI)


def test_pins_are_kept_as_slowly_as_was_decided() -> None:
    assert pin_hash("2580").startswith("$argon2id$v=19$m=65536,t=3,p=1$")
    assert module._NO_PIN.startswith("$argon2id$v=19$m=65536,t=3,p=1$")


@pytest.mark.parametrize("badge", ["", "ID-", "ID-NOBODY-9", "\ud800"])
def test_an_unknown_badge_signs_nobody_in(station: Station, badge: str) -> None:
    assert station.refusal(AT_THE_BENCH, module.sign_in, badge) == UnknownBadge()
    assert station.bench.person is not None

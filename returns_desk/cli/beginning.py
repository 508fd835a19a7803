"""``init``: make the database without a window, and begin a shop in it."""

import sys

from returns_desk.cli.call import Call, CommandRefused
from returns_desk.desk import Desk
from returns_desk.domain.beginnings import FirstPerson, NewShop, misfits
from returns_desk.domain.people import OWNER
from returns_desk.domain.refusals import AlreadyBegun, BadValue
from returns_desk.domain.snapshots import Company
from returns_desk.usecases.fill_sample import COMPANY, fill_sample
from returns_desk.usecases.look import shop_name
from returns_desk.usecases.start_shop import begin_shop, start_shop
from returns_desk.wording.misfits import say_misfit


def init(call: Call) -> int:
    """Make the database; begin the sample shop in it, or an empty one of this name with or without its first person."""
    args, words = call.args, call.words
    company = COMPANY if args.sample else _company(call)
    person = None if args.sample else _first_person(call)
    if person is not None:
        _refuse_misfits(call, NewShop(company, person))
    with call.desk(create=True) as desk:
        _begin(desk, company, person, sample=args.sample)
        path = desk.database.path
    lines = [words("The desk of {name} was opened", name=company.name)]
    if not company.name:
        lines = [words("The database is made; no shop was begun in it yet")]
    if args.sample:
        lines.append(words("Sign in with {badge}, then scan {parcel}", badge="ID-DANA-1", parcel="RR402101201IL"))
    call.answer({"shop": company.name, "sample": args.sample, "database": str(path or "")}, lines)
    return 0


def _begin(desk: Desk, company: Company, person: FirstPerson | None, *, sample: bool) -> None:
    if sample:
        desk.run(OWNER, fill_sample)
    elif person is not None:
        desk.run(OWNER, begin_shop, NewShop(company, person))
    elif company.name:
        desk.run(OWNER, start_shop, company)
    elif begun := desk.read(shop_name):
        raise AlreadyBegun(begun)


def _company(call: Call) -> Company:
    """The company of the command line; without a name no shop is to be begun."""
    args = call.args
    currency = str(args.currency).upper()
    if not (len(currency) == 3 and currency.isascii() and currency.isalpha()):
        raise BadValue("currency", args.currency)
    name = " ".join(str(args.company).split())
    return Company(name, args.company_number, args.address, args.phone, currency=currency)


def _first_person(call: Call) -> FirstPerson | None:
    """Whoever is to be the first; all three facts about them, or none."""
    args = call.args
    given = (bool(args.supervisor), bool(args.badge), bool(args.pin_stdin))
    if not any(given):
        return None
    if not all(given):
        raise CommandRefused(call.words("The first person needs --supervisor, --badge and --pin-stdin together"))
    pin = sys.stdin.readline().strip()
    return FirstPerson(" ".join(args.supervisor.split()), args.badge.strip().upper(), pin, call.words.language)


def _refuse_misfits(call: Call, shop: NewShop) -> None:
    """Say what does not fit, with the option's name; neither badge nor PIN is repeated."""
    options = {"name": "--name", "pin": "--pin-stdin"}
    found = [
        f"{options.get(name, '--' + name.replace('_', '-'))}: {say_misfit(call.words, misfit)}"
        for name, misfit in misfits(shop).items()
    ]
    if found:
        raise CommandRefused(". ".join(found))

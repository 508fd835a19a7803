"""``init``: make the database without a window."""

from returns_desk.cli.call import Call
from returns_desk.domain.people import OWNER
from returns_desk.domain.refusals import BadValue
from returns_desk.domain.snapshots import Company
from returns_desk.usecases.fill_sample import COMPANY, fill_sample
from returns_desk.usecases.start_shop import start_shop


def init(call: Call) -> int:
    """Begin the shop: the sample one, or an empty one of this name."""
    args, words = call.args, call.words
    company = COMPANY if args.sample else _company(call)
    with call.desk(create=True) as desk:
        if args.sample:
            desk.run(OWNER, fill_sample)
        else:
            desk.run(OWNER, start_shop, company)
        path = desk.database.path
    lines = [words("The desk of {name} was opened", name=company.name)]
    if args.sample:
        lines.append(words("Sign in with {badge}, then scan {parcel}", badge="ID-DANA-1", parcel="RR402101201IL"))
    call.answer({"shop": company.name, "sample": args.sample, "database": str(path or "")}, lines)
    return 0


def _company(call: Call) -> Company:
    args = call.args
    currency = str(args.currency).upper()
    if not (len(currency) == 3 and currency.isascii() and currency.isalpha()):
        raise BadValue("currency", args.currency)
    name = " ".join(str(args.company).split()) or call.words("My shop")
    return Company(name, args.company_number, args.address, args.phone, currency=currency)

"""Begin the sample shop: the demo company, its products, partners, people and announced returns, all in one step."""

from returns_desk.domain.snapshots import Company
from returns_desk.exchange.read_checklists import read_checklists, read_guides
from returns_desk.exchange.read_expected import read_expected
from returns_desk.exchange.read_inside import read_inside
from returns_desk.exchange.read_people import read_people
from returns_desk.exchange.read_places import read_places
from returns_desk.exchange.read_products import read_products
from returns_desk.exchange.read_sales import read_sales
from returns_desk.exchange.read_suppliers import read_suppliers
from returns_desk.exchange.reading import Import
from returns_desk.exchange.rows import InsideRow, PersonRow, ProductRow
from returns_desk.resources import resource
from returns_desk.store.work import Work
from returns_desk.usecases.import_checklists import import_checklists, import_guides
from returns_desk.usecases.import_expected import import_expected
from returns_desk.usecases.import_places import import_places
from returns_desk.usecases.import_rows import import_people, import_products, import_suppliers
from returns_desk.usecases.import_sales import import_sales
from returns_desk.usecases.set_paper import keep_logo
from returns_desk.usecases.start_shop import start_shop

COMPANY = Company(
    name='דמו בית מסחר בע"מ',
    name_en="Demo Trading House Ltd",
    company_number="514000000",
    address="רח' המלאכה 12, קיסריה",
    address_en="12 HaMelacha St, Caesarea",
    phone="04-0000000",
    email="returns@demo-trading.example",
)


def fill_sample(work: Work) -> None:
    """Begin the sample shop in an empty database; days in it count from today.

    No inverse: the file is thrown away instead. Refuses ``AlreadyBegun``.
    """
    wanted = Import(work.today, COMPANY.currency)
    start_shop(work, COMPANY, sample=True)
    work.shop.look = {"logo": keep_logo(work, resource("sample", "logo.png").read_bytes())}
    work.flush()
    import_suppliers(work, read_suppliers(resource("sample", "partners.csv"), wanted).rows)
    work.flush()
    import_products(work, read_products(resource("sample", "products.csv"), wanted).rows)
    work.flush()
    import_expected(work, read_expected(resource("sample", "expected.csv"), wanted).rows)
    work.flush()
    import_checklists(work, read_checklists(resource("sample", "checklists.csv"), wanted).rows)
    import_guides(work, read_guides(resource("sample", "guides.csv"), wanted).rows)
    import_sales(work, read_sales(resource("sample", "sales.csv"), wanted).rows)
    work.flush()
    import_places(work, read_places(resource("sample", "places.csv"), wanted).rows)
    import_people(work, read_people(resource("sample", "people.csv"), wanted).rows)


def sample_insides(wanted: Import) -> tuple[InsideRow, ...]:
    """What is really in the sample shop's boxes, piece by piece."""
    return read_inside(resource("sample", "inside.csv"), wanted).rows


def sample_people(wanted: Import) -> tuple[PersonRow, ...]:
    """The sample shop's people, with their badges and PINs in clear."""
    return read_people(resource("sample", "people.csv"), wanted).rows


def sample_products(wanted: Import) -> tuple[ProductRow, ...]:
    """The sample shop's products."""
    return read_products(resource("sample", "products.csv"), wanted).rows

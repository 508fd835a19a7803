"""Names of people and things as the screen's language has them."""

from datetime import date

from returns_desk.desktop.clock import station_time
from returns_desk.domain.snapshots import PersonSnapshot, ProductSnapshot
from returns_desk.wording import Words


def person_name(words: Words, person: PersonSnapshot) -> str:
    """A person's name, in Latin letters on an English screen if there is such a name."""
    return (person.name_en or person.name) if words.language == "en" else person.name


def product_name(words: Words, product: ProductSnapshot) -> str:
    """A product's name in the screen's language, else the one there is, else its SKU."""
    return product.name_in(words.language) or product.sku


def today() -> date:
    """The day at this station."""
    return station_time().date()

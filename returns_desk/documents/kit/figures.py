"""Figures on paper: amounts for a column, weights, and how many of something."""

from returns_desk.domain.money import Money
from returns_desk.wording import Words

_SIGNS = {"ILS": "₪", "EUR": "€", "USD": "$", "GBP": "£"}


def figures(money: Money) -> str:
    """An amount without its sign, for a column whose head names the currency: ``1,234.50``."""
    return f"{money.amount:,}"


def in_currency(titles: tuple[str, ...], currency: str) -> tuple[str, ...]:
    """The head of a column of amounts: the first line of its title says in what."""
    first, *others = titles
    return (f"{first}\u00a0{_SIGNS.get(currency, currency)}", *others)


def weight(words: Words, grams: int) -> str:
    """A weight in kilograms; empty when nothing was weighed."""
    return words("{kilos} kg", kilos=words.number(grams / 1000)) if grams else ""


def say_items(words: Words, count: int) -> str:
    """So many items."""
    return words("1 item") if count == 1 else words("{count} items", count=words.number(count))


def say_units(words: Words, count: int) -> str:
    """So many units."""
    return words("1 unit") if count == 1 else words("{count} units", count=words.number(count))

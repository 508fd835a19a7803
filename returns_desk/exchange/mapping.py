"""A shop's own file described in a small TOML file: which of its columns gives which of our fields, and what is no row.

name = "Price list of a chain"
family = "products"                  # products | suppliers | expected | people | sales
currency = "ILS"                     # left out: the shop's own
[fields]
sku = "item_code"                    # our field = their column
category = { constant = "Pharmacy" }
quantity = { column = "Quantity", sign = "flip" }
announced = { column = "InvoiceDate", date = "%Y-%m-%d %H:%M:%S" }
customer = { column = "CustomerID", prefix = "Customer " }
[[refuse]]
column = "StockCode"
like = ["POST", "BANK*"]             # or unlike = [...]; * and ? as in file names
fact = "not goods"
"""

import tomllib
from collections.abc import Mapping as Entries
from dataclasses import dataclass, fields
from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from returns_desk.domain.import_facts import FileFact, RowFact
from returns_desk.domain.refusals import ImportRefused, RowRefused
from returns_desk.resources import resource

FAMILIES = ("products", "suppliers", "expected", "people", "sales")


@dataclass(frozen=True)
class Source:
    """Where one field comes from and what is done to it, in the order of the members."""

    column: str = ""
    constant: str = ""
    date: str = ""
    sign: str = ""  # "flip": -3 is read as 3
    case: str = ""  # "upper"
    pad: int = 0  # digits short of this many, by up to three, get zeros in front (a list that lost them)
    prefix: str = ""

    def take(self, cells: Entries[str, str]) -> str:
        """The field's text from a row's cells by column name (folded)."""
        text = cells.get(self.column.casefold(), "").strip() if self.column else self.constant
        if not text:
            return ""
        if self.date:
            text = self._day(text)
        if self.sign == "flip":
            text = text[1:] if text.startswith(("-", "−")) else f"-{text}"
        if self.case == "upper":
            text = text.upper()
        if text.isascii() and text.isdigit() and self.pad - 3 <= len(text) < self.pad:
            text = text.zfill(self.pad)
        return self.prefix + text

    def _day(self, text: str) -> str:
        try:
            return datetime.strptime(text, self.date).date().isoformat()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            return text


@dataclass(frozen=True)
class Rule:
    """Rows that are no rows of ours: refused, with the fact that says why."""

    column: str
    fact: RowFact
    like: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()

    def refuses(self, cells: Entries[str, str]) -> RowRefused | None:
        """The refusal when the rule meets the row."""
        text = cells.get(self.column.casefold(), "").strip()
        folded = text.casefold()
        met = any(fnmatchcase(folded, pattern.casefold()) for pattern in self.like)
        missed = self.unlike and not any(fnmatchcase(folded, pattern.casefold()) for pattern in self.unlike)
        return RowRefused(self.fact, self.column, text) if met or missed else None


@dataclass(frozen=True)
class Mapping:
    """One described kind of file. Without ``sources`` the columns bear our own names."""

    family: str
    name: str = ""
    currency: str = ""
    sources: Entries[str, Source] | None = None
    rules: tuple[Rule, ...] = ()
    create_products: bool = False
    repeats: bool = False  # one return may hold one product on several lines, each of which counts

    def columns(self, known: tuple[str, ...]) -> dict[str, Source]:
        """The source of every field; ``known`` are our own names, used as columns where nothing is described."""
        return dict(self.sources) if self.sources is not None else {name: Source(column=name) for name in known}


def load_mapping(path: Path) -> Mapping:
    """Read a mapping file; ``ImportRefused`` says what in it is wrong."""
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
        return _mapping(written)
    except FileNotFoundError:
        raise ImportRefused(FileFact.MISSING, path.name) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ImportRefused(FileFact.MAPPING, str(error)) from None
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise ImportRefused(FileFact.MAPPING, str(error).strip("'\"")) from None


def shipped_mapping(name: str) -> Mapping:
    """A mapping that comes with the program: ``israeli_price_list``, ``uci_returns``, ``uci_sales``."""
    return load_mapping(resource("mappings", f"{name}.toml"))


def _mapping(written: dict[str, Any]) -> Mapping:
    known = {"family", "name", "currency", "fields", "refuse", "create_products", "repeats"}
    strange = written.keys() - known
    if strange or written.get("family") not in FAMILIES:
        raise ValueError(", ".join(sorted(strange)) or "family")
    described = written.get("fields")
    return Mapping(
        family=written["family"],
        name=str(written.get("name", "")),
        currency=str(written.get("currency", "")),
        sources=None if described is None else {name: _source(name, entry) for name, entry in described.items()},
        rules=tuple(_rule(entry) for entry in written.get("refuse", ())),
        create_products=written.get("create_products", False) is True,
        repeats=written.get("repeats", False) is True,
    )


def _source(name: str, entry: Any) -> Source:
    source = Source(column=entry) if isinstance(entry, str) else Source(**entry)
    wrong = [field.name for field in fields(Source) if type(getattr(source, field.name)) is not field.type]
    if wrong or not (source.column or source.constant) or source.sign not in ("", "flip"):
        raise ValueError(name)
    return source


def _rule(entry: Any) -> Rule:
    like, unlike = tuple(entry.get("like", ())), tuple(entry.get("unlike", ()))
    if not (like or unlike) or not all(isinstance(pattern, str) for pattern in like + unlike):
        raise ValueError("refuse")
    return Rule(str(entry["column"]), RowFact(entry["fact"]), like, unlike)

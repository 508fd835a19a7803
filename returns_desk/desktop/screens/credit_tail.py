"""What all suppliers owe: each one's sums by age, the batches behind them, and statements to send."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from returns_desk.desktop.alive import while_alive
from returns_desk.desktop.preview import open_preview
from returns_desk.desktop.screens.batch_words import STATE_TONES
from returns_desk.desktop.screens.credit_jobs import look_at_tail
from returns_desk.desktop.screens.credit_papers import CreditPapers
from returns_desk.desktop.screens.screen import Room
from returns_desk.desktop.widgets.buttons import push_button
from returns_desk.desktop.widgets.card import Card, label
from returns_desk.desktop.widgets.choice import Choice
from returns_desk.desktop.widgets.table import Column, Table
from returns_desk.domain.ageing import AgeBand, CreditTail, OpenCredit, SupplierAge
from returns_desk.domain.money import Money
from returns_desk.domain.printing import PaperKind
from returns_desk.domain.refusals import DeskError
from returns_desk.wording import Words
from returns_desk.wording.refusals import refusal_line

_MOST_SUPPLIERS = 6
_ALL, _YEAR, _MONTH = "all", "year", "month"


class CreditTailView(QWidget):
    """``tab`` is its button above; ``batch_wanted`` tells the number of a batch to show, ``said`` how a paper went."""

    batch_wanted = Signal(str)
    said = Signal(str, str)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.setObjectName("credit_tail")
        self._room = room
        self._tail: CreditTail | None = None
        words = room.words
        self.tab = push_button(words("Credits"), "tab_credits", "chip")
        self.tab.setCheckable(True)
        self.suppliers = Table(_supplier_columns(words), "supplier_ages")
        self.suppliers.setAccessibleName(words("What suppliers owe, by age"))
        self.suppliers.chosen.connect(lambda _: self._show_chosen())
        self.batches = Table(_batch_columns(words), "open_credits")
        self.batches.setAccessibleName(words("Credits that are awaited"))
        self.batches.doubleClicked.connect(lambda _: self._go_to_batch())
        self.total = label("", "strong", wraps=True)
        self.total.setObjectName("credit_total")
        self.reasons = label("", "", wraps=True)
        self.reasons.setObjectName("short_reasons")
        self._span = Choice("statement_span", words("Statement"), _spans(words))
        self._span.show_value(_ALL)
        self._papers = CreditPapers(room, self)
        self._papers.said.connect(self.said)
        self._papers.refused.connect(self._on_refused)
        self._lay_out()

    def _lay_out(self) -> None:
        words = self._room.words
        above = Card(words("What suppliers owe, by age"))
        above.body.addWidget(self.suppliers)
        above.body.addWidget(self.total)
        above.body.addWidget(self.reasons)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._span, 1)
        for ending, title in (("pdf", words("Statement as PDF")), ("xlsx", words("Statement as XLSX"))):
            row.addWidget(self._statement_button(ending, title))
        above.body.addLayout(row)
        below = Card(words("Credits that are awaited"))
        show = push_button(words("Show the batch"), "show_credit_batch")
        show.clicked.connect(self._go_to_batch)
        below.head.addWidget(show)
        below.body.addWidget(self.batches, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(above)
        column.addWidget(below, 1)

    def _statement_button(self, ending: str, title: str) -> QWidget:
        made = push_button(title, f"statement_{ending}")
        made.clicked.connect(lambda: self._save(ending))
        return made

    def look_again(self) -> None:
        """Read anew what is owed."""
        self._room.runner.do(look_at_tail, while_alive(self, self._show), while_alive(self, self._on_refused))

    def _show(self, tail: CreditTail) -> None:
        words, self._tail = self._room.words, tail
        self.suppliers.show_up_to(tail.suppliers, _MOST_SUPPLIERS)
        if tail.suppliers and not self.suppliers.currentIndex().isValid():
            self.suppliers.choose(0)
        self.total.setText(_say_totals(words, tail) or words("No credit is awaited."))
        self._show_chosen()

    def _chosen(self) -> SupplierAge | None:
        place = self.suppliers.currentIndex().row()
        found = self._tail.suppliers if self._tail else ()
        return found[place] if 0 <= place < len(found) else None

    def _show_chosen(self) -> None:
        """Show the batches of the chosen supplier, and why its credits were short."""
        words, age = self._room.words, self._chosen()
        rows = self._tail.rows if self._tail else ()
        self.batches.show_rows(
            [row for row in rows if age and row.partner.id == age.partner.id and row.open.currency == age.open.currency]
        )
        why = (f"{words.name(reason)} {words.money(money)}" for reason, money in (age.reasons if age else ()))
        said = " · ".join(why)
        self.reasons.setText(words("Why credits were short: {reasons}", reasons=said) if said else "")
        self.reasons.setVisible(bool(said))

    def _save(self, ending: str) -> None:
        age = self._chosen()
        if age is not None:
            since = {_YEAR: date(self._today.year, 1, 1), _MONTH: self._today.replace(day=1)}.get(self._span.value)
            if ending == "pdf":
                what = {"since": since.isoformat()} if since else {}
                open_preview(self._room, PaperKind.STATEMENT, age.partner.code, what, self.window())
            else:
                self._papers.save_workbook(age.partner.code, since)

    @property
    def _today(self) -> date:
        return self._room.clock().date()

    def _go_to_batch(self) -> None:
        place = self.batches.currentIndex().row()
        if 0 <= place < len(self.batches.rows_model.rows):
            self.batch_wanted.emit(self.batches.rows_model.rows[place].number)

    def _on_refused(self, refusal: DeskError) -> None:
        self.said.emit("bad", refusal_line(self._room.words, refusal))


def _spans(words: Words) -> tuple[tuple[str, str], ...]:
    return (_ALL, words("from the first batch")), (_YEAR, words("this year")), (_MONTH, words("this month"))


def _supplier_columns(words: Words) -> tuple[Column, ...]:
    def band(place: int) -> Column:
        name = list(AgeBand)[place]
        return Column(words.name(name), lambda age: _amount(words, age.bands[place][1]), at_end=True)

    return (
        Column(words("Supplier"), lambda age: _supplier(words, age), stretch=True),
        Column(words("Batches"), lambda age: words.number(age.batches), at_end=True),
        *(band(place) for place in range(len(AgeBand))),
        Column(words("Still open"), lambda age: words.money(age.open), at_end=True, strong=lambda _: True),
    )


def _amount(words: Words, money: Money) -> str:
    return words.money(money) if money.minor else ""


def _batch_columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("Batch"), lambda row: row.number),
        Column(words("State"), lambda row: words.name(row.state), tone=lambda row: STATE_TONES[row.state]),
        Column(words("Due"), lambda row: words.date(row.due)),
        Column(words("Age"), lambda row: words.name(row.band), tone=_late, stretch=False),
        Column(words("Expected"), lambda row: words.money(row.expected), at_end=True),
        Column(words("Received"), lambda row: words.money(row.received), at_end=True),
        Column(words("Still open"), lambda row: words.money(row.open), at_end=True, strong=lambda _: True),
        Column("", lambda _: "", stretch=True),
    )


def _late(row: OpenCredit) -> str:
    return "bad" if row.days > 30 else "ask" if row.days > 0 else ""


def _say_totals(words: Words, tail: CreditTail) -> str:
    """What all owe together, in each currency."""
    sums: dict[str, Money] = {}
    late: dict[str, Money] = {}
    for age in tail.suppliers:
        currency, zero = age.open.currency, Money(0, age.open.currency)
        sums[currency] = sums.get(currency, zero) + age.open
        late[currency] = late.get(currency, zero) + age.open - dict(age.bands)[AgeBand.DUE]
    return " · ".join(
        words("Open in all {money}, of it late {late}", money=words.money(money), late=words.money(late[currency]))
        for currency, money in sums.items()
    )


def _supplier(words: Words, age: SupplierAge) -> str:
    """The supplier's name in the language of the window, else the one there is."""
    name, name_en = age.partner.name, age.partner.name_en
    return (name_en or name) if words.language == "en" else (name or name_en)

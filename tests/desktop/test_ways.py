"""The card of the decision over a desk without a database: what leads although it is blocked, and the keys it shows."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from returns_desk.desktop.screens.panels.decision_card import DecisionCard
from returns_desk.desktop.widgets.elided import ElidedLabel
from returns_desk.domain.items import StockStatus
from returns_desk.domain.recommendation import Block
from returns_desk.wording import Words
from returns_desk.wording.options import say_option
from returns_desk.wording.ways import say_way_named
from tests.desktop.benches import waiting_for_decision
from tests.desktop.conftest import OpenShell


def plain(text: str) -> str:
    """A text without the signs that keep its facts apart."""
    return text.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize("language", ["he", "en"])
def test_what_is_to_be_photographed_first_leads_and_says_so(open_shell: OpenShell, language: str) -> None:
    bench = waiting_for_decision()
    found = bench.recommendation
    assert found is not None
    assert found.best is not None
    first = replace(found.best, blocks=(Block.PHOTOS_MISSING,))
    options = tuple(first if one == found.best else one for one in found.options)
    led = replace(found, options=options, best=None, first=first)
    shell, _, _ = open_shell(replace(bench, recommendation=led), language=language)
    way = shell.findChild(QPushButton, "disposition_supplier")
    said = say_option(Words(language), first)[0]
    assert way.property("chosen") == "true"
    assert way.property("closed") == "false"
    assert said in " ".join(label.text() for label in way.findChildren(QLabel))
    heading = shell.findChild(DecisionCard).heading.text()
    assert plain(said) in plain(heading)


@pytest.mark.parametrize("language", ["he", "en"])
@pytest.mark.parametrize("block", [Block.GRADE, Block.PERSONAL_DATA, Block.LOT_UNREAD])
def test_what_blocks_a_way_into_the_stock_stays_on_one_line_in_a_short_window(
    open_shell: OpenShell, language: str, block: Block
) -> None:
    bench = waiting_for_decision()
    found = bench.recommendation
    assert found is not None
    into_stock = (StockStatus.AVAILABLE, StockStatus.OPEN_BOX)
    options = tuple(
        replace(one, blocks=(block, Block.UNSAFE)) if one.becomes in into_stock else one for one in found.options
    )
    shell, _, _ = open_shell(replace(bench, recommendation=replace(found, options=options)), language=language)
    for name in ("disposition_restock", "disposition_open_box"):
        [said] = [one for one in shell.findChild(QPushButton, name).findChildren(ElidedLabel) if one.isVisible()]
        assert plain(Words(language).name(block)) in plain(said.whole)
        assert said.height() < 2 * said.fontMetrics().height()


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_way_has_one_name_on_its_button_and_in_what_is_said_of_it(open_shell: OpenShell, language: str) -> None:
    shell, _, _ = open_shell(waiting_for_decision(), language=language)
    for name, becomes in (
        ("disposition_restock", StockStatus.AVAILABLE),
        ("disposition_open_box", StockStatus.OPEN_BOX),
        ("disposition_supplier", StockStatus.SUPPLIER_RETURN),
    ):
        texts = [label.text() for label in shell.findChild(QPushButton, name).findChildren(QLabel)]
        assert say_way_named(Words(language), becomes.value) in texts

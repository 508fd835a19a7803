"""The card of the decision over a desk without a database: what leads although it is blocked, and the keys it shows."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from returns_desk.desktop.screens.panels.decision_card import DecisionCard
from returns_desk.domain.recommendation import Block
from returns_desk.wording import Words
from returns_desk.wording.options import say_option
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

"""Where papers go, and how long a printer that does not answer is left alone."""

from datetime import timedelta

import pytest

from returns_desk.domain.printing import LABELS, PAPERS, PaperKind, Route, pause_after, route_for


def test_a_kind_of_paper_goes_where_it_is_sent_else_where_its_family_goes_else_into_a_folder() -> None:
    routes = {LABELS: Route("zpl://labels"), "carton label": Route("zpl://dock"), PAPERS: Route("cups://office")}

    assert route_for(routes, PaperKind.CARTON_LABEL).printer == "zpl://dock"
    assert route_for(routes, PaperKind.ITEM_LABEL).printer == "zpl://labels"
    assert route_for(routes, PaperKind.SLIP).printer == "cups://office"
    assert route_for({}, PaperKind.SLIP) == Route("folder")


@pytest.mark.parametrize("kind", PaperKind)
def test_every_kind_is_a_label_or_a_paper(kind: PaperKind) -> None:
    assert kind.family == (LABELS if kind.is_label else PAPERS)


def test_pauses_grow_up_to_ten_minutes() -> None:
    pauses = [pause_after(tries) for tries in range(1, 9)]

    assert pauses == sorted(pauses)
    assert pauses[0] == timedelta(seconds=5)
    assert pauses[-1] == timedelta(minutes=10)

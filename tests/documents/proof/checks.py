"""What is asked of every code and every page; the tests of papers and of labels ask the same.

Each raises ``AssertionError``; ``test_the_proof_itself`` shows for each what makes it do so.
"""

from collections.abc import Iterable, Sequence

import numpy
from PIL import Image

from tests.documents.proof.eyes import (
    Symbol,
    ink_box,
    level_runs,
    matrix_dots,
    module_of,
    pale,
    readers_of,
    turned,
    with_dead_dot,
    with_dead_row,
)

WEATHERS = ("pale", "turned", "dead dot", "dead row")
_DEAD_DOTS = 4  # of the head, for each symbol; packaging/soak takes them all
_EAN_MODULES = (67, 95)
_QUIET = 10  # modules


def assert_codes(symbols: Iterable[Symbol], codes: frozenset[str]) -> None:
    """Every code is there, as bars or as a matrix, and no other."""
    assert {symbol.text for symbol in symbols} == codes


def assert_reads(symbol: Symbol, page: Image.Image, dpi: int, codes: frozenset[str], *, coarse: bool = False) -> None:
    """Both readers read it as it was printed, and read nothing that is not there.

    ``coarse``: on dots coarser than those its bars are made for, where bars of two dots are two and a half here and
    there, one of the readers is enough.
    """
    _assert_read(symbol, symbol.cut_out(page, dpi), codes, "as printed", coarse=coarse)


def assert_reads_in(
    symbol: Symbol, page: Image.Image, dpi: int, codes: frozenset[str], weather: str, *, coarse: bool = False
) -> None:
    """Both readers read it also when it was printed badly; coarse dots are never taken for dead ones besides.

    A line through a Data Matrix often hides its edge from zxing, which looks for an unbroken one: of a matrix with a
    dead dot it is asked only that nothing else is read. The bars beside it read on, and every label has them.
    """
    picture = symbol.cut_out(page, dpi)
    match weather:
        case "pale":
            _assert_read(symbol, pale(picture), codes, weather, coarse=coarse)
        case "turned":
            _assert_read(symbol, turned(picture), codes, weather, coarse=coarse)
        case "dead dot" if not coarse:
            module = module_of(symbol, page, dpi)
            for column in dead_dots(picture, _DEAD_DOTS):
                assert_survives(symbol, picture, (column, module), codes)
        case _ if symbol.matrix:
            assert readers_of(symbol)["zxing"](with_dead_row(picture)) <= codes
        case _:
            _assert_read(symbol, with_dead_row(picture), codes, weather, coarse=coarse)


def dead_dots(picture: Image.Image, count: int) -> list[int]:
    """Columns spread over a symbol, its first and last bar among them."""
    across = picture.width
    first, last = round(across * 0.12), round(across * 0.88)
    return [first + (last - first) * place // (count - 1) for place in range(count)]


def assert_survives(symbol: Symbol, picture: Image.Image, dead: tuple[int, int], codes: frozenset[str]) -> None:
    """A dot of the head is dead (column, dots to a module): all read on; of modules of two dots, at least one does."""
    spoilt = with_dead_dot(picture, *dead)
    read = {name: reader(spoilt) for name, reader in readers_of(symbol).items()}
    assert set().union(*read.values()) <= codes, f"a dead dot at {dead} made another number: {read}"
    if symbol.matrix:
        return
    good = [name for name, texts in read.items() if symbol.text in texts]
    assert len(good) >= (1 if dead[1] <= 2 else len(read)), f"dead dot at {dead}: only {good} read {symbol.text}"


def _assert_read(
    symbol: Symbol, picture: Image.Image, codes: frozenset[str], weather: str, *, coarse: bool = False
) -> None:
    readers = readers_of(symbol)
    read = {name: reader(picture) for name, reader in readers.items()}
    blind = [name for name, texts in read.items() if symbol.text not in texts]
    assert len(blind) <= (len(readers) - 1 if coarse else 0), f"{blind} read no {symbol.text}, {weather}"
    wrong = set().union(*read.values()) - codes
    assert not wrong, f"{wrong} was read in {symbol.text}, {weather}: nobody printed it"


def assert_whole_dots(symbol: Symbol, page: Image.Image, dpi: int) -> None:
    """Every bar and every gap is a whole number of modules, each module of as many dots; white stands on both sides."""
    if symbol.matrix:
        _assert_matrix_dots(symbol, page, dpi)
        return
    lines = list(level_runs(symbol, page, dpi))
    assert len(lines) >= 3
    for runs in lines:
        assert runs.grey == 0, f"{runs.grey} dots of {symbol.text} are neither black nor white"
        assert {length % runs.module for length in runs.lengths} == {0}, f"{symbol.text}: {runs.lengths}"
        modules = sum(runs.lengths) // runs.module
        assert modules in _EAN_MODULES or (modules - 13) % 11 == 0, f"{symbol.text} has {modules} modules"
        assert min(runs.before, runs.after) >= _QUIET * runs.module, f"{symbol.text} has no quiet zone"
    assert len({runs.lengths for runs in lines}) == 1, "the bars are not the same over their height"


def _assert_matrix_dots(symbol: Symbol, page: Image.Image, dpi: int) -> None:
    """The same of a matrix, in both directions: it is square, and all it is made of are modules of whole dots."""
    inside = matrix_dots(symbol, page, dpi)
    assert inside.shape[0] == inside.shape[1], f"{symbol.text} is not square: {inside.shape}"
    assert not ((inside > 64) & (inside < 192)).any(), f"dots of {symbol.text} are neither black nor white"
    module = module_of(symbol, page, dpi)
    assert module > 1
    assert inside.shape[0] % module == 0
    modules = inside[module // 2 :: module, module // 2 :: module] < 128
    whole = numpy.kron(modules, numpy.ones((module, module), bool))
    assert numpy.array_equal(inside < 128, whole), f"the modules of {symbol.text} are not of {module} dots each"


def assert_inside(pages: Sequence[Image.Image], dpi: int, inches: tuple[float, float]) -> None:
    """No ink nearer to the edges of the paper than so many inches: at the sides, and above and below."""
    for number, page in enumerate(pages, 1):
        box = ink_box(page)
        sides, ends = (round(inch * dpi) - 1 for inch in inches)
        room = (box.left, page.width - box.right, box.top, page.height - box.bottom)
        assert min(room[:2]) >= sides, f"page {number}: ink {min(room[:2])} dots from a side"
        assert min(room[2:]) >= ends, f"page {number}: ink {min(room[2:])} dots from an end"

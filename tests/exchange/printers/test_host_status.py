"""What a label printer's answer to ``~HS`` means, and that nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.printing import PrinterStatus, Trouble
from returns_desk.exchange.printers.host_status import is_foreign, quoted, status_of
from tests.printers import hs

# written down from a printer's manual: paper out, paused, one format waiting, three labels of it left
_MANUAL = b"\x02030,1,1,1245,001,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,1,2,6,0,00000003,1,000\x03\r\n\x021234,0\x03\r\n"


def test_a_whole_answer_is_read() -> None:
    assert status_of(_MANUAL) == PrinterStatus((Trouble.PAPER_OUT, Trouble.PAUSED), waiting=4)


def test_a_printer_without_a_trouble_is_ready() -> None:
    status = status_of(hs())
    assert status is not None
    assert status.ready
    assert status.waiting == 0


@pytest.mark.parametrize(
    ("flags", "troubles"),
    [
        ({"paper": 1}, (Trouble.PAPER_OUT,)),
        ({"head": 1, "paper": 1, "pause": 1}, (Trouble.HEAD_OPEN, Trouble.PAPER_OUT, Trouble.PAUSED)),
        ({"ribbon": 1}, (Trouble.RIBBON_OUT,)),
        ({"ribbon": 1, "thermal": 0}, ()),
        ({"full": 1}, (Trouble.BUFFER_FULL,)),
        ({"hot": 1}, (Trouble.TOO_HOT,)),
        ({"cold": 1}, (Trouble.TOO_COLD,)),
        ({"lost": 1}, (Trouble.REFUSED,)),
    ],
)
def test_each_flag_is_a_trouble_and_the_first_cause_stands_first(
    flags: dict[str, int], troubles: tuple[Trouble, ...]
) -> None:
    status = status_of(hs(**flags))
    assert status is not None
    assert status.troubles == troubles


def test_half_an_answer_is_none_yet_and_not_foreign() -> None:
    for length in range(len(_MANUAL) - 3):
        assert status_of(_MANUAL[:length]) is None
        assert not is_foreign(_MANUAL[:length])


@pytest.mark.parametrize(
    "said",
    [
        b"SSH-2.0-OpenSSH_9.2p1\r\n",
        b"HTTP/1.1 400 Bad Request\r\n",
        _MANUAL.replace(b"030,1,1", b"030,2,1"),
        _MANUAL.replace(b"1245", b"12x5"),
        b"\x02" + b"1" * 500,
        b"\x02\x03\x02\x03\x02\x03",
    ],
)
def test_whoever_says_something_else_is_no_label_printer(said: bytes) -> None:
    assert status_of(said) is None
    assert is_foreign(said)
    assert quoted(said).isprintable() or "\x02" in quoted(said)


@given(st.binary(max_size=600))
def test_any_bytes_are_read_without_harm(heard: bytes) -> None:
    status = status_of(heard)
    is_foreign(heard)
    assert quoted(heard).isascii()
    assert status is None or status.waiting >= 0


_FIELDS = st.lists(st.from_regex(rb"[0-9A-Z]{0,9}", fullmatch=True), max_size=14).map(b",".join)


@given(st.lists(_FIELDS, min_size=1, max_size=4))
def test_lines_like_an_answer_are_read_without_harm(lines: list[bytes]) -> None:
    heard = b"".join(b"\x02%s\x03\r\n" % line for line in lines)
    status = status_of(heard)
    assert status is None or len(lines) == 3

"""Questions to a print service and its answers, byte by byte."""

import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.exchange.printers.ipp import GET_PRINTER, PRINTER, BadAnswer, question, read_answer


def _attribute(tag: int, name: str, value: bytes) -> bytes:
    return struct.pack(">BH", tag, len(name)) + name.encode() + struct.pack(">H", len(value)) + value


_ANSWER = b"".join(
    [
        struct.pack(">HHI", 0x0101, 0, 1),
        b"\x01",
        _attribute(0x47, "attributes-charset", b"utf-8"),
        b"\x04",
        _attribute(0x23, "printer-state", struct.pack(">i", 5)),
        _attribute(0x44, "printer-state-reasons", b"media-empty-error"),
        _attribute(0x44, "", b"door-open"),
        _attribute(0x22, "printer-is-accepting-jobs", b"\0"),
        _attribute(0x34, "media-col-ready", b""),
        _attribute(0x4A, "", b"media-source"),
        _attribute(0x44, "", b"tray-1"),
        _attribute(0x37, "", b""),
        _attribute(0x41, "printer-info", "מדפסת".encode()),
        b"\x03",
        b"*PPD-Adobe",
    ]
)


def test_an_answer_is_read_with_all_values_and_without_what_stands_in_collections() -> None:
    answer = read_answer(_ANSWER)
    assert answer.fits
    assert answer.file == b"*PPD-Adobe"
    assert answer.of(PRINTER) == [
        {
            "printer-state": (5,),
            "printer-state-reasons": ("media-empty-error", "door-open"),
            "printer-is-accepting-jobs": (False,),
            "printer-info": ("מדפסת",),
        }
    ]


def test_a_question_says_each_fact_once_and_ends() -> None:
    asked = question(GET_PRINTER, {"printer-uri": "ipp://localhost/printers/A", "requested-attributes": ("a", "b")})
    assert asked[:8] == struct.pack(">HHI", 0x0101, GET_PRINTER, 1)
    assert asked.count(b"requested-attributes") == 1
    assert asked.endswith(_attribute(0x44, "requested-attributes", b"a") + _attribute(0x44, "", b"b") + b"\x03")


def test_an_answer_that_was_cut_short_is_none() -> None:
    for length in range(len(_ANSWER) - len(b"*PPD-Adobe") - 1):
        with pytest.raises(BadAnswer):
            read_answer(_ANSWER[:length])


@given(st.binary(max_size=300) | st.binary(max_size=300).map(lambda more: _ANSWER[:60] + more))
def test_any_bytes_are_an_answer_or_refused(content: bytes) -> None:
    with suppress(BadAnswer):
        read_answer(content)

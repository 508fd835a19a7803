"""Addresses of printers: one way to write each, and no way to write nonsense."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.domain.printer_address import parse_address, read_address
from returns_desk.domain.refusals import BadValue


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("", "folder"),
        (" folder ", "folder"),
        ("folder:/srv/paper", "folder:/srv/paper"),
        (r"folder:D:\paper", r"folder:D:\paper"),
        ("zpl://10.0.0.7", "zpl://10.0.0.7:9100"),
        ("ZPL://Labels.Local:9101/", "zpl://labels.local:9101"),
        ("zpl://[fe80::1]", "zpl://[fe80::1]:9100"),
        ("zpl://10.0.0.7:9100?answers=no", "zpl://10.0.0.7:9100?answers=no"),
        ("raw:/dev/usb/lp0", "raw:/dev/usb/lp0"),
        ("cups://HP_LaserJet", "cups://HP_LaserJet"),
        ("cups://מדפסת", "cups://מדפסת"),
        (r"windows://\\server\HP 5 (copy)", r"windows://\\server\HP 5 (copy)"),
    ],
)
def test_an_address_is_written_in_one_way(written: str, canonical: str) -> None:
    assert parse_address(written) == canonical
    assert parse_address(canonical) == canonical


@pytest.mark.parametrize(
    "nonsense",
    [
        "printer",
        "http://10.0.0.7",
        "folder:paper",
        "folder:",
        "zpl:10.0.0.7",
        "zpl://",
        "zpl://10.0.0.7:0",
        "zpl://10.0.0.7:99999",
        "zpl://10.0.0.7:port",
        "zpl://a b",
        "zpl://-x",
        "zpl://a..b",
        "zpl://user@host",
        "zpl://host/queue",
        "zpl://host?x=1",
        "raw:lp0",
        "raw://",
        "cups://",
        "cups://two words",
        "cups://a/b",
        "cups://a'b",
        "windows://",
        "windows://a|b",
        "raw:/dev/usb/lp0\nzpl://host",
        "cups://" + "x" * 2000,
    ],
)
def test_nonsense_is_refused(nonsense: str) -> None:
    with pytest.raises(BadValue) as refused:
        parse_address(nonsense)
    assert refused.value.name == "printer"


@given(st.text(max_size=80) | st.builds("{}:{}".format, st.sampled_from(["zpl", "raw", "cups", "folder"]), st.text()))
def test_any_text_is_an_address_or_refused_and_an_address_means_the_same_again(text: str) -> None:
    try:
        found = read_address(text)
    except BadValue:
        return
    assert read_address(str(found)) == found

"""Labels over a real socket: to printers that answer, to those that do not, and to what is no printer at all."""

import time

import pytest

from returns_desk.domain.printing import PrinterStatus, Trouble
from returns_desk.exchange.printers import NetworkPrinter, PrinterRefused, PrintOut
from tests.printers import FakePrinter, free_port, hs, label_printer

_LABEL = b"^XA\n^PQ1\n^FO10,10^A0N,30,30^FDIT-1^FS\n^XZ\n"
_OUT = PrintOut("IT-1", _LABEL)
_PATIENCE = 0.4


def _at(printer: FakePrinter, *, answers: bool = True) -> NetworkPrinter:
    return NetworkPrinter("127.0.0.1", printer.port, answers=answers, patience=_PATIENCE)


def _refusal(printer: NetworkPrinter, out: PrintOut = _OUT) -> PrinterRefused:
    with pytest.raises(PrinterRefused) as refused:
        printer.send(out)
    return refused.value


def test_a_label_arrives_as_it_was_drawn() -> None:
    with label_printer() as printer:
        assert _at(printer).send(_OUT) == ""
        assert _at(printer).status() == PrinterStatus()
    assert printer.jobs == [_LABEL]


def test_copies_are_the_printers_to_make_and_no_text_of_a_label_is_taken_for_their_number() -> None:
    text = _LABEL.replace(b"IT-1", b"_5EPQ1")
    with label_printer() as printer:
        _at(printer).send(PrintOut("IT-1", text, copies=3))
    assert printer.jobs == [text.replace(b"^PQ1", b"^PQ3")]


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (hs(paper=1, pause=1), Trouble.PAPER_OUT),
        (hs(head=1), Trouble.HEAD_OPEN),
        (hs(pause=1), Trouble.PAUSED),
        (hs(ribbon=1), Trouble.RIBBON_OUT),
        (hs(full=1), Trouble.BUFFER_FULL),
        (hs(hot=1), Trouble.TOO_HOT),
    ],
)
def test_a_printer_that_would_lose_the_label_gets_none(answer: bytes, trouble: Trouble) -> None:
    with label_printer(answer) as printer:
        refusal = _refusal(_at(printer))
        assert _at(printer).status().troubles[0] is trouble
    assert (refusal.trouble, refusal.perhaps) == (trouble, False)
    assert printer.jobs == []


def test_a_cold_printer_prints() -> None:
    with label_printer(hs(cold=1)) as printer:
        _at(printer).send(_OUT)
    assert printer.jobs == [_LABEL]


def test_a_label_counts_as_printed_when_the_printer_has_none_left() -> None:
    with label_printer(hs(), hs(), hs(formats=1), hs(labels=2), hs(labels=1), hs()) as printer:
        _at(printer).send(_OUT)
        assert printer.asked == 6


def test_paper_that_runs_out_on_the_way_leaves_the_label_unsure() -> None:
    with label_printer(hs(), hs(), hs(formats=1), hs(labels=1, paper=1, pause=1)) as printer:
        refusal = _refusal(_at(printer))
    assert (refusal.trouble, refusal.perhaps) == (Trouble.PAPER_OUT, True)
    assert printer.jobs == [_LABEL]


def test_paper_that_ends_with_the_last_label_leaves_nothing_unsure() -> None:
    with label_printer(hs(), hs(), hs(labels=1), hs(paper=1)) as printer:
        _at(printer).send(_OUT)


def test_a_label_that_waits_to_be_taken_off_holds_nobody_up() -> None:
    with label_printer(hs(), hs(), hs(labels=1)) as printer:
        _at(printer).send(_OUT)
    assert printer.jobs == [_LABEL]


def test_a_printer_that_answers_nothing_but_reads_prints_and_is_asked_only_once() -> None:
    with label_printer(silent=True) as printer:
        at = _at(printer)
        at.send(_OUT)
        begun = time.monotonic()
        for _ in range(5):
            at.send(_OUT)
        assert time.monotonic() - begun < _PATIENCE
    assert printer.jobs == [_LABEL] * 6


def test_a_host_that_accepts_and_never_reads_gets_no_label() -> None:
    with label_printer(takes=0) as printer:
        at = _at(printer)
        refusal = _refusal(at)
        assert at.status().troubles == (Trouble.SILENT,)
    assert (refusal.trouble, refusal.perhaps) == (Trouble.SILENT, False)


def test_a_host_that_reads_but_neither_answers_nor_hangs_up_gets_no_label() -> None:
    with label_printer(silent=True, closes=False) as printer:
        refusal = _refusal(_at(printer))
    assert (refusal.trouble, refusal.perhaps) == (Trouble.SILENT, False)
    assert printer.jobs == []


def test_a_printer_known_to_say_nothing_at_all_prints() -> None:
    with label_printer(silent=True, closes=False) as printer:
        at = _at(printer, answers=False)
        at.send(_OUT)
        assert at.status().ready
    assert printer.jobs == [_LABEL]


def test_a_printer_that_answered_before_and_does_not_any_more_gets_no_label() -> None:
    with label_printer() as printer:
        at = _at(printer)
        at.send(_OUT)
        printer.answers = []
        refusal = _refusal(at)
    assert (refusal.trouble, refusal.perhaps) == (Trouble.SILENT, False)
    assert printer.jobs == [_LABEL]


def test_a_printer_that_falls_silent_under_the_label_leaves_it_unsure() -> None:
    with label_printer() as printer:
        at = _at(printer)
        at.status()
        printer.last_words = printer.asked + 1
        refusal = _refusal(at)
    assert (refusal.trouble, refusal.perhaps) == (Trouble.SILENT, True)


def test_a_line_that_breaks_in_the_middle_leaves_the_label_unsure() -> None:
    with label_printer(takes=1000) as printer:
        refusal = _refusal(_at(printer), PrintOut("IT-1", b"^XA" + b"^FX" * 3_000_000 + b"^XZ"))
    assert refusal.perhaps
    assert refusal.trouble is Trouble.OFF


def test_a_printer_that_stops_reading_in_the_middle_leaves_the_label_unsure() -> None:
    with label_printer() as printer:
        at = _at(printer)
        at.status()
        printer.chokes = 5_000
        refusal = _refusal(at, PrintOut("IT-1", b"^XA" + b"^FX" * 5_000_000 + b"^XZ"))
    assert (refusal.trouble, refusal.perhaps) == (Trouble.SILENT, True)


@pytest.mark.parametrize("greeting", [b"SSH-2.0-OpenSSH_9.2\r\n", b"\x02garbage\x03\x02\x03\x02\x03", b"\xff\xfe\x00"])
def test_somebody_else_at_this_address_gets_no_label_and_is_quoted(greeting: bytes) -> None:
    with label_printer(greeting) as printer:
        refusal = _refusal(_at(printer))
        status = _at(printer).status()
    assert (refusal.trouble, refusal.perhaps) == (Trouble.REFUSED, False)
    assert (status.troubles, status.said) == ((Trouble.REFUSED,), refusal.said)
    assert printer.jobs == []


def test_a_printer_that_is_off_is_said_at_once() -> None:
    at = NetworkPrinter("127.0.0.1", free_port(), patience=_PATIENCE)
    refusal = _refusal(at)
    assert (refusal.trouble, refusal.perhaps) == (Trouble.OFF, False)
    assert at.status().troubles == (Trouble.OFF,)


@pytest.mark.parametrize("host", ["no-such-printer.invalid", "x" * 200, "a..b"])
def test_a_name_that_nobody_has_is_said(host: str) -> None:
    at = NetworkPrinter(host, patience=_PATIENCE)
    assert _refusal(at).trouble is Trouble.NO_SUCH_HOST
    assert at.status().troubles == (Trouble.NO_SUCH_HOST,)


def test_a_page_that_no_label_printer_draws_is_sent_as_it_is_and_nothing_is_asked() -> None:
    with label_printer(silent=True) as printer:
        at = NetworkPrinter("127.0.0.1", printer.port, speaks="pdf", patience=_PATIENCE)
        assert at.status().ready
        at.send(PrintOut("SR-1", b"%PDF-1.4", copies=2))
    assert [job for job in printer.jobs if job] == [b"%PDF-1.4"] * 2


def test_it_keeps_no_names() -> None:
    assert NetworkPrinter("127.0.0.1").knows("IT-1") is None

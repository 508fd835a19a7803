"""An advance copy as a file for the mail program: nobody's name adds a header, an address or a reader."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns_desk.exchange.advance_mail import Letter, plain_address, write_mail

HEADERS = {"X-Unsent", "Subject", "To", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"}


def read(letter: Letter, *files: tuple[str, bytes]) -> EmailMessage:
    return message_from_bytes(write_mail(letter, files), policy=default)  # type: ignore[return-value]


def test_a_mail_reads_back_with_its_papers() -> None:
    mail = read(Letter("rut@galil.example", "העתק SR-1", ("שלום,", "מצורף")), ("SR-1.pdf", b"%PDF-1"))
    assert (mail["To"], mail["Subject"], mail["X-Unsent"]) == ("rut@galil.example", "העתק SR-1", "1")
    body = mail.get_body()
    assert body is not None
    assert body.get_content().split() == ["שלום,", "מצורף"]
    (file,) = mail.iter_attachments()
    assert (file.get_filename(), file.get_content_type(), file.get_content()) == (
        "SR-1.pdf",
        "application/pdf",
        b"%PDF-1",
    )


@pytest.mark.parametrize(
    "evil", ["a\r\nBcc: spy@evil.example", "a\nBcc: x@y.z", "a\u2028Bcc: x@y.z", "a\r\n\r\nbody", "\x00\x0b"]
)
def test_nothing_in_a_name_becomes_a_header(evil: str) -> None:
    mail = read(Letter(f"x@y.example{evil}", f"Slip of {evil}", (f"Hello {evil}",)), (f"{evil}.pdf", b"%PDF-1"))
    assert set(mail.keys()) <= HEADERS
    assert mail["Bcc"] is None
    assert mail["To"] is None, "what is no address is left out"
    assert "\n" not in str(mail["Subject"])


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_text_at_all_becomes_a_header(to: str, name: str) -> None:
    mail = read(Letter(to, name, (name,)), (f"{name}.pdf", b"%PDF-1"))
    assert set(mail.keys()) <= HEADERS
    assert len(list(mail.iter_attachments())) == 1


@pytest.mark.parametrize("good", ["a@b.co", "returns+x@galil-electric.co.il", " a@b.co "])
def test_a_plain_address_is_taken(good: str) -> None:
    assert plain_address(good) == good.strip()


@pytest.mark.parametrize(
    "bad", ["", "a", "a@b", "a@b.co, c@d.co", "a@b.co;c@d.co", "A <a@b.co>", "a@b.co\nBcc: c@d.co", "ר@ג.co"]
)
def test_anything_else_is_not(bad: str) -> None:
    assert plain_address(bad) == ""

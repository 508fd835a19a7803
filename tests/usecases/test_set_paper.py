"""The shop's details, logo and look: who sets them, from when they count, what old papers keep, the way back."""

import json
from dataclasses import replace

import pytest
from PIL import Image

from returns_desk.domain.corrections import Correction
from returns_desk.domain.credits import ShortReason
from returns_desk.domain.events import CompanySet, LogoAdded, LookSet
from returns_desk.domain.money import Money
from returns_desk.domain.paper_look import PaperLook, PaperSize
from returns_desk.domain.printing import PaperKind
from returns_desk.domain.refusals import BadValue, CannotUndo, NotAllowed, NotFound
from returns_desk.domain.slips import SlipContent
from returns_desk.store.database import Database
from returns_desk.store.records import DocumentRecord, LogoRecord
from returns_desk.store.work import Work
from returns_desk.usecases.approve_batch import approve_batch
from returns_desk.usecases.correct_batch import correct_batch
from returns_desk.usecases.credit_batch import record_credit
from returns_desk.usecases.dispute_batch import dispute_batch, dispute_letter
from returns_desk.usecases.issue_slip import preview_slip, print_slip
from returns_desk.usecases.look_paper import dress_of, shop_paper
from returns_desk.usecases.print_papers import paper_of
from returns_desk.usecases.set_paper import add_logo, set_company, set_look, set_paper, unset_look
from returns_desk.usecases.ship_batch import ship_batch
from returns_desk.usecases.submit_batch import submit_batch
from returns_desk.usecases.undo import undo
from returns_desk.usecases.verify_books import verify_books
from returns_desk.wording import Words
from returns_desk.wording.events import say_event
from tests.builders import COMPANY, Station, decided_shirts
from tests.exchange.test_logos import saved
from tests.shops import OnBoth

RED = PaperLook(PaperSize.LETTER, "#7F1D1D", "", "א׳ עד ה׳", "Sunday to Thursday")
LOGO, OTHER = saved(Image.new("RGB", (60, 20), "navy")), saved(Image.new("RGB", (30, 20), "green"))


def approved(station: Station) -> str:
    """A batch to TAVOR with its slip."""
    number = decided_shirts(station)
    station.do(submit_batch, number)
    station.do_as("avi", approve_batch, number)
    return number


@OnBoth
def test_details_logo_and_look_are_one_step_and_go_back_in_one(either: Database) -> None:
    station = Station(either).begin("noa")
    before = station.desk.read(shop_paper)
    wanted = replace(COMPANY, phone="03-1234567", company_number="il 515123456", currency="USD")
    events = station.desk.run(station.signature("noa"), set_paper, wanted, RED, LOGO).events
    assert [type(event) for event in events] == [CompanySet, LogoAdded, LookSet]
    shown = station.desk.read(shop_paper)
    assert (shown.company.phone, shown.company.company_number) == ("03-1234567", "IL 515123456")
    assert shown.company.currency == "ILS"
    assert shown.dress.logo == LOGO
    assert replace(shown.dress.look, logo="") == RED
    station.do(undo)
    assert station.desk.read(shop_paper) == before
    assert not station.desk.read(verify_books)


def test_only_an_admin_sets_them_and_the_same_again_is_no_step(station: Station) -> None:
    for name in ("dana", "avi"):
        assert isinstance(station.refusal(station.signature(name), set_paper, COMPANY, RED), NotAllowed)
    station.do_as("noa", set_look, RED)
    assert station.desk.run(station.signature("noa"), set_paper, COMPANY, RED).events == ()


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        (replace(COMPANY, name=" "), "name"),
        (replace(COMPANY, phone="call me"), "phone"),
        (replace(COMPANY, email="me@x,you@y"), "email"),
        (replace(COMPANY, address_en="x" * 121), "address_en"),
    ],
)
def test_details_that_do_not_fit_are_refused_by_their_field(station: Station, wrong: object, name: str) -> None:
    refusal = station.refusal(station.signature("noa"), set_company, wrong)
    assert isinstance(refusal, BadValue)
    assert refusal.name == name


def test_a_look_that_does_not_fit_is_refused_and_so_is_a_logo_that_is_not_kept(station: Station) -> None:
    noa = station.signature("noa")
    for look, name in ((PaperLook(colour="#FFFF00"), "colour"), (PaperLook(footer="x" * 201), "footer")):
        refusal = station.refusal(noa, set_look, look)
        assert isinstance(refusal, BadValue)
        assert refusal.name == name
    assert station.refusal(noa, set_look, PaperLook(logo="00" * 32)) == NotFound("logo", "00" * 32)
    for png in (b"", b"\x89PNG\r\n\x1a\n", b"<svg>", b"GIF89a" + bytes(40)):
        assert station.refusal(noa, add_logo, png) == BadValue("logo", "")


def test_what_was_changed_again_is_not_taken_back(station: Station) -> None:
    events = station.desk.run(station.signature("noa"), set_look, RED).events
    station.do_as("noa", set_look, replace(RED, colour="#14532D"))
    (look_set,) = events

    def back(work: Work) -> None:
        unset_look(work, look_set)  # type: ignore[arg-type]

    assert isinstance(station.refusal(station.signature("noa"), back), CannotUndo)


@OnBoth
def test_an_issued_paper_keeps_the_logo_and_colour_it_was_issued_with(either: Database) -> None:
    station = Station(either).begin()
    station.do_as("noa", set_paper, COMPANY, RED, LOGO)
    number = approved(station)
    draft = station.desk.read(preview_slip, number)
    assert draft.dress.logo == LOGO
    station.do_as("noa", set_paper, COMPANY, replace(PaperLook(), footer_en="new"), OTHER)
    printed = station.do(print_slip, number, "he", "folder")
    assert printed.content.look.colour == "#7F1D1D"
    assert printed.dress.logo == LOGO
    assert printed.dress.look == printed.content.look
    today = station.desk.read(dress_of)
    assert (today.logo, today.look.footer_en) == (OTHER, "new")


def test_a_correction_wears_what_is_worn_on_its_day(station: Station) -> None:
    number = approved(station)
    station.do(ship_batch, number)
    station.do_as("noa", set_look, RED)
    station.do_as("avi", correct_batch, number, ("IT-1-000002",), "found on the shelf")
    assert Correction.from_json(_newest(station)).look == RED


@OnBoth
def test_a_letter_keeps_the_look_of_the_day_it_was_issued(either: Database) -> None:
    station = Station(either).begin()
    shirts = approved(station)
    station.do(ship_batch, shirts)
    station.do_as("avi", record_credit, shirts, "CN-1", Money(5_000), final=True, short_reason=ShortReason.PRICE)
    station.do_as("noa", set_look, RED)
    letter = station.do_as("avi", dispute_batch, shirts, "The price list of June holds")
    station.do_as("noa", set_look, PaperLook(size=PaperSize.A4))
    assert station.desk.read(dispute_letter, letter).look == RED
    assert station.desk.read(paper_of, PaperKind.DISPUTE_LETTER, letter).size == RED.size.value


def test_a_paper_of_a_program_that_knew_no_looks_is_plain(station: Station) -> None:
    station.do_as("noa", set_look, RED)
    number = approved(station)
    facts = json.loads(_newest(station))
    del facts["look"]
    assert SlipContent.from_json(json.dumps(facts)).look == PaperLook()
    assert station.desk.read(preview_slip, number).content.look == RED


def test_a_logo_that_is_gone_is_none(station: Station) -> None:
    station.do_as("noa", set_paper, COMPANY, RED, LOGO)

    def lose(work: Work) -> None:
        for record in work.session.query(LogoRecord):
            work.session.delete(record)

    station.do(lose)
    assert station.desk.read(dress_of).logo == b""


@pytest.mark.parametrize(("language", "said"), [("he", "טלפון"), ("en", "Phone")])
def test_what_changed_is_said_by_the_names_of_the_fields(station: Station, language: str, said: str) -> None:
    done = station.desk.run(station.signature("noa"), set_company, replace(COMPANY, phone="03-1234567"))
    assert said in say_event(Words(language), done.events[0])


def _newest(station: Station) -> str:
    def read(work: Work) -> str:
        return work.session.query(DocumentRecord).order_by(DocumentRecord.id.desc()).first().content  # type: ignore[union-attr]

    return station.do(read)

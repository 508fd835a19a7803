"""What the first start does, in the store's thread or the pool: fill the sample shop, begin one, try a server."""

from dataclasses import dataclass
from pathlib import Path

from returns_desk.desk import Desk
from returns_desk.desktop.sheet_jobs import SHEETS, Paper, save_sheet
from returns_desk.documents.sheets import SheetCode, render_badges
from returns_desk.domain.beginnings import NewShop
from returns_desk.domain.events import Event
from returns_desk.domain.people import OWNER, Role
from returns_desk.domain.refusals import DeskError
from returns_desk.exchange.reading import Import
from returns_desk.usecases.fill_sample import fill_sample, sample_people
from returns_desk.usecases.join_server import bare_address, keep_password, open_server
from returns_desk.usecases.start_shop import begin_shop
from returns_desk.wording import Words


@dataclass(frozen=True)
class BadgeShown:
    """A badge that may be shown on the screen: one of the sample shop, or one that was made just now."""

    name: str
    name_en: str
    role: Role
    code: str
    pin: str = ""

    def name_in(self, language: str) -> str:
        """The name as this language's readers have it."""
        return (self.name_en or self.name) if language == "en" else self.name


@dataclass(frozen=True)
class Begun:
    """A shop that is on disk, and the badges to sign in with that nobody holds yet."""

    events: tuple[Event, ...]
    badges: tuple[BadgeShown, ...] = ()


@dataclass(frozen=True)
class Joined:
    """A server's database, open; ``address`` holds no password, at most the name of the file that does."""

    desk: Desk
    address: str


def begin_sample(desk: Desk) -> Begun:
    """Fill the sample shop, as ``--sample`` does."""
    done = desk.run(OWNER, fill_sample)
    people = sample_people(desk.read(lambda work: Import(work.today)))
    return Begun(done.events, tuple(BadgeShown(row.name, row.name_en, row.role, row.badge, row.pin) for row in people))


def begin_empty(desk: Desk, shop: NewShop, *, made: bool) -> Begun:
    """Begin a shop of one's own; a badge that was ``made`` for it must be shown and printed, for nobody holds it."""
    done = desk.run(OWNER, begin_shop, shop)
    person = shop.person
    return Begun(done.events, (BadgeShown(person.name, "", Role.ADMIN, person.badge),) if made else ())


def save_badges_shown(badges: tuple[BadgeShown, ...], home: Path, language: str) -> Paper:
    """Draw the badges on a sheet in the home folder; it never shows a PIN."""
    words = Words(language)
    codes = [SheetCode(badge.code, badge.name_in(language), "brand", words.name(badge.role)) for badge in badges]
    return save_sheet(render_badges(codes, language), home / SHEETS / f"badges-{language}.pdf")


def join_server(home: Path, typed: str, password: str, *, keep: bool, station: str) -> Joined | DeskError:
    """Open a server's database and sit down at it; what stands in the way is given back, for it is no fault."""
    try:
        address, secret = bare_address(typed, password)
        database = open_server(address, secret)
        try:
            desk = Desk(database, station)
        except BaseException:
            database.close()
            raise
    except DeskError as refusal:
        return refusal
    if not keep or not secret:
        return Joined(desk, address)
    try:
        return Joined(desk, keep_password(home, address, secret))
    except OSError:  # it is asked for at the next start, as if it should not have been kept
        return Joined(desk, address)


def shown_address(database: str) -> str:
    """The station's server as a form may show it; nothing where it has none."""
    try:
        return bare_address(database)[0] if database else ""
    except DeskError:
        return ""

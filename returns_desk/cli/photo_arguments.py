"""The command about photographs: keep one, list those of a thing, let one count no longer."""

from pathlib import Path
from typing import TYPE_CHECKING

from returns_desk.cli.shop_arguments import add_badge
from returns_desk.domain.photos import PhotoKind

if TYPE_CHECKING:
    from returns_desk.cli.arguments import Commands


def describe(commands: "Commands") -> None:
    """Add it to the command line."""
    words = commands.words
    parser = commands.add_parser("photo", "photos", "photo", words("photographs of items and parcels"))
    add_move = commands.moves_of(parser)
    adding = add_move("add", words("keep a picture file as a photograph"))
    adding.add_argument("file", type=Path, metavar="FILE")
    kinds = [kind.value for kind in PhotoKind]
    adding.add_argument("--kind", required=True, choices=kinds, help=words("what it shows"))
    thing = adding.add_mutually_exclusive_group()
    thing.add_argument("--item", default="", metavar="NUMBER", help=words("of this item; else of what is on the bench"))
    thing.add_argument("--parcel", default="", metavar="NUMBER", help=words("of this parcel"))
    add_badge(adding.add_argument, commands, needed=True)
    listing = add_move("list", words("the photographs of a thing, and where their pictures are"))
    listing.add_argument("thing", choices=("item", "parcel"))
    listing.add_argument("number", metavar="NUMBER")
    removing = add_move("remove", words("let a photograph count no longer; its picture stays"))
    removing.add_argument("id", metavar="ID")
    add_badge(removing.add_argument, commands, needed=True)

"""Why a picture was not kept as a photograph, and the way on."""

from returns_desk.domain.picture_refusals import FileRefused, LogoRefused, PictureRefused, ShelfRefused
from returns_desk.domain.refusals import DeskError
from returns_desk.domain.scan_facts import PictureError
from returns_desk.wording.marks import say
from returns_desk.wording.scans import picture_error
from returns_desk.wording.words import Words

_SHELF = {
    "read-only": say("The folder for photographs {folder} cannot be written"),
    "full": say("There is no room for photographs in {folder}, or its disk does not answer"),
    "missing": say("The folder for photographs {folder} is not there"),
}
_FILE = {
    "missing": say("{file} is not there"),
    "unreadable": say("{file} cannot be read"),
    "empty": say("{file} is empty"),
    "too large": say("{file} is larger than 20 MB"),
    "kind": say("{file} is neither PDF nor JPEG nor PNG, whatever its name says"),
    "damaged": say("{file} is damaged"),
}
_LOGO = {
    "drawing": say("An SVG drawing cannot be a logo; save it as PNG, about 1200 pixels wide"),
    "blank": say("The picture is white on white: nothing of it would be seen on paper"),
}


def picture_refusal(words: Words, refusal: DeskError) -> tuple[str, str] | None:
    """The fact and the way on; none for any other refusal."""
    match refusal:
        case PictureRefused(fact, file):
            said = _picture_fact(words, fact)
            way_on = words("Bring another picture, or take it with the camera: F9")
            return (words("{file}: {why}", file=file, why=said) if file else said), way_on
        case LogoRefused(fact, file):
            said = words(_LOGO[fact]) if fact in _LOGO else _picture_fact(words, fact)
            way_on = words("The logo stays as it was. Choose another picture")
            return (words("{file}: {why}", file=file, why=said) if file else said), way_on
        case ShelfRefused(fact, folder):
            way_on = words("Nothing was kept. Whoever looks after the station connects it or makes room; then again")
            return words(_SHELF.get(fact, _SHELF["full"]), folder=folder), way_on
        case FileRefused(fact, file):
            way_on = words("Nothing was kept. Save it as PDF or as a picture, and bring it again")
            return words(_FILE.get(fact, _FILE["damaged"]), file=file), way_on
    return None


def _picture_fact(words: Words, fact: str) -> str:
    if fact == "telephone":
        return words("A telephone's HEIC picture cannot be read; set its camera to JPEG (most compatible)")
    known = {error.value for error in PictureError}
    return picture_error(words, PictureError(fact) if fact in known else PictureError.DAMAGED)

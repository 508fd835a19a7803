"""Why there is no picture from a camera, and what to do about it; the rest of the desk works on."""

from enum import StrEnum

from returns_desk.wording import Words
from returns_desk.wording.marks import say


class CameraTrouble(StrEnum):
    """What keeps a camera from being used."""

    NO_CAMERA = "no_camera"
    NOT_ALLOWED = "not_allowed"
    UNPLUGGED = "unplugged"
    NO_PICTURE = "no_picture"  # it is there and gives nothing: mostly held by another program
    NO_SOFTWARE = "no_software"


_SAID = {
    CameraTrouble.NO_CAMERA: (say("No camera was found"), say("Plug one in: it is noticed by itself.")),
    CameraTrouble.NOT_ALLOWED: (
        say("The camera may not be used"),
        say("Allow this program the camera in the computer's settings, then open the camera again."),
    ),
    CameraTrouble.UNPLUGGED: (
        say("The camera is gone"),
        say("Plug it in again: the picture comes back by itself."),
    ),
    CameraTrouble.NO_PICTURE: (
        say("The camera gives no picture"),
        say("Another program may be using it. Close that one, then open the camera again."),
    ),
    CameraTrouble.NO_SOFTWARE: (
        say("This computer cannot use cameras yet"),
        say("Whoever looks after the station installs what is missing: libpulse0."),
    ),
}


def say_camera_trouble(words: Words, trouble: CameraTrouble) -> tuple[str, str]:
    """The trouble and the way on; scanner and keys always are one."""
    title, way_on = _SAID[trouble]
    return words(title), f"{words(way_on)} {words('The scanner and typed codes (F2) work as always.')}"

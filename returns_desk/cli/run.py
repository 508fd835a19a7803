"""Run one command and say how it went: 0 done, 1 refused with one line in plain words, 2 wrong usage."""

import os
import sys
from argparse import Namespace
from importlib import import_module
from pathlib import Path

from returns_desk.cli.call import Call, CommandRefused
from returns_desk.cli.pictures import DrawPictures
from returns_desk.domain.refusals import DeskError
from returns_desk.settings import Settings
from returns_desk.wording import Words
from returns_desk.wording.refusals import refusal_line

DONE, REFUSED, INTERRUPTED = 0, 1, 130


def run_command(args: Namespace, home: Path, settings: Settings, draw_pictures: DrawPictures | None = None) -> int:
    """Run the command that was asked for; a refusal is one line on standard error."""
    call = Call(args, home, settings, Words(args.language or settings.language), draw_pictures)
    try:
        # each family is imported when it is asked for: most commands need only some of the libraries
        code: int = getattr(import_module(f"returns_desk.cli.{args.family}"), args.handler)(call)
        sys.stdout.flush()
    except CommandRefused as refusal:
        call.warn(str(refusal))
        return REFUSED
    except DeskError as refusal:
        call.warn(" ".join(refusal_line(call.words, refusal).split()))
        return REFUSED
    except BrokenPipeError:  # whoever read the answer has enough of it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code

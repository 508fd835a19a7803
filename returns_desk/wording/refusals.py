"""A sentence for every refusal: what stands in the way, and the way on."""

from returns_desk.domain import refusals as r
from returns_desk.domain.batches import BatchState, PartnerKind
from returns_desk.domain.exceptions import ExceptionKind
from returns_desk.domain.items import ItemState
from returns_desk.domain.parcels import ParcelState
from returns_desk.domain.people import Role, may
from returns_desk.domain.recommendation import Block
from returns_desk.wording.approval_refusals import approval_refusal
from returns_desk.wording.arrival_refusals import arrival_refusal
from returns_desk.wording.board_refusals import board_refusal
from returns_desk.wording.contents_refusals import contents_refusal
from returns_desk.wording.correction_refusals import correction_refusal
from returns_desk.wording.crediting import credit_refusal
from returns_desk.wording.customer_refusals import customer_refusal
from returns_desk.wording.exception_refusals import exception_refusal
from returns_desk.wording.giving_refusals import giving_refusal
from returns_desk.wording.import_refusals import import_refusal
from returns_desk.wording.inspection_refusals import inspection_refusal
from returns_desk.wording.label_refusals import label_refusal
from returns_desk.wording.packing_refusals import packing_refusal
from returns_desk.wording.picture_refusals import picture_refusal
from returns_desk.wording.place_refusals import place_refusal
from returns_desk.wording.printer_refusals import printer_refusal
from returns_desk.wording.printing_refusals import printing_refusal
from returns_desk.wording.recall_refusals import recall_refusal
from returns_desk.wording.rule_refusals import rule_refusal
from returns_desk.wording.server_refusals import SERVER_FACTS, server_refusal
from returns_desk.wording.term_refusals import term_refusal
from returns_desk.wording.things import thing_name
from returns_desk.wording.undone import step_name
from returns_desk.wording.ways import say_way_named
from returns_desk.wording.words import Words


def say_refusal(words: Words, refusal: r.DeskError) -> tuple[str, str]:
    """The fact, and what to do about it (empty when the fact says it)."""
    for family in (
        customer_refusal,
        arrival_refusal,
        contents_refusal,
        recall_refusal,
        credit_refusal,
        board_refusal,
        place_refusal,
        exception_refusal,
        approval_refusal,
        packing_refusal,
        label_refusal,
        printer_refusal,
        correction_refusal,
        _of_shop,
        _of_scan,
        _of_person,
        _of_parcel,
        _of_item,
        inspection_refusal,
        _of_batch,
        _of_store,
        picture_refusal,
        rule_refusal,
        term_refusal,
        giving_refusal,
        printing_refusal,
    ):
        said = family(words, refusal)
        if said is not None:
            return said
    return words("That did not work: {what}", what=type(refusal).__name__), ""


def refusal_line(words: Words, refusal: r.DeskError) -> str:
    """Both in one line, for commands and lists."""
    fact, way_on = say_refusal(words, refusal)
    return f"{fact}. {way_on}".strip() if way_on else fact


def _of_shop(words: Words, refusal: r.DeskError) -> tuple[str, str] | None:
    match refusal:
        case r.AlreadyBegun(shop):
            return words("The database belongs to {shop} already", shop=shop), words("Nothing was changed")
        case r.NotFound("shop"):
            return words("No shop was begun in this database yet"), words("The command init begins one")
    return None


def _of_scan(words: Words, refusal: r.DeskError) -> tuple[str, str] | None:
    match refusal:
        case r.NothingScanned():
            return words("Nothing was read"), words("Scan again, closer or straighter")
        case r.UnreadableScan(shown):
            return words("Not readable: {code}", code=shown), words(
                "Scan again; another code on the label may be better"
            )
        case r.WrongCheckDigit(code):
            return words("Misread: the check digit of {code} is wrong", code=code), words("Scan again, do not type")
        case r.UnknownCode(code):
            return words("Unknown code: {code}", code=code), words("Scan another code of the same thing")
        case r.ParcelFirst(code):
            return words("{code} is an item, and no parcel is open", code=code), words("Scan the parcel first")
        case r.NoParcelOpen():
            return words("No parcel is open"), words("Scan a parcel")
        case r.ItemFirst():
            return words("No item is in hand"), words("Scan an item first")
    return None


def _of_person(words: Words, refusal: r.DeskError) -> tuple[str, str] | None:
    match refusal:
        case r.NotSignedIn():
            return words("Nobody is signed in"), words("Scan your badge")
        case r.UnknownBadge():
            return words("This badge is not known here"), words("A supervisor can add it")
        case r.WrongPin():
            return words("Badge or PIN is wrong"), words("Try again")
        case r.PinLocked(seconds):
            return words("Too many wrong PINs"), words("Try again in {seconds} seconds", seconds=seconds)
        case r.NotAllowed(permission):
            whom = words("Ask a supervisor") if may(Role.SUPERVISOR, permission) else words("Ask an administrator")
            return words("Not allowed: {what}", what=words.name(permission)), whom
        case r.ApprovalNeeded():
            return words("A supervisor's badge and PIN are needed"), ""
        case r.OwnWork():
            return words("Whoever prepared a batch cannot approve it"), words("Another supervisor must look at it")
    return None


def _of_parcel(words: Words, refusal: r.DeskError) -> tuple[str, str] | None:
    match refusal:
        case r.ParcelStillOpen(number, undecided, _) if undecided:
            return (
                words("Parcel {number} is still open", number=number),
                words("Decide {items} first, or hold what is undecided (DO-CLOSE)", items=", ".join(undecided)),
            )
        case r.ParcelStillOpen(number, _, 0):
            return (
                words("Parcel {number} is open, and nothing was taken out of it yet", number=number),
                words("Scan what is inside; is nothing in it: DO-EMPTY"),
            )
        case r.ParcelStillOpen(number, _, missing):
            return (
                words("Parcel {number} is still open, pieces missing: {count}", number=number, count=missing),
                words("Scan them, set the parcel aside (F12) or close it short (DO-CLOSE)"),
            )
        case r.SameParcel(number):
            return words("Parcel {number} is open here already", number=number), words("Scan what is inside")
        case r.AlreadyReceived(number, station, name, name_en):
            person = (name_en or name) if words.language == "en" else (name or name_en)
            who = {"number": number, "station": station, "person": person}
            return (
                words("Parcel {number} is open with {person} at station {station}", **who)
                if person
                else words("Parcel {number} is open at station {station}", number=number, station=station),
                words("Finish it there, or set it aside there first"),
            )
    return None


def _of_item(words: Words, refusal: r.DeskError) -> tuple[str, str] | None:
    match refusal:
        case r.GradeFirst(number):
            return words("Item {number} has no grade yet", number=number), words("Give the grade first (1–5)")
        case r.NotGradedYet(number):
            return words("Item {number} is in hand already", number=number), words(
                "Grade and decide it, then scan the next"
            )
        case r.NoRecommendation(number):
            return words("Nothing can be recommended for {number}", number=number), words("Hold it (F10)")
        case r.OptionBlocked(way, blocks):
            why = ", ".join(words.name(Block(block)) for block in blocks)
            name = say_way_named(words, way)
            return words("{option} is blocked: {why}", option=name, why=why), words("Choose another, or hold (F10)")
        case r.NothingToUndo():
            return words("Nothing of yours stands here to undo"), ""
        case r.CannotUndo(what):
            stays = step_name(words, what) or what
            fact = words("{what} cannot be undone any more", what=stays)
            return fact, words("It went on; correct it with a new step")
    return None


def _of_batch(words: Words, refusal: r.DeskError) -> tuple[str, str] | None:
    match refusal:
        case r.NothingInBatch(number):
            return words("Batch {number} holds nothing to send", number=number), ""
        case r.NoPartner(kind):
            return words("Nobody takes it: no {kind} is known", kind=words.name(PartnerKind(kind))), words(
                "Hold it (F10)"
            )
        case r.NotFound(kind, number):
            return words("There is no {kind} {number}", kind=thing_name(words, kind), number=number), ""
        case r.WrongState(kind, number, state):
            return (
                words(
                    "{kind} {number} stands at: {state}",
                    kind=thing_name(words, kind),
                    number=number,
                    state=_state(words, kind, state),
                ),
                words("This step does not fit now"),
            )
        case r.AnswerLost():
            return words("It was saved, but the answer got lost on the way"), words(
                "Look again before repeating the step"
            )
        case r.ChangedMeanwhile():
            return words("Somebody else changed it just now"), words("Look again and repeat the step")
        case r.BadValue(name, value):
            return _misfit(words, _field(words, name), value), ""
    return None


def _of_store(words: Words, refusal: r.DeskError) -> tuple[str, str] | None:
    if isinstance(refusal, r.ImportRefused | r.RowRefused):
        return import_refusal(words, refusal), ""
    if not isinstance(refusal, r.StoreRefused):
        return None
    if refusal.fact in SERVER_FACTS:
        return server_refusal(words, refusal)
    where = refusal.detail
    return {
        "newer": (words("The database is from a newer version of the program"), words("Update this station")),
        "foreign": (words("{file} is not a Returns Desk database", file=where), words("It was left as it is")),
        "damaged": (
            words("The database is damaged: {file}", file=where),
            words("Restore the last backup; the file was left as it is"),
        ),
        "locked": (words("Another program holds the database"), words("Close it and try again")),
        "read-only": (
            words("Nothing can be written to {file}", file=where),
            words("Choose another folder, or ask for the right to write"),
        ),
        "missing": (words("There is no database at {file}", file=where), words("Make one, or choose another")),
        "network": (
            words("{file} lies on a network drive", file=where),
            words("Keep it on this computer, or connect to a server"),
        ),
        "unreachable": (words("The server does not answer"), words("Nothing was lost; try again in a moment")),
        "server": (
            words("A server keeps this database"),
            words("Use the server's own tools to back it up and restore it"),
        ),
        "full": (words("The disk is full. Not saved"), words("Free some space and repeat the step")),
    }.get(refusal.fact, (words("The database cannot be used: {fact}", fact=refusal.fact), ""))


def _state(words: Words, kind: str, state: str) -> str:
    if state == "authorization expired":
        return words("the supplier's number is past its last day")
    if kind == "recall":
        return words("withdrawn")
    if state == "in hand":
        return words("in hand at another station")
    states = {"item": ItemState, "batch": BatchState, "parcel": ParcelState, "exception": ExceptionKind}.get(kind)
    return words.name(states(state)) if states and state in set(states) else state


def _misfit(words: Words, field: str, value: str) -> str:
    if not value:
        return words("Not said: {field}", field=field)
    return words("{value} does not fit in {field}", value=value, field=field)


def _field(words: Words, name: str) -> str:
    return {
        "note": words("the note"),
        "item": words("the item"),
        "number": words("the number"),
        "supervisor_batch": words("a supervisor's limit for batches"),
        "to": words("the other way"),
        "quantity": words("the quantity"),
        "reason": words("the reason"),
        "amount": words("the amount"),
        "credit": words("the credit's number"),
        "packages": words("the number of packages"),
        "size": words("the size"),
        "weight": words("the weight"),
        "weight_g": words("the weight"),
        "box_no": words("box number"),
        "box_count": words("number of boxes"),
        "sscc": words("SSCC"),
        "authorization": words("the supplier's number"),
        "certificate": words("the certificate's number"),
        "stream": words("the material"),
        "shop": words("the shop"),
        "state": words("the state"),
        "language": words("the language"),
        "date": words("the date"),
        "since": words("the beginning (--since)"),
        "until": words("the end (--until)"),
        "pin": words("the PIN"),
    }.get(name, name)

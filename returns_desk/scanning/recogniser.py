"""Say what a scanned text is, from the text alone: our own codes, GS1 messages, products, carriers' numbers.

The order of looking puts what can be proved first. The database comes before all of it (``Scan.lookup_keys``), which is
the use case's business. A reading is a suggestion with its rivals beside it, never a decision.
"""

from returns_desk.scanning import gs1
from returns_desk.scanning.carriers import carriers_of
from returns_desk.scanning.cleaning import LONGEST_SCAN, CleanText, clean
from returns_desk.scanning.own_codes import read_own_code
from returns_desk.scanning.readings import number_readings
from returns_desk.scanning.scan import Candidate, Scan, ScanKind, ScanWarning, shown
from returns_desk.scanning.symbology import Symbology, symbology_named

_NEEDS_EXACT_SIGNS = frozenset({ScanKind.COMMAND, ScanKind.BADGE})


def recognise(text: str, symbology: str = "") -> Scan:
    """Say what a text says; never raises. ``symbology`` is the reader's name for how the code was printed, if known."""
    if len(text) > LONGEST_SCAN:
        return Scan(text, ScanKind.UNREADABLE, warnings=(ScanWarning.TOO_LONG,), trimmed=shown(text))
    cleaned = clean(text)
    if not cleaned.text:
        return Scan(text, ScanKind.UNREADABLE if cleaned.tampered else ScanKind.EMPTY, warnings=cleaned.warnings)
    if cleaned.broken:
        return Scan(text, ScanKind.UNREADABLE, warnings=cleaned.warnings, trimmed=shown(cleaned.text))
    printed = symbology_named(symbology) or cleaned.symbology
    scan = _recognise_own(text, cleaned, printed) or _recognise_foreign(text, cleaned, printed)
    if scan.kind is ScanKind.UNKNOWN and ScanWarning.HEBREW_LAYOUT_UNDONE in cleaned.warnings:
        return _kept_as_typed(scan)
    return scan


def warm_up() -> None:
    """Load what the first scans would wait for (GS1 parser, carriers' formats); call it off the window's thread."""
    gs1.warm_up()
    carriers_of("1Z0000000000000000")


def _recognise_own(text: str, cleaned: CleanText, printed: Symbology) -> Scan | None:
    """Our own codes; a command or badge with control signs inside is refused: nobody printed it like that."""
    own = read_own_code(cleaned.text)
    if own is None:
        return None
    warnings, reading = cleaned.warnings, own.reading
    if cleaned.tampered and reading.kind in _NEEDS_EXACT_SIGNS:
        return Scan(text, ScanKind.UNREADABLE, "", printed, warnings=warnings, trimmed=cleaned.text)
    if reading.kind is ScanKind.COMMAND_UNKNOWN:
        warnings += (ScanWarning.UNKNOWN_COMMAND,)
    return Scan(
        text, reading.kind, reading.value, printed, reading.parts, (reading,), warnings, own.command, cleaned.text
    )


def _recognise_foreign(text: str, cleaned: CleanText, printed: Symbology) -> Scan:
    """Everything printed by others: the best reading, with the others behind it."""
    found, notes = _gs1_readings(cleaned.text, printed)
    if not found:
        found, more = number_readings(cleaned.text, printed)
        notes += more
    best = found[0] if found else Candidate(ScanKind.UNKNOWN, cleaned.text)
    warnings = tuple(dict.fromkeys(cleaned.warnings + notes))
    return Scan(text, best.kind, best.value, printed, best.parts, found or (best,), warnings, None, cleaned.text)


def _gs1_readings(text: str, printed: Symbology) -> tuple[tuple[Candidate, ...], tuple[ScanWarning, ...]]:
    """The reading of a GS1 message, if it is one."""
    if not printed.is_gs1 and not gs1.looks_like_gs1(text):
        return (), ()
    message = gs1.read_gs1(text)
    if message is None:
        return (), ((ScanWarning.GS1_INCOMPLETE,) if printed.is_gs1 else ())
    reading, notes = gs1.reading_of(message, text)
    rivals = tuple(Candidate(ScanKind.TRACKING, carrier.number, carrier.parts) for carrier in carriers_of(text))
    return (reading, *rivals), notes


def _kept_as_typed(scan: Scan) -> Scan:
    """A Hebrew text that is no code under any layout stands as typed; what it would be otherwise is a candidate."""
    typed = clean(scan.text, as_typed=True)
    as_typed = Candidate(ScanKind.UNKNOWN, typed.text)
    return Scan(
        scan.text,
        ScanKind.UNKNOWN,
        typed.text,
        scan.symbology,
        candidates=(as_typed, *scan.candidates),
        warnings=typed.warnings,
        trimmed=typed.text,
    )

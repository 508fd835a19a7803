"""What was found out about a scanner, in lines: what is as it should be, what may stay, what to change."""

from returns_desk.desktop.calibration import Ending, Verdict
from returns_desk.wording import Words

Line = tuple[str, str]  # tone, text


def say_verdict(words: Words, verdict: Verdict) -> list[Line]:
    """Lines in the order in which they matter; one line while nothing was heard."""
    if not verdict.read:
        return [("", words("Nothing was heard yet"))]
    lines = [_say_speed(words, verdict), _say_ending(words, verdict)]
    lines += [*_say_layout(words, verdict), *_say_extras(words, verdict)]
    return lines


def _say_speed(words: Words, verdict: Verdict) -> Line:
    gap = words.number(round(verdict.mean_gap_ms, 1))
    if verdict.is_too_slow:
        slow = words("Too slow: {gap} ms from key to key. Set the scanner to send faster.", gap=gap)
        return ("bad", slow)
    return (
        "ok",
        words(
            "{gap} ms from key to key, {largest} at most. Fitting pace: {pace} ms, pause {pause} ms.",
            gap=gap,
            largest=verdict.largest_gap_ms,
            pace=verdict.pace.gap_ms,
            pause=verdict.pace.pause_ms,
        ),
    )


def _say_ending(words: Words, verdict: Verdict) -> Line:
    match verdict.ending:
        case Ending.ENTER:
            return ("ok", words("Ends with Enter"))
        case Ending.TAB:
            return ("ok", words("Ends with Tab"))
        case _:
            return ("ask", words("Ends with silence only: with Enter at the end every scan is taken sooner."))


def _say_layout(words: Words, verdict: Verdict) -> list[Line]:
    if verdict.hebrew is None:
        return []
    hebrew = words("The keyboard is set to Hebrew: scans are turned back to Latin letters by themselves.")
    lines = [("ok", hebrew) if verdict.hebrew else ("ok", words("The keyboard is set to Latin letters"))]
    if verdict.caps_lock:
        lines.append(("ask", words("CapsLock is on: scans are turned back by themselves, but better switch it off.")))
    return lines


def _say_extras(words: Words, verdict: Verdict) -> list[Line]:
    lines = []
    if verdict.sends_separator is not None:
        good = ("ok", words("The sign between two fields arrives"))
        lost = words(
            "The sign between two fields is lost: lot and serial run together. Let the scanner send {sign}.", sign="GS"
        )
        lines.append(good if verdict.sends_separator else ("bad", lost))
    if verdict.sends_identifier:
        lines.append(("ok", words("Says which kind of barcode it is")))
    elif verdict.sends_identifier is not None:
        lines.append(
            (
                "",
                words(
                    "Does not say which kind of barcode it is: the {name} identifier can be switched on.", name="AIM"
                ),
            )
        )
    for extra in (verdict.prefix, verdict.tail):
        if extra.strip():
            lines.append(("bad", words("Puts {text} to each code: switch that off in the scanner.", text=extra)))
    return lines

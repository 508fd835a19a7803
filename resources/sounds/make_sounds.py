"""Makes the two sounds of the desk: yes, a short high beep; no, a longer low buzz. Run once; the WAVs are shipped."""

import math
import struct
import wave
from collections.abc import Callable
from pathlib import Path

RATE = 44_100


def save(name: str, seconds: float, voice: Callable[[float], float]) -> None:
    """Write one sound; ``voice`` gives the amplitude (-1 to 1) at a time in seconds, faded at both ends."""
    count = int(RATE * seconds)
    fade = RATE * 0.008
    frames = bytearray()
    for number in range(count):
        loud = min(1.0, number / fade, (count - number) / fade)
        frames += struct.pack("<h", int(26_000 * loud * voice(number / RATE)))
    with wave.open(str(Path(__file__).with_name(name)), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(bytes(frames))


def beep(at: float) -> float:
    """A clear high tone with a little of its octave."""
    return 0.6 * math.sin(2 * math.pi * 1568 * at) + 0.15 * math.sin(2 * math.pi * 3136 * at)


def buzz(at: float) -> float:
    """A rough low tone: the odd harmonics of 165 Hz, broken in two."""
    tone = sum(math.sin(2 * math.pi * 165 * odd * at) / odd for odd in (1, 3, 5))
    return 0.0 if 0.14 < at < 0.18 else 0.55 * tone


if __name__ == "__main__":
    save("yes.wav", 0.11, beep)
    save("no.wav", 0.34, buzz)

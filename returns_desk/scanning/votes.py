"""Whether a reading is to be believed: one sure look, or two that agree.

A wrong read passes its check digit as easily as a right one. What errs, measured: UPC-E and short Interleaved 2 of 5
found in other codes' bars, and EAN read from views that were sharpened or turned.
"""

from dataclasses import dataclass, field

from returns_desk.scanning.blurred import ENGINE as FITTING
from returns_desk.scanning.decoded import FoundCode
from returns_desk.scanning.engines import ZXING
from returns_desk.scanning.symbology import Symbology

_SURE = 2
_TWO_DIMENSIONS = frozenset(
    {Symbology.QR, Symbology.GS1_QR, Symbology.DATA_MATRIX, Symbology.GS1_DATA_MATRIX, Symbology.AZTEC,
     Symbology.PDF417, Symbology.GS1_DOT_CODE, Symbology.CODE_128, Symbology.GS1_128, Symbology.CODE_93}
)  # fmt: skip
_TALL_ENOUGH = 8  # pixels: a blurred EAN is misread in two or three neighbouring rows, never in many
_LONG_ENOUGH = {Symbology.ITF: 10, Symbology.CODABAR: 8, Symbology.CODE_39: 4}


@dataclass
class Votes:
    """The looks at one picture so far, and what they say."""

    _weights: dict[tuple[str, str], int] = field(default_factory=dict)
    _codes: dict[tuple[str, str], FoundCode] = field(default_factory=dict)
    _heard: set[tuple[tuple[str, str], str]] = field(default_factory=set)

    def count(self, codes: list[FoundCode], *, natural: bool) -> None:
        """Count one look; ``natural`` is a view that only evens out light."""
        for key, code in {_key(code): code for code in codes}.items():
            if code.format is Symbology.UPC_E and (key, code.engine) in self._heard:
                continue  # a decoder repeats its own mistake in every view; only the other one can confirm it
            self._heard.add((key, code.engine))
            self._weights[key] = self._weights.get(key, 0) + _weight(code, natural)
            self._codes.setdefault(key, code)

    def believed(self) -> tuple[FoundCode, ...]:
        """The codes that are sure by now, without pieces of longer ones."""
        sure = [code for key, code in self._codes.items() if self._weights[key] >= _SURE]
        return tuple(code for code in sure if not self._is_piece(code))

    def has_doubtful_product(self) -> bool:
        """Whether an EAN was read that is not sure yet: worth a second opinion of another kind before others vote."""
        return any(code.format in (Symbology.EAN_13, Symbology.UPC_A) for code in self._codes.values())

    def last_word(self) -> tuple[FoundCode, ...]:
        """After the last look: a code seen once is taken if nothing speaks against it and it is no doubtful kind."""
        return tuple(
            code
            for key, code in self._codes.items()
            if code.format is not Symbology.UPC_E
            and self._weights[key] > 0
            and not self._is_piece(code)
            and all(weight < self._weights[key] for other, weight in self._weights.items() if other != key)
        )

    def _is_piece(self, code: FoundCode) -> bool:
        """Whether a longer reading of the same kind holds this one (a scan line that left the code)."""
        return code.format is Symbology.ITF and any(
            other.format is code.format and len(other.text) > len(code.text) and code.text in other.text
            for other in self._codes.values()
        )


def _key(code: FoundCode) -> tuple[str, str]:
    """What makes two readings the same."""
    kind = Symbology.EAN_13 if code.format is Symbology.UPC_A else code.format
    return kind, code.text.lstrip("0") if code.format.is_product else code.text


def _weight(code: FoundCode, natural: bool) -> int:
    """How much one reading counts; two make it sure."""
    if code.format in _TWO_DIMENSIONS:
        return _SURE
    if code.format is Symbology.UPC_E:
        return 1
    if code.format in _LONG_ENOUGH:
        return _SURE if code.engine == ZXING and len(code.text) >= _LONG_ENOUGH[code.format] else 1
    if code.engine == FITTING:
        return _SURE  # several rows agreed already
    return _SURE if code.engine == ZXING and natural and code.height >= _TALL_ENOUGH else 1

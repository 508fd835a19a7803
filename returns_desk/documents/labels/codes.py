"""The codes of a label: bars where its paper is wide enough, a Data Matrix besides where there is room.

Bars keep their preferred module (3 dots at 203 dpi, 4 at 300) and become finer, down to a quarter of a millimetre,
only on paper too narrow for them. An SSCC has its module of half a millimetre or is not printed: it is 88 mm wide.
"""

from returns_desk.documents.kit.barcodes import Bars, code128, data_matrix, gs1_128, module_dots
from returns_desk.documents.kit.fonts import Face
from returns_desk.documents.labels.content import LabelContent
from returns_desk.documents.labels.ground import Ground, Look
from returns_desk.documents.labels.plan import BarsAt, MatrixAt
from returns_desk.documents.labels.sizes import LabelSize
from returns_desk.domain.sscc import shown_sscc

_FINEST_MM, _SSCC_MM = 0.25, 0.5
_MATRIX_MM, _FINEST_MATRIX_MM = 1.0, 0.33


def carton_bars(number: str, sscc: str) -> Bars:
    """The symbol by which a carton is known: its SSCC, else our own number."""
    return gs1_128(f"00{sscc}") if sscc else code128(number)


class Codes:
    """Puts codes on a ground, bars ``height`` dots high; ``taken`` is what a matrix takes of the words' width."""

    def __init__(self, ground: Ground, size: LabelSize, height: int) -> None:
        self._ground, self._size, self._height = ground, size, height
        self.taken = 0

    def put(self, content: LabelContent) -> bool:
        """Put what fits under the number; say whether anything did."""
        return self._put_sscc(content.sscc) or self._put_number(content.number)

    def _put_sscc(self, sscc: str) -> bool:
        """Put an SSCC with its figures below, if the paper is as wide as it."""
        ground = self._ground
        if not sscc:
            return False
        bars, dots = gs1_128(f"00{sscc}"), module_dots(ground.dpi, _SSCC_MM)
        width, height = bars.width * dots, self._height
        if width > ground.plan.width:
            return False
        self._ground.plan.elements.append(BarsAt(bars, (ground.plan.width - width) // 2, ground.down, height, dots))
        look = Look(ground.dots(self._size.name), Face.MEDIUM)
        ground.down += height + round(look.size * 1.1)
        ground.centre(shown_sscc(sscc), ground.plan.width // 2, ground.down, look)
        return True

    def _put_number(self, number: str) -> bool:
        """Put our own number as bars, and as a Data Matrix beside them or beside the words."""
        ground = self._ground
        bars = code128(number)
        dots = self._bar_dots(bars, ground.plan.width - ground.margin)  # half a margin each may be a quiet zone
        if not dots:
            return self._put_matrix(number, 0, 0) or self._put_alone(number)
        left = self._bars_left(bars.width * dots)
        ground.plan.elements.append(BarsAt(bars, left, ground.down, self._height, dots))
        self._put_matrix(number, bars.width * dots, self._height)
        ground.down += self._height
        return True

    def _bars_left(self, width: int) -> int:
        """Bars begin where the text begins; their quiet zone hangs over into the margin as far as there is paper."""
        margin, paper = self._ground.margin, self._ground.plan.width
        over = min(margin, max(0, margin + width - paper) + margin // 2)
        return min(max(0, self._ground.left(-over, width)), paper - width)

    def _bar_dots(self, bars: Bars, room: int) -> int:
        """The widest module that fits; 0 when even the finest does not."""
        first, last = module_dots(self._ground.dpi, self._size.module), module_dots(self._ground.dpi, _FINEST_MM)
        return next((dots for dots in range(first, last - 1, -1) if bars.width * dots <= room), 0)

    def _put_matrix(self, number: str, taken: int, height: int) -> bool:
        """Put the matrix beside the bars or beside the words, where it gets bigger; nowhere if it got too fine."""
        ground = self._ground
        side, most = data_matrix(number).width, module_dots(ground.dpi, _MATRIX_MM)
        under = ground.down + height + ground.dots(0.8)
        free = ground.floor - ground.dots(self._size.band) - under
        beside = min(most, (ground.inner - taken) // side, height // side)
        below = min(most, free // side, ground.inner // 3 // side)
        if max(beside, below) < module_dots(ground.dpi, _FINEST_MATRIX_MM):
            return False
        if beside >= below:
            self._place(number, beside, ground.down + (height - beside * side) // 2, ground.inner)
        else:
            self._place(number, below, under, ground.inner)
            self.taken = below * side + ground.dots(1)
        return True

    def _put_alone(self, number: str) -> bool:
        """Put the matrix in a row of its own, on paper that is narrow and high; it takes half of the height left."""
        ground = self._ground
        side = data_matrix(number).width
        free = (ground.floor - ground.dots(self._size.band) - ground.down) // 2
        dots = min(module_dots(ground.dpi, _MATRIX_MM), ground.inner // side, free // side)
        if dots < module_dots(ground.dpi, _FINEST_MATRIX_MM):
            return False
        self._place(number, dots, ground.down, dots * side)
        ground.down += dots * side
        return True

    def put_aside(self, number: str) -> int:
        """Put a matrix on the far side, as high as the label; gives how much of the width it takes."""
        ground = self._ground
        side = data_matrix(number).width
        room = min(ground.floor - ground.down, ground.inner * 2 // 3)
        dots = min(module_dots(ground.dpi, _MATRIX_MM), room // side)
        if not dots:
            return 0
        self._place(number, dots, ground.down + (room - dots * side) // 2, ground.inner)
        return dots * side + ground.dots(0.5)

    def _place(self, number: str, dots: int, top: int, end: int) -> None:
        matrix = data_matrix(number)
        side = dots * matrix.width
        self._ground.plan.elements.append(MatrixAt(matrix, self._ground.left(end - side, side), top, dots))

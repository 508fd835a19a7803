"""``calibration``: a rule, the corners and every width of bars on a page or label; needs no database."""

from returns_desk.cli.call import Call, CommandRefused
from returns_desk.cli.papers import check_target, save
from returns_desk.documents.calibration import render_calibration, render_calibration_label
from returns_desk.documents.kit.dress import Dress
from returns_desk.domain.paper_look import PaperLook, PaperSize
from returns_desk.domain.printing import USUAL_LABEL
from returns_desk.domain.refusals import BadValue
from returns_desk.wording.refusals import refusal_line

_PDF, _ZPL = ".pdf", ".zpl"
_DPI = {_PDF: 300, _ZPL: 203}


def calibration(call: Call) -> int:
    """Write it in the format that the file's ending names."""
    args = call.args
    check_target(call, args.output, (_PDF, _ZPL))
    ending = args.output.suffix.lower()
    dpi = args.dpi or _DPI[ending]
    label = args.label or ending == _ZPL
    try:
        size, drawn = _label(call, dpi, ending.removeprefix(".")) if label else _page(call, dpi)
    except BadValue as wrong:
        raise CommandRefused(refusal_line(call.words, wrong)) from None
    save(call, args.output, drawn)
    call.answer({"file": args.output, "size": size, "dpi": dpi}, [call.words("Written to {file}", file=args.output)])
    return 0


def _label(call: Call, dpi: int, speaks: str) -> tuple[str, bytes]:
    size = call.args.size or USUAL_LABEL
    return size, render_calibration_label(call.words.language, size, dpi, speaks)


def _page(call: Call, dpi: int) -> tuple[str, bytes]:
    sizes = {size.value.lower(): size for size in PaperSize}
    size = sizes.get((call.args.size or PaperSize.A4.value).lower())
    if size is None:
        raise BadValue("size", call.args.size)
    return size.value, render_calibration(call.words.language, dress=Dress(PaperLook(size=size)), dpi=dpi)

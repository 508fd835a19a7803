"""Builders of the files that people and attackers hand to an import."""

import io
import struct
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter

_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def text_file(folder: Path, text: str, encoding: str = "utf-8", name: str = "file.csv") -> Path:
    """A file with this text in this encoding."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def bytes_file(folder: Path, content: bytes, name: str = "file.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def workbook(folder: Path, rows: Sequence[Sequence[object]], name: str = "file.xlsx") -> Path:
    """A workbook as a spreadsheet program saves it."""
    path = folder / name
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return path


def raw_workbook(folder: Path, sheet: str, **others: str) -> Path:
    """A workbook packed by hand: ``sheet`` is what stands in ``<worksheet>``; others are more or other members."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    members = {
        "[Content_Types].xml": f'{head}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{head}<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}">'
        '<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{head}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet
        if sheet.startswith("<?xml")
        else f'{head}<worksheet xmlns="{_SHEET}">{sheet}</worksheet>',
        **others,
    }
    return packed(folder, members)


def open_document(folder: Path, rows: str) -> Path:
    """An ODS sheet packed by hand from its rows' markup."""
    return packed(
        folder,
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0"/>',
            "content.xml": f'<office:document-content xmlns:office="{_ODF}:office:1.0" '
            f'xmlns:table="{_ODF}:table:1.0" xmlns:text="{_ODF}:text:1.0"><office:body><office:spreadsheet>'
            f'<table:table table:name="S">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        },
        "file.ods",
    )


def cell(text: str, repeated: int = 1) -> str:
    """One ODS cell with text."""
    return (
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{repeated}">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def packed(folder: Path, members: dict[str, str], name: str = "file.xlsx") -> Path:
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for member, text in members.items():
            archive.writestr(member, text)
    return bytes_file(folder, content.getvalue(), name)


def old_label(row: int, column: int, text: str) -> bytes:
    """A text cell of an old binary workbook."""
    return _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le"))


def old_number(row: int, column: int, number: float) -> bytes:
    """A number cell of an old binary workbook."""
    return _record(0x0203, struct.pack("<HHHd", row, column, 0, number))


def old_workbook(folder: Path, cells: bytes, *, globals_: bytes = b"", stream: str = "Workbook") -> Path:
    """An old binary workbook (XLS) packed by hand from its cells' records."""
    begin = struct.pack("<HHHII", 0x0005, 0x0DBB, 0x07CC, 0, 6)
    name = struct.pack("<BB", 1, 0) + b"S"
    before = len(_record(0x0809, b"\0\6" + begin)) + len(globals_) + 4 + 6 + len(name) + 4
    sheet = _record(0x0085, struct.pack("<IBB", before, 0, 0) + name)
    book = _record(0x0809, b"\0\6" + begin) + globals_ + sheet + _record(0x000A, b"")
    book += _record(0x0809, b"\0\6\x10\0" + begin[2:]) + cells + _record(0x000A, b"")
    return bytes_file(folder, _compound(stream, book), "file.xls")


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _compound(name: str, stream: bytes) -> bytes:
    """A compound file with one stream, its directory and its allocation table behind it."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(stream) // 512
    none, end, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, 1, sectors, 0, 4096, end, 0, end, 0)
    head += struct.pack("<109I", sectors + 1, *[none] * 108)
    chain = [*range(1, sectors), end, end, table]
    entries = _entry("Root Entry", 5, 1, end, 0) + _entry(name, 2, none, 0, len(stream)) + bytes(256)
    return head + stream + entries + struct.pack("<128I", *chain, *[none] * (128 - len(chain)))


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    label = name.encode("utf-16-le") + b"\0\0"
    return label.ljust(64, b"\0") + struct.pack(
        "<HBBIII16xI16xIQ", len(label), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child, 0, start, size
    )

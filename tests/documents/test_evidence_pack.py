"""The evidence of a batch on paper: all of every line, pictures in their place, nothing that a name says is obeyed."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO

import pypdf
import pytest
from PIL import Image

from returns_desk.documents.evidence_pack import render_evidence
from returns_desk.domain.batches import LineState
from returns_desk.domain.checklists import Check, CheckAnswer, CheckKind, Checklist
from returns_desk.domain.giving import WipeHow
from returns_desk.domain.grades import Finding, FoundReason, Grade, Liability, SupplierReason
from returns_desk.domain.money import Money
from returns_desk.domain.papers import AttachmentKind, DocumentKind
from returns_desk.domain.photos import PhotoKind, PhotoSnapshot
from returns_desk.domain.snapshots import AttachmentSnapshot, BatchLineSnapshot
from returns_desk.domain.snapshots.evidence_pack import EvidenceLine, EvidencePack
from returns_desk.domain.snapshots.inspections import InspectionSnapshot
from returns_desk.domain.snapshots.papers import NumberedPaper
from returns_desk.wording import Words

from .papers import HOSTILE, PRINTED, item, pictures, product, read_text, slip_content

SEEN = datetime(2026, 11, 20, 8, 15, tzinfo=UTC)
CHECKS = Checklist(
    "audio",
    1,
    (
        Check("POWER", "נדלק?", "Does it switch on?"),
        Check("VOLT", "מתח", "Voltage", CheckKind.MEASURE, least="4.5", most="5.5", unit="V"),
    ),
)


def jpeg(colour: tuple[int, int, int] = (200, 30, 30), size: tuple[int, int] = (1600, 1200)) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, "JPEG")
    return file.getvalue()


def inspection(position: int = 1, **facts: object) -> InspectionSnapshot:
    whole: dict[str, object] = {
        "position": position,
        "standing": True,
        "inspector": "דנה לוי",
        "inspector_en": "Dana Levi",
        "began_at": SEEN,
        "ended_at": SEEN,
        "grade": Grade.D,
        "findings": (Finding.LEAKS,),
        "found": FoundReason.FAULTY if hasattr(FoundReason, "FAULTY") else next(iter(FoundReason)),
        "liability": Liability.SUPPLIER,
        "answers": (CheckAnswer("POWER", "no", False), CheckAnswer("VOLT", "4.1", False)),
        "note": "נוזל בבסיס",
    }
    return InspectionSnapshot(**whole | facts)  # type: ignore[arg-type]


def photo(name: str, kind: PhotoKind) -> PhotoSnapshot:
    return PhotoSnapshot(name, sha256(name.encode()).hexdigest(), kind, 1600, 1200, SEEN)


def line(position: int = 1, photos: int = 2, **facts: object) -> EvidenceLine:
    piece = item(number=f"IT-1-{position:06}", lot="L-7", **facts)
    row = BatchLineSnapshot(
        f"l{position}", position, LineState.APPROVED, piece, SupplierReason.POOR_WORKMANSHIP, Money(1), Money(1), None
    )
    kinds = list(PhotoKind)
    shots = tuple(photo(f"{position}-{place}", kinds[place % len(kinds)]) for place in range(photos))
    return EvidenceLine(row, (inspection(),), CHECKS, shots)


def pack(*lines: EvidenceLine, **facts: object) -> EvidencePack:
    return EvidencePack(slip_content(len(lines)), lines or (line(),), **facts)  # type: ignore[arg-type]


def drawn(made: EvidencePack, language: str = "en", picture: bytes | None = None) -> bytes:
    return render_evidence(made, language, lambda _: picture, PRINTED, "Avi")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Evidence pack", "Dana Levi", "Leaks", "Voltage: 4.1 V", "not passed", "Does it switch on?")),
        ("he", ("תיק ראיות", "דנה לוי", "דולף", "4.1", "נוזל בבסיס")),
    ],
)
def test_a_line_says_all_that_was_seen(language: str, words: tuple[str, ...]) -> None:
    text = read_text(drawn(pack(line()), language, jpeg()))
    for said in (*words, "88121733", "L-7", "IT-1-000001", "SR-2026-000117"):
        assert said in text


def test_photographs_are_drawn_small_and_captioned() -> None:
    made = drawn(pack(line(photos=4)), picture=jpeg())
    reader = pypdf.PdfReader(BytesIO(made))
    images = [image.image for page in reader.pages for image in page.images]
    assert images
    assert all(image is not None and max(image.size) <= 720 for image in images)
    assert "Label" in read_text(made)
    dark = [page.histogram()[:140] for page in pictures(made, 40)]
    assert max(sum(counts) for counts in dark) > 3_000, "they are seen on the page"


def test_a_picture_that_is_missing_or_damaged_is_said() -> None:
    assert "picture is missing" in read_text(drawn(pack(line()), picture=None))
    assert len(pypdf.PdfReader(BytesIO(drawn(pack(line()), picture=b"no picture"))).pages) >= 1


def test_a_second_look_stands_beside_the_first() -> None:
    twice = replace(line(), inspections=(inspection(1, standing=False), inspection(2, inspector_en="Omer")))
    text = read_text(drawn(pack(twice)))
    assert "Inspection 1" in text
    assert "Omer" in text


def test_papers_and_files_are_listed_and_pictures_of_them_shown() -> None:
    file = AttachmentSnapshot("a", AttachmentKind.PROOF_OF_DELIVERY, "חתום.png", "image/png", "0" * 64, 9, SEEN)
    paper = NumberedPaper("SC-2026-000001", DocumentKind.CORRECTION, True, SEEN, 1)
    made = drawn(pack(line(photos=0), papers=(paper,), attachments=(file,)), picture=jpeg())
    text = read_text(made)
    for said in ("SC-2026-000001", "void", "Proof of delivery", "png"):
        assert said in text
    assert sum(len(page.images) for page in pypdf.PdfReader(BytesIO(made)).pages) == 1


@pytest.mark.parametrize("hostile", HOSTILE)
def test_names_and_notes_are_only_text(hostile: str) -> None:
    text = HOSTILE[hostile]
    evil = replace(line(product=product(name=text, name_en=text), serial=text), inspections=(inspection(note=text),))
    made = pypdf.PdfReader(BytesIO(drawn(pack(evil))))
    assert all(not page.images and "/Annots" not in page for page in made.pages)


def test_five_hundred_lines_fetch_one_picture_at_a_time() -> None:
    picture, fetched = jpeg(size=(80, 60)), list[str]()

    def fetch(sha: str) -> bytes:
        fetched.append(sha)
        return picture

    whole = pack(*(line(position, photos=int(position % 10 == 0)) for position in range(1, 501)))
    made = render_evidence(whole, "en", fetch, PRINTED, "Avi")
    pages = len(pypdf.PdfReader(BytesIO(made)).pages)
    assert pages > 100
    assert f"Page {pages} of {pages}" in read_text(made)
    assert fetched == [photo.sha256 for row in whole.lines for photo in row.photos], "each once, as its page is drawn"


def test_a_wiped_device_says_how_when_and_by_whom() -> None:
    device = line(photos=0, wiped=WipeHow.RESET, wiped_at=SEEN, wiped_by="דנה", wiped_by_en="Dana")
    text = read_text(drawn(pack(device)))
    for said in ("Wiped", "Dana", Words("en").name(WipeHow.RESET)):
        assert said in text

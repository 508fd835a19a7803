"""The photo shelf keeps a picture once, whole or not at all, and notices when one is gone or changed."""

from hashlib import sha256
from pathlib import Path

import pytest

from returns_desk.domain.picture_refusals import ShelfRefused
from returns_desk.store.photo_shelf import PhotoShelf

PICTURE = b"\xff\xd8 a picture \xff\xd9"
NAME = sha256(PICTURE).hexdigest()


@pytest.fixture
def shelf(tmp_path: Path) -> PhotoShelf:
    return PhotoShelf(tmp_path / "home" / "photos")


def files(shelf: PhotoShelf) -> list[Path]:
    return [path for path in shelf.folder.rglob("*") if path.is_file()]


def test_a_picture_is_kept_once_under_its_fingerprint(shelf: PhotoShelf) -> None:
    assert not shelf.holds(NAME)
    assert shelf.put(PICTURE, NAME) == shelf.put(PICTURE, NAME) == NAME
    assert shelf.holds(NAME)
    assert files(shelf) == [shelf.path(NAME)]
    assert shelf.path(NAME).read_bytes() == PICTURE
    assert shelf.path(NAME).parent.name == NAME[:2]


def test_a_picture_under_anothers_fingerprint_is_never_kept(shelf: PhotoShelf) -> None:
    with pytest.raises(ValueError, match=NAME):
        shelf.put(b"another", NAME)
    for no_name in ("", "../../secret", NAME.upper(), NAME + "\n"):
        assert not shelf.holds(no_name)
        with pytest.raises(ValueError):  # noqa: PT011  it says the text itself
            shelf.path(no_name)


def test_a_missing_and_a_changed_picture_are_faults_and_are_put_right(shelf: PhotoShelf) -> None:
    gone = sha256(b"gone").hexdigest()
    shelf.put(PICTURE, NAME)
    shelf.put(b"gone", gone)
    shelf.path(gone).unlink()
    shelf.path(NAME).write_bytes(b"painted over")
    assert list(shelf.faults([NAME, gone])) == [NAME, gone]
    shelf.put(PICTURE, NAME)
    assert list(shelf.faults([NAME, gone])) == [gone]


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ShelfRefused) as refused:
        PhotoShelf(tmp_path / "file" / "photos").put(PICTURE, NAME)
    assert refused.value.fact == "read-only"


def test_a_share_that_is_not_connected_is_not_made_up(tmp_path: Path) -> None:
    with pytest.raises(ShelfRefused) as refused:
        PhotoShelf(tmp_path / "share", ours=False).put(PICTURE, NAME)
    assert refused.value.fact == "missing"
    assert not (tmp_path / "share").exists()
    (tmp_path / "share").mkdir()
    PhotoShelf(tmp_path / "share", ours=False).put(PICTURE, NAME)


def test_a_half_written_picture_never_stands_under_its_name(shelf: PhotoShelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_file: int) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr("os.fsync", no_room)
    with pytest.raises(ShelfRefused) as refused:
        shelf.put(PICTURE, NAME)
    assert refused.value.fact == "full"
    assert files(shelf) == []

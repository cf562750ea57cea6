"""Files are written whole or not at all."""

from pathlib import Path

import pytest

from disruptref.output import write
from disruptref.read.refusals import UnwritableError


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    """The temporary file becomes the file."""
    write(str(tmp_path / "sheet.txt"), b"whole", force=False)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"sheet.txt": b"whole"}


def test_a_file_is_not_overwritten_unasked(tmp_path: Path) -> None:
    """Only --force replaces what is there."""
    path = tmp_path / "sheet.txt"
    path.write_bytes(b"old")

    with pytest.raises(UnwritableError, match="--force"):
        write(str(path), b"new", force=False)

    assert path.read_bytes() == b"old"

    write(str(path), b"new", force=True)

    assert path.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing/sheet.txt", "does not exist"),
        ("a:b.txt", "Windows"),
        ("what?.txt", "Windows"),
        (".", "folder"),
    ],
)
def test_what_cannot_be_written_is_said_in_one_sentence(
    tmp_path: Path, name: str, said: str
) -> None:
    """One sentence, exit code 4, nothing half-written."""
    with pytest.raises(UnwritableError, match=said) as refused:
        write(str(tmp_path / name), b"x", force=False)

    assert refused.value.exit_code == 4
    assert list(tmp_path.iterdir()) == []


def test_a_device_is_written_to_and_not_replaced() -> None:
    """`/dev/null` stays a device."""
    write("/dev/null", b"x", force=False)

    assert Path("/dev/null").is_char_device()

"""Strict YAML: nothing is read as something other than what was written."""

from pathlib import Path

import pytest

from disruptref.build.problems import UnreadableError
from disruptref.build.yamlio import read


def write(folder: Path, text: str) -> Path:
    """Write one file to read."""
    path = folder / "file.yaml"
    path.write_bytes(text.encode("utf-8"))
    return path


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\nb: 2\na: 3\n", "Y002", 3, 1),
        ("a:\n  b: x\n  b: y\n", "Y002", 3, 3),
        ("a: no\n", "Y003", 1, 4),
        ("a: [x, Yes]\n", "Y003", 1, 8),
        ("no: x\n", "Y003", 1, 1),
        ("a: 1.10\n", "Y003", 1, 4),
        ("a: 12:30\n", "Y003", 1, 4),
        ("a: 0x1F\n", "Y003", 1, 4),
        ("a: 010\n", "Y003", 1, 4),
        ("a: .inf\n", "Y003", 1, 4),
        ("a: True\n", "Y003", 1, 4),
        ("a: null\n", "Y003", 1, 4),
        ("a: ~\n", "Y003", 1, 4),
        ("a: 2026-06-29 10:00:00\n", "Y003", 1, 4),
        ("a:\n", "Y004", 1, 3),
        ("a: &x 1\nb: *x\n", "Y005", 1, 4),
        ("a: !!str 1\n", "Y005", 1, 4),
        ("a: !thing x\n", "Y005", 1, 4),
        ("a: {<<: {b: 1}}\n", "Y005", 1, 5),
        ("- a\n", "Y006", 1, 1),
        ("", "Y006", 1, 1),
        ("a: x\x07y\n", "Y008", 1, 5),
        ("a: 1\nb: x\u202ey\n", "Y008", 2, 5),
        ("a: 2026-02-30\n", "Y009", 1, 4),
        ("a: [1\n", "Y001", 2, 1),
        ("a: 'x\n", "Y001", 2, 1),
        ("a: b: c\n", "Y001", 1, 5),
        ("\ta: 1\n", "Y001", 1, 1),
    ],
)
def test_what_is_not_strict_is_refused_at_its_place(
    tmp_path: Path, text: str, code: str, line: int, column: int
) -> None:
    """Every refusal carries code, line and column."""
    with pytest.raises(UnreadableError) as refused:
        read(write(tmp_path, text))

    assert (code, line, column) == refused.value.problem[:1] + refused.value.problem[2:4]


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    """A file saved in another encoding is named, not guessed."""
    path = tmp_path / "file.yaml"
    path.write_bytes("a: caf\u00e9\n".encode("latin-1"))

    with pytest.raises(UnreadableError) as refused:
        read(path)

    assert refused.value.problem.code == "Y007"


def test_plain_values_keep_their_kind(tmp_path: Path) -> None:
    """Text, whole numbers, true, false and days are all that a plain value can be."""
    text = "a: word\nb: 15\nc: true\nd: 2026-06-29\ne: 's 15A'\nf: [x, 'no']\n"

    data = read(write(tmp_path, text)).data

    assert [str(value) if key == "d" else value for key, value in data.items()] == [
        "word",
        15,
        True,
        "2026-06-29",
        "s 15A",
        ["x", "no"],
    ]


def test_a_place_is_found_by_path(tmp_path: Path) -> None:
    """Problems found later still know line and column."""
    document = read(write(tmp_path, "a:\n  - b: x\n  - b: y\n"))

    assert document.place(("a", 1, "b")) == (3, 5)

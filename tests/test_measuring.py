"""The room that a line takes on a sheet."""

import pytest

from disruptref.read.sheet.blocks import Line
from disruptref.read.sheet.measuring import lines_taken


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        (Line("short"), 1),
        (Line("i" * 230), 1),
        (Line("W" * 230), 5),
        (Line("word " * 40), 2),
        (Line("word " * 20, "Label", ("s 1",) * 20), 2),
    ],
    ids=["short", "narrow letters", "one long word", "wrapped", "with references"],
)
def test_a_line_takes_room_by_its_letters(line: Line, taken: int) -> None:
    """Narrow letters take less room than wide ones, and a word too long is broken."""
    assert lines_taken(line) == taken


def test_larger_letters_take_more_room() -> None:
    """A title of fifteen points fills more lines than a sentence of ten."""
    line = Line("A measure with a name of many words " * 4)

    assert lines_taken(line, 1.5) > lines_taken(line)

"""Every format of one made-up sheet is, to the letter, what it was."""

import pytest
from tools import golden

MADE = golden.made()


@pytest.mark.parametrize("name", sorted(MADE))
def test_each_format_is_what_it_was(name: str) -> None:
    """A change of look is meant, or it is a fault: `python -m tools.golden` writes it anew."""
    assert MADE[name].decode() == (golden.FOLDER / name).read_text("utf-8")

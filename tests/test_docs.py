"""Documentation that can be generated is generated, and checked."""

from collections.abc import Callable

import pytest
from tools import generate

from disruptref.cli import COMMANDS
from tests.conftest import Ran


@pytest.mark.parametrize("name", ["README.md", "measures/README.md"])
def test_generated_parts_are_up_to_date(name: str) -> None:
    """`make docs` would change nothing."""
    old = (generate.ROOT / name).read_text("utf-8")

    assert old == generate.renewed(old)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_in_the_readme(name: str) -> None:
    """A command that exists is documented."""
    assert f"  {name} " in (generate.ROOT / "README.md").read_text("utf-8")


def test_every_exit_code_of_the_readme_exists(run: Callable[..., Ran]) -> None:
    """0 done, 1 nothing found, 2 wrong use, 4 not written."""
    assert [
        run("list").code,
        run("search", "zzzyx").code,
        run("list", "--family", "zzzyx").code,
        run("brief", "cawn", "-o", "no-such-folder/sheet.txt").code,
    ] == [0, 1, 2, 4]

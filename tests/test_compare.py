"""`compare`: measures side by side, what differs first."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran

Run = Callable[..., Ran]
PAIR = ("cawn", "shpo")


@pytest.fixture(scope="module")
def aspects(run: Run) -> dict[str, dict[str, Any]]:
    """Each aspect of one comparison, by its key."""
    return {one["aspect"]: one for one in run("compare", *PAIR, "--json").json["results"]}


def test_every_aspect_has_a_value_for_each_measure(aspects: dict[str, dict[str, Any]]) -> None:
    """Nothing is left blank: what is not recorded says so."""
    assert aspects
    assert all(len(one["values"]) == 2 and all(one["values"].values()) for one in aspects.values())


def test_it_says_where_they_differ_and_where_they_are_alike(
    aspects: dict[str, dict[str, Any]],
) -> None:
    """An aspect differs when its values do."""
    for one in aspects.values():
        assert one["differs"] is (len(set(one["values"].values())) > 1)


def test_what_differs_comes_first(run: Run) -> None:
    """A reader in a hurry sees the differences before what is alike."""
    out = run("compare", *PAIR).out

    assert out.index("What differs") < out.index("What is alike")


def test_it_says_which_to_prefer_in_the_catalogues_words(run: Run) -> None:
    """The sentence on the link between two measures is the catalogue's own, once."""
    answer = run("compare", "shpo", "sexual-communication-with-a-child", "--json").json

    assert len(answer["prefer"]) == 1
    assert "Sexual harm prevention order" in answer["prefer"][0]


@pytest.mark.parametrize("form", ["html", "docx", "md", "txt", "json"])
def test_it_is_written_in_each_format(run: Run, tmp_path: Path, form: str) -> None:
    """The suffix of -o decides."""
    target = tmp_path / f"both.{form}"

    assert run("compare", *PAIR, "-o", str(target)).code == 0
    assert target.stat().st_size > 500


@pytest.mark.parametrize("names", [("cawn",), ("cawn", "cawn"), ()], ids=str)
def test_one_measure_cannot_be_compared(run: Run, names: tuple[str, ...]) -> None:
    """Two to four, each another."""
    ran = run("compare", *names)

    assert ran.code == 2
    assert ran.err


def test_one_that_is_not_found_is_named(run: Run) -> None:
    """Part of what was asked ends with 1, and the rest is shown."""
    ran = run("compare", *PAIR, "no-such-order")

    assert ran.code == 1
    assert "no-such-order" in ran.err
    assert "What differs" in ran.out

"""`evidence`: strength and direction apart, and every gap named."""

from collections.abc import Callable
from pathlib import Path

import pytest

from disruptref.read.filters import Filters
from disruptref.read.sheet.evidence_map import VIEWS, evidence
from disruptref.store import Store
from tests.conftest import Ran

Run = Callable[..., Ran]
UK = Filters(jurisdiction=("uk",), any_status=True)


def test_the_map_holds_every_rating_of_every_measure(index: Store) -> None:
    """Nothing is summed up or left out."""
    found = evidence(index, UK, "2026-11-24")
    held = {(one.id, one.context, one.strength) for one in found.ratings}
    recorded = {
        (card["id"], one["context"], one["strength"])
        for card in found.cards
        for one in (index.record(card["id"]) or {})["evidence"]
    }

    assert held == recorded


def test_gaps_are_named_not_counted_alone(run: Run) -> None:
    """A context in which nobody has studied anything is named."""
    gaps = run("evidence", "--json").json["gaps"]

    assert any("research of any kind in: " in gap for gap in gaps)
    assert gaps[-1] == "No study found is not the same as found not to work."


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_names_what_it_groups(run: Run, view: str) -> None:
    """By context, by measure, by purpose."""
    ran = run("evidence", "--by", view)

    assert ran.code == 0
    assert "None found" in ran.out


def test_a_measure_named_is_the_only_one_mapped(run: Run) -> None:
    """`evidence cawn` is about the one notice."""
    results = run("evidence", "cawn", "--json").json["results"]

    assert {one["id"] for one in results} == {"child-abduction-warning-notice"}


def test_a_context_asked_is_the_only_column(run: Run) -> None:
    """The filter that works everywhere works here."""
    results = run("evidence", "--context", "cse", "--json").json["results"]

    assert {one["context"] for one in results} == {"cse"}


@pytest.mark.parametrize(("form", "start"), [("svg", b"<svg"), ("png", b"\x89PNG")])
def test_it_can_be_drawn(run: Run, tmp_path: Path, form: str, start: bytes) -> None:
    """A picture for a slide, from the suffix of -o; the same bytes twice."""
    pictures = []
    for name in ("one", "two"):
        target = tmp_path / f"{name}.{form}"
        assert run("evidence", "-o", str(target)).code == 0
        pictures.append(target.read_bytes())

    assert pictures[0].startswith(start)
    assert pictures[0] == pictures[1]


def test_an_unknown_view_ends_with_2(run: Run) -> None:
    """One clear sentence."""
    ran = run("evidence", "--by", "colour")

    assert ran.code == 2
    assert "context, measure, purpose" in ran.err

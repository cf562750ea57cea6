"""The law on a day."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disruptref.read.asof import iso_words, state_on
from tests.conftest import Ran


def entry(state: str, rank: int, **more: Any) -> dict[str, Any]:
    """A timeline entry as the index holds it."""
    usable = state in ("in-force", "pilot")
    whole = {"counts_as": state, "words": state, "usable": usable, "rank": rank, "where": []}
    return whole | {key.replace("since", "from"): value for key, value in more.items()}


TIMELINE = [
    entry("pilot", 2, since="2024-11-27", until="2025-03-02", where=["here"]),
    entry("in-force", 0, since="2025-03-03", until="2026-06-28"),
    entry("repealed", 6, since="2026-06-29"),
]


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2024-11-26", "not-known"),
        ("2024-11-27", "pilot"),
        ("2025-03-02", "pilot"),
        ("2025-03-03", "in-force"),
        ("2026-06-28", "in-force"),
        ("2026-06-29", "repealed"),
        ("2030-01-01", "repealed"),
    ],
)
def test_first_and_last_days_count(day: str, state: str) -> None:
    """`from` is the first day a state applies and `until` the last."""
    assert state == state_on(TIMELINE, day).state


def test_a_pilot_names_its_areas() -> None:
    """A pilot is never shown as if it were everywhere."""
    assert state_on(TIMELINE, "2025-01-01").words({"here": "Anytown"}) == "Pilot in Anytown only"


def test_a_day_without_a_state_says_so() -> None:
    """Silence is not a state, before the first on record or after a last that has ended."""
    before = state_on(TIMELINE, "2020-01-01")
    after = state_on(TIMELINE[:1], "2025-03-03")

    assert not before.usable
    assert not after.usable
    assert before.words({}) == "What was law before 27 November 2024 is not recorded"
    assert after.words({}) == "Not recorded for that day"


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        ("P2Y", "2 years"),
        ("P1Y6M", "1 year 6 months"),
        ("PT72H", "72 hours"),
        ("P8D", "8 days"),
        ("PT48H30M", "48 hours 30 minutes"),
        ("life", "life"),
        (None, "no limit in law"),
    ],
)
def test_durations_read_as_words(duration: str | None, words: str) -> None:
    """People read years and months, not ISO 8601."""
    assert words == iso_words(duration)


@given(st.dates().map(str))
def test_every_day_has_exactly_one_state(day: str) -> None:
    """Whatever the day, the answer is one of the states or not known."""
    assert state_on(TIMELINE, day).state in {"pilot", "in-force", "repealed", "not-known"}


def test_a_day_before_the_first_on_record_names_that_day(run: Callable[..., Ran]) -> None:
    """What came before is not passed over as if nobody had looked."""
    shown = run("show", "sexual-communication-with-a-child", "--as-of", "2012-06-01").out

    assert "What was law before 3 April 2017 is not recorded" in " ".join(shown.split())

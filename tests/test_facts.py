"""The catalogue against facts gathered from the law by someone who had not opened its records.

`facts/*.yaml` hold them: what is asked of which measure, the provision, and where the public record
answers (`path`, a JMESPath into the JSON of `show`). An answer `is` that, `has` it among its values
or inside one of its texts, or `lacks` it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jmespath
import pytest

from disruptref.build.yamlio import read
from disruptref.read.asof import view
from disruptref.store import Store

GATHERED = "2026-11-26"
FILES = sorted((Path(__file__).parent / "facts").glob("*.yaml"))
FACTS = [fact for file in FILES for fact in read(file).data["facts"]]


def _values(found: Any) -> Iterator[str]:
    """Yield every plain value within what a path found, in lower case."""
    if isinstance(found, dict):
        found = list(found.values())
    if isinstance(found, list):
        for one in found:
            yield from _values(one)
    elif found is not None:
        yield str(found).casefold()


def _holds(fact: dict[str, Any], values: list[str]) -> bool:
    if "is" in fact:
        return set(values) == set(_values(fact["is"]))
    told = str(fact["has"] if "has" in fact else fact["lacks"]).casefold()
    among = any(value == told or (" " in value and told in value) for value in values)
    return among if "has" in fact else not among


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact['measure']}: {fact['ask']}")
def test_no_record_contradicts_an_independent_fact(fact: dict[str, Any], index: Store) -> None:
    """What `show` says on the day the facts were gathered is what the provision says."""
    record = index.record(fact["measure"])
    assert record is not None
    values = list(_values(jmespath.search(fact["path"], view(record, GATHERED))))

    assert _holds(fact, values), f"{fact['provision']}: {fact['path']} says {values}"


def test_facts_cover_every_core_measure(index: Store) -> None:
    """No core measure is left out of the comparison, and most have several facts."""
    core = {card["id"] for card in index.cards() if card["tier"] == "core"}

    assert core <= {fact["measure"] for fact in FACTS}
    assert len(FACTS) >= 4 * len(core)

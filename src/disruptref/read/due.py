"""What is due on a day: records and ratings to look at again, and law that was never confirmed."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from disruptref.read.asof import day_words, state_on
from disruptref.read.lexicon import Lexicon
from disruptref.store import Store


class Due(NamedTuple):
    """One thing to do: which measure, what kind, since which day, and a sentence."""

    id: str
    name: str
    kind: str
    since: str | None
    sentence: str

    def json(self) -> dict[str, Any]:
        """Return it as one result of `due`."""
        return self._asdict()


def due(store: Store, day: str) -> list[Due]:
    """Return everything due on or before a day (ISO), the longest overdue first."""
    words = Lexicon(store)
    found = [
        one for card in store.cards() for one in _of(store.record(card["id"]) or card, day, words)
    ]
    return sorted(found, key=lambda one: (one.since or "", one.id, one.kind, one.sentence))


def _of(record: dict[str, Any], day: str, words: Lexicon) -> Iterator[Due]:
    def one(kind: str, since: str | None, sentence: str) -> Due:
        return Due(record["id"], record["name"], kind, since, sentence)

    if record["review_by"] <= day:
        yield one("review", record["review_by"], _since("The record", record["review_by"]))
    for rating in record["evidence"]:
        if rating["review_by"] and rating["review_by"] <= day:
            said = _since(f"The evidence rating for {rating['context']}", rating["review_by"])
            yield one("evidence", rating["review_by"], said)
    if state_on(record["timeline"], day).state == "not-known":
        yield one("law", None, f"Its state on {day_words(day)} is not known; look for what began.")
    for entry in record["timeline"]:
        since, until = entry.get("from"), entry.get("until")
        running = (since is None or since <= day) and (until is None or until >= day)
        if running and not entry["confirmed"] and entry["state"] != "not-known":
            areas = ", ".join(words.label("pilot-areas", area) for area in entry["where"])
            state = words.word("law-state", entry["state"]) + (f" ({areas})" if areas else "")
            yield one("law", since, f"Not confirmed: {state}. Look for its instrument.")


def _since(what: str, day: str) -> str:
    return f"{what} was to be looked at again by {day_words(day)}."

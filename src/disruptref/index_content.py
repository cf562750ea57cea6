"""What an index holds, before SQLite: the parts of a measure that reading looks up, and words."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from disruptref.folding import name_key, words

_CARD_KEYS = (
    "id", "name", "jurisdictions", "family", "purpose", "approach", "summary", "tier", "timeline",
    "law_checked_on", "record",
)  # fmt: skip
# What `options` and `evidence` weigh, kept apart so that they need not read whole records.
_GIST_KEYS = ("id", "restricts", "speed", "needs")
_GIST_ROUTE_KEYS = ("name", "from", "until", "rules")
_GIST_RATING_KEYS = ("context", "strength", "direction", "outcome", "provisional")


class Facet(NamedTuple):
    """One value a filter can ask for, the days between which it holds, and a note."""

    kind: str
    value: str
    since: str | None = None
    until: str | None = None
    note: str | None = None


class ProvisionKey(NamedTuple):
    """A provision as search looks it up, and how close it is to the measure.

    2: a route stands on it, or the measure is this offence; 1: it was read; 0: an offence tied.
    """

    key: str
    instrument: str
    closeness: int


class SearchText(NamedTuple):
    """The searchable words of a measure, one text for each of `COLUMNS`."""

    name: str
    alias: str
    asked: str
    summary: str
    setting: str
    law: str
    body: str


class Indexed(NamedTuple):
    """Everything the index holds of one measure."""

    record: dict[str, Any]
    names: list[tuple[str, str]]
    facets: list[Facet]
    provisions: list[ProvisionKey]
    text: SearchText


class Term(NamedTuple):
    """One vocabulary term, its data as JSON."""

    vocabulary: str
    id: str
    data: str


class Content(NamedTuple):
    """Everything an index holds."""

    meta: dict[str, Any]
    measures: list[Indexed]
    terms: list[Term]


def known_words(content: Content) -> list[str]:
    """Return every word that search knows, for the mending of typing errors."""
    found: set[str] = set()
    for measure in content.measures:
        for text in measure.text:
            found.update(words(text))
    for term in content.terms:
        if term.vocabulary in ("glossary", "situations", "nations"):
            data = json.loads(term.data)
            for text in (data["label"], data.get("stands_for", ""), *data.get("synonyms", ())):
                found.update(words(text))
    return sorted(word for word in found if len(word) > 2 and not word[0].isdigit())


def gist(record: dict[str, Any]) -> dict[str, Any]:
    """Return what `options` and `evidence` weigh of a record."""
    return {
        **{key: record[key] for key in _GIST_KEYS},
        "routes": [_some(route, _GIST_ROUTE_KEYS) for route in record["routes"]],
        "evidence": [_some(rating, _GIST_RATING_KEYS) for rating in record["evidence"]],
    }


def _some(part: dict[str, Any], keys: Sequence[str]) -> dict[str, Any]:
    return {key: part[key] for key in keys if key in part}


def card(record: dict[str, Any]) -> dict[str, Any]:
    """Return the short form of a record, as listings show it."""
    return _some(record, _CARD_KEYS)


def phrases(content: Content) -> list[tuple[str, str, str]]:
    """Return each (folded phrase, vocabulary, term id) by which a query may name a term."""
    found = []
    for term in content.terms:
        if term.vocabulary in _PHRASES:
            data = json.loads(term.data)
            names = [data["label"], *data.get("synonyms", ()), *data.get("short", ())]
            names += [data["stands_for"]] if data.get("stands_for") else []
            keys = dict.fromkeys(name_key(name) for name in names)
            found += [(key, term.vocabulary, term.id) for key in keys if key]
    return found


_PHRASES = frozenset({"glossary", "situations", "instruments"})

"""Ranked search: full-text candidates, names, and statute references, each saying why it matched.

The score of a measure is the sum of three parts, so that it can be written a second time for the
offline page: full text (BM25 over six weighted columns, halved where only some words match), names
(the query is, or contains, one of its names) and law (the query cites a provision).
"""

import re
from typing import Any, NamedTuple

from disruptref.provision import loose
from disruptref.store import Hit, Store, name_key

# name, alias, summary, words, law, body
WEIGHTS = (8.0, 8.0, 4.0, 6.0, 2.0, 1.0)
NAME_IS_QUERY, QUERY_HOLDS_NAME = 60.0, 25.0
STANDS_ON_PROVISION, NAMES_PROVISION, ACT_AGREES = 50.0, 20.0, 10.0
CORE_FIRST = 0.5
MOST_RESULTS = 20
_WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f]+")
_STOP_WORDS = """
a an and are as at be by can do does for from has have he her him his how i if in into is it its
me my not of on or our she so than that the their them they this to under up us was we what when
where which who will with won you your
"""
_STOP = frozenset(_STOP_WORDS.split())
_REASONS = {
    "name": "name",
    "alias": "also called",
    "summary": "summary",
    "words": "situation or context",
    "law": "law",
    "body": "text",
}


class Match(NamedTuple):
    """A measure found: score (larger is better) and why, in words."""

    id: str
    score: float
    matched: tuple[str, ...]


def search(store: Store, query: str) -> list[Match]:
    """Return the measures that match, best first; one quoted argument or several words alike."""
    scores: dict[str, float] = {}
    reasons: dict[str, list[str]] = {}

    def add(id_: str, score: float, reason: str) -> None:
        scores[id_] = scores.get(id_, 0.0) + score
        if reason not in reasons.setdefault(id_, []):
            reasons[id_].append(reason)

    for id_, score, reason in _by_name(store, query):
        add(id_, score, reason)
    rest = query
    for key, words in loose(query):
        rest = rest.replace(words, " ")
        for id_, score, reason in _by_provision(store, key, words, query):
            add(id_, score, reason)
    for hit in _by_text(store, rest):
        columns = ", ".join(_REASONS[column] for column in hit.columns)
        add(hit.id, hit.score, f"words in {columns}" if columns else "words")
    for card in store.cards(list(scores)):
        if card["tier"] == "core":
            scores[card["id"]] += CORE_FIRST
    ranked = sorted(scores, key=lambda id_: (-scores[id_], id_))
    return [Match(id_, round(scores[id_], 3), tuple(reasons[id_])) for id_ in ranked]


def words_of(query: str) -> list[str]:
    """Return the words of a query that carry meaning, lower case, in order."""
    words = [word.lower() for word in _WORD.findall(query)]
    return [word for word in dict.fromkeys(words) if word not in _STOP]


def _by_name(store: Store, query: str) -> list[tuple[str, float, str]]:
    """Score measures whose name, alias or former name is the query or stands in it."""
    asked = name_key(query)
    padded = f" {asked} "
    found = []
    for name, id_ in store.names():
        if name == asked:
            found.append((id_, NAME_IS_QUERY, f"called '{name}'"))
        elif f" {name} " in padded:
            found.append((id_, QUERY_HOLDS_NAME, f"called '{name}'"))
    return found


def _by_provision(store: Store, key: str, words: str, query: str) -> list[tuple[str, float, str]]:
    """Score measures that stand on or name a provision; a named Act rules others out."""
    instruments = {term["id"]: term for term in store.terms("instruments")}
    acts = {id_ for id_, term in instruments.items() if _names_act(term, query)}
    found = []
    for id_, act, main in store.with_provision(key):
        if acts and act not in acts:
            continue
        score = STANDS_ON_PROVISION if main else NAMES_PROVISION
        found.append(
            (id_, score + (ACT_AGREES if acts else 0.0), f"{instruments[act]['label']} {words}")
        )
    return found  # fmt: skip


def _names_act(term: dict[str, Any], query: str) -> bool:
    padded = f" {name_key(query)} "
    names = (term["label"], *term.get("synonyms", ()))
    return any(f" {name_key(name)} " in padded for name in names)


def _by_text(store: Store, query: str) -> list[Hit]:
    """Return full-text hits: those with every word, then, at half score, those with some."""
    words = words_of(query)
    if not words:
        return []
    quoted = [f'"{word}"*' if len(word) > 3 else f'"{word}"' for word in words]
    every = store.matching(" AND ".join(quoted), WEIGHTS)
    if len(words) == 1 or len(every) >= MOST_RESULTS:
        return every
    have = {hit.id for hit in every}
    some = store.matching(" OR ".join(quoted), WEIGHTS)
    return every + [hit._replace(score=hit.score / 2) for hit in some if hit.id not in have]

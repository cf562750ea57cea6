"""Ranked search: full-text candidates, names, and statute references, each saying why it matched.

The score of a measure is a sum, simple enough to be written a second time for the offline page:

- text: for each word of the query, the weight of the best column that holds it times the rarity of
  the word, log(1 + measures / measures with it); then times the share of words found;
- phrase: the weight of the best column that holds the whole query as typed, times PHRASE;
- name: the query is one of its names, or holds one;
- law: the query cites a provision that it stands on or names.
"""

import re
from math import log
from typing import Any, NamedTuple

from disruptref.provision import loose
from disruptref.store import Hit, Store, name_key

WEIGHTS = {
    "name": 8.0,
    "alias": 8.0,
    "asked": 7.0,
    "summary": 5.0,
    "setting": 3.0,
    "law": 2.0,
    "body": 1.0,
}
PHRASE = 3.0
NAME_IS_QUERY, QUERY_HOLDS_NAME = 60.0, 25.0
STANDS_ON_PROVISION, NAMES_PROVISION, ACT_AGREES = 50.0, 20.0, 10.0
CORE_FIRST = 0.5
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
    "asked": "what people ask",
    "summary": "summary",
    "setting": "situation or context",
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
    for id_, score, reason in _by_text(store, rest):
        add(id_, score, reason)
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


def _by_text(store: Store, query: str) -> list[tuple[str, float, str]]:
    """Score measures by the words of the query, and by the query as a phrase."""
    words = words_of(query)
    total = store.meta("measures") or 0
    scores: dict[str, float] = {}
    found: dict[str, int] = {}
    where: dict[str, set[str]] = {}
    for word in words:
        hits = store.matching(f'"{word}"*' if len(word) > 3 else f'"{word}"')
        rarity = log(1 + total / len(hits)) if hits else 0.0
        for hit in hits:
            scores[hit.id] = scores.get(hit.id, 0.0) + _best(hit) * rarity
            found[hit.id] = found.get(hit.id, 0) + 1
            where.setdefault(hit.id, set()).update(hit.columns)
    for id_ in scores:
        scores[id_] *= found[id_] / len(words)
    phrase = " ".join(_WORD.findall(query))
    if len(words) > 1:
        for hit in store.matching(f'"{phrase}"'):
            scores[hit.id] = scores.get(hit.id, 0.0) + _best(hit) * PHRASE
            where.setdefault(hit.id, set()).update(hit.columns)
    return [
        (id_, score, f"words in {', '.join(_REASONS[c] for c in WEIGHTS if c in where[id_])}")
        for id_, score in scores.items()
    ]


def _best(hit: Hit) -> float:
    return max((WEIGHTS[column] for column in hit.columns), default=0.0)

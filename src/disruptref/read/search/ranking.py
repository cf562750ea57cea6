"""Ranked search: candidates from the index, one sum for each, and why it matched.

The score of a measure is a sum, simple enough to be written a second time for the offline page:

- text: for each word of the query, the weight of the best column that holds it and OTHERS of the
  weights of the rest, times the rarity of the word, log(1 + measures / measures with it), where
  one that holds it only in its text counts as TEXT_ONLY of a measure; then times the root of the
  share of words found. A word nobody wrote is read as the nearest one, at MENDED of its worth;
- neighbours: the same for each two words side by side, times PAIR;
- phrase: the weight of the columns that hold the whole query as typed, times PHRASE;
- name: the query is one of its names, or holds one;
- glossary: the query holds an old name or abbreviation (or what it stands for) that leads to it:
  LEADS_TO for the first measure that the sense names, less for each after;
- situation: the query holds a phrase for an obstacle or thing that it answers: ANSWERS times the
  rarity of the situation;
- law: the query cites a provision that it stands on, reads or names, and more if it names the Act;
  neither the provision nor the Act's name is then read as text.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import log, sqrt
from typing import Any, NamedTuple

from disruptref.folding import name_key, words
from disruptref.read.nation import label_of
from disruptref.read.search.spelling import mended
from disruptref.read.search.statutes import Cited
from disruptref.store import Hit, Store

WEIGHTS = {
    "name": 8.0,
    "alias": 8.0,
    "asked": 7.0,
    "summary": 5.0,
    "setting": 5.0,
    "law": 2.0,
    "body": 1.0,
}
PHRASE, PAIR, OTHERS, MENDED, TEXT_ONLY = 3.0, 1.0, 0.5, 0.8, 0.5
NAME_IS_QUERY, QUERY_HOLDS_NAME = 60.0, 25.0
LEADS_TO, ANSWERS = 20.0, 6.0
CORE_FIRST = 0.5
_STOP_WORDS = """
a about again all also an and any are as at be been but by can could did do does else for from get
give go going got had has have he hed hes her hers him his how i if im in into is it its just may me
might must my need new no not now of off on one only or our out over she shes should so some still
than that thats the their them then there theres they theyre this those to too up us want was we
were what when where which while who whos will with wont would you your
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
    """A measure found: score (larger is better), why, in words, and whether the query named it."""

    id: str
    score: float
    matched: tuple[str, ...]
    named: bool = False


Scored = tuple[str, float, str]


def search(store: Store, query: str, nations: Iterable[str] = ()) -> list[Match]:
    """Return the measures that match, best first; one quoted argument or several words alike.

    Args:
        store: the open index.
        query: what was typed.
        nations: the nations asked, whose senses of an abbreviation count; none means all.
    """
    scores: dict[str, float] = {}
    reasons: dict[str, list[str]] = {}

    def add(found: Iterable[Scored]) -> None:
        for id_, score, reason in found:
            scores[id_] = scores.get(id_, 0.0) + score
            if reason not in reasons.setdefault(id_, []):
                reasons[id_].append(reason)

    by_name = list(_by_name(store, query))
    add(by_name)
    add(_by_glossary(store, query, set(nations)))
    add(_by_situation(store, query))
    cited = Cited(store, query)
    add(cited.scores())
    add(_by_text(store, cited.rest()))
    for id_ in store.core() & scores.keys():
        scores[id_] += CORE_FIRST
    ranked = sorted(scores, key=lambda id_: (-scores[id_], id_))
    named = {id_ for id_, *_ in by_name}
    return [Match(id_, round(scores[id_], 3), tuple(reasons[id_]), id_ in named) for id_ in ranked]


def ambiguous(store: Store, query: str) -> Iterator[str]:
    """Yield the senses of each abbreviation in a query that has several, each as a sentence."""
    senses: dict[str, dict[str, dict[str, Any]]] = {}
    for said, id_ in store.phrases_in("glossary", name_key(query)):
        sense = store.term("glossary", id_)
        if sense["label"].isupper() and said == name_key(sense["label"]):
            senses.setdefault(sense["label"], {})[id_] = sense
    for label, found in senses.items():
        if len(found) > 1:
            meanings = "; ".join(
                f"{one.get('stands_for') or one['definition'].rstrip('.')}"
                + (f" ({label_of(one['jurisdictions'])})" if one["jurisdictions"] else "")
                for one in found.values()
            )
            yield f"'{label}' has several senses: {meanings}."


def readings(store: Store, query: str) -> Iterator[str]:
    """Say of each word that nobody wrote here what it was read as."""
    for word in words_of(query):
        if instead := mended(store, word):
            yield f"'{word}' is not known here; read as '{instead}'."


def words_of(query: str) -> list[str]:
    """Return the words of a query that carry meaning, lower case, each once, in order."""
    every = list(dict.fromkeys(words(query)))
    return [word for word in every if word not in _STOP] or every


def _by_name(store: Store, query: str) -> Iterator[Scored]:
    """Score measures whose name, alias or former name is the query or stands in it."""
    asked = name_key(query)
    for name, id_ in store.names_in(asked):
        worth = NAME_IS_QUERY if name == asked else QUERY_HOLDS_NAME
        yield id_, worth, f"called '{name}'"


def _by_glossary(store: Store, query: str, nations: set[str]) -> Iterator[Scored]:
    """Score measures to which an old name, an abbreviation or its long form leads."""
    told: set[str] = set()
    for said, id_ in store.phrases_in("glossary", name_key(query)):
        sense = store.term("glossary", id_)
        elsewhere = nations and sense["jurisdictions"] and not nations & set(sense["jurisdictions"])
        small = said in _STOP and name_key(query) != said and said.upper() not in query.split()
        if id_ in told or elsewhere or small:
            continue
        told.add(id_)
        means = sense.get("stands_for") or sense["definition"].rstrip(".")
        for place, see in enumerate(sense["see"], 1):
            yield see, LEADS_TO / place, f"'{said}' leads to it ({means})"


def _by_situation(store: Store, query: str) -> Iterator[Scored]:
    """Score measures that answer an obstacle or an ordinary thing which the query names."""
    named = dict.fromkeys(id_ for _, id_ in store.phrases_in("situations", name_key(query)))
    for situation in named:
        label = store.term("situations", situation)["label"]
        answering = store.with_situation(situation)
        rarity = log(1 + _measures(store) / len(answering)) if answering else 0.0
        for id_ in answering:
            yield id_, ANSWERS * rarity, f"answers '{label}'"


def _by_text(store: Store, query: str) -> Iterator[Scored]:
    """Score measures by the words of the query, by neighbours, and by the query as a phrase."""
    typed, every = words_of(query), words(query)
    scores: dict[str, float] = {}
    found: dict[str, int] = {}
    where: dict[str, set[str]] = {}

    def add(expression: str, worth: float, *, rare: bool = True) -> list[str]:
        hits = store.matching(expression)
        held = sum(TEXT_ONLY if hit.columns == ("body",) else 1.0 for hit in hits)
        rarity = log(1 + _measures(store) / held) if hits and rare else 1.0
        for hit in hits:
            scores[hit.id] = scores.get(hit.id, 0.0) + _worth(hit) * rarity * worth
            where.setdefault(hit.id, set()).update(hit.columns)
        return [hit.id for hit in hits]

    for word in typed:
        instead = mended(store, word)
        for id_ in add(_word(instead or word), MENDED if instead else 1.0):
            found[id_] = found.get(id_, 0) + 1
    for id_ in scores:
        scores[id_] *= sqrt(found[id_] / len(typed))
    for first, second in pairwise(every):
        if not {first, second} <= _STOP:
            add(f'"{first} {second}"', PAIR)
    if len(typed) > 1:
        add(f'"{" ".join(every)}"', PHRASE, rare=False)
    for id_, score in scores.items():
        columns = ", ".join(_REASONS[column] for column in WEIGHTS if column in where[id_])
        yield id_, score, f"words in {columns}"


def _word(word: str) -> str:
    """Return the full-text expression for a word: longer words may go on."""
    return f'"{word}"*' if len(word) > 3 else f'"{word}"'


def _worth(hit: Hit) -> float:
    """Return the weight of the best column that matched, and a share of the others'."""
    best, *others = sorted((WEIGHTS[column] for column in hit.columns), reverse=True)
    return best + OTHERS * sum(others)


def _measures(store: Store) -> int:
    return int(store.meta("measures") or 0)

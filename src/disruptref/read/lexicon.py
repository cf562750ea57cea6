"""Words for ids and ids for words: vocabulary terms, closed values and measures."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from disruptref.folding import name_key
from disruptref.provision import loose
from disruptref.read.nation import label_of
from disruptref.read.refusals import unknown_value
from disruptref.read.search.statutes import Cited
from disruptref.store import Store

_DERIVED_RELATIONS = {"escalates-from": "Escalates from", "supersedes": "Supersedes"}


_NATION = re.compile(r"\b(?:england|wales|scotland|northern ireland)\b")
_AN_ACT = re.compile(r"\b(?:act|order|regulations)\b", re.IGNORECASE)


class Lexicon:
    """Looks up each vocabulary once per question."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._terms: dict[str, list[dict[str, Any]]] = {}
        self._labels: dict[str, dict[str, str]] = {}

    def terms(self, vocabulary: str) -> list[dict[str, Any]]:
        """Return the terms of a vocabulary, in its own order."""
        if vocabulary not in self._terms:
            self._terms[vocabulary] = self._store.terms(vocabulary)
        return self._terms[vocabulary]

    def labels(self, vocabulary: str) -> dict[str, str]:
        """Return id → label of a whole vocabulary."""
        if vocabulary not in self._labels:
            terms = self.terms(vocabulary)
            self._labels[vocabulary] = {term["id"]: term["label"] for term in terms}
        return self._labels[vocabulary]

    def label(self, vocabulary: str, id_: str) -> str:
        """Return the label of a term, or its id where the vocabulary has none."""
        return self.labels(vocabulary).get(id_, id_)

    def word(self, kind: str, value: str | None) -> str:
        """Return the words for a closed value, such as `need` and `helps`; none for none."""
        return self.label(f"value:{kind}", value) if value else ""

    def broadest(self, agency: str) -> str:
        """Return the label of the broadest agency that an agency belongs to."""
        broader = {term["id"]: term.get("broader") for term in self.terms("agencies")}
        while parent := broader.get(agency):
            agency = parent
        return self.label("agencies", agency)

    def measure(self, id_: str) -> str:
        """Return the name of a measure with its id, or say that it is not yet written."""
        cards = self._store.cards([id_])
        if not cards:
            return _unwritten(id_)
        return f"{cards[0]['name']} ({label_of(cards[0]['jurisdictions'])}; {id_})"

    def short_name(self, id_: str) -> str:
        """Return the name of a measure, or the words of its id where it is not yet written."""
        cards = self._store.cards([id_])
        return str(cards[0]["name"]) if cards else _unwritten(id_)

    def short_context(self, id_: str) -> str:
        """Return a context without the words that all of them share."""
        name = self.label("contexts", id_).removeprefix("Child sexual abuse ")
        return f"{name[:1].upper()}{name[1:]}"

    def relation(self, kind: str) -> str:
        """Return the words for how measures are tied, the derived inverses included."""
        return _DERIVED_RELATIONS.get(kind) or self.word("relation", kind)

    def ladder(self) -> list[str]:
        """Return the strengths of evidence that a search can end in, weakest first."""
        strengths = list(self.labels("value:strength"))
        return strengths[strengths.index("none-found") :]

    def find(self, vocabulary: str, option: str, given: str, see: str = "") -> str:
        """Return the id of a term given by id, label or synonym.

        Raises:
            UsageError: for an unknown term, with the nearest.
        """
        key = name_key(given)
        ids: dict[str, str] = {}
        for term in self.terms(vocabulary):
            names = (term["id"], term["label"], *term.get("synonyms", ()))
            if key in map(name_key, names):
                return str(term["id"])
            ids.update(dict.fromkeys(names, term["id"]))
        raise unknown_value(option, given, ids, see or vocabulary)

    def senses(self, given: str) -> list[str]:
        """Return the ids of every sense of a word or abbreviation.

        Raises:
            UsageError: for an unknown word, with the nearest.
        """
        found = [term["id"] for term in self._senses(given)]
        if found:
            return found
        known = [
            word.lower()
            for term in self.terms("glossary")
            for word in (term["label"], *term["synonyms"])
        ]
        raise unknown_value("glossary", given, known, "glossary")

    def sense_sentences(self, given: str, inside: Iterable[str] = ()) -> Iterator[str]:
        """Yield a sentence for each sense of a word, or for those it has inside some nations."""
        for term in self._senses(given):
            stands_for = term.get("stands_for") or term["definition"].rstrip(".")
            nations = term["jurisdictions"]
            if inside and not set(nations) & set(inside):
                continue
            where = f" in {label_of(nations)}" if nations else ""
            see = "; ".join(self.measure(id_) for id_ in term["see"])
            yield f"'{term['label']}'{where}: {stands_for}{f'. See {see}' if see else ''}."

    def _senses(self, given: str) -> list[dict[str, Any]]:
        key = name_key(given)
        return [
            term
            for term in self.terms("glossary")
            if key
            and key in map(name_key, (term["label"], *term["synonyms"], term.get("stands_for", "")))
        ]

    def offences(self, given: str) -> list[str]:
        """Return the ids of the offences given by id, label, synonym or section.

        Raises:
            UsageError: for an unknown offence, with the nearest.
        """
        cited = Cited(self._store, given)
        acts, keys = tuple(cited.acts.values()), {key for key, _ in cited.provisions}
        if not acts and _AN_ACT.search(given):
            keys = set()  # an Act that nothing here cites
        by_section = [
            term["id"]
            for term in self.terms("offences")
            if keys & set(term.get("provisions", ())) and (not acts or _under(term, acts, keys))
        ]
        return by_section or [self.find("offences", "--offence", given)]


def _unwritten(id_: str) -> str:
    """Return the words of the id of a measure that is not yet written, nations named as such."""
    name = id_.replace("-", " ").capitalize()
    return f"{_NATION.sub(lambda found: found[0].title(), name)} (not yet written)"


def _under(term: dict[str, Any], acts: tuple[str, ...], keys: set[str]) -> bool:
    """Say whether an offence stands in one of the Acts at one of the provisions."""
    return any(
        link["text"].startswith(acts) and keys & {key for key, _ in loose(link["text"])}
        for link in term["links"]
    )

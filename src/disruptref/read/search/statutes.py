"""Statute references in a query: which provision, of which Act, and which measures rest on it."""

import re
from collections.abc import Iterator

from disruptref.folding import name_key
from disruptref.provision import loose
from disruptref.store import Store

BY_CLOSENESS = (20.0, 30.0, 50.0)  # names it, reads it, stands on it
ACT_AGREES = 10.0
_NUMBER = r"(?!(?:18|19|20)\d\d\b)(?P<number>\d+(?:[a-z]{1,3}\d{0,2})?)\b"


class Cited:
    """What a query cites: its provisions as (search key, words typed), and the Acts it names."""

    def __init__(self, store: Store, query: str) -> None:
        self._store = store
        self._query = query
        self.provisions = loose(query)
        self.acts: dict[str, str] = {}
        self._names: list[str] = []
        if not any(character.isdigit() for character in query):
            return
        asked = name_key(query)
        named = store.phrases_in("instruments", asked)
        for name, id_ in named:
            if any(name != other and name in other for other, _ in named):
                continue  # part of the longer name of another Act
            self.acts[id_] = store.term("instruments", id_)["label"]
            self._names.append(name)
            self.provisions += _beside(f" {asked} ", name, self.provisions)

    def rest(self) -> str:
        """Return the query without what it cites, so that an Act's name is not read as prose."""
        rest = self._query
        for _, typed in self.provisions:
            rest = rest.replace(typed, " ")
        for name in self._names if self.provisions else []:
            rest = f" {name_key(rest)} ".replace(f" {name} ", " ")
        return rest

    def scores(self) -> Iterator[tuple[str, float, str]]:
        """Yield (id, score, reason) of each measure; an Act that is named rules others out."""
        if not self.provisions:
            return
        labels = dict(self.acts)
        for key, typed in dict.fromkeys(self.provisions):
            for id_, act, closeness in self._store.with_provision(key):
                if self.acts and act not in self.acts:
                    continue
                if act not in labels:
                    labels[act] = self._store.term("instruments", act)["label"]
                score = BY_CLOSENESS[closeness] + (ACT_AGREES if self.acts else 0.0)
                yield id_, score, f"{labels[act]} {typed}"


def _beside(asked: str, name: str, known: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Find a bare number beside an Act's name, such as `soa 103A`; a year is not a section."""
    held = {key for key, _ in known}
    found = []
    for pattern in (
        rf"\b{re.escape(name)} {_NUMBER}",
        rf"\b{_NUMBER} (?:of the )?{re.escape(name)}\b",
    ):
        for match in re.finditer(pattern, asked):
            key = f"section {match['number'].upper()}"
            if key not in held:
                found.append((key, f"s {match['number'].upper()}"))
    return found

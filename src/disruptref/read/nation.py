"""Which nation's law a question is about."""

import os
from typing import NamedTuple

from disruptref.folding import value_key
from disruptref.read.refusals import unknown_value
from disruptref.store import Store

DEFAULT = "england-wales"
VARIABLE = "DISRUPTREF_JURISDICTION"
COVERS = {
    "england-wales": ("england", "wales"),
    "uk": ("england", "wales", "scotland", "northern-ireland"),
    "england": ("england",),
    "wales": ("wales",),
    "scotland": ("scotland",),
    "northern-ireland": ("northern-ireland",),
}
LABELS = {
    "england-wales": "England and Wales",
    "uk": "the United Kingdom",
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    "northern-ireland": "Northern Ireland",
}


class Asked(NamedTuple):
    """The nations asked for, their name in words, and where the choice came from."""

    nations: tuple[str, ...]
    label: str
    why: str

    @property
    def sentence(self) -> str:
        """Return the line that tells a reader which law answers."""
        return f"Law of {self.label} ({self.why})."


def asked(store: Store, options: tuple[str, ...], query: str = "") -> Asked:
    """Settle the nations: the option, else words of the query, the environment, the default."""
    if options:
        return _of(options, "--jurisdiction")
    if named := _named_in(store, query):
        return _of((named,), "named in the query")
    if variable := os.environ.get(VARIABLE):
        return _of((variable,), VARIABLE)
    return _of((DEFAULT,), "the default; --jurisdiction for another")


def covered(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the nations that some words cover; none means the default.

    Raises:
        UsageError: for an unknown word, with the nearest.
    """
    return _of(words or (DEFAULT,), "").nations


def label_of(nations: list[str]) -> str:
    """Return the words for the nations of a measure."""
    for word, covered in COVERS.items():
        if set(covered) == set(nations):
            return LABELS[word].removeprefix("the ")
    return ", ".join(LABELS[nation] for nation in nations)


def _of(typed: tuple[str, ...], why: str) -> Asked:
    words = tuple(value_key(word) for word in typed)
    for word in words:
        if word not in COVERS:
            option = VARIABLE if why == VARIABLE else "--jurisdiction"
            raise unknown_value(option, word, list(COVERS), "list --help")
    nations = dict.fromkeys(nation for word in words for nation in COVERS[word])
    return Asked(tuple(nations), " and ".join(LABELS[word] for word in words), why)


def _named_in(store: Store, query: str) -> str | None:
    """Return the nation that a query names or whose bodies it names, if only one."""
    padded = f" {' '.join(query.lower().replace(',', ' ').replace('?', ' ').split())} "
    if padded.isspace():
        return None
    found = {
        term["id"]
        for term in store.terms("nations")
        for word in (term["label"], *term.get("synonyms", ()))
        if f" {word.lower()} " in padded
    }
    return found.pop() if len(found) == 1 else None

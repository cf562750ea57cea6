"""What to say when nothing was found: silence is never an answer."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from disruptref.folding import name_key
from disruptref.read.filters import Filters, select
from disruptref.read.lexicon import Lexicon
from disruptref.read.nation import Asked
from disruptref.store import Store

ASK_FOR_MORE = (
    "A measure that should be here and is not: see 'Add or correct a measure' in the README."
)
_NARROWING = (
    "context", "offence", "family", "approach", "purpose", "target", "agency", "status",
    "evidence", "no_conviction", "no_complaint", "within",
)  # fmt: skip
_NEAR = 3


def hiding(
    store: Store, filters: Filters, nations: Asked, day: str, among: Iterable[str] = ()
) -> Iterator[str]:
    """Say which filter removed the most, by asking again without each in turn.

    Args:
        store: the open index.
        filters: what was asked.
        nations: the nations asked.
        day: the day of the law (ISO).
        among: ids that matched a search; none means all measures.
    """
    matched = set(among)
    found = []
    for name in _NARROWING:
        if getattr(filters, name):
            fewer = filters._replace(**{name: Filters._field_defaults[name]})
            if name == "context" and fewer.evidence:
                fewer = fewer._replace(evidence=None)
            ids = {one.card["id"] for one in select(store, fewer, nations, day).found}
            count = len(ids & matched if matched else ids)
            if count:
                found.append((count, f"--{name.replace('_', '-')}"))
    if found:
        count, option = max(found)
        yield f"Without {option}: {count} measure{'s' if count > 1 else ''}."


def unwritten(store: Store, query: str, nations: Asked) -> Iterator[str]:
    """Say what a whole query means in the nations asked where no measure it names is written."""
    asked, written = name_key(query), store.ids()
    whole = (id_ for said, id_ in store.phrases_in("glossary", asked) if said == asked)
    senses = [store.term("glossary", id_) for id_ in whole]
    here = [one for one in senses if not one["jurisdictions"] or _meets(one, nations)]
    if here and not written.intersection(see for one in here for see in one["see"]):
        yield from Lexicon(store).sense_sentences(query, nations.nations)


def _meets(sense: dict[str, Any], nations: Asked) -> bool:
    return bool(set(sense["jurisdictions"]) & set(nations.nations))


def nearest(store: Store, query: str) -> Iterator[str]:
    """Name the words nearest to a query: names, glossary and situations."""
    terms = Lexicon(store)
    known = {name: f"`disruptref show {id_}`" for name, id_ in store.names()}
    for vocabulary in ("glossary", "situations"):
        for term in terms.terms(vocabulary):
            for word in (term["label"], *term["synonyms"]):
                known.setdefault(name_key(word), f"`disruptref {vocabulary} {term['id']}`")
    near = get_close_matches(name_key(query), list(known), n=_NEAR, cutoff=0.5)
    if near:
        yield f"Nearest: {'; '.join(f'{name} ({known[name]})' for name in near)}."
    yield ASK_FOR_MORE

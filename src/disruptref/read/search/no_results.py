"""What to say when nothing was found: silence is never an answer."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

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

"""House style: child-centred words, whole sentences, and stamps that tell the truth."""

import re
from collections.abc import Iterator

from disruptref.build.catalogue import Catalogue, Entry, Placed
from disruptref.build.evidence import EvidenceEntry
from disruptref.build.law import Reading
from disruptref.build.problems import Problem
from disruptref.build.text import Part
from disruptref.build.walk import Path, parts, texts

_SLIPS = (
    (re.compile(r"  +"), "two spaces together; write one"),
    (re.compile(r"^\s|\s$"), "a space at the start or end; delete it"),
    (re.compile(r"!"), "an exclamation mark; delete it"),
    (re.compile(r"\b(?:e\.g|i\.e|etc)\b\.?"), "write 'such as' or 'that is', and no 'etc.'"),
    (re.compile(r"\b\d{1,2}(?:st|nd|rd|th) (?:January|February|March|April|May|June|July|August"
                r"|September|October|November|December)\b"), "write dates as 29 June 2026"),
    (re.compile(r"[\u201c\u201d\u2018]"), "write straight quotation marks"),
)  # fmt: skip
_ANY_SLIP = re.compile(r"  |^\s|\s$|[!\u201c\u201d\u2018]|e\.g|i\.e|etc|\d(?:st|nd|rd|th) ")
_SENTENCES = frozenset({"summary", "text", "how", "why", "says", "existing_orders"})
_FRAGMENTS = frozenset({"lasts_until", "extension"})
_NOT_PROSE = frozenset({"cite", "url", "search_only"})
_ACTOR_KEYS = frozenset({"applicants", "issued_by", "consult"})


def check(entry: Entry, catalogue: Catalogue) -> Iterator[Problem]:
    """Check the words and the stamps of one record."""
    measure, document = entry.measure, entry.document
    wording = _Wording(catalogue)
    for path, part in entry.parts:
        for place, text in texts(path, part):
            if _NOT_PROSE.isdisjoint(place):
                for code, message in wording.faults(place, text):
                    yield document.problem(code, place, message)
        for key in ("read_on", "rated_on"):
            day = getattr(part, key, None) if isinstance(part, Reading | EvidenceEntry) else None
            if day and day > measure.changed:
                message = f"{day} is after 'changed' {measure.changed}; set 'changed' to match"
                yield document.problem("S003", (*path, key), message)


def check_registers(catalogue: Catalogue) -> Iterator[Problem]:
    """Check the words of the vocabularies; `wording` itself and titles are exempt."""
    wording = _Wording(catalogue)
    placed_terms: list[Placed] = [
        placed
        for name, terms in catalogue.terms.items()
        if name not in ("wording", "instruments")
        for placed in terms.values()
    ]
    for placed in placed_terms:
        term: Part = placed.item
        for path, part in parts(term):
            for place, text in texts(path, part):
                if "synonyms" not in place and _NOT_PROSE.isdisjoint(place):
                    for code, message in wording.faults(place, text):
                        yield placed.document.problem(code, (*placed.path, *place), message)


class _Wording:
    """The words to avoid, with what to write instead."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._avoid = [
            (word.lower(), term.definition)
            for term in catalogue.vocabulary("wording").values()
            for word in (term.label, *term.synonyms)
        ]

    def faults(self, path: Path, text: str) -> Iterator[tuple[str, str]]:
        """Yield code and advice for each fault of one text."""
        lower = text.lower()
        for word, instead in self._avoid:
            # The quick test first: whole words are looked for only where the letters are there.
            if word in lower and re.search(rf"\b{re.escape(word)}\b", lower):
                yield "S001", f"'{word}': {instead}"
        if _ANY_SLIP.search(text):
            for pattern, advice in _SLIPS:
                if pattern.search(text):
                    yield "S002", advice
        if path[-1] in _FRAGMENTS and (text[0].isupper() or text.endswith(".")):
            yield "S002", "it stands inside a sentence; begin small and end without a full stop"
        fragment = not _ACTOR_KEYS.isdisjoint(path)
        if path[-1] in _SENTENCES and not fragment and not text.endswith((".", "?")):
            yield "S002", "a sentence ends with a full stop"

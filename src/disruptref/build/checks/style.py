"""House style: child-centred words, whole sentences, and stamps that tell the truth."""

import re
from collections.abc import Iterator

from disruptref.build.catalogue import Catalogue, Entry, Placed
from disruptref.build.checks.walk import Path, parts, texts
from disruptref.build.evidence import EvidenceEntry
from disruptref.build.law import Reading
from disruptref.build.problems import Problem
from disruptref.build.text import Part

_SLIPS = (
    (re.compile(r"  +"), "two spaces together; write one"),
    (re.compile(r"^\s|\s$"), "a space at the start or end; delete it"),
    (re.compile(r"!"), "an exclamation mark; delete it"),
    (re.compile(r"\b(?:e\.g|i\.e|etc)\b\.?"), "write 'such as' or 'that is', and no 'etc.'"),
    (re.compile(r"\b\d{1,2}(?:st|nd|rd|th) (?:January|February|March|April|May|June|July|August"
                r"|September|October|November|December)\b"), "write dates as 29 June 2026"),
    (re.compile(r"[\u201c\u201d\u2018]"), "write straight quotation marks"),
)  # fmt: skip
_SENTENCES = frozenset({"summary", "text", "how", "why", "says", "existing_orders"})
_NOT_PROSE = frozenset({"cite", "url", "search_only"})
_ACTOR_KEYS = frozenset({"applicants", "issued_by", "consult"})


def check(entry: Entry, catalogue: Catalogue) -> Iterator[Problem]:
    """Check the words and the stamps of one record."""
    measure, document = entry
    avoid = _wording(catalogue)
    for path, text in texts(measure):
        if _NOT_PROSE.isdisjoint(path):
            for code, message in _faults(path, text, avoid):
                yield document.problem(code, path, message)
    for path, part in parts(measure):
        for key in ("read_on", "rated_on"):
            day = getattr(part, key, None) if isinstance(part, Reading | EvidenceEntry) else None
            if day and day > measure.changed:
                message = f"{day} is after 'changed' {measure.changed}; set 'changed' to match"
                yield document.problem("S003", (*path, key), message)


def check_registers(catalogue: Catalogue) -> Iterator[Problem]:
    """Check the words of the vocabularies; `wording` itself and titles are exempt."""
    avoid = _wording(catalogue)
    placed_terms: list[Placed] = [
        placed
        for name, terms in catalogue.terms.items()
        if name not in ("wording", "instruments")
        for placed in terms.values()
    ]
    for placed in placed_terms:
        part: Part = placed.item
        for path, text in texts(part):
            if "synonyms" not in path and _NOT_PROSE.isdisjoint(path):
                for code, message in _faults(path, text, avoid):
                    yield placed.document.problem(code, (*placed.path, *path), message)


def _wording(catalogue: Catalogue) -> list[tuple[re.Pattern[str], str]]:
    """Compile the words to avoid, with what to write instead."""
    found = []
    for term in catalogue.vocabulary("wording").values():
        words = "|".join(re.escape(word) for word in (term.label, *term.synonyms))
        found.append((re.compile(rf"\b(?:{words})\b", re.IGNORECASE), term.definition))
    return found


def _faults(
    path: Path, text: str, avoid: list[tuple[re.Pattern[str], str]]
) -> Iterator[tuple[str, str]]:
    for pattern, instead in avoid:
        if match := pattern.search(text):
            yield "S001", f"'{match[0]}': {instead}"
    for pattern, advice in _SLIPS:
        if pattern.search(text):
            yield "S002", advice
    fragment = not _ACTOR_KEYS.isdisjoint(path)
    if path[-1] in _SENTENCES and not fragment and not text.endswith((".", "?")):
        yield "S002", "a sentence ends with a full stop"

"""House style: child-centred words, whole sentences, and stamps that tell the truth."""

import re
from collections.abc import Iterator

from disruptref.build.catalogue import Catalogue, Entry
from disruptref.build.problems import Problem
from disruptref.build.walk import fields_among, parts, texts
from disruptref.build.yamlio import Place

_SLIPS = (
    (re.compile(r"  +"), "two spaces together; write one"),
    (re.compile(r"^[ \t]|[ \t]$", re.MULTILINE), "a space at the start or end; delete it"),
    (re.compile(r"!"), "an exclamation mark; delete it"),
    (re.compile(r"\b(?:e\.g|i\.e|etc)\b\.?"), "write 'such as' or 'that is', and no 'etc.'"),
    (re.compile(r"\b\d{1,2}(?:st|nd|rd|th) (?:January|February|March|April|May|June|July|August"
                r"|September|October|November|December)\b"), "write dates as 29 June 2026"),
    (re.compile(r"[\u201c\u201d\u2018]"), "write straight quotation marks"),
    (re.compile(r"[\u0250-\u1fff\u2e80-\uffff]"), "write Latin letters: the PDF has no others"),
)  # fmt: skip
_SENTENCES = frozenset({"summary", "text", "how", "why", "says", "existing_orders"})
_FRAGMENTS = frozenset({"lasts_until", "extension"})
_NOT_PROSE = frozenset(
    {"cite", "conviction_cite", "standard_of_proof_cite", "maximum_cite", "legal_basis"}
    | {"id", "offence", "url", "search_only"}
)
_ACTOR_KEYS = frozenset({"applicants", "issued_by", "consult"})


def check(entry: Entry, catalogue: Catalogue) -> Iterator[Problem]:
    """Check the words and the stamps of one record."""
    measure, document = entry.measure, entry.document
    prose = [
        (place, text)
        for path, part in entry.parts
        for place, text in texts(path, part)
        if _NOT_PROSE.isdisjoint(place)
    ]
    for place, code, message in _faults(prose, catalogue):
        yield document.problem(code, place, message)
    for path, part in entry.parts:
        for key in fields_among(type(part), ("read_on", "rated_on")):
            day = getattr(part, key)
            if day and day > measure.changed:
                message = f"{day} is after 'changed' {measure.changed}; set 'changed' to match"
                yield document.problem("S003", (*path, key), message)


def check_registers(catalogue: Catalogue) -> Iterator[Problem]:
    """Check the words of the vocabularies; `wording` itself and titles are exempt."""
    for name, terms in catalogue.terms.items():
        if name in ("wording", "instruments"):
            continue
        prose = [
            ((*placed.path, *place), text)
            for placed in terms.values()
            for path, part in parts(placed.item)
            for place, text in texts(path, part)
            if "synonyms" not in place and _NOT_PROSE.isdisjoint(place)
        ]
        document = next(iter(terms.values())).document if terms else None
        for place, code, message in _faults(prose, catalogue):
            if document:
                yield document.problem(code, place, message)


def _faults(
    prose: list[tuple[Place, str]], catalogue: Catalogue
) -> Iterator[tuple[Place, str, str]]:
    """Yield place, code and advice for each fault of some texts.

    Faults are rare: what none of the texts holds is found out once for all of them together.
    """
    together = "\n".join(text for _, text in prose)
    avoid = _words_to_avoid(catalogue, together.lower())
    slips = [(pattern, advice) for pattern, advice in _SLIPS if pattern.search(together)]
    for place, text in prose:
        for pattern, instead in avoid:
            if found := pattern.search(text):
                yield place, "S001", f"'{found[0].lower()}': {instead}"
        for pattern, advice in slips:
            if pattern.search(text):
                yield place, "S002", advice
        key = place[-1]
        if key in _FRAGMENTS and (text[0].isupper() or text.endswith(".")):
            advice = "it stands inside a sentence; begin small and end without a full stop"
            yield place, "S002", advice
        if key in _SENTENCES and not text.endswith((".", "?")) and _ACTOR_KEYS.isdisjoint(place):
            yield place, "S002", "a sentence ends with a full stop"


def _words_to_avoid(catalogue: Catalogue, lower: str) -> list[tuple[re.Pattern[str], str]]:
    """Return the words of `wording` that some lower-case text holds, with what to write instead."""
    return [
        (re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE), term.definition)
        for term in catalogue.vocabulary("wording").values()
        for word in (term.label, *term.synonyms)
        if word.lower() in lower
    ]

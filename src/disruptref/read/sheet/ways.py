"""What is said of the ways to a measure, each thing once: of all of them, or of those it names."""

from collections.abc import Callable, Iterator

from disruptref.read.lexicon import Lexicon
from disruptref.read.sheet.numbering import Record

NOT_RECORDED = "Not recorded"


def applicants(route: Record, words: Lexicon) -> str:
    """Name who can ask for it or start it."""
    named = (words.label("agencies", one["agency"]) for one in route["applicants"])
    return ", ".join(dict.fromkeys(named))


def issued_by(route: Record, words: Lexicon) -> str:
    """Name who makes or issues it."""
    issuer = route["issued_by"]
    return words.label("agencies", issuer["agency"]) if issuer else ""


def conviction(route: Record, words: Lexicon) -> str:
    """Say what must have happened in criminal proceedings."""
    return " Or: ".join(words.word("conviction", value) for value in route["conviction"])


def proof(route: Record, words: Lexicon) -> str:
    """Say how sure of the facts the decision-maker must be."""
    return words.word("proof", route["standard_of_proof"])


# What is said of a route: who asks, who decides, what must have happened in court, how sure.
WHO: dict[str, Callable[[Record, Lexicon], str]] = {
    "applicants": applicants,
    "issued_by": issued_by,
    "conviction": conviction,
    "standard_of_proof": proof,
}


def parts(record: Record, *keys: str) -> Iterator[tuple[str, Record]]:
    """Yield each part of the routes once, led by the routes it belongs to unless it is all.

    Where several routes say the same, the part has the cites of them all.

    Args:
        record: the measure, as of a day.
        keys: which parts of a route, such as `test` or `conditions`.
    """
    said: dict[str, list[tuple[str, Record]]] = {}
    for route in record["routes"]:
        for part in (one for key in keys for one in _listed(route[key])):
            said.setdefault(part["text"], []).append((route["name"], part))
    for alike in said.values():
        links = [link for _, part in alike for link in part.get("links") or ()]
        yield _lead(record, [name for name, _ in alike]), alike[0][1] | {"links": links}


def texts(record: Record, say: Callable[[Record], str]) -> Iterator[tuple[str, str]]:
    """Yield each text that `say` makes of a route once, led as `parts` leads."""
    found: dict[str, list[str]] = {}
    for route in record["routes"]:
        if text := say(route):
            found.setdefault(text, []).append(route["name"])
    for text, names in found.items():
        yield _lead(record, names), text


def in_short(record: Record, say: Callable[[Record], str]) -> str:
    """Return what `say` makes of the routes in one text, naming a route only where they differ."""
    said = [f"{lead}: {text.rstrip('.')}." if lead else text for lead, text in texts(record, say)]
    return " ".join(said) or NOT_RECORDED


def _listed(value: Record | list[Record] | None) -> list[Record]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _lead(record: Record, names: list[str]) -> str:
    return "" if len(names) == len(record["routes"]) else ", ".join(names)


def ages(record: Record) -> str:
    """Say which ages the rules set for the subject and the child; nothing where they set none."""
    limits = record["limits"]
    said = []
    if limits["subject_age_min"] is not None:
        said.append(f"subject {limits['subject_age_min']} or over")
    if limits["subject_age_max"] is not None:
        said.append(f"subject {limits['subject_age_max']} or under")
    if limits["child_age_max"] is not None:
        said.append(f"child {limits['child_age_max']} or under")
    return "; ".join(said)

"""The evidence's part of a sheet: strength and direction apart, context by context."""

from collections.abc import Callable, Iterator

from disruptref.read.asof import day_words
from disruptref.read.labels import label
from disruptref.read.lexicon import Lexicon
from disruptref.read.sheet.blocks import Block, Facts, Line
from disruptref.read.sheet.numbering import Numbering, Record

_UNSTUDIED = ("None found", "Not assessed")


def evidence(record: Record, words: Lexicon, numbers: Numbering) -> list[Block]:
    """Say, context by context, how strong the evidence is and, apart from that, what it says."""
    lines = [*_by_context(record, words, numbers), *_elsewhere(record, words, numbers)]
    lines += [harm_signal(record, signal, numbers) for signal in record["harm_signals"]]
    note = record["practice_note"]
    if note:
        consistency = words.word("consistency", note["consistency"])
        who, spread = note["who"].rstrip("."), note["spread"].rstrip(".")
        tells = f" {note['tells']}" if note["tells"] else ""
        text = f"{note['says']} ({who}; {spread}; {consistency}){tells}"
        refs = _studies({"sources": note["sources"]}, record, numbers)
        lines.append(Line(text, label("practice_note"), refs))
    return [Facts(tuple(lines))] if lines else []


def harm_signal(record: Record, signal: Record, numbers: Numbering) -> Line:
    """Return a report of an unwanted effect with its source."""
    title = _source(record, signal["source"])["title"]
    refs = numbers.refs({"links": [{"source": title, "pinpoint": None}]})
    return Line(signal["text"], label("harm_signals"), refs)


def in_short(record: Record, words: Lexicon) -> str:
    """Say in one line how strong the evidence is where; what nobody studied is counted last."""
    found = by_answer(record, words, words.short_context)
    if not found:
        return words.word("strength", "not-assessed")
    if len(found) == 1:
        return f"{next(iter(found))}."
    said = (
        f"{text}: {_number(where) if text in _UNSTUDIED else ', '.join(where)}"
        for text, where in sorted(found.items(), key=lambda item: item[0] in _UNSTUDIED)
    )
    return f"{'. '.join(said)}."


def by_answer(record: Record, words: Lexicon, name: Callable[[str], str]) -> dict[str, list[str]]:
    """Group the contexts, each named by `name`, by strength and direction in words."""
    found: dict[str, list[str]] = {}
    for one in record["evidence"]:
        text = strength_words(one, words)
        if one["direction"] and not one["unknown_because"]:
            text += f", {words.word('direction', one['direction'])}"
        found.setdefault(text, []).append(name(one["context"]))
    return found


def _number(contexts: list[str]) -> str:
    return f"{len(contexts)} context{'' if len(contexts) == 1 else 's'}"


def _by_context(record: Record, words: Lexicon, numbers: Numbering) -> Iterator[Line]:
    """Yield each rating once, with every context of which it says the same."""
    said: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for rating in record["evidence"]:
        key = (_rating(rating, record, words), _studies(rating, record, numbers))
        said.setdefault(key, []).append(words.label("contexts", rating["context"]))
    for (text, refs), contexts in said.items():
        yield Line(text, "; ".join(contexts), refs)


def _elsewhere(record: Record, words: Lexicon, numbers: Numbering) -> Iterator[Line]:
    """Yield each transferred study once: it never sets a level, and says when it carries over."""
    seen = {}
    for rating in record["evidence"]:
        for one in rating["transferred"]:
            source = _source(record, one["source"])
            title, found = source["title"].rstrip("."), source["finding"] or ""
            where = words.word("transfer-kind", one["kind"]).rstrip(".")
            text = (
                f"{where}: {title}. {found} Carries over if: {one['holds_if']} "
                f"May not if: {one['breaks_if']}"
            )
            seen[text] = _studies({"sources": [one["source"]]}, record, numbers)
    for text, refs in seen.items():
        yield Line(text, label("transferred"), refs)


def strength_words(rating: Record, words: Lexicon) -> str:
    """Return the name of a rating's strength, provisional said so."""
    name = words.word("strength", rating["strength"]).partition(":")[0]
    return f"{name} (provisional)" if provisional(rating) else name


def provisional(rating: Record) -> bool:
    """Return whether something was rated without reading it in full."""
    rated = rating["direction"] is not None and rating["strength"] != "none-found"
    return bool(rated and rating["provisional"])


def _rating(rating: Record, record: Record, words: Lexicon) -> str:
    if rating["strength"] == "none-found":
        return (
            f"Strength: none found. {_search(rating, record)} found no study of this measure in "
            "this context. That does not mean that it does not work."
        )
    if rating["direction"] is None:
        why = f" {rating['why']}" if rating["why"] else ""
        return f"{words.word('strength', rating['strength'])}.{why}"
    said = words.word("direction", rating["direction"])
    if rating["unknown_because"]:
        said += f" ({words.word('unknown-because', rating['unknown_because'])})"
    outcome = f"; outcome: {rating['outcome'].rstrip('.')}" if rating["outcome"] else ""
    by = words.word("independence", rating["independence"])
    whose = f"; studies: {by}" if by else ""
    why = f" Why not higher: {rating['why']}" if rating["why"] else ""
    return f"Strength: {strength_words(rating, words)}. Direction: {said}{outcome}{whose}.{why}"


def _studies(rating: Record, record: Record, numbers: Numbering) -> tuple[str, ...]:
    titles = [_source(record, id_)["title"] for id_ in rating["sources"]]
    if rating.get("search"):
        titles.append(_source(record, rating["search"])["title"])
    return numbers.refs({"links": [{"source": title, "pinpoint": None} for title in titles]})


def _source(record: Record, id_: str) -> Record:
    return next(source for source in record["sources"] if source["id"] == id_)


def _search(rating: Record, record: Record) -> str:
    """Name the dated search behind a rating: its reach and its day."""
    search = _source(record, rating["search"])
    return f"A {search['reach']} search on {day_words(search['read_on'])}"

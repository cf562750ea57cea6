"""What may stand on a one-side sheet: each piece with its heading, how much it matters, its lines.

Rank 0 must be there; the higher the rank, the sooner a piece is left to the whole record: steps and
authority before what a breach brings, before the first trap and the record, before all else.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from disruptref.read.asof import day_words, state_on
from disruptref.read.labels import SHORT, label
from disruptref.read.lexicon import Lexicon
from disruptref.read.nation import label_of
from disruptref.read.sheet import ratings
from disruptref.read.sheet.blocks import Line
from disruptref.read.sheet.legal import breach_label, breaches, breaches_in_short, durations
from disruptref.read.sheet.numbering import Numbering, Record, statement, valued
from disruptref.read.sheet.page import Setting, checked, review_words, state_words
from disruptref.read.sheet.ways import WHO, ages, parts

MUST = 0
MANY = 4  # more periods than these are said in one paragraph
Made = Callable[[Numbering], list[Line]]


class Piece(NamedTuple):
    """Something that may stand on the sheet; `name` says what is left out when it does not.

    What only helps to find the record, or gives reasons for a line that is there, has no name.
    One with a `short` form is always there, and in full when there is room at its rank.
    """

    section: str
    rank: int
    name: str
    make: Made
    short: Made | None = None


def pieces(record: Record, words: Lexicon, setting: Setting) -> Iterator[Piece]:
    """Yield every piece of a record, in the order of the sheet."""
    yield from _head(record, words, setting)
    yield from _when(record, words)
    yield from _glance(record, words)
    yield from _check(record, words)
    yield from _how(record)
    yield from _after(record, words)
    yield from _known(record, words)


def _said(text: str, lead: str) -> Made:
    return lambda _: [Line(text, lead)] if text else []


def _stated(part: Record | None, key: str, lead: str = "") -> Made:
    return lambda numbers: statement(part, key, numbers, lead)


def _valued(part: Record, key: str, kind: str, words: Lexicon) -> Made:
    return lambda numbers: valued(part, key, kind, words, numbers)


def _in_one(periods: list[Record]) -> Made:
    """All periods in one paragraph, with the cites of them all."""
    links = [link for period in periods for link in period.get("links") or ()]

    def made(numbers: Numbering) -> list[Line]:
        said = durations({"durations": periods}, Numbering())
        text = " ".join(line.text for line in said)
        return [Line(text, label("durations"), numbers.refs({"links": links}))]

    return made


def _nth(lines: Callable[[Numbering], list[Line]], number: int, lead: str) -> Made:
    """One of several lines; each may come to stand alone, so each has the label."""
    return lambda numbers: [lines(numbers)[number]._replace(label=lead)]


def _head(record: Record, words: Lexicon, setting: Setting) -> Iterator[Piece]:
    state, where = state_words(record, words, setting.as_of), label_of(record["jurisdictions"])
    status = f"{state} on {day_words(setting.as_of)}; {where}; {checked(record)}."
    yield Piece(
        "head", MUST, label("status"), _said(f"{status} {review_words(record)}", label("status"))
    )
    yield Piece("head", MUST, label("summary"), _said(record["summary"], label("summary")))
    names = ", ".join((*record["aliases"], *record["former_names"]))
    yield Piece("head", 5, "", _said(names, label("aliases")))
    if record["name_cy"]:
        yield Piece("head", MUST, label("name_cy"), _said(record["name_cy"], label("name_cy")))
    for entry in state_on(record["timeline"], setting.as_of).entries:
        if entry["note"]:
            yield Piece("head", 4, label("timeline"), _said(entry["note"], label("note")))


def _when(record: Record, words: Lexicon) -> Iterator[Piece]:
    named = {use["context"]: words.short_context(use["context"]) for use in record["contexts"]}
    if named:
        text = "; ".join(named.values())
        yield Piece("use-when", MUST, label("contexts"), _said(text, label("contexts")))
    situations = ", ".join(words.label("situations", id_) for id_ in record["situations"])
    yield Piece("use-when", 6, "", _said(situations, label("situations")))
    for use in record["contexts"]:
        how = _said(use["how"], named[use["context"]])
        yield Piece("use-when", 8, SHORT["hows"], how)


def _glance(record: Record, words: Lexicon) -> Iterator[Piece]:
    yield from _ways(record, words)
    needs = record["needs"]
    if needs:
        keys = ("child_account", "child_agreement", "carer_statement")
        said = "; ".join(f"{label(key)}: {words.word('need', needs[key]).lower()}" for key in keys)
        if {needs[key] for key in keys} == {"not-needed"}:
            said = label("nothing-needed")
        yield Piece("glance", MUST, label("needs"), _said(f"{said}.", label("needs")))
        for key, note in needs["notes"].items():
            yield Piece("glance", 7, "", _stated(note, key))
    of_measure = [period for period in record["durations"] if period["of"] == "measure"]
    if len(of_measure) > MANY:
        yield Piece("glance", MUST, label("durations"), _in_one(of_measure))
    for number, period in enumerate(record["durations"]):
        if len(of_measure) > MANY and period in of_measure:
            continue
        rank = MUST if period["of"] == "measure" else 6
        made = _nth(lambda numbers: durations(record, numbers), number, label("durations"))
        yield Piece("glance", rank, SHORT["durations"], made)
    if interim := record["interim"]:
        lead = "Available" if interim["available"] else "None"
        short = _said(f"{lead}.", label("interim"))
        yield Piece("glance", 4, label("interim"), _stated(interim, "interim", lead), short)
    if record["speed"]:
        speed, note = words.word("speed", record["speed"]), record["speed_note"]
        short = _said(f"{speed}.", label("speed"))
        whole = _stated(note, "speed", speed) if note else short
        yield Piece("glance", 4, label("speed"), whole, short)
    restricts = ", ".join(words.word("restricts", one).rstrip(".") for one in record["restricts"])
    for key, text in (("ages", ages(record)), ("restricts", restricts)):
        if text:
            brief = _said(f"{text}.", label(key))  # short in itself, so that it shares a line
            yield Piece("glance", MUST, label(key), brief, brief)


def _ways(record: Record, words: Lexicon) -> Iterator[Piece]:
    """What all routes share, then each route in one line with what is its own, then its test."""
    said = {key: [_who(key, route, words) for route in record["routes"]] for key in WHO}
    alike = {key: texts[0] for key, texts in said.items() if len(set(texts)) == 1}
    shared = [_fact(key, text) for key, text in alike.items() if text]
    if shared:
        lead, _, rest = f"{'; '.join(shared)}.".partition(": ")
        yield Piece("glance", MUST, lead, _said(rest, lead))
    for number, route in enumerate(record["routes"]):
        own = [
            _fact(key, texts[number])
            for key, texts in said.items()
            if key not in alike and texts[number]
        ]
        if own:
            yield Piece("glance", MUST, route["name"], _said(f"{'; '.join(own)}.", route["name"]))
    for key, rank in (("test", MUST), ("authority", 1), ("trigger", 5), ("necessity", 7)):
        for lead, part in parts(record, key):
            yield Piece("glance", rank, label(key), _stated(part, key, lead))
    for lead, part in parts(record, "conditions"):
        yield Piece("glance", 6, SHORT["conditions"], _stated(part, "condition", lead))
    for lead, part in parts(record, "without_notice"):
        word = words.word("without-notice", part["value"]).rstrip(".")
        made = _stated(part, "without_notice", f"{lead}: {word}" if lead else word)
        yield Piece("glance", 5, label("without_notice"), made)


def _who(key: str, route: Record, words: Lexicon) -> str:
    """Say one thing of a route; that a text names no standard is left to the whole record."""
    return "" if route[key] == "none-stated" else WHO[key](route, words)


def _fact(key: str, text: str) -> str:
    return f"{label(key)}: {text.rstrip('.')}"


def _check(record: Record, words: Lexicon) -> Iterator[Piece]:
    before = record["before_you_act"]
    safety = _stated(before["child_safety"], "child_safety")
    yield Piece("check-first", MUST, label("child_safety"), safety)
    for key, kind, rank in (
        ("alerts_subject", "alerts", 4),
        ("identifies_child", "identifies", 4),
        ("out_of_hours", "out-of-hours", 4),
    ):
        if part := before[key]:
            made = _valued(part, key, kind, words)
            short = _said(f"{words.word(kind, part['value']).rstrip('.')}.", label(key))
            yield Piece("check-first", rank, label(key), made, short)
    if before["consult"]:
        names = [words.label("agencies", one["agency"]) for one in before["consult"]]
        asks = [f" ({one['text'].rstrip('.')})" if one["text"] else "" for one in before["consult"]]
        named = "; ".join(name + ask for name, ask in zip(names, asks, strict=True))
        short = _said("; ".join(names), label("consult"))
        yield Piece("check-first", 4, label("consult"), _said(named, label("consult")), short)
    for key in ("investigation", "rights"):
        yield Piece("check-first", 4, label(key), _stated(before[key], key))
    for number, mistake in enumerate(record["doing_it"]["mistakes"]):
        rank = 4 if number else 3
        yield Piece("check-first", rank, label("mistakes"), _stated(mistake, "mistake"))


def _how(record: Record) -> Iterator[Piece]:
    doing = record["doing_it"]
    for number, step in enumerate(doing["steps"]):
        rank = MUST if number < 2 else 1
        yield Piece("how", rank, label("steps"), _stated(step, "step"))
    for key, rank, said in (("terms", 5, record["terms"]), ("persuades", 7, doing["persuades"])):
        for part in said:
            yield Piece("how", rank, label(key), _stated(part, key))


def _after(record: Record, words: Lexicon) -> Iterator[Piece]:
    for number, breach in enumerate(record["consequences"]):
        lead = breach_label(record)
        made = _nth(lambda numbers: breaches(record, words, numbers), number, lead)
        short = _nth(lambda _: breaches_in_short(record, words), number, lead)
        # That nothing follows says too little by itself.
        yield Piece("after", 2, lead, made, None if breach["type"] == "none" else short)
    for key in ("variation", "appeal"):
        yield Piece("after", 6, label(key), _stated(record[key], key))
    made = _stated(record["doing_it"]["record_in"], "record_in")
    yield Piece("after", 3, label("record_in"), made)


def _known(record: Record, words: Lexicon) -> Iterator[Piece]:
    found: dict[str, list[str]] = {}
    for one in record["related"]:
        found.setdefault(words.relation(one["type"]), []).append(words.short_name(one["id"]))
    for kind, names in found.items():
        yield Piece("compare", 4, SHORT["related"], _said("; ".join(names), kind))
    yield Piece(
        "evidence", MUST, label("evidence"), _said(ratings.in_short(record, words), label("rated"))
    )
    for signal in record["harm_signals"]:
        yield Piece("evidence", 5, label("harm_signals"), _signal(record, signal))


def _signal(record: Record, signal: Record) -> Made:
    return lambda numbers: [ratings.harm_signal(record, signal, numbers)]

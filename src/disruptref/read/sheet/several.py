"""A sheet of several measures beside one another: glance table, sequence, entries, actions."""

from collections.abc import Iterator, Sequence

from disruptref.read.asof import day_words, iso_words, state_on
from disruptref.read.filters import NO_CONVICTION
from disruptref.read.labels import ACTION_COLUMNS, GLANCE_COLUMNS, READ_FIRST, label
from disruptref.read.lexicon import Lexicon
from disruptref.read.nation import label_of
from disruptref.read.refusals import UsageError
from disruptref.read.sheet import legal, practical, ratings
from disruptref.read.sheet.blocks import Block, Bullets, Facts, Heading, Line, Paragraph, Table
from disruptref.read.sheet.numbering import Numbering, Record
from disruptref.read.sheet.page import Setting, banner, checked, state_words
from disruptref.read.sheet.ways import NOT_RECORDED, parts

EMPTY_ROWS = 6
SEQUENCES = ("speed", "target", "agency")


def several(
    records: Sequence[Record], words: Lexicon, numbers: Numbering, setting: Setting
) -> list[Block]:
    """Scope, read first, options at a glance, sequence, short entries, links, actions, sources."""
    ordered = sorted(records, key=lambda one: not state_on(one["timeline"], setting.as_of).usable)
    blocks: list[Block] = [Heading(f"Briefing sheet: {len(records)} measures", 1)]
    scope = [Line(setting.scope or "Measures named one by one."), *map(Line, setting.remarks)]
    scope.append(Line(f"Law as on {day_words(setting.as_of)}."))
    blocks += [Heading(label("scope")), *(Paragraph(line) for line in scope)]
    blocks += [Heading(label("read-first")), Bullets(tuple(Line(text) for text in READ_FIRST))]
    rows = tuple(_glance_row(record, words, setting) for record in ordered)
    blocks += [Heading(label("options")), Table(label("options"), GLANCE_COLUMNS, rows)]
    blocks += [Heading(label("sequence")), *_sequence(ordered, words, setting.by)]
    blocks.append(Heading(label("entries")))
    for record in ordered:
        blocks += _entry(record, words, numbers, setting)
    links = _links(ordered, words)
    if links:
        blocks += [Heading(label("clashes")), Bullets(tuple(links))]
    empty = (("",) * len(ACTION_COLUMNS),) * EMPTY_ROWS
    blocks += [Heading(label("actions")), Table(label("actions"), ACTION_COLUMNS, empty, True)]
    return [*blocks, Heading(label("sources")), numbers.list()]


def _glance_row(record: Record, words: Lexicon, setting: Setting) -> tuple[str, ...]:
    agencies = _agencies(record, words)
    convictions = {value for route in record["routes"] for value in route["conviction"]}
    needs = record["needs"]
    asked = setting.contexts
    rated = [one for one in record["evidence"] if not asked or one["context"] in asked]
    strengths = dict.fromkeys(ratings.strength_words(one, words) for one in rated)
    breach = dict.fromkeys(words.word("consequence", one["type"]) for one in record["consequences"])
    most = record["breach"]["maximum"]
    on_breach = "; ".join(breach) + (f", at most {iso_words(most)}" if most else "")
    return (
        record["name"],
        ", ".join(words.word("target", target).rstrip(".") for target in record["targets"]),
        ", ".join(agencies) or NOT_RECORDED,
        _conviction(convictions, words),
        words.word("need", needs["child_account"]) if needs else NOT_RECORDED,
        words.word("speed", record["speed"]) or NOT_RECORDED,
        on_breach or NOT_RECORDED,
        "; ".join(strengths) or "Not assessed",
        state_words(record, words, setting.as_of),
    )


def _conviction(values: set[str], words: Lexicon) -> str:
    if not values:
        return NOT_RECORDED
    if needed := values - set(NO_CONVICTION):
        return "In some cases" if needed != values else "Yes, or its equivalent"
    if "not-needed" in values:
        return "No"
    return "; ".join(words.word("conviction", one).rstrip(".") for one in sorted(values))


def sequence(given: str | None) -> str:
    """Return what measures are put in sequence by: speed unless something else is asked for.

    Raises:
        UsageError: for anything else.
    """
    settled = (given or SEQUENCES[0]).strip().lower()
    if settled not in SEQUENCES:
        raise UsageError(f"--by '{given}' is not known; write one of: {', '.join(SEQUENCES)}.")
    return settled


def _sequence(records: Sequence[Record], words: Lexicon, by: str) -> list[Block]:
    """Group by speed, target or agency; in each the child's safety first, then suspect, place."""

    def rank(record: Record) -> tuple[bool, bool, bool, str]:
        return (
            "child" in record["restricts"],
            "safeguarding" not in record["purpose"],
            "person" not in record["targets"],
            record["name"],
        )

    lines = []
    for heading, group in _grouped(records, words, by):
        names = ", then ".join(
            f"{one['name']}{' (restricts the child)' if rank(one)[0] else ''}"
            for one in sorted(group, key=rank)
        )
        lines.append(Line(names, heading))
    return [Facts(tuple(lines))] if lines else []


def _grouped(
    records: Sequence[Record], words: Lexicon, by: str
) -> Iterator[tuple[str, list[Record]]]:
    """Yield each group's heading and its measures; a measure may stand in several groups."""
    if by == "agency":
        found: dict[str, list[Record]] = {}
        for record in records:
            for agency in _agencies(record, words):
                found.setdefault(agency, []).append(record)
        yield from sorted(found.items())
        return
    kind, key = ("speed", "speed") if by == "speed" else ("target", "targets")
    for value, in_words in words.labels(f"value:{kind}").items():
        group = [one for one in records if value in (one[key] or ())]
        if group:
            yield in_words.rstrip("."), group


def _agencies(record: Record, words: Lexicon) -> list[str]:
    named = (
        words.broadest(actor["agency"])
        for route in record["routes"]
        for actor in route["applicants"]
    )
    return list(dict.fromkeys(named))


def _entry(record: Record, words: Lexicon, numbers: Numbering, setting: Setting) -> list[Block]:
    """A short entry: use it when, each route's test, safety, how, mistakes, breach."""
    blocks: list[Block] = [Heading(record["name"], 3)]
    state = state_on(record["timeline"], setting.as_of)
    in_words = state_words(record, words, setting.as_of)
    nation = label_of(record["jurisdictions"])
    if not state.usable:
        blocks.append(banner(in_words, setting))
    lines = [
        Line(record["summary"], label("summary")),
        Line(f"{in_words}; {nation}; {checked(record)}", label("status")),
    ]
    lines += _tests(record, numbers)
    lines += legal.durations(record, numbers)
    blocks.append(Facts(tuple(lines)))
    blocks += legal.after(record, words, numbers)
    blocks += practical.check_first(record, words, numbers)
    blocks += practical.how(record, words, numbers)[:1]
    return blocks


def _tests(record: Record, numbers: Numbering) -> list[Line]:
    """Return each test and condition once, with the routes it belongs to unless it is all."""
    lines: list[Line] = []
    for routes, part in parts(record, "test", "conditions"):
        text = f"{routes}: {part['text']}" if routes else part["text"]
        lines.append(Line(text, "" if lines else label("test"), numbers.refs(part)))
    return lines


def _links(records: Sequence[Record], words: Lexicon) -> list[Line]:
    """Return the links among the measures of the sheet, each once."""
    here = {record["id"] for record in records}
    lines: list[Line] = []
    for record in records:
        lines += [
            Line(f"{record['name']} and {words.measure(one['id'])}: {one['note']}")
            for one in record["related"]
            if one["id"] in here and record["id"] < one["id"]
        ]
    return lines

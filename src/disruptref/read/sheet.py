"""The briefing sheet: one measure on a side of A4, or several beside one another.

The order follows the National Decision Model. The sheet holds no personal data: boxes for local
completion are printed empty.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from disruptref import __version__
from disruptref.read import sections
from disruptref.read.asof import day_words, iso_words, state_on
from disruptref.read.blocks import (
    Banner,
    Block,
    Bullets,
    Facts,
    Heading,
    Line,
    Paragraph,
    Sheet,
    Table,
)
from disruptref.read.labels import (
    ACTION_COLUMNS,
    DISCLAIMER,
    EMERGENCY,
    GLANCE_COLUMNS,
    HANDLING,
    LOCAL_COMPLETION,
    MARKING,
    NO_REVIEW,
    READ_FIRST,
    label,
)
from disruptref.read.lexicon import Lexicon
from disruptref.read.nation import label_of
from disruptref.read.sections import Numbering, Record

EMPTY_ROWS = 6


class Setting(NamedTuple):
    """What a sheet is made for: the day of the law, the printed date, the catalogue's version."""

    as_of: str
    printed: str
    version: str
    scope: str = ""
    remarks: tuple[str, ...] = ()


def sheet(records: Sequence[Record], words: Lexicon, setting: Setting) -> Sheet:
    """Make the sheet of one or several records (each already as of the day)."""
    numbers = Numbering()
    numbers.know(records, words)
    if len(records) == 1:
        title = records[0]["name"]
        blocks = _single(records[0], words, numbers, setting)
    else:
        title = f"Briefing sheet: {len(records)} measures"
        blocks = _many(records, words, numbers, setting)
    foot = (
        LOCAL_COMPLETION,
        f"disruptref {__version__}, catalogue {setting.version}, "
        f"made {day_words(setting.printed)}. {DISCLAIMER}",
        EMERGENCY,
    )
    return Sheet(title, MARKING, HANDLING, tuple(blocks), foot)


def whole(record: Record, words: Lexicon, setting: Setting) -> tuple[Block, ...]:
    """Return the whole record as blocks, for `show`."""
    numbers = Numbering()
    numbers.know([record], words)
    blocks = [Heading(record["name"], 1), *_title(record, words, setting)]
    parts: tuple[tuple[str, list[Block]], ...] = (
        ("use-when", sections.use_when(record, words)),
        ("glance", sections.glance(record, words, numbers)),
        ("routes", _routes(record, words, numbers)),
        ("check-first", sections.check_first(record, words, numbers)),
        ("how", sections.how(record, words, numbers)),
        ("terms", sections.terms(record, numbers)),
        ("after", sections.after(record, words, numbers)),
        ("record", _record_it(record, numbers)),
        ("offences", sections.offences(record, words, numbers)),
        ("compare", sections.related(record, words)),
        ("evidence", sections.evidence(record, words, numbers)),
        ("timeline", sections.timeline(record, words, numbers)),
        ("law", sections.law(record, numbers)),
        ("sources", [numbers.list()]),
    )
    blocks += _with_headings(parts)
    if record["not_recorded"]:
        missing = Line(", ".join(record["not_recorded"]), label("not_recorded"))
        blocks.append(Facts((missing,)))
    return tuple(blocks)


def state_words(record: Record, words: Lexicon, day: str) -> str:
    """Return the state of a measure on a day in words, pilot areas included."""
    return state_on(record["timeline"], day).words(words.labels("pilot-areas"))


def _single(record: Record, words: Lexicon, numbers: Numbering, setting: Setting) -> list[Block]:
    blocks: list[Block] = [Heading(record["name"], 1), *_title(record, words, setting)]
    parts: tuple[tuple[str, list[Block]], ...] = (
        ("use-when", sections.use_when(record, words)),
        ("glance", sections.glance(record, words, numbers)),
        ("routes", _routes(record, words, numbers)),
        ("check-first", sections.check_first(record, words, numbers)),
        ("how", [*sections.how(record, words, numbers), *_terms(record, numbers)]),
        ("after", sections.after(record, words, numbers)),
        ("record", _record_it(record, numbers)),
        ("compare", sections.related(record, words)),
        ("evidence", sections.evidence(record, words, numbers)),
        ("law", sections.timeline(record, words, numbers)),
        ("sources", [numbers.list()]),
    )
    return blocks + _with_headings(parts)


def _title(record: Record, words: Lexicon, setting: Setting) -> list[Block]:
    """Say what it is, whose law, its state on the day and how current the reading is."""
    state = state_on(record["timeline"], setting.as_of)
    blocks: list[Block] = []
    in_words = state_words(record, words, setting.as_of)
    if not state.usable:
        blocks.append(
            Banner(f"{in_words}. Do not rely on it as usable on {day_words(setting.as_of)}.")
        )
    checked = record["law_checked_on"]
    lines = [Line(record["summary"], label("summary"))]
    lines.append(Line(label_of(record["jurisdictions"]), label("jurisdiction")))
    lines.append(Line(f"{in_words} on {day_words(setting.as_of)}", label("status")))
    for key in ("aliases", "former_names"):
        if record[key]:
            lines.append(Line(", ".join(record[key]), label(key)))
    if checked:
        lines.append(
            Line(f"{day_words(checked)} (the oldest text relied on)", label("law_checked_on"))
        )
    reviewed = record["reviewed"]
    review = f"{reviewed['role']}, {day_words(reviewed['on'])}" if reviewed else NO_REVIEW
    lines.append(Line(review, label("review")))
    notes = [entry["note"] for entry in state.entries if entry["note"]]
    blocks.append(Facts(tuple(lines)))
    if notes and not state.usable:
        blocks += [Paragraph(Line(note)) for note in notes]
    return blocks


def _routes(record: Record, words: Lexicon, numbers: Numbering) -> list[Block]:
    blocks: list[Block] = []
    for name, facts in sections.routes(record, words, numbers):
        blocks += [Heading(name, 3), facts]
    return blocks


def _terms(record: Record, numbers: Numbering) -> list[Block]:
    found = sections.terms(record, numbers)
    return [Heading(label("terms"), 3), *found] if found else []


def _record_it(record: Record, numbers: Numbering) -> list[Block]:
    lines = sections.statement(record["doing_it"]["record_in"], "record_in", numbers)
    return [Facts(tuple(lines))] if lines else []


def _with_headings(parts: Sequence[tuple[str, list[Block]]]) -> list[Block]:
    blocks: list[Block] = []
    for key, part in parts:
        if part:
            blocks += [Heading(label(key)), *part]
    return blocks


def _many(
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
    blocks += [Heading(label("sequence")), *_sequence(ordered, words)]
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
    agencies = dict.fromkeys(
        words.broadest(actor["agency"])
        for route in record["routes"]
        for actor in route["applicants"]
    )
    convictions = {value for route in record["routes"] for value in route["conviction"]}
    needs = record["needs"]
    ratings = {sections.strength_words(rating, words): None for rating in record["evidence"]}
    breach = dict.fromkeys(words.word("consequence", one["type"]) for one in record["consequences"])
    most = record["breach"]["maximum"]
    on_breach = "; ".join(breach) + (f", at most {iso_words(most)}" if most else "")
    return (
        record["name"],
        ", ".join(words.word("target", target).rstrip(".") for target in record["targets"]),
        ", ".join(agencies) or "Not recorded",
        _conviction(convictions),
        words.word("need", needs["child_account"]) if needs else "Not recorded",
        words.word("speed", record["speed"]) or "Not recorded",
        on_breach or "Not recorded",
        "; ".join(ratings) or "Not assessed",
        state_words(record, words, setting.as_of),
    )


def _conviction(values: set[str]) -> str:
    if not values:
        return "Not recorded"
    if values == {"not-needed"}:
        return "No"
    return "By some routes" if "not-needed" in values else "Yes, or its equivalent"


def _sequence(records: Sequence[Record], words: Lexicon) -> list[Block]:
    """Group by speed; in a group the child's safety first, then the suspect, then the place."""

    def rank(record: Record) -> tuple[bool, bool, bool, str]:
        return (
            "child" in record["restricts"],
            "safeguarding" not in record["purpose"],
            "person" not in record["targets"],
            record["name"],
        )

    lines = []
    for speed, in_words in words.labels("value:speed").items():
        group = sorted((one for one in records if one["speed"] == speed), key=rank)
        names = ", then ".join(
            f"{one['name']}{' (restricts the child)' if rank(one)[0] else ''}" for one in group
        )
        if names:
            lines.append(Line(names, in_words))
    return [Facts(tuple(lines))] if lines else []


def _entry(record: Record, words: Lexicon, numbers: Numbering, setting: Setting) -> list[Block]:
    """A short entry: use it when, each route's test, safety, how, mistakes, breach."""
    blocks: list[Block] = [Heading(record["name"], 3)]
    state = state_on(record["timeline"], setting.as_of)
    in_words = state_words(record, words, setting.as_of)
    nation = label_of(record["jurisdictions"])
    if not state.usable:
        blocks.append(
            Banner(f"{in_words}. Do not rely on it as usable on {day_words(setting.as_of)}.")
        )
    lines = [
        Line(record["summary"], label("summary")),
        Line(f"{in_words}; {nation}; law checked to {_checked(record)}", label("status")),
    ]
    for route in record["routes"]:
        for part in (route["test"], *route["conditions"]):
            if part:
                text = f"{route['name']}: {part['text']}"
                first = not any(line.label == label("test") for line in lines)
                lines.append(Line(text, label("test") if first else "", numbers.refs(part)))
    lines += sections.durations(record, numbers)
    add: tuple[Callable[[], list[Block]], ...] = (
        lambda: sections.after(record, words, numbers),
        lambda: sections.check_first(record, words, numbers),
        lambda: sections.how(record, words, numbers)[:1],
    )
    blocks.append(Facts(tuple(lines)))
    for part_of in add:
        blocks += part_of()
    return blocks


def _checked(record: Record) -> str:
    """Return the day to which the law is known to have been seen, in words."""
    day = record["law_checked_on"]
    return day_words(day) if day else "no day recorded"


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

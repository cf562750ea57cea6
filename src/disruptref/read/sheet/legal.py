"""The law's part of a sheet: routes, durations, terms, breach, provisions, dates, offences."""

from collections.abc import Iterable, Iterator
from itertools import chain

from disruptref.read.asof import day_words, iso_words
from disruptref.read.labels import label
from disruptref.read.lexicon import Lexicon
from disruptref.read.sheet.blocks import Block, Bullets, Facts, Line
from disruptref.read.sheet.numbering import Numbering, Record, reading_dates, statement, valued
from disruptref.read.sheet.ways import conviction, proof


def routes(record: Record, words: Lexicon, numbers: Numbering) -> list[tuple[str, Facts]]:
    """Return each way to the measure as its name and its facts, first what all of them share."""
    ways = [
        (route["name"], list(_entries(_route(route, words, numbers)))) for route in record["routes"]
    ]
    if len(ways) > 1:
        first, *others = [entries for _, entries in ways]
        shared = [entry for entry in first if all(entry in one for one in others)]
        if shared:
            ways = [(name, [one for one in own if one not in shared]) for name, own in ways]
            ways.insert(0, (label("every-route"), shared))
    return [(name, Facts(tuple(chain.from_iterable(entries)))) for name, entries in ways]


def _entries(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """Group lines that stand under one label: the labelled line and the bare ones after it."""
    entry: list[Line] = []
    for line in lines:
        if line.label and entry:
            yield tuple(entry)
            entry = []
        entry.append(line)
    if entry:
        yield tuple(entry)


def _route(route: Record, words: Lexicon, numbers: Numbering) -> Iterable[Line]:
    for key, actors in (
        ("applicants", route["applicants"]),
        ("issued_by", [route["issued_by"]] if route["issued_by"] else []),
    ):
        for number, actor in enumerate(actors):
            name = words.label("agencies", actor["agency"])
            text = f"{name}: {actor['text']}" if actor["text"] else name
            yield Line(text, label(key) if number == 0 else "", numbers.refs(actor))
    yield from statement(route["authority"], "authority", numbers)
    yield from statement(route["trigger"], "trigger", numbers)
    yield from statement(route["test"], "test", numbers)
    for condition in route["conditions"]:
        yield from statement(condition, "condition", numbers)
    if route["conviction"]:
        yield Line(
            conviction(route, words),
            label("conviction"),
            numbers.refs({"links": route["conviction_links"]}),
        )
    if route["standard_of_proof"]:
        refs = numbers.refs({"links": route["standard_of_proof_links"]})
        yield Line(proof(route, words), label("standard_of_proof"), refs)
    yield from statement(route["necessity"], "necessity", numbers)
    yield from valued(route["without_notice"], "without_notice", "without-notice", words, numbers)


def durations(record: Record, numbers: Numbering) -> list[Line]:
    """Say how long the measure and its parts last."""
    lines: list[Line] = []
    for period in record["durations"]:
        said = []
        recorded = period["recorded"]
        if period["minimum"] and period["minimum"] == period["maximum"]:
            said.append(f"{iso_words(period['minimum'])}")
        else:
            if "minimum" in recorded and period["minimum"]:
                said.append(f"at least {iso_words(period['minimum'])}")
            if "maximum" in recorded:
                most = period["maximum"]
                said.append(f"at most {iso_words(most)}" if most else "no maximum in law")
        if period["lasts_until"]:
            said.append(f"until {period['lasts_until']}")
        if period["extension"]:
            said.append(f"can be extended {period['extension']}")
        text = f"{_capital(period['for'])}: {'; '.join(said)}."
        lead = label("durations") if not lines else ""
        lines.append(Line(text, lead, numbers.refs(period)))
    return lines


def terms(record: Record, numbers: Numbering) -> list[Block]:
    """List what the measure can require or forbid."""
    lines = tuple(Line(term["text"], "", numbers.refs(term)) for term in record["terms"])
    return [Bullets(lines)] if lines else []


def after(record: Record, words: Lexicon, numbers: Numbering) -> list[Block]:
    """Say what follows: breach, variation, appeal."""
    lines = breaches(record, words, numbers)
    lines += statement(record["variation"], "variation", numbers)
    lines += statement(record["appeal"], "appeal", numbers)
    return [Facts(tuple(lines))] if lines else []


def breach_label(record: Record) -> str:
    """Return what consequences follow: of an offence a conviction, of all else a breach."""
    is_offence = any(tie["link"] == "is" for tie in record["offences"])
    return label("conviction-brings" if is_offence else "consequences")


def consequence(breach: Record, words: Lexicon) -> str:
    """Say what a breach is and the most imprisonment it can bring, without a full stop."""
    most = f", at most {iso_words(breach['maximum'])} imprisonment" if breach["maximum"] else ""
    return f"{words.word('consequence', breach['type']).rstrip('.')}{most}"


def breaches(record: Record, words: Lexicon, numbers: Numbering) -> list[Line]:
    """Say what follows a breach, one line for each consequence."""
    lines: list[Line] = []
    for breach in record["consequences"]:
        lead = "" if lines else breach_label(record)
        text = f"{_breach(breach, words)}. {breach['text']}"
        lines.append(Line(text, lead, numbers.refs(breach)))
    return lines


def breaches_in_short(record: Record, words: Lexicon) -> list[Line]:
    """Say what follows a breach without details; offences that would sound alike are named."""
    said = [_breach(breach, words) for breach in record["consequences"]]
    lines: list[Line] = []
    for breach, whole in zip(record["consequences"], said, strict=True):
        text = whole
        if said.count(whole) > 1 and breach["offence"]:
            text = f"{consequence(breach, words)}: {words.label('offences', breach['offence'])}"
        lines.append(Line(f"{text}.", "" if lines else breach_label(record)))
    return lines


def _breach(breach: Record, words: Lexicon) -> str:
    mode = f" ({words.word('mode', breach['mode']).lower()})" if breach["mode"] else ""
    return f"{consequence(breach, words)}{mode}"


def law(record: Record, numbers: Numbering) -> list[Block]:
    """List the provisions read, with the dates of the reading."""
    lines = []
    for reading in record["legal_basis"]:
        number = numbers.number(reading["instrument"])
        where = f", {reading['provision']}" if reading["provision"] else ""
        text = f"{reading['instrument']}{where}: {reading_dates(reading)}"
        lines.append(Line(text, "", (f"[{number}]",)))
    return [Bullets(tuple(lines))] if lines else []


def timeline(record: Record, words: Lexicon, numbers: Numbering) -> list[Block]:
    """List each state of the law with its dates, and whether it was confirmed."""
    lines = []
    for entry in record["timeline"]:
        since, until = entry.get("from"), entry.get("until")
        days = f"From {day_words(since)}" if since else "Start not recorded"
        days += f" to {day_words(until)}" if until else ""
        areas = ", ".join(words.label("pilot-areas", area) for area in entry["where"])
        parts = [
            words.word("law-state", entry["state"]) + (f" ({areas})" if areas else ""),
            "" if entry["confirmed"] else "Not confirmed: check which law applies",
            entry["instrument"], entry["existing_orders"], entry["note"],
        ]  # fmt: skip
        text = ". ".join(part.rstrip(".") for part in parts if part)
        lines.append(Line(f"{text}.", days, numbers.refs(entry)))
    return [Facts(tuple(lines))] if lines else []


def offences(record: Record, words: Lexicon, numbers: Numbering) -> list[Block]:
    """List the offences tied to the measure, with how and the maximum."""
    lines = []
    for tie in record["offences"]:
        # Of the offence that the measure is, the dated consequences give the maximum of the day.
        told = tie["link"] != "is"
        most = f"; at most {iso_words(tie['maximum'])}" if told and tie.get("maximum") else ""
        if told and (summary := tie.get("maximum_summary")):
            most += f", {iso_words(summary)} summarily"
        where = f" ({tie['provision']}{most})" if tie.get("provision") else ""
        note = f" {tie['note']}" if tie["note"] else ""
        kind = words.word("offence-link", tie["link"]).rstrip(".")
        text = f"{tie.get('label', tie['offence'])}{where}.{note}"
        lines.append(Line(text, kind, numbers.refs(tie)))
    for flag in record["schedules"]:
        text = words.word("schedule", flag["schedule"])
        note = f" {flag['note']}" if flag["note"] else ""
        lines.append(Line(f"{text}{note}", label("schedules"), numbers.refs(flag)))
    return [Facts(tuple(lines))] if lines else []


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

"""The parts of a sheet: each function turns one part of a record, as of a day, into blocks."""

from collections.abc import Iterable
from typing import Any

from disruptref.read.asof import day_words, iso_words
from disruptref.read.blocks import Block, Bullets, Facts, Line, Source, Sources
from disruptref.read.labels import label
from disruptref.read.lexicon import Lexicon

Record = dict[str, Any]
_SOFT = {"guidance": "guidance", "policy": "policy, not law", "practice": "practice"}
_DERIVED_RELATIONS = {"escalates-from": "Escalates from", "supersedes": "Supersedes"}


class Numbering:
    """Numbers each source at its first use, so that lines can refer to it."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._about: dict[str, tuple[str | None, str]] = {}

    def know(self, records: Iterable[Record], words: Lexicon) -> None:
        """Learn the address and reading dates of everything some records cite."""
        for record in records:
            for reading in record["legal_basis"]:
                note = _dates(reading)
                url = reading["url"].split("/section")[0] if reading["url"] else None
                self._about.setdefault(reading["instrument"], (_instrument(url), note))
            for source in record["sources"]:
                read = words.word("read", source["read"])
                parts = [source["publisher"], source["published"], f"read: {read}" if read else ""]
                note = ", ".join(part for part in parts if part)
                self._about.setdefault(source["title"], (source["url"], note))

    def refs(self, part: Record) -> tuple[str, ...]:
        """Return the references of a cited part: source numbers, pinpoints and, if soft, basis."""
        marks = []
        by_source: dict[str, list[str]] = {}
        for link in part.get("links") or ():
            by_source.setdefault(link["source"], []).append(link["pinpoint"] or "")
        for source, pinpoints in by_source.items():
            marks.append(", ".join([str(self.number(source)), *filter(None, pinpoints)]))
        soft = _SOFT.get(part.get("basis") or "")
        if soft:
            marks.append(soft)
        return (f"[{'; '.join(marks)}]",) if marks else ()

    def number(self, title: str) -> int:
        """Return the number of a source, giving it the next one at first use."""
        return self._numbers.setdefault(title, len(self._numbers) + 1)

    def list(self) -> Sources:
        """Return the numbered list of what was referred to."""
        found = []
        for title, number in self._numbers.items():
            url, note = self._about.get(title, (None, ""))
            found.append(Source(number, title, url, note))
        return Sources(tuple(found))


def statement(part: Record | None, key: str, numbers: Numbering, lead: str = "") -> list[Line]:
    """Return a labelled line for a statement, or nothing where there is none."""
    if not part:
        return []
    text = part.get("text") or ""
    return [Line(f"{lead}. {text}".strip() if lead else text, label(key), numbers.refs(part))]


def use_when(record: Record, words: Lexicon) -> list[Block]:
    """Say in which contexts and situations it helps, and how."""
    lines = [
        Line(use["how"], words.label("contexts", use["context"])) for use in record["contexts"]
    ]
    blocks: list[Block] = [Bullets(tuple(lines))] if lines else []
    if record["situations"]:
        named = ", ".join(words.label("situations", id_) for id_ in record["situations"])
        blocks.append(Facts((Line(named, label("situations")),)))
    return blocks


def glance(record: Record, words: Lexicon, numbers: Numbering) -> list[Block]:
    """Answer what an officer asks first: needs, duration, speed, breach, who is restricted."""
    lines: list[Line] = []
    needs = record["needs"]
    for key in ("child_account", "child_agreement", "carer_statement") if needs else ():
        note = needs["notes"][key]
        need = words.word("need", needs[key])
        lines += statement(note, key, numbers, need) if note else [Line(need, label(key))]
    before = record["before_you_act"]
    lines += _valued(before["alerts_subject"], "alerts_subject", "alerts", words, numbers)
    lines += durations(record, numbers)
    interim = record["interim"]
    if interim:
        lead = "Available" if interim["available"] else "None"
        lines += statement(interim, "interim", numbers, lead)
    if record["speed"]:
        speed = words.word("speed", record["speed"])
        note = record["speed_note"]
        lines += statement(note, "speed", numbers, speed) if note else [Line(speed, label("speed"))]
    restricted = ", ".join(words.word("restricts", who).rstrip(".") for who in record["restricts"])
    lines.append(Line(restricted, label("restricts")))
    return [Facts(tuple(lines))]


def routes(record: Record, words: Lexicon, numbers: Numbering) -> list[tuple[str, Facts]]:
    """Return each way to the measure as its name and its facts."""
    return [
        (route["name"], Facts(tuple(_route(route, words, numbers)))) for route in record["routes"]
    ]


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
        text = " Or: ".join(words.word("conviction", value) for value in route["conviction"])
        yield Line(text, label("conviction"), numbers.refs({"links": route["conviction_links"]}))
    if route["standard_of_proof"]:
        refs = numbers.refs({"links": route["standard_of_proof_links"]})
        text = words.word("proof", route["standard_of_proof"])
        yield Line(text, label("standard_of_proof"), refs)
    yield from statement(route["necessity"], "necessity", numbers)
    yield from _valued(route["without_notice"], "without_notice", "without-notice", words, numbers)


def durations(record: Record, numbers: Numbering) -> list[Line]:
    """Say how long the measure and its parts last."""
    lines: list[Line] = []
    for number, period in enumerate(record["durations"]):
        said = []
        recorded = _recorded(record, f"durations.{number}")
        if period["minimum"] and period["minimum"] == period["maximum"]:
            said.append(f"{iso_words(period['minimum'])}")
        else:
            if "minimum" in recorded and period["minimum"]:
                said.append(f"at least {iso_words(period['minimum'])}")
            if "maximum" in recorded:
                most = period["maximum"]
                said.append(f"at most {iso_words(most)}" if most else "no maximum in law")
        said += [period["lasts_until"] or "", period["extension"] or ""]
        text = f"{_capital(period['for'])}: {'; '.join(filter(None, said))}"
        lead = label("durations") if not lines else ""
        lines.append(Line(text, lead, numbers.refs(period)))
    return lines


def _recorded(record: Record, path: str) -> set[str]:
    """Return which limits of a duration are recorded (a null among them means none in law)."""
    missing = set(record["not_recorded"])
    return {key for key in ("minimum", "maximum") if f"{path}.{key}" not in missing}


def check_first(record: Record, words: Lexicon, numbers: Numbering) -> list[Block]:
    """Say what must be weighed before acting, the child's safety first."""
    before = record["before_you_act"]
    lines = statement(before["child_safety"], "child_safety", numbers)
    lines += _valued(before["identifies_child"], "identifies_child", "identifies", words, numbers)
    lines += statement(before["investigation"], "investigation", numbers)
    lines += statement(before["rights"], "rights", numbers)
    if before["consult"]:
        named = [
            f"{words.label('agencies', one['agency'])} ({one['text'].rstrip('.')})"
            if one["text"]
            else words.label("agencies", one["agency"])
            for one in before["consult"]
        ]
        lines.append(Line("; ".join(named), label("consult")))
    lines += _valued(before["out_of_hours"], "out_of_hours", "out-of-hours", words, numbers)
    for number, mistake in enumerate(record["doing_it"]["mistakes"]):
        line = Line(mistake["text"], "" if number else label("mistakes"), numbers.refs(mistake))
        lines.append(line)
    return [Facts(tuple(lines))]


def how(record: Record, words: Lexicon, numbers: Numbering) -> list[Block]:
    """Say how it is done: steps, what persuades, partners, effort."""
    doing = record["doing_it"]
    blocks: list[Block] = []
    if doing["steps"]:
        steps = tuple(Line(step["text"], "", numbers.refs(step)) for step in doing["steps"])
        blocks.append(Bullets(steps, numbered=True))
    lines: list[Line] = []
    for point in doing["persuades"]:
        lines.append(Line(point["text"], "" if lines else label("persuades"), numbers.refs(point)))
    if doing["partners"]:
        named = (
            f"{words.label('agencies', one['agency'])} ({one['brings'].rstrip('.')})"
            for one in doing["partners"]
        )
        lines.append(Line("; ".join(named), label("partners")))
    lines += statement(doing["effort"], "effort", numbers)
    if lines:
        blocks.append(Facts(tuple(lines)))
    return blocks


def terms(record: Record, numbers: Numbering) -> list[Block]:
    """List what the measure can require or forbid."""
    lines = tuple(Line(term["text"], "", numbers.refs(term)) for term in record["terms"])
    return [Bullets(lines)] if lines else []


def after(record: Record, words: Lexicon, numbers: Numbering) -> list[Block]:
    """Say what follows: breach, variation, appeal."""
    lines: list[Line] = []
    for breach in record["consequences"]:
        kind = words.word("consequence", breach["type"])
        most = f"; at most {iso_words(breach['maximum'])} imprisonment" if breach["maximum"] else ""
        mode = f" ({words.word('mode', breach['mode']).lower()})" if breach["mode"] else ""
        key = "" if lines else label("consequences")
        text = f"{kind}{most}{mode}. {breach['text']}"
        lines.append(Line(text, key, numbers.refs(breach)))
    lines += statement(record["variation"], "variation", numbers)
    lines += statement(record["appeal"], "appeal", numbers)
    return [Facts(tuple(lines))] if lines else []


def law(record: Record, numbers: Numbering) -> list[Block]:
    """List the provisions read, with the dates of the reading."""
    lines = []
    for reading in record["legal_basis"]:
        number = numbers.number(reading["instrument"])
        where = f", {reading['provision']}" if reading["provision"] else ""
        text = f"{reading['instrument']}{where}: {_dates(reading)}"
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
        most = f"; at most {iso_words(tie['maximum'])}" if tie.get("maximum") else ""
        where = f" ({tie['provision']}{most})" if tie.get("provision") else ""
        note = f" {tie['note']}" if tie["note"] else ""
        kind = words.word("offence-link", tie["link"]).rstrip(".")
        text = f"{tie.get('label', tie['offence'])}{where}.{note}"
        lines.append(Line(text, kind, numbers.refs(tie)))
    return [Facts(tuple(lines))] if lines else []


def related(record: Record, words: Lexicon) -> list[Block]:
    """List what to combine it with, prefer to it, or not confuse with it."""
    lines = []
    for one in record["related"]:
        kind = _DERIVED_RELATIONS.get(one["type"]) or words.word("relation", one["type"])
        name = words.measure(one["id"])
        lines.append(Line(f"{name}. {one['note']}", kind))
    return [Facts(tuple(lines))] if lines else []


def evidence(record: Record, words: Lexicon, numbers: Numbering) -> list[Block]:
    """Say, context by context, how strong the evidence is and, apart from that, what it says."""
    lines = [
        Line(
            _rating(rating, words),
            words.label("contexts", rating["context"]),
            _studies(rating, record, numbers),
        )
        for rating in record["evidence"]
    ]
    for signal in record["harm_signals"]:
        source = {"links": [{"source": _title(record, signal["source"]), "pinpoint": None}]}
        lines.append(Line(signal["text"], label("harm_signals"), numbers.refs(source)))
    note = record["practice_note"]
    if note:
        consistency = words.word("consistency", note["consistency"])
        who, spread = note["who"].rstrip("."), note["spread"].rstrip(".")
        text = f"{note['says']} ({who}; {spread}; {consistency})"
        refs = _studies({"sources": note["sources"]}, record, numbers)
        lines.append(Line(text, label("practice_note"), refs))
    return [Facts(tuple(lines))] if lines else []


def strength_words(rating: Record, words: Lexicon) -> str:
    """Return the name of a rating's strength, provisional said so."""
    name = words.word("strength", rating["strength"]).partition(":")[0]
    rated = rating["direction"] is not None and rating["strength"] != "none-found"
    return f"{name} (provisional)" if rated and rating["provisional"] else name


def _rating(rating: Record, words: Lexicon) -> str:
    if rating["strength"] == "none-found":
        text = "Strength: none found. A search found no study of this measure in this context."
        return f"{text} That does not mean that it does not work."
    if rating["direction"] is None:
        why = f" {rating['why']}" if rating["why"] else ""
        return f"{words.word('strength', rating['strength'])}.{why}"
    said = words.word("direction", rating["direction"])
    if rating["unknown_because"]:
        said += f" ({words.word('unknown-because', rating['unknown_because'])})"
    outcome = f"; outcome: {rating['outcome'].rstrip('.')}" if rating["outcome"] else ""
    why = f" Why not higher: {rating['why']}" if rating["why"] else ""
    return f"Strength: {strength_words(rating, words)}. Direction: {said}{outcome}.{why}"


def _studies(rating: Record, record: Record, numbers: Numbering) -> tuple[str, ...]:
    titles = [_title(record, id_) for id_ in rating["sources"]]
    if rating.get("search"):
        titles.append(_title(record, rating["search"]))
    return numbers.refs({"links": [{"source": title, "pinpoint": None} for title in titles]})


def _title(record: Record, id_: str) -> str:
    return next((source["title"] for source in record["sources"] if source["id"] == id_), id_)


def _valued(
    part: Record | None, key: str, kind: str, words: Lexicon, numbers: Numbering
) -> list[Line]:
    """Return a line for a statement that also has a closed value."""
    return (
        statement(part, key, numbers, words.word(kind, part["value"]).rstrip(".")) if part else []
    )


def _dates(reading: Record) -> str:
    return f"read {day_words(reading['read_on'])}, text as at {day_words(reading['text_as_at'])}"


def _instrument(url: str | None) -> str | None:
    """Return the address of an instrument from that of one of its provisions."""
    return "/".join(url.split("/")[:7]) if url else None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

"""The practitioner's part of a sheet: when to use it, a glance, checks, steps, neighbours."""

from disruptref.read.labels import label
from disruptref.read.lexicon import Lexicon
from disruptref.read.sheet.blocks import Block, Bullets, Facts, Line
from disruptref.read.sheet.legal import durations
from disruptref.read.sheet.numbering import Numbering, Record, statement, valued


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
    lines += valued(before["alerts_subject"], "alerts_subject", "alerts", words, numbers)
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


def check_first(record: Record, words: Lexicon, numbers: Numbering) -> list[Block]:
    """Say what must be weighed before acting, the child's safety first."""
    before = record["before_you_act"]
    lines = statement(before["child_safety"], "child_safety", numbers)
    lines += valued(before["identifies_child"], "identifies_child", "identifies", words, numbers)
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
    lines += valued(before["out_of_hours"], "out_of_hours", "out-of-hours", words, numbers)
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


def related(record: Record, words: Lexicon) -> list[Block]:
    """List what to combine it with, prefer to it, or not confuse with it."""
    lines = []
    for one in record["related"]:
        name = words.measure(one["id"])
        lines.append(Line(f"{name}. {one['note']}", words.relation(one["type"])))
    return [Facts(tuple(lines))] if lines else []

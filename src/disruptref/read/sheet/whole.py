"""The whole record of a measure, for `show`."""

from disruptref.read.labels import label
from disruptref.read.lexicon import Lexicon
from disruptref.read.sheet import legal, practical, ratings
from disruptref.read.sheet.blocks import Block, Facts, Heading, Line
from disruptref.read.sheet.numbering import Numbering, Record, statement
from disruptref.read.sheet.page import Setting, title_block, with_headings


def whole(record: Record, words: Lexicon, setting: Setting) -> tuple[Block, ...]:
    """Return the whole record as blocks, for `show`."""
    numbers = Numbering()
    numbers.know([record], words)
    blocks = [Heading(record["name"], 1), *title_block(record, words, setting)]
    parts: tuple[tuple[str, list[Block]], ...] = (
        ("use-when", practical.use_when(record, words)),
        ("glance", practical.glance(record, words, numbers)),
        ("routes", _routes(record, words, numbers)),
        ("check-first", practical.check_first(record, words, numbers)),
        ("how", practical.how(record, words, numbers)),
        ("terms", legal.terms(record, numbers)),
        ("after", legal.after(record, words, numbers)),
        ("record", _record_it(record, numbers)),
        ("offences", legal.offences(record, words, numbers)),
        ("compare", practical.related(record, words)),
        ("evidence", ratings.evidence(record, words, numbers)),
        ("timeline", legal.timeline(record, words, numbers)),
        ("law", legal.law(record, numbers)),
        ("sources", [numbers.list()]),
    )
    blocks += with_headings(parts)
    if record["not_recorded"]:
        missing = Line(", ".join(record["not_recorded"]), label("not_recorded"))
        blocks.append(Facts((missing,)))
    return tuple(blocks)


def _routes(record: Record, words: Lexicon, numbers: Numbering) -> list[Block]:
    blocks: list[Block] = []
    for name, facts in legal.routes(record, words, numbers):
        blocks += [Heading(name, 3), facts]
    return blocks


def _record_it(record: Record, numbers: Numbering) -> list[Block]:
    lines = statement(record["doing_it"]["record_in"], "record_in", numbers)
    return [Facts(tuple(lines))] if lines else []

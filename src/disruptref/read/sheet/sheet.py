"""The briefing sheet: one measure on a side of A4, or several beside one another.

The order follows the National Decision Model. The sheet holds no personal data: boxes for local
completion are printed empty.
"""

from collections.abc import Sequence
from hashlib import sha256

from disruptref import __version__
from disruptref.read.asof import day_words
from disruptref.read.labels import DISCLAIMER, EMERGENCY, LOCAL_COMPLETION, label
from disruptref.read.lexicon import Lexicon
from disruptref.read.sheet import comparison, outcome
from disruptref.read.sheet import evidence as ratings
from disruptref.read.sheet import law as legal
from disruptref.read.sheet import practice as practical
from disruptref.read.sheet.blocks import Block, Facts, Heading, Line, Sheet
from disruptref.read.sheet.comparison import Comparison
from disruptref.read.sheet.iimarch import iimarch
from disruptref.read.sheet.numbering import Numbering, Record, statement
from disruptref.read.sheet.one_side import one_side
from disruptref.read.sheet.page import Setting, title_block, with_headings
from disruptref.read.sheet.safety import handling
from disruptref.read.sheet.several import several


def sheet(records: Sequence[Record], words: Lexicon, setting: Setting) -> Sheet:
    """Make the sheet of one or several records (each already as of the day)."""
    numbers = Numbering()
    numbers.know(records, words)
    if len(records) == 1:
        title = records[0]["name"]
        blocks = one_side(records[0], words, setting, numbers)
        blocks += [Heading(label("sources")), numbers.list()] if numbers.list().sources else []
    else:
        title = f"Briefing sheet: {len(records)} measures"
        blocks = several(records, words, numbers, setting)
    if setting.iimarch:
        blocks += iimarch(records)
    return _framed(title, blocks, setting, LOCAL_COMPLETION)


def outcome_form(records: Sequence[Record], words: Lexicon, setting: Setting) -> Sheet:
    """Make the form that records the use and outcome of one or several measures."""
    return _framed(label("outcome-form"), outcome.blocks(records, words), setting)


def side_by_side(found: Comparison, setting: Setting) -> Sheet:
    """Make the sheet of a comparison."""
    return _framed(" and ".join(found.names), comparison.blocks(found, setting), setting)


def _framed(title: str, blocks: list[Block], setting: Setting, *first: str) -> Sheet:
    """Put the marking, the handling line and the foot around some blocks."""
    if setting.title:
        title = f"{setting.title}: {title}"
        blocks = [Heading(title, 1), *blocks[1:]]
    made = f"disruptref {__version__}, catalogue {setting.version}"
    proof = sha256(repr((title, blocks, setting)).encode()).hexdigest()[:12]
    foot = (
        *first,
        f"{made}, made {day_words(setting.printed)}, digest {proof}. {DISCLAIMER}",
        EMERGENCY,
    )
    return Sheet(title, setting.marking, handling(setting.marking), tuple(blocks), foot)


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

"""The briefing sheet: one measure on a side of A4, or several beside one another.

The order follows the National Decision Model. The sheet holds no personal data: boxes for local
completion are printed empty.
"""

from collections.abc import Sequence

from disruptref import __version__
from disruptref.read.asof import day_words
from disruptref.read.labels import DISCLAIMER, EMERGENCY, LOCAL_COMPLETION, label
from disruptref.read.lexicon import Lexicon
from disruptref.read.sheet import comparison, outcome
from disruptref.read.sheet.blocks import Block, Heading, Sheet
from disruptref.read.sheet.comparison import Comparison
from disruptref.read.sheet.iimarch import iimarch
from disruptref.read.sheet.numbering import Numbering, Record
from disruptref.read.sheet.one_side import one_side
from disruptref.read.sheet.page import Setting
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
    from hashlib import sha256

    made = f"disruptref {__version__}, catalogue {setting.version}"
    proof = sha256(repr((title, blocks, setting)).encode()).hexdigest()[:12]
    foot = (
        *first,
        f"{made}, made {day_words(setting.printed)}, digest {proof}. {DISCLAIMER}",
        EMERGENCY,
    )
    return Sheet(title, setting.marking, handling(setting.marking), tuple(blocks), foot)

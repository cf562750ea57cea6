"""A form to record that a measure was used and what followed: what police data lacks."""

from collections.abc import Sequence

from disruptref.read.labels import OUTCOME_FIELDS, label
from disruptref.read.lexicon import Lexicon
from disruptref.read.sheet.blocks import Block, Bullets, Facts, Heading, Line, Table
from disruptref.read.sheet.numbering import Record

_ROWS = 3


def blocks(records: Sequence[Record], words: Lexicon) -> list[Block]:
    """Return the form: which measure, the words to choose from, and empty rows."""
    measures = tuple(Line(record["name"], record["id"]) for record in records)
    contexts = tuple(Line(name, id_) for id_, name in words.labels("contexts").items())
    tiers = tuple(Line(name, id_) for id_, name in words.labels("value:outcome-tier").items())
    empty = (("",) * len(OUTCOME_FIELDS),) * _ROWS
    return [
        Heading(label("outcome-form"), 1),
        Facts(measures),
        Heading(label("outcome-record")),
        Table(label("outcome-record"), tuple(OUTCOME_FIELDS.values()), empty, True),
        Heading(label("outcome-contexts")),
        Facts((Line("; ".join(f"{one.label} ({one.text})" for one in contexts)),)),
        Heading(label("outcome-tiers")),
        Bullets(tiers),
    ]

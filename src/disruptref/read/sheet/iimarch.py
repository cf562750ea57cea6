"""The headings of an IIMARCH briefing, to be filled in by hand; only the law is printed."""

from collections.abc import Sequence

from disruptref.read.labels import IIMARCH, label
from disruptref.read.sheet.blocks import Block, Bullets, Heading, Line, Paragraph
from disruptref.read.sheet.numbering import Record


def iimarch(records: Sequence[Record]) -> list[Block]:
    """Return the annex: powers under Method, rights under Human rights, everything else blank."""
    blocks: list[Block] = [Heading(label("iimarch"))]
    for key, heading in IIMARCH.items():
        blocks.append(Heading(heading, 3))
        lines = _printed(key, records)
        blocks.append(Bullets(lines) if lines else Paragraph(Line(label("blank"))))
    return blocks


def _printed(key: str, records: Sequence[Record]) -> tuple[Line, ...]:
    if key == "method":
        return tuple(Line(record["summary"], record["name"]) for record in records)
    if key == "human-rights":
        return tuple(
            Line(record["before_you_act"]["rights"]["text"], record["name"])
            for record in records
            if record["before_you_act"]["rights"]
        )
    return ()

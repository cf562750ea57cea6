"""Markdown, for records systems and web pages that take it."""

import re
from collections.abc import Iterator

from disruptref.read.sheet.blocks import (
    Banner,
    Bullets,
    Facts,
    Heading,
    Line,
    Paragraph,
    Sheet,
    Sources,
    Table,
)

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def sheet_markdown(sheet: Sheet) -> str:
    """Return a whole sheet as Markdown."""
    handling = f"\n\n{escape(sheet.handling)}" if sheet.handling else ""
    head = f"**{escape(sheet.marking)}**{handling}"
    foot = "\n\n".join(escape(line) for line in sheet.foot)
    parts = [head, *_parts(sheet), "---", foot, f"**{escape(sheet.marking)}**"]
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return _LINE_START.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))


def _parts(sheet: Sheet) -> Iterator[str]:
    for block in sheet.blocks:
        match block:
            case Heading(text, level):
                yield f"{'#' * level} {escape(text)}"
            case Banner(text):
                yield f"> **Warning: {escape(text)}**"
            case Paragraph(line):
                yield escape(line.sentence)
            case Facts(facts):
                yield "\n".join(f"- {_labelled(line)}" for line in facts)
            case Bullets(items, numbered):
                marks = (f"{n}." if numbered else "-" for n in range(1, len(items) + 1))
                yield "\n".join(
                    f"{mark} {_labelled(line)}" for mark, line in zip(marks, items, strict=True)
                )
            case Table():
                yield _table(block)
            case Sources(sources):
                yield "\n".join(
                    f"{source.number}. {escape(source.title)}; {escape(source.note)}"
                    + (f" <{source.url}>" if source.url else "")
                    for source in sources
                )


def _labelled(line: Line) -> str:
    return (
        f"**{escape(line.label)}:** {escape(line.sentence)}"
        if line.label
        else escape(line.sentence)
    )


def _table(table: Table) -> str:
    rows = [table.header, tuple("---" for _ in table.header), *table.rows]
    cells = [
        [cell if number == 1 else escape(cell) for cell in row] for number, row in enumerate(rows)
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)

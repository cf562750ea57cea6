"""Plain text: labelled lines that a screen reader, a pipe and an e-mail can all take.

Nothing is cut. With a width (columns) long lines are folded under their label; without one each
label and its text stay on one line, which suits `grep`.
"""

from collections.abc import Iterator
from textwrap import fill

from disruptref.read.sheet.blocks import (
    Banner,
    Block,
    Bullets,
    Facts,
    Heading,
    Line,
    Paragraph,
    Sheet,
    Sources,
    Table,
)

SHEET_COLUMNS = 72


def sheet_text(sheet: Sheet) -> str:
    """Return a whole sheet as text of 72 columns."""
    handling = [_folded(sheet.handling, SHEET_COLUMNS)] if sheet.handling else []
    head = [sheet.marking, *handling, ""]
    foot = ["", *(_folded(line, SHEET_COLUMNS) for line in sheet.foot), sheet.marking]
    return "\n".join([*head, *lines(sheet.blocks, SHEET_COLUMNS), *foot]) + "\n"


def lines(blocks: tuple[Block, ...], width: int | None = None) -> Iterator[str]:
    """Yield the lines of some blocks, folded to `width` columns if one is given."""
    for block in blocks:
        match block:
            case Heading(text, level):
                yield from _heading(text, level)
            case Banner(text):
                yield _folded(f"WARNING: {text}", width)
            case Paragraph(line):
                yield _folded(line.sentence, width)
            case Facts(facts):
                yield from (_fact(line, width) for line in facts)
            case Bullets(items, numbered):
                for number, line in enumerate(items, 1):
                    mark = f"{number}. " if numbered else "- "
                    yield _folded(mark + _labelled(line), width, len(mark))
            case Table():
                yield from _records(block, width)
            case Sources(sources):
                for source in sources:
                    parts = (source.title, source.note, source.url or "")
                    yield _folded(f"[{source.number}] {'; '.join(filter(None, parts))}", width, 4)


def _heading(text: str, level: int) -> Iterator[str]:
    if level == 1:
        yield text.upper()
    elif level == 2:
        yield ""
        yield text
        yield "-" * len(text)
    else:
        yield ""
        yield f"{text}:"


def _fact(line: Line, width: int | None) -> str:
    return (
        _folded(_labelled(line), width, 2)
        if line.label
        else _folded(f"  {line.sentence}", width, 2)
    )


def _labelled(line: Line) -> str:
    return f"{line.label}: {line.sentence}" if line.label else line.sentence


def _records(table: Table, width: int | None) -> Iterator[str]:
    """A table as one block of labelled lines per row; an empty form as ruled lines."""
    if table.blank:
        yield " | ".join(table.header)
        yield from (" | ".join("_" * len(name) for name in table.header) for _ in table.rows)
        return
    for row in table.rows:
        yield ""
        for name, cell in zip(table.header, row, strict=True):
            yield _folded(f"{name.rstrip('?')}: {cell}", width, 2)


def _folded(text: str, width: int | None, indent: int = 0) -> str:
    if width is None:
        return text
    lead = " " * (len(text) - len(text.lstrip(" ")))
    return fill(
        text, width, initial_indent=lead, subsequent_indent=" " * indent,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip

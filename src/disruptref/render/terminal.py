"""Answers on a screen: rich tables for a person at a terminal, plain labelled lines otherwise."""

import os
import re
import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

from disruptref.read.blocks import Banner, Block, Bullets, Facts, Heading, Paragraph, Sources, Table
from disruptref.render import text

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Row(NamedTuple):
    """One entry of a listing: its head, its one-line state, and further lines."""

    id: str
    name: str
    state: str
    lines: tuple[str, ...]


def safe(words: str) -> str:
    """Return words without control or direction characters, fit for any terminal."""
    return _CONTROL.sub("", words)


def is_rich(*, plain: bool) -> bool:
    """True when a person reads on a terminal and did not ask for plain lines."""
    return not plain and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def emit(words: str) -> None:
    """Write one line to standard output, in any code page."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(words.encode(encoding, "replace").decode(encoding) + "\n")


def remark(words: str) -> None:
    """Write one line to standard error."""
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(safe(words).encode(encoding, "replace").decode(encoding) + "\n")


def show_blocks(blocks: tuple[Block, ...], *, rich: bool, color: bool) -> None:
    """Show a record or a sheet."""
    if rich:
        _rich_blocks(blocks, color=color)
        return
    for line in text.lines(blocks):
        emit(line)


def show_rows(rows: Sequence[Row], *, rich: bool, color: bool) -> None:
    """Show a listing: one block of labelled lines for each entry."""
    if rich:
        _rich_rows(rows, color=color)
        return
    for row in rows:
        emit(f"{row.id}: {row.name}")
        if row.state:
            emit(f"  State: {row.state}")
        for line in row.lines:
            emit(f"  {line}")
        emit("")


def _console(*, color: bool) -> Any:
    from rich.console import Console

    return Console(no_color=not color, highlight=False, emoji=False, markup=False)


def _rich_rows(rows: Sequence[Row], *, color: bool) -> None:
    from rich.padding import Padding
    from rich.text import Text

    console = _console(color=color)
    for row in rows:
        head = Text(row.name, "bold")
        head.append(f"  {row.id}", "cyan")
        console.print(head)
        if row.state:
            console.print(
                Padding(Text(row.state, "green" if row.state[:2] == "In" else ""), (0, 2))
            )
        for line in row.lines:
            console.print(Padding(Text(line), (0, 2)))
        console.print()


def _rich_blocks(blocks: tuple[Block, ...], *, color: bool) -> None:
    from rich.padding import Padding
    from rich.table import Table as RichTable
    from rich.text import Text

    console = _console(color=color)
    for block in blocks:
        match block:
            case Heading(words, level):
                style = {1: "bold underline", 2: "bold cyan"}.get(level, "bold")
                console.print(Text(words, style) if level == 1 else Text(f"\n{words}", style))
            case Banner(words):
                console.print(Text(f"WARNING: {words}", "bold reverse"))
            case Paragraph(line):
                console.print(Text(line.sentence))
            case Facts(lines):
                grid = RichTable.grid(padding=(0, 2))
                grid.add_column(width=24 if console.width >= 90 else 16)
                grid.add_column(ratio=1)
                for line in lines:
                    value = Text(line.text)
                    value.append("".join(f" {ref}" for ref in line.refs), "dim")
                    grid.add_row(Text(line.label, "bold"), value)
                console.print(grid)
            case Bullets(lines, numbered):
                for number, line in enumerate(lines, 1):
                    value = Text(f"{number}. " if numbered else "• ")
                    value.append(f"{line.label}: " if line.label else "", "bold")
                    value.append(line.text).append("".join(f" {r}" for r in line.refs), "dim")
                    console.print(Padding(value, (0, 2)))
            case Table() | Sources():
                for words in text.lines((block,), console.width):
                    console.print(Text(words))

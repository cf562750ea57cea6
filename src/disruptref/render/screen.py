"""A record on a terminal, with rich: imported only when a person reads there."""

from rich.box import SIMPLE
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from disruptref.read.sheet.blocks import (
    Banner,
    Block,
    Bullets,
    Facts,
    Heading,
    Paragraph,
    Sources,
    Table,
)
from disruptref.render.text import lines


def _grid(table: Table) -> RichTable:
    """A table for a wide screen; on a narrow one its rows become labelled lines."""
    grid = RichTable(box=SIMPLE, show_lines=True, header_style="bold", padding=(0, 1))
    for number, name in enumerate(table.header):
        grid.add_column(Text(name), width=18 if number == 0 else None, ratio=1 if number else None)
    for row in table.rows:
        grid.add_row(Text(row[0], "bold"), *map(Text, row[1:]))
    return grid


def show(blocks: tuple[Block, ...], console: Console) -> None:
    """Print the blocks of a record or sheet."""
    for block in blocks:
        match block:
            case Heading(words, level):
                style = {1: "bold underline", 2: "bold cyan"}.get(level, "bold")
                console.print(Text(words, style) if level == 1 else Text(f"\n{words}", style))
            case Banner(words):
                console.print(Text(f"WARNING: {words}", "bold reverse"))
            case Paragraph(line):
                console.print(Text(line.sentence))
            case Facts(facts):
                grid = RichTable.grid(padding=(0, 2))
                grid.add_column(width=24 if console.width >= 90 else 16)
                grid.add_column(ratio=1)
                for line in facts:
                    value = Text(line.text)
                    value.append("".join(f" {ref}" for ref in line.refs), "dim")
                    grid.add_row(Text(line.label, "bold"), value)
                console.print(grid)
            case Bullets(items, numbered):
                for number, line in enumerate(items, 1):
                    value = Text(f"{number}. " if numbered else "• ")
                    value.append(f"{line.label}: " if line.label else "", "bold")
                    value.append(line.text).append("".join(f" {r}" for r in line.refs), "dim")
                    console.print(Padding(value, (0, 2)))
            case Table() if not block.blank and console.width >= 40 * len(block.header) - 20:
                console.print(_grid(block))
            case Table() | Sources():
                for words in lines((block,), console.width):
                    console.print(Text(words))

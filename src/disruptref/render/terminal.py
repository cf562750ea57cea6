"""Answers on a screen: rich tables for a person at a terminal, plain labelled lines otherwise."""

import os
import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from disruptref.read.refusals import UnwritableError

if TYPE_CHECKING:
    from disruptref.read.sheet.blocks import Block

_CONTROL = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"


class Row(NamedTuple):
    """One entry of a listing: its head, its one-line state, and further lines."""

    id: str
    name: str
    state: str
    lines: tuple[str, ...]


def safe(words: str) -> str:
    """Return words without control or direction characters, fit for any terminal."""
    return re.sub(_CONTROL, "", words)


def is_rich(*, plain: bool) -> bool:
    """True when a person reads on a terminal and did not ask for plain lines."""
    return not plain and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def emit(words: str) -> None:
    """Write one line to standard output, in any code page.

    Raises:
        UnwritableError: when it cannot be written. Where nobody reads any more the rest goes
            nowhere, and the command ends with the code that it would have had.
    """
    encoding = sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.write(safe(words).encode(encoding, "replace").decode(encoding) + "\n")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise UnwritableError(f"Standard output: {error.strerror}.") from None


def remark(words: str) -> None:
    """Write one line to standard error."""
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(safe(words).encode(encoding, "replace").decode(encoding) + "\n")


def show_blocks(blocks: tuple["Block", ...], *, rich: bool, color: bool) -> None:
    """Show a record or a sheet."""
    if rich:
        from disruptref.render.screen import show

        show(blocks, console(color=color))
        return
    from disruptref.render.text import lines

    for line in lines(blocks):
        emit(line)


def show_rows(rows: Sequence[Row], *, rich: bool, color: bool) -> None:
    """Show a listing: one block of labelled lines for each entry."""
    if rich:
        _rich_rows(rows, color=color)
        return
    for row in rows:
        emit(f"{row.id}: {row.name}")
        if row.state:
            emit(f"  {row.state}")
        for line in row.lines:
            emit(f"  {line}")
        emit("")


def console(*, color: bool) -> Any:
    """Return the rich console of this terminal."""
    from rich.console import Console

    return Console(no_color=not color, highlight=False, emoji=False, markup=False)


def _rich_rows(rows: Sequence[Row], *, color: bool) -> None:
    from rich.padding import Padding
    from rich.text import Text

    screen = console(color=color)
    for row in rows:
        head = Text(row.name, "bold")
        head.append(f"  {row.id}", "cyan")
        screen.print(head)
        if row.state:
            screen.print(Padding(Text(row.state, "dim"), (0, 2)))
        for line in row.lines:
            screen.print(Padding(Text(line), (0, 2)))
        screen.print()

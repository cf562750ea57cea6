"""What every command needs: how the answer is wanted, which day, where it goes, how it ends."""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from disruptref.read.answers import envelope
from disruptref.read.filters import Filters
from disruptref.read.refusals import Refusal, UnwritableError, UsageError
from disruptref.render import terminal


class Output(NamedTuple):
    """How the answer is wanted: as JSON, as plain lines, without colour."""

    json: bool
    plain: bool
    no_color: bool

    @property
    def rich(self) -> bool:
        """True when a person reads on a terminal."""
        return terminal.is_rich(plain=self.plain)

    @property
    def color(self) -> bool:
        """True unless colour is switched off."""
        return not (self.no_color or os.environ.get("NO_COLOR"))


class Wanted(NamedTuple):
    """In which format an answer goes where, and whether a file may be overwritten, as typed."""

    form: str | None
    target: str | None
    force: bool


class SheetOptions(NamedTuple):
    """What a sheet is to be like, as typed."""

    date: str | None
    marking: str | None
    title: str | None
    by: str | None
    iimarch: bool
    outcome_form: bool


def refuse_empty(typed: Iterable[tuple[str, Any]]) -> None:
    """Let no option with nothing in it pass: a shell's unset variable must not widen the answer.

    Raises:
        UsageError: for the first of these flags with their values that was given and is empty.
    """
    for flag, given in typed:
        values = given if isinstance(given, list | tuple) else [given]
        if any(isinstance(one, str) and not one.strip() for one in values):
            raise UsageError(f"{flag} is empty; give it a value or leave it out.")


def refuse(refusal: Refusal, filters: Filters | None, output: Output) -> None:
    """Tell a refusal: sentences on standard error and, if asked for, the same as JSON."""
    if output.json and not isinstance(refusal, UnwritableError):
        query = filters.given() if filters else {}
        print_json(envelope(None, query, [], refusal.sentences))
    for sentence in refusal.sentences:
        terminal.remark(sentence)


def print_json(value: Any) -> None:
    """Print a value as JSON."""
    terminal.emit(json.dumps(value, ensure_ascii=False, indent=2))


def today() -> date:
    """Return the day on which the law is asked for when none is given."""
    return date.today()


def day_of(given: str | None, option: str = "--as-of") -> str:
    """Return an ISO day: the one given, or today.

    Raises:
        UsageError: when it is not a day of the calendar.
    """
    if given is None:
        return today().isoformat()
    try:
        return datetime.strptime(given, "%Y-%m-%d").date().isoformat()
    except ValueError:
        pass
    raise UsageError(f"{option} '{given}' is not a day; write YYYY-MM-DD.")


def settle_form(wanted: Wanted, output: Output, known: Sequence[str], default: str = "txt") -> str:
    """Settle the format: -f, else --json, else the suffix of -o, else the default."""
    suffix = Path(wanted.target).suffix[1:].lower() if wanted.target else ""
    settled = wanted.form or ("json" if output.json else "") or suffix or default
    if settled not in known:
        raise UsageError(f"The format '{settled}' is not known; write one of: {', '.join(known)}.")
    if settled in ("docx", "pdf", "png") and wanted.target is None and sys.stdout.isatty():
        raise UsageError(f"A {settled} file is not for a screen; add -o FILE.{settled}")
    return settled


def sentences(refusals: Sequence[Refusal]) -> list[str]:
    """Return every sentence of some refusals."""
    return [sentence for refusal in refusals for sentence in refusal.sentences]


def worst(refusals: Sequence[Refusal]) -> int:
    """Return the exit code of an answer from which something is missing."""
    return max((refusal.exit_code for refusal in refusals), default=0)


def deliver(content: bytes, wanted: Wanted, about: str = "") -> None:
    """Write an answer where it was asked to go, and say so when that is a file.

    Raises:
        UnwritableError: in one sentence, with nothing half-written.
    """
    from disruptref.output import write

    write(wanted.target or "-", content, force=wanted.force)
    if wanted.target and wanted.target != "-":
        terminal.remark(f"Written: {wanted.target}{about}")


def refuse_narrowing(filters: Filters, command: str) -> None:
    """Refuse filters beside measures that were named: they could change nothing.

    Raises:
        UsageError: naming the filters.
    """
    beside = [f"--{name}" for name in filters.given() if name not in ("jurisdiction", "as-of")]
    if beside:
        raise UsageError(f"{', '.join(beside)}: `{command}` takes measures or filters, not both.")

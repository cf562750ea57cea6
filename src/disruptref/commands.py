"""What each command does, once its words are parsed: ask, render, and return the exit code."""

import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from disruptref.read.answers import Listing, envelope, listing, searching, showing, terms
from disruptref.read.current import open_store
from disruptref.read.filters import Filters
from disruptref.read.lexicon import Lexicon
from disruptref.read.refusals import Refusal, UsageError
from disruptref.render import terminal

FORMATS = ("html", "md", "txt", "docx", "pdf", "json")


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
    """Where a sheet goes and how: format, file, overwriting, printed date, as typed."""

    form: str | None
    target: str | None
    force: bool
    printed: str | None


def search(words: Sequence[str], filters: Filters, output: Output) -> int:
    """Show ranked matches."""
    store, day = open_store(), day_of(filters.as_of)
    return _list(store, searching(store, " ".join(words), filters, day), filters, output)


def list_(filters: Filters, output: Output) -> int:
    """Show every measure that passes the filters."""
    store, day = open_store(), day_of(filters.as_of)
    return _list(store, listing(store, filters, day), filters, output)


def show(names: Sequence[str], filters: Filters, output: Output) -> int:
    """Show whole records; what could not be found is named, and sets the exit code."""
    from disruptref.read.page import Setting
    from disruptref.read.sheet import whole

    if not names:
        raise UsageError("Name a measure, such as `disruptref show cawn`.")
    store, day = open_store(), day_of(filters.as_of)
    answer = showing(store, names, filters, day)
    errors = sentences(answer.missing)
    for line in (*answer.remarks, *errors):
        terminal.remark(line)
    if output.json:
        print_json(envelope(store, filters.given(), answer.records, errors))
    else:
        setting = Setting(day, day, store.meta("version"))
        for record in answer.records:
            blocks = whole(record, Lexicon(store), setting)
            terminal.show_blocks(blocks, rich=output.rich, color=output.color)
    return max((refusal.exit_code for refusal in answer.missing), default=0)


def brief(names: Sequence[str], wanted: Wanted, filters: Filters, output: Output) -> int:
    """Write a sheet of the measures named, or of those that pass the filters."""
    from disruptref.output import write
    from disruptref.read.page import Setting
    from disruptref.read.sheet import sheet
    from disruptref.render.formats import render

    form = settle_form(wanted, output)
    store, day = open_store(), day_of(filters.as_of)
    printed = day_of(wanted.printed, "--date")
    version = store.meta("version")
    errors: list[str] = []
    if names:
        answer = showing(store, names, filters, day)
        errors = sentences(answer.missing)
        for line in (*answer.remarks, *errors):
            terminal.remark(line)
        records, setting = answer.records, Setting(day, printed, version)
    else:
        found, scope = _by_filters(store, filters, day)
        records, setting = found, Setting(day, printed, version, *scope)
    made = sheet(records, Lexicon(store), setting)
    answered = envelope(store, filters.given(), records, errors)
    write(wanted.target or "-", render(made, form, printed, answered), force=wanted.force)
    if wanted.target and wanted.target != "-":
        terminal.remark(f"Written: {wanted.target}")
    return 1 if errors else 0


def vocabulary(name: str, term: str | None, output: Output) -> int:
    """Show a vocabulary, or one term of it."""
    from disruptref.render.vocabulary import row

    store = open_store()
    found = terms(store, name, term)
    if output.json:
        print_json(envelope(store, {}, found))
    else:
        terminal.show_rows([row(one) for one in found], rich=output.rich, color=output.color)
    return 0


def export(wanted: Wanted, as_of: str | None, output: Output) -> int:
    """Write the whole catalogue, every dated part kept, with each measure's summaries for a day."""
    from disruptref.output import write
    from disruptref.read.answers import everything
    from disruptref.render.export import EXPORTS
    from disruptref.render.export import export as exported

    form = settle_form(wanted, output, tuple(EXPORTS), "json")
    store, day = open_store(), day_of(as_of)
    records = everything(store, day)
    answer = envelope(store, {"as_of": as_of} if as_of else {}, records)
    write(wanted.target or "-", exported(records, answer, form), force=wanted.force)
    if wanted.target and wanted.target != "-":
        terminal.remark(f"Written: {wanted.target} ({len(records)} measures)")
    return 0


def refuse(refusal: Refusal, filters: Filters | None, output: Output) -> None:
    """Tell a refusal: sentences on standard error and, if asked for, the same as JSON."""
    if output.json:
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
        return date.fromisoformat(given).isoformat()
    except ValueError:
        raise UsageError(f"{option} '{given}' is not a day; write YYYY-MM-DD.") from None


def settle_form(
    wanted: Wanted, output: Output, known: Sequence[str] = FORMATS, default: str = "txt"
) -> str:
    """Settle the format: -f, else --json, else the suffix of -o, else the default."""
    suffix = Path(wanted.target).suffix[1:].lower() if wanted.target else ""
    settled = wanted.form or ("json" if output.json else "") or suffix or default
    if settled not in known:
        raise UsageError(f"The format '{settled}' is not known; write one of: {', '.join(known)}.")
    if settled in ("docx", "pdf", "png") and wanted.target is None and sys.stdout.isatty():
        raise UsageError(f"A {settled} file is not for a screen; add -o FILE.{settled}")
    return settled


def _by_filters(
    store: Any, filters: Filters, day: str
) -> tuple[tuple[dict[str, Any], ...], tuple[str, tuple[str, ...]]]:
    """Return the records that pass, and the scope of the sheet in words with its remarks."""
    from disruptref.read.asof import view

    given = filters.given()
    if not given:
        raise UsageError("Name measures or give filters, such as `disruptref brief cawn`.")
    found = listing(store, filters, day)
    records = tuple(view(store.record(entry.card["id"]), day) for entry in found.entries)
    words = "; ".join(f"{key} {_words(value)}" for key, value in given.items())
    return records, (f"Measures by filter: {words}. {len(records)} found.", found.remarks)


def _words(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else "yes" if value is True else str(value)


def sentences(refusals: Sequence[Refusal]) -> list[str]:
    """Return every sentence of some refusals."""
    return [sentence for refusal in refusals for sentence in refusal.sentences]


def _list(store: Any, answer: Listing, filters: Filters, output: Output) -> int:
    """Show a listing: each measure with its nation, its state that day, and why it is there."""
    from disruptref.read.asof import day_words
    from disruptref.read.nation import label_of

    for line in answer.remarks:
        terminal.remark(line)
    if output.json:
        results = [entry.json() for entry in answer.entries]
        print_json(envelope(store, filters.given(), results))
        return 0
    areas = Lexicon(store).labels("pilot-areas")
    when = f"State on {day_words(filters.as_of)}" if filters.as_of else "State today"
    rows = []
    for entry in answer.entries:
        state = f"{entry.state.words(areas)}; {label_of(entry.card['jurisdictions'])}"
        why = [f"Matched: {'; '.join(entry.match.matched)}"] if entry.match else []
        lines = (entry.card["summary"], *entry.notes, *why)
        rows.append(terminal.Row(entry.card["id"], entry.card["name"], f"{when}: {state}", lines))
    terminal.show_rows(rows, rich=output.rich, color=output.color)
    return 0

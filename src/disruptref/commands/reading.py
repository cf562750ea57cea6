"""What the reading commands do: search, list, show, brief, the vocabularies, export."""

import re
from collections.abc import Sequence
from typing import Any

from disruptref.cli_options import FORMATS
from disruptref.commands.common import (
    Output,
    SheetOptions,
    Wanted,
    day_of,
    deliver,
    print_json,
    refuse_narrowing,
    sentences,
    settle_form,
    worst,
)
from disruptref.read.answers import Listing, envelope, listing, searching, showing, terms
from disruptref.read.filters import Filters
from disruptref.read.lexicon import Lexicon
from disruptref.read.refusals import Refusal, UsageError
from disruptref.read.which_index import open_store
from disruptref.render import terminal

LONG = 12  # so many measures make a sheet that nobody reads through
# What a remark says of options and commands is of no use on a sheet.
_AT_A_TERMINAL = re.compile(r" \([^()]*--[^()]*\)|; see `[^`]*`|; --any-status shows all")


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
    from disruptref.read.sheet.page import Setting
    from disruptref.read.sheet.whole import whole

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
    return worst(answer.missing)


def brief(
    names: Sequence[str], wanted: Wanted, asked: SheetOptions, filters: Filters, output: Output
) -> int:
    """Write a sheet of the measures named, or of those that pass the filters."""
    from disruptref.read.sheet.sheet import outcome_form, sheet
    from disruptref.render.formats import outcome_columns, render

    forms = (*FORMATS, "csv") if asked.outcome_form else FORMATS
    form = settle_form(wanted, output, forms, "txt")
    store, day = open_store(), day_of(filters.as_of)
    setting = _setting(store, asked, day)
    missing: Sequence[Refusal] = ()
    if names:
        refuse_narrowing(filters, "brief")
        answer = showing(store, names, filters, day)
        missing, records = answer.missing, answer.records
        for line in (*answer.remarks, *sentences(missing)):
            terminal.remark(line)
    else:
        records, (scope, remarks) = _by_filters(store, filters, day)
        words = Lexicon(store)
        contexts = tuple(words.find("contexts", "--context", given) for given in filters.context)
        setting = setting._replace(scope=scope, remarks=remarks, contexts=contexts)
        if len(records) > LONG:
            terminal.remark(f"{len(records)} measures make a long sheet; add filters to narrow it.")
    answered = envelope(store, filters.given(), records, sentences(missing))
    if form == "csv":
        deliver(outcome_columns(records), wanted)
    else:
        made = (outcome_form if asked.outcome_form else sheet)(records, Lexicon(store), setting)
        deliver(render(made, form, setting.printed, answered), wanted)
    return worst(missing)


def _setting(store: Any, asked: SheetOptions, day: str) -> Any:
    """Return what the sheet is made for, its marking and title checked."""
    from disruptref.read.sheet.page import Setting
    from disruptref.read.sheet.safety import TITLE_REMARK, marking, title
    from disruptref.read.sheet.several import sequence

    if asked.title:
        terminal.remark(TITLE_REMARK)
    return Setting(
        day,
        day_of(asked.date, "--date"),
        store.meta("version"),
        marking=marking(asked.marking),
        title=title(asked.title),
        iimarch=asked.iimarch,
        by=sequence(asked.by),
    )


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


def export(wanted: Wanted, filters: Filters, output: Output) -> int:
    """Write the whole catalogue, every dated part kept, with each measure's summaries for a day."""
    from disruptref.read.answers import everything
    from disruptref.render.export import EXPORTS
    from disruptref.render.export import export as exported

    form = settle_form(wanted, output, tuple(EXPORTS), "json")
    store, day = open_store(), day_of(filters.as_of)
    records = everything(store, day)
    answer = envelope(store, filters.given(), records)
    deliver(exported(records, answer, form), wanted, f" ({len(records)} measures)")
    return 0


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
    remarks = tuple(_AT_A_TERMINAL.sub("", line) for line in found.remarks)
    return records, (f"Measures by filter: {words}. {len(records)} found.", remarks)


def _words(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else "yes" if value is True else str(value)


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

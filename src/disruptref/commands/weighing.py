"""What the commands that weigh measures do: compare, evidence, options."""

import json
import sys
from collections.abc import Sequence
from typing import Any

from disruptref.commands.common import (
    Output,
    Wanted,
    day_of,
    deliver,
    print_json,
    refuse_narrowing,
    sentences,
    settle_form,
    today,
    worst,
)
from disruptref.read.answers import envelope, showing
from disruptref.read.filters import Filters, as_json
from disruptref.read.lexicon import Lexicon
from disruptref.read.refusals import NothingFoundError, UsageError
from disruptref.read.which_index import open_store
from disruptref.render import terminal


def compare(names: Sequence[str], wanted: Wanted, filters: Filters, output: Output) -> int:
    """Show two to four measures side by side, on the screen or as a sheet."""
    from disruptref.read.sheet import comparison
    from disruptref.read.sheet.page import Setting
    from disruptref.read.sheet.sheet import side_by_side
    from disruptref.render.formats import render

    if not 2 <= len(names) <= 4:
        raise UsageError("Name two to four measures, such as `disruptref compare sro shpo`.")
    form = settle_form(wanted, output, ("txt", "html", "docx", "md", "json"))
    store, day = open_store(), day_of(filters.as_of)
    answer = showing(store, names, filters, day)
    if len(answer.records) < 2:
        raise answer.missing[0] if answer.missing else UsageError("Those name the same measure.")
    errors = sentences(answer.missing)
    for line in (*answer.remarks, *errors):
        terminal.remark(line)
    setting = Setting(day, today().isoformat(), store.meta("version"))
    found = comparison.compare(answer.records, Lexicon(store), setting)
    answered = envelope(store, filters.given(), found.json(), errors, answer.records)
    answered |= {"measures": list(found.ids), "prefer": list(found.prefer)}
    if form == "txt" and wanted.target is None:
        blocks = tuple(comparison.blocks(found, setting))
        terminal.show_blocks(blocks, rich=output.rich, color=output.color)
    else:
        made = side_by_side(found, setting)
        deliver(render(made, form, setting.printed, answered), wanted)
    return worst(answer.missing)


def evidence(
    names: Sequence[str], view: str, wanted: Wanted, filters: Filters, output: Output
) -> int:
    """Show what is known of measures, context by context, and the gaps; or draw it."""
    from disruptref.read.sheet.evidence_map import VIEWS, blocks
    from disruptref.read.sheet.evidence_map import evidence as mapped

    if names:
        refuse_narrowing(filters._replace(context=()), "evidence")
    if view not in VIEWS:
        raise UsageError(f"--by '{view}' is not known; write {', '.join(VIEWS)}.")
    form = settle_form(wanted, output, ("txt", "json", "svg", "png"))
    store, day = open_store(), day_of(filters.as_of)
    shown = showing(store, names, filters, day) if names else None
    errors = sentences(shown.missing) if shown else []
    ids = [record["id"] for record in shown.records] if shown else []
    found = mapped(store, filters, day, ids)
    for line in (*(shown.remarks if shown else ()), *errors, *found.remarks):
        terminal.remark(line)
    words = Lexicon(store)
    if form == "json":
        results = [one.json() for one in found.ratings]
        answer = envelope(store, filters.given(), results, errors, found.cards)
        answer["gaps"] = list(found.gaps)
        content = (json.dumps(answer, ensure_ascii=False, indent=2) + "\n").encode()
        deliver(content, wanted)
    elif form in ("svg", "png"):
        from disruptref.render.picture import evidence_picture

        scope = f"{len(found.cards)} measures; catalogue {store.meta('version')}"
        picture = evidence_picture(found, scope, words, form)
        deliver(picture, wanted)
    else:
        from disruptref.render.text import lines

        made = tuple(blocks(found, view, words))
        if wanted.target:
            content = "\n".join(lines(made, 72)).encode() + b"\n"
            deliver(content, wanted)
        else:
            terminal.show_blocks(made, rich=output.rich, color=output.color)
    return worst(shown.missing) if shown else 0


def options(given: dict[str, Any], filters: Filters, output: Output) -> int:
    """Weigh every measure on the facts of a situation; without facts, ask for them first."""
    from disruptref.read.options.weigh import options as weighed_on
    from disruptref.render.weighed import heading_rows

    store, day = open_store(), day_of(filters.as_of)
    nothing = not given and not any((filters.context, filters.offence))
    if nothing and output.rich and not output.json and sys.stdin.isatty():
        from disruptref.commands.conversation import converse

        given, filters = converse(store, filters)
    answer = weighed_on(store, given, filters, day)
    if not answer.options:
        raise NothingFoundError("No measure passes these filters.", *answer.remarks)
    for line in answer.remarks:
        terminal.remark(line)
    if output.json:
        results = [option.json() for option in answer.options]
        query = filters.given() | {name: as_json(value) for name, value in given.items()}
        print_json(envelope(store, query, results) | {"notes": list(answer.notes)})
    else:
        for note in answer.notes:
            terminal.emit(note)
        terminal.emit("")
        for heading, rows in heading_rows(answer.options):
            terminal.emit(heading)
            terminal.show_rows(rows, rich=output.rich, color=output.color)
    return 0

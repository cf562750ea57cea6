"""What each command for curators does: check, begin a record, say what is due, schemas, places."""

from collections.abc import Sequence
from pathlib import Path

from disruptref.commands import common
from disruptref.commands.common import Output, day_of, print_json
from disruptref.read.answers import envelope
from disruptref.read.filters import Filters
from disruptref.read.refusals import UsageError
from disruptref.read.which_index import open_store
from disruptref.render import terminal

_REPORTS = ("text", "json", "github")


def check(targets: Sequence[Path], form: str, output: Output) -> int:
    """Report every problem of a catalogue or of some files."""
    from disruptref.build.report import problems_of
    from disruptref.render.report import report

    form = "json" if output.json else form
    if form not in _REPORTS:
        raise UsageError(f"--format '{form}' is not known; write {', '.join(_REPORTS)}.")
    problems, counted = problems_of(targets)
    for line in report(problems, counted, form):
        terminal.emit(line)
    return 1 if any(not problem.warning for problem in problems) else 0


def new(name: str, family: str | None, nations: Sequence[str], output: Output) -> int:
    """Begin a record: write a draft that passes `check`, and list its id."""
    from disruptref import paths as places
    from disruptref.build.draft import DraftError, draft
    from disruptref.output import write
    from disruptref.read.nation import covered
    from disruptref.read.refusals import UnwritableError

    if family is None:
        raise UsageError("Say which family it belongs to, such as `--family court-order`.")
    if not places.in_checkout():
        raise UnwritableError("The installed catalogue is not for writing; work in a checkout.")
    root = places.catalogue()
    try:
        made = draft(root, name, family, covered(tuple(nations)), common.today())
    except DraftError as error:
        raise UsageError(str(error)) from None
    made.path.parent.mkdir(exist_ok=True)
    write(str(made.path), made.text.encode(), force=False)
    if made.is_new:
        write(str(root / "ids.txt"), ("\n".join(made.ids) + "\n").encode(), force=True)
        terminal.remark(f"'{made.id}' is not in the inventory; its line was added to ids.txt.")
    if output.json:
        print_json(envelope(None, {}, [{"id": made.id, "path": str(made.path)}]))
    else:
        terminal.emit(f"{made.path}")
    return 0


def due(filters: Filters, output: Output) -> int:
    """List what is to be looked at again; 1 if anything is."""
    from disruptref.read.due import due as due_on

    store = open_store()
    found = due_on(store, day_of(filters.as_of))
    if output.json:
        print_json(envelope(store, filters.given(), [one.json() for one in found]))
    else:
        rows = [terminal.Row(one.id, one.name, one.sentence, ()) for one in found]
        terminal.show_rows(rows, rich=output.rich, color=output.color)
        if not found:
            terminal.remark("Nothing is due.")
    return 1 if found else 0


def schema(of: str) -> int:
    """Print a JSON Schema."""
    from disruptref.build.schemas import SCHEMAS

    if of not in SCHEMAS:
        raise UsageError(f"'{of}' has no schema; write one of: {', '.join(SCHEMAS)}.")
    print_json(SCHEMAS[of]())
    return 0


def paths(output: Output) -> int:
    """Say where things lie."""
    from disruptref import paths as places

    made = places.in_checkout()
    found = {
        "catalogue": str(places.catalogue()),
        "index": "made in the cache" if made else str(places.SHIPPED_INDEX),
        "cache": str(places.cache()) if made else "not used",
    }
    if output.json:
        print_json(envelope(None, {}, [found]))
    else:
        for key, value in found.items():
            terminal.emit(f"{key}: {value}")
    return 0

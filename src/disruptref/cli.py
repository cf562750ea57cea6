"""The command line: the only module that knows Typer. It parses, asks, renders and exits."""

import inspect
import json
import os
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from disruptref import __version__
from disruptref.read.filters import Filters
from disruptref.read.refusals import Refusal, UsageError

FORMATS = ("html", "md", "txt", "docx", "pdf", "json")


class Output(NamedTuple):
    """How the answer is wanted: as JSON, as plain lines, without colour."""

    json: bool
    plain: bool
    no_color: bool

    @property
    def rich(self) -> bool:
        """True when a person reads on a terminal."""
        from disruptref.render.terminal import is_rich

        return is_rich(plain=self.plain)

    @property
    def color(self) -> bool:
        """True unless colour is switched off."""
        return not (self.no_color or os.environ.get("NO_COLOR"))


def _flag(name: str, words: str) -> Any:
    return Annotated[bool, typer.Option(name, help=words, metavar="")]


def _values(name: str, metavar: str, words: str, complete: str = "") -> Any:
    completion = _completer(complete) if complete else None
    option = typer.Option(name, help=words, metavar=metavar, autocompletion=completion)
    return Annotated[list[str] | None, option]


def _completer(vocabulary: str) -> Callable[[str], list[str]]:
    """Complete ids of a vocabulary, or names of measures."""

    def complete(incomplete: str) -> list[str]:
        from disruptref.read.current import open_store

        store = open_store()
        if vocabulary == "measures":
            ids = [card["id"] for card in store.cards()]
        else:
            ids = [term["id"] for term in store.terms(vocabulary)]
        return [id_ for id_ in ids if id_.startswith(incomplete.lower())]

    return complete


AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="The law on this day (YYYY-MM-DD).")
]
Jurisdiction = _values("--jurisdiction", "J", "Nation: england-wales (default), scotland …")

_FILTERS: dict[str, Any] = {
    "context": _values("--context", "C", "Abuse context; see `contexts`.", "contexts"),
    "offence": _values("--offence", "O", "Offence or section; see `offences`.", "offences"),
    "jurisdiction": Jurisdiction,
    "family": _values("--family", "F", "Family; see `families`.", "families"),
    "approach": _values("--approach", "A", "direct, supportive or online."),
    "purpose": _values("--purpose", "P", "disruption, enforcement, safeguarding …"),
    "target": _values("--target", "T", "person, place, vehicle, money …"),
    "agency": _values("--agency", "A", "Who can apply or act; see `agencies`.", "agencies"),
    "status": _values("--status", "S", "State of the law, such as in-force or pilot."),
    "evidence": Annotated[
        str | None,
        typer.Option("--evidence", metavar="LEVEL", help="This strength or more; needs --context."),
    ],
    "no_conviction": _flag("--no-conviction", "Some route needs no conviction."),
    "no_complaint": _flag("--no-complaint", "Works without relying on the child's account."),
    "within": Annotated[
        str | None, typer.Option("--within", metavar="now|days|weeks", help="Binds within.")
    ],
    "as_of": AsOf,
    "any_status": _flag("--any-status", "Also what cannot be used on that day."),
}
_CHOSEN = {"jurisdiction": Jurisdiction, "as_of": AsOf}
_OUTPUT: dict[str, Any] = {
    "json": _flag("--json", "JSON for programs."),
    "plain": _flag("--plain", "Plain labelled lines."),
    "no_color": _flag("--no-color", "No colour."),
}


COMMANDS: dict[str, tuple[Callable[..., int], dict[str, Any]]] = {}


def application(names: Iterable[str]) -> typer.Typer:
    """Return the application with these commands.

    Typer prepares every option of every command it is given, which costs more than most answers:
    a run registers the one command it was asked for, and help registers them all.
    """
    app = typer.Typer(
        name="disruptref",
        help="UK measures that disrupt child sexual abuse: search, filter, show, brief.",
        epilog="In immediate danger call 999. General information, not legal advice.",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(_root)
    for name in names:
        app.command(name=name)(_runnable(*COMMANDS[name]))
    return app


def command(filters: dict[str, Any] | None = None) -> Callable[[Callable[..., int]], Any]:
    """Name a function as a command with the shared filters; it returns its exit code."""

    def register(function: Callable[..., int]) -> Callable[..., int]:
        COMMANDS[function.__name__.rstrip("_")] = (function, filters or {})
        return function

    return register


def _runnable(function: Callable[..., int], shared: dict[str, Any]) -> Callable[..., None]:
    """Give a command the shared options, and answer every refusal in one place."""

    def run(**given: Any) -> None:
        output = Output(**{key: given.pop(key) for key in _OUTPUT})
        if shared:
            given["filters"] = Filters.of({key: given.pop(key) for key in shared})
        try:
            code = function(output=output, **given)
        except Refusal as refusal:
            _refuse(refusal, output, given.get("filters"))
            code = refusal.exit_code
        raise typer.Exit(code)

    own = inspect.signature(function).parameters.values()
    parameters = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=False if name in _FLAGS else None,
            annotation=annotation,
        )
        for name, annotation in {**shared, **_OUTPUT}.items()
    ]
    parameters[:0] = [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for parameter in own
        if parameter.name not in ("output", "filters")
    ]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in parameters}
    # In the source `\\b` keeps a docstring raw; the help needs the character, to keep line breaks.
    run.__doc__ = (function.__doc__ or "").replace("\\b", "\b")
    return run


_FLAGS = frozenset({"no_conviction", "no_complaint", "any_status", *_OUTPUT})
Measures = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="MEASURE...", help="Id, name or alias.", autocompletion=_completer("measures")
    ),
]
Term = Annotated[str | None, typer.Argument(metavar="TERM", help="Show only this one.")]


@command(_FILTERS)
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to look for.")],
    filters: Filters,
    output: Output,
) -> int:
    r"""Search names, situations, words and statute references.

    \b
    disruptref search grooming messages
    disruptref search "s 15A"
    disruptref search no complaint --within now
    """
    from disruptref.read.answers import searching

    store, day = _open(), _day(filters.as_of)
    answer = searching(store, " ".join(words), filters, day)
    return _list(store, answer, filters, output, day)


@command(_FILTERS)
def list_(filters: Filters, output: Output) -> int:
    r"""List every measure that passes the filters.

    \b
    disruptref list --context through-online-interaction --no-conviction
    disruptref list --offence "s 15A" --agency police
    """
    from disruptref.read.answers import listing

    store, day = _open(), _day(filters.as_of)
    return _list(store, listing(store, filters, day), filters, output, day)


@command(_CHOSEN)
def show(measures: Measures, filters: Filters, output: Output) -> int:
    r"""Show the whole record of a measure.

    \b
    disruptref show cawn
    disruptref show vehicle-seizure-for-antisocial-use --as-of 2026-06-01
    """
    from disruptref.read.answers import envelope, showing
    from disruptref.read.lexicon import Lexicon
    from disruptref.read.sheet import Setting, whole
    from disruptref.render import terminal

    store, day = _open(), _day(filters.as_of)
    answer = showing(store, _named(measures), filters, day)
    errors = [sentence for refusal in answer.missing for sentence in refusal.sentences]
    for line in (*answer.remarks, *errors):
        terminal.remark(line)
    if output.json:
        _print_json(envelope(store, filters.given(), answer.records, errors))
    else:
        setting = Setting(day, day, store.meta("version"))
        for record in answer.records:
            blocks = whole(record, Lexicon(store), setting)
            terminal.show_blocks(blocks, rich=output.rich, color=output.color)
    return max((refusal.exit_code for refusal in answer.missing), default=0)


@command(_FILTERS)
def brief(
    measures: Measures = None,
    form: Annotated[
        str | None,
        typer.Option("-f", "--format", metavar="|".join(FORMATS), help="Format of the sheet."),
    ] = None,
    destination: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="File, or - (default).")
    ] = None,
    force: _flag("--force", "Overwrite the file.") = False,  # type: ignore[valid-type]
    printed: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The printed date (YYYY-MM-DD).")
    ] = None,
    *,
    filters: Filters,
    output: Output,
) -> int:
    r"""Write a briefing sheet of one measure or several.

    \b
    disruptref brief cawn -o cawn.docx
    disruptref brief shpo sexual-communication-with-a-child -f pdf -o online.pdf
    disruptref brief --context through-online-interaction -o online.html
    """
    from disruptref.output import write
    from disruptref.read.answers import envelope
    from disruptref.read.lexicon import Lexicon
    from disruptref.read.sheet import Setting, sheet
    from disruptref.render.formats import render

    form = _form(form, destination, output)
    store, day = _open(), _day(filters.as_of)
    records, scope, remarks, errors = _briefed(store, measures, filters, day)
    printed = _day(printed, "--date")
    made = sheet(
        records, Lexicon(store), Setting(day, printed, store.meta("version"), scope, remarks)
    )
    envelope_ = envelope(store, filters.given(), records, errors)
    write(destination or "-", render(made, form, printed, envelope_), force=force)
    if destination and destination != "-":
        from disruptref.render.terminal import remark

        remark(f"Written: {destination}")
    return 1 if errors else 0


@command()
def contexts(term: Term = None, *, output: Output) -> int:
    r"""Abuse contexts: the nine types and the cross-cutting tags.

    \b
    disruptref contexts
    disruptref contexts cse
    """
    return _terms("contexts", term, output)


@command()
def offences(term: Term = None, *, output: Output) -> int:
    r"""Offences, with section, maximum and dates.

    \b
    disruptref offences "s 15A"
    """
    return _terms("offences", term, output)


@command()
def agencies(term: Term = None, *, output: Output) -> int:
    r"""Agencies that apply, decide or help.

    \b
    disruptref agencies police
    """
    return _terms("agencies", term, output)


@command()
def families(term: Term = None, *, output: Output) -> int:
    r"""Families of measures.

    \b
    disruptref families
    """
    return _terms("families", term, output)


@command()
def check(
    targets: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH...", help="Files, or a catalogue folder.")
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="text|json|github", help="Form of the report.")
    ] = "text",
    *,
    output: Output,
) -> int:
    r"""Check the catalogue: every fault with file, line, column and what to write.

    \b
    disruptref check
    disruptref check measures/court-order/sexual-risk-order.yaml
    """
    from disruptref.build.report import problems_of
    from disruptref.render.report import report

    form = "json" if output.json else form
    if form not in ("text", "json", "github"):
        raise UsageError(f"--format '{form}' is not known; write text, json or github.")
    problems, counted = problems_of(targets or [])
    for line in report(problems, counted, form):
        _emit(line)
    return 1 if any(not problem.warning for problem in problems) else 0


@command()
def schema(
    of: Annotated[str, typer.Argument(metavar="measure|answer", help="Which schema.")] = "measure",
    *,
    output: Output,
) -> int:
    r"""Print the JSON Schema of a measure file, or of every command's JSON answer.

    \b
    disruptref schema > measure.schema.json
    disruptref schema answer
    """
    from disruptref.build.schemas import SCHEMAS

    del output
    if of not in SCHEMAS:
        raise UsageError(f"'{of}' has no schema; write one of: {', '.join(SCHEMAS)}.")
    _print_json(SCHEMAS[of]())
    return 0


@command()
def paths(output: Output) -> int:
    r"""Say where the catalogue, the index and the cache lie.

    \b
    disruptref paths
    """
    from disruptref import paths as places
    from disruptref.read.answers import envelope

    found = {
        "catalogue": str(places.catalogue()),
        "index": "made in the cache" if places.in_checkout() else str(places.SHIPPED_INDEX),
        "cache": str(places.cache()) if places.in_checkout() else "not used",
    }
    if output.json:
        _print_json(envelope(None, {}, [found]))
    else:
        for key, value in found.items():
            _emit(f"{key}: {value}")
    return 0


def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", metavar="", is_eager=True)
    ] = False,
) -> None:
    if version:
        _emit(f"disruptref {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line; no traceback reaches a user unless DISRUPTREF_DEBUG is set."""
    asked = sys.argv[1] if len(sys.argv) > 1 else ""
    try:
        application([asked] if asked in COMMANDS else COMMANDS)()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if os.environ.get("DISRUPTREF_DEBUG"):
            raise
        sys.stderr.write(f"disruptref met a fault of its own ({type(error).__name__}: {error}).\n")
        sys.exit(1)


def _open() -> Any:
    from disruptref.read.current import open_store

    return open_store()


def _day(given: str | None, option: str = "--as-of") -> str:
    """Return an ISO day: the one given, or today.

    Raises:
        UsageError: when it is not a day of the calendar.
    """
    if given is None:
        return date.today().isoformat()
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        raise UsageError(f"{option} '{given}' is not a day; write YYYY-MM-DD.") from None


def _named(measures: list[str] | None) -> list[str]:
    if not measures:
        raise UsageError("Name a measure, such as `disruptref show cawn`.")
    return measures


def _form(form: str | None, target: str | None, output: Output) -> str:
    """Settle the format: -f, else --json, else the suffix of -o, else txt."""
    suffix = Path(target).suffix[1:].lower() if target else ""
    settled = form or ("json" if output.json else "") or suffix or "txt"
    known = ", ".join(FORMATS)
    if settled not in FORMATS:
        raise UsageError(f"The format '{settled}' is not known; write one of: {known}.")
    if settled in ("docx", "pdf") and (target is None) and sys.stdout.isatty():
        raise UsageError(f"A {settled} file is not for a screen; add -o FILE.{settled}")
    return settled


def _briefed(
    store: Any, measures: list[str] | None, filters: Filters, day: str
) -> tuple[tuple[dict[str, Any], ...], str, tuple[str, ...], list[str]]:
    """Return the records of a sheet, its scope in words, remarks and errors."""
    from disruptref.read.answers import listing, showing
    from disruptref.read.asof import view
    from disruptref.render.terminal import remark

    if measures:
        answer = showing(store, measures, filters, day)
        errors = [sentence for refusal in answer.missing for sentence in refusal.sentences]
        for line in (*answer.remarks, *errors):
            remark(line)
        return answer.records, "", (), errors
    if not filters.given():
        raise UsageError("Name measures or give filters, such as `disruptref brief cawn`.")
    found = listing(store, filters, day)
    records = [store.record(entry.card["id"]) for entry in found.entries]
    given = "; ".join(f"{key} {_words(value)}" for key, value in filters.given().items())
    scope = f"Measures by filter: {given}. {len(records)} found."
    return tuple(view(record, day) for record in records), scope, found.remarks, []


def _words(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else "yes" if value is True else str(value)


def _list(store: Any, answer: Any, filters: Filters, output: Output, day: str) -> int:
    from disruptref.read.answers import envelope
    from disruptref.read.asof import day_words
    from disruptref.read.lexicon import Lexicon
    from disruptref.read.nation import label_of
    from disruptref.render import terminal

    for line in answer.remarks:
        terminal.remark(line)
    if output.json:
        results = [entry.json() for entry in answer.entries]
        _print_json(envelope(store, filters.given(), results))
        return 0
    areas = Lexicon(store).labels("pilot-areas")
    when = f"State on {day_words(day)}" if filters.as_of else "State today"
    rows = []
    for entry in answer.entries:
        state = f"{entry.state.words(areas)}; {label_of(entry.card['jurisdictions'])}"
        why = [f"Matched: {'; '.join(entry.match.matched)}"] if entry.match else []
        lines = (entry.card["summary"], *entry.notes, *why)
        rows.append(terminal.Row(entry.card["id"], entry.card["name"], f"{when}: {state}", lines))
    terminal.show_rows(rows, rich=output.rich, color=output.color)
    return 0


def _terms(vocabulary: str, term: str | None, output: Output) -> int:
    from disruptref.read.answers import envelope, terms
    from disruptref.render import terminal
    from disruptref.render.vocabulary import row

    store = _open()
    found = terms(store, vocabulary, term)
    if output.json:
        _print_json(envelope(store, {}, found))
    else:
        rows = [row(one) for one in found]
        terminal.show_rows(rows, rich=output.rich, color=output.color)
    return 0


def _refuse(refusal: Refusal, output: Output, filters: Filters | None) -> None:
    from disruptref.read.answers import envelope
    from disruptref.render.terminal import remark

    if output.json:
        query = filters.given() if filters else {}
        _print_json(envelope(None, query, [], refusal.sentences))
    for sentence in refusal.sentences:
        remark(sentence)


def _print_json(value: Any) -> None:
    _emit(json.dumps(value, ensure_ascii=False, indent=2))


def _emit(words: str) -> None:
    from disruptref.render.terminal import emit

    emit(words)

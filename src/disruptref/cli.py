"""The command line: the only module that knows Typer. It declares, parses and exits."""

import inspect
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from disruptref import __version__, commands, curating
from disruptref.commands import FORMATS, Output, Wanted
from disruptref.read.filters import Filters
from disruptref.read.refusals import Refusal


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
            commands.refuse(refusal, given.get("filters"), output)
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
Destination = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE", help="File, or - (default).")
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the file.", metavar="")]
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
    return commands.search(words, filters, output)


@command(_FILTERS)
def list_(filters: Filters, output: Output) -> int:
    r"""List every measure that passes the filters.

    \b
    disruptref list --context through-online-interaction --no-conviction
    disruptref list --offence "s 15A" --agency police
    """
    return commands.list_(filters, output)


@command(_CHOSEN)
def show(measures: Measures, filters: Filters, output: Output) -> int:
    r"""Show the whole record of a measure.

    \b
    disruptref show cawn
    disruptref show vehicle-seizure-for-antisocial-use --as-of 2026-06-01
    """
    return commands.show(measures or (), filters, output)


@command(_FILTERS)
def brief(
    measures: Measures = None,
    form: Annotated[
        str | None,
        typer.Option("-f", "--format", metavar="|".join(FORMATS), help="Format of the sheet."),
    ] = None,
    destination: Destination = None,
    force: Force = False,
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
    wanted = Wanted(form, destination, force, printed)
    return commands.brief(measures or (), wanted, filters, output)


_VOCABULARIES = {
    "contexts": ("Abuse contexts: the nine types and the cross-cutting tags.", "", "cse"),
    "offences": ("Offences, with section, maximum and dates.", '"s 15A"', "grooming"),
    "agencies": ("Agencies that apply, decide or help.", "", "police"),
    "families": ("Families of measures.", "", "court-order"),
    "situations": ("Obstacles and ordinary things that measures answer.", "", "hotel"),
    "glossary": (
        "Abbreviations, old names and spoken words, each sense with its measures.",
        "",
        "sro",
    ),
}


def _vocabulary(name: str) -> Callable[..., int]:
    """Return the command that shows a vocabulary, or one term of it."""

    def show_terms(term: Term = None, *, output: Output) -> int:
        return commands.vocabulary(name, term, output)

    sentence, *terms = _VOCABULARIES[name]
    examples = "\n".join(f"disruptref {name} {term}".rstrip() for term in terms)
    show_terms.__name__ = name
    show_terms.__doc__ = f"{sentence}\n\n\b\n{examples}\n"
    return show_terms


for _name in _VOCABULARIES:
    command()(_vocabulary(_name))


@command()
def export(
    form: Annotated[
        str | None,
        typer.Option("-f", "--format", metavar="json|jsonl|csv", help="Format of the export."),
    ] = None,
    destination: Destination = None,
    force: Force = False,
    as_of: AsOf = None,
    *,
    output: Output,
) -> int:
    r"""Export the whole catalogue for programs and spreadsheets.

    \b
    disruptref export -o measures.csv
    disruptref export -f jsonl
    """
    return commands.export(Wanted(form, destination, force, None), as_of, output)


@command()
def due(as_of: AsOf = None, *, output: Output) -> int:
    r"""List what is to be looked at again, and law that was never confirmed.

    \b
    disruptref due
    disruptref due --as-of 2027-03-01
    """
    return curating.due(as_of, output)


@command()
def new(
    name: Annotated[list[str], typer.Argument(metavar="NAME...", help="Full official name.")],
    family: Annotated[
        str | None, typer.Option("--family", metavar="F", help="Family; see `families`.")
    ] = None,
    jurisdiction: Jurisdiction = None,  # type: ignore[valid-type]
    *,
    output: Output,
) -> int:
    r"""Begin a record: a draft to fill in, in its place in the catalogue.

    \b
    disruptref new "Sexual risk order" --family court-order
    """
    return curating.new(" ".join(name), family, jurisdiction or (), output)


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
    return curating.check(targets or (), form, output)


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
    del output
    return curating.schema(of)


@command()
def paths(output: Output) -> int:
    r"""Say where the catalogue, the index and the cache lie.

    \b
    disruptref paths
    """
    return curating.paths(output)


def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", metavar="", is_eager=True)
    ] = False,
) -> None:
    if version:
        typer.echo(f"disruptref {__version__}")
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

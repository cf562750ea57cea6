"""The command line: the only module that knows Typer. It declares, parses and exits."""

import inspect
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from disruptref import __version__
from disruptref.cli_options import (
    CHOSEN,
    DATED,
    FACTS,
    FILTERS,
    FORMATS,
    NATION,
    OUTPUT,
    SHEET,
    VOCABULARIES,
    Option,
    writing,
)
from disruptref.commands import curating, reading, weighing
from disruptref.commands.common import Output, SheetOptions, Wanted, refuse, refuse_empty
from disruptref.output import flushed, ready
from disruptref.read.filters import Filters
from disruptref.read.refusals import Refusal
from disruptref.store import StoreError


def _typed(option: Option) -> Any:
    """Return a shared option as the annotation that Typer reads."""
    flags = [flag for flag in (option.short, option.flag) if flag]
    if not option.takes:
        return Annotated[bool, typer.Option(*flags, help=option.words, metavar="")]
    completion = _completer(option.complete) if option.complete else None
    declared = typer.Option(
        *flags, help=option.words, metavar=option.takes, autocompletion=completion
    )
    return Annotated[list[str] | None if option.several else str | None, declared]


def _completer(vocabulary: str) -> Callable[[str], list[str]]:
    """Complete ids of a vocabulary, or names of measures."""

    def complete(incomplete: str) -> list[str]:
        from disruptref.read.which_index import open_store

        store = open_store()
        if vocabulary == "measures":
            ids = [card["id"] for card in store.cards()]
        else:
            ids = [term["id"] for term in store.terms(vocabulary)]
        return [id_ for id_ in ids if id_.startswith(incomplete.lower())]

    return complete


class Command(NamedTuple):
    """A command's function and the groups of shared options that it takes."""

    function: Callable[..., int]
    filters: dict[str, Option]
    facts: dict[str, Option]
    writes: dict[str, Option]
    sheet: dict[str, Option]

    @property
    def shared(self) -> dict[str, Option]:
        """Every shared option, in the order of the help."""
        return {**self.facts, **self.sheet, **self.writes, **self.filters, **OUTPUT}


COMMANDS: dict[str, Command] = {}


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
        app.command(name=name)(_runnable(COMMANDS[name]))
    return app


def command(
    filters: dict[str, Option] | None = None,
    facts: dict[str, Option] | None = None,
    writes: str = "",
    sheet: dict[str, Option] | None = None,
) -> Callable[[Callable[..., int]], Any]:
    """Name a function as a command with the shared options; it returns its exit code."""

    def register(function: Callable[..., int]) -> Callable[..., int]:
        groups = (filters or {}, facts or {}, writing(writes) if writes else {}, sheet or {})
        COMMANDS[function.__name__.rstrip("_")] = Command(function, *groups)
        return function

    return register


_BUILT = frozenset({"output", "filters", "facts", "wanted", "sheet"})


def _runnable(command: Command) -> Callable[..., None]:
    """Give a command the shared options, and answer every refusal in one place."""
    function = command.function

    def run(**given: Any) -> None:
        parts: dict[str, Any] = {}
        typed = [(one.flag, given[name]) for name, one in command.shared.items()]
        if command.writes:
            parts["wanted"] = Wanted(*(given.pop(key) for key in command.writes))
        if command.sheet:
            parts["sheet"] = SheetOptions(*(given.pop(key) for key in command.sheet))
        if command.filters:
            parts["filters"] = Filters.of({key: given.pop(key) for key in command.filters})
        if command.facts:
            told = ((key.replace("_", "-"), given.pop(key)) for key in command.facts)
            parts["facts"] = {key: value for key, value in told if value}
        output = Output(*(given.pop(key) for key in OUTPUT))
        try:
            refuse_empty(typed)
            code = function(output=output, **given, **parts)
        except Refusal as refusal:
            refuse(refusal, parts.get("filters"), output)
            code = refusal.exit_code
        raise typer.Exit(code)

    parameters = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=None if option.takes else False,
            annotation=_typed(option),
        )
        for name, option in command.shared.items()
    ]
    parameters[:0] = [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for parameter in inspect.signature(function).parameters.values()
        if parameter.name not in _BUILT
    ]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in parameters}
    # In the source `\\b` keeps a docstring raw; the help needs the character, to keep line breaks.
    run.__doc__ = (function.__doc__ or "").replace("\\b", "\b")
    return run


Measures = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="MEASURE...", help="Id, name or alias.", autocompletion=_completer("measures")
    ),
]


Term = Annotated[str | None, typer.Argument(metavar="TERM", help="Show only this one.")]


@command(FILTERS)
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
    return reading.search(words, filters, output)


@command(FILTERS)
def list_(filters: Filters, output: Output) -> int:
    r"""List every measure that passes the filters.

    \b
    disruptref list --context through-online-interaction --no-conviction
    disruptref list --offence "s 15A" --agency police
    """
    return reading.list_(filters, output)


@command(CHOSEN)
def show(measures: Measures, filters: Filters, output: Output) -> int:
    r"""Show the whole record of a measure.

    \b
    disruptref show cawn
    disruptref show vehicle-seizure-for-antisocial-use --as-of 2026-06-01
    """
    return reading.show(measures or (), filters, output)


@command(CHOSEN, writes="txt|html|docx|md|json")
def compare(
    measures: Measures = None,
    *,
    wanted: Wanted,
    filters: Filters,
    output: Output,
) -> int:
    r"""Compare two to four measures: what differs, what is alike, which to prefer.

    \b
    disruptref compare cawn shpo
    disruptref compare shpo sexual-risk-order-scotland -o orders.docx
    """
    return weighing.compare(measures or (), wanted, filters, output)


@command(FILTERS, writes="|".join(FORMATS), sheet=SHEET)
def brief(
    measures: Measures = None,
    *,
    wanted: Wanted,
    sheet: SheetOptions,
    filters: Filters,
    output: Output,
) -> int:
    r"""Write a briefing sheet of one measure or several.

    \b
    disruptref brief cawn -o cawn.docx
    disruptref brief shpo sexual-communication-with-a-child -f pdf -o online.pdf
    disruptref brief --context through-online-interaction -o online.html
    """
    return reading.brief(measures or (), wanted, sheet, filters, output)


@command(FILTERS, writes="txt|json|svg|png")
def evidence(
    measures: Measures = None,
    by: Annotated[
        str, typer.Option("--by", metavar="context|measure|purpose", help="How to group it.")
    ] = "context",
    *,
    wanted: Wanted,
    filters: Filters,
    output: Output,
) -> int:
    r"""Show how strong the evidence is, what it says, and where nothing is known.

    \b
    disruptref evidence --context online-images
    disruptref evidence --purpose disruption -o map.svg
    """
    return weighing.evidence(measures or (), by, wanted, filters, output)


@command(FILTERS, FACTS)
def options(facts: dict[str, Any], filters: Filters, output: Output) -> int:
    r"""Weigh measures on the facts of a situation: possible, possible if, or not available.

    What is not given is not known. --context, --offence and --jurisdiction are facts here. Never
    type a name. On a terminal without facts it asks.

    \b
    disruptref options --child-age 17 --care-status accommodated --context cse
    disruptref options --child-age 13 --suspect-history nfa --place hotel
    """
    return weighing.options(facts, filters, output)


def _vocabulary(name: str) -> Callable[..., int]:
    """Return the command that shows a vocabulary, or one term of it."""

    def show_terms(term: Term = None, *, output: Output) -> int:
        return reading.vocabulary(name, term, output)

    sentence, *terms = VOCABULARIES[name]
    examples = "\n".join(f"disruptref {name} {term}".rstrip() for term in terms)
    show_terms.__name__ = name
    show_terms.__doc__ = f"{sentence}\n\n\b\n{examples}\n"
    return show_terms


for _name in VOCABULARIES:
    command()(_vocabulary(_name))


@command(DATED, writes="json|jsonl|csv")
def export(wanted: Wanted, filters: Filters, output: Output) -> int:
    r"""Export the whole catalogue for programs and spreadsheets.

    \b
    disruptref export -o measures.csv
    disruptref export -f jsonl
    """
    return reading.export(wanted, filters, output)


@command(DATED)
def due(filters: Filters, output: Output) -> int:
    r"""List what is to be looked at again, and law that was never confirmed.

    \b
    disruptref due
    disruptref due --as-of 2027-03-01
    """
    return curating.due(filters, output)


@command(NATION)
def new(
    name: Annotated[list[str], typer.Argument(metavar="NAME...", help="Full official name.")],
    family: Annotated[
        str | None, typer.Option("--family", metavar="F", help="Family; see `families`.")
    ] = None,
    *,
    filters: Filters,
    output: Output,
) -> int:
    r"""Begin a record: a draft to fill in, in its place in the catalogue.

    \b
    disruptref new "Sexual risk order" --family court-order
    """
    return curating.new(" ".join(name), family, filters.jurisdiction, output)


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
    if refused := ready():
        sys.exit(refused)
    try:
        application([asked] if asked in COMMANDS else COMMANDS)()
    except SystemExit as ended:
        sys.exit(flushed(ended.code))
    except BrokenPipeError:
        sys.exit(flushed(0))
    except StoreError as error:
        sys.stderr.write(f"The index is damaged ({error}); delete it (`disruptref paths`).\n")
        sys.exit(3)
    except OSError as error:
        sys.stderr.write(f"Standard output: {error.strerror}.\n")
        sys.exit(flushed(4))
    except Exception as error:
        if os.environ.get("DISRUPTREF_DEBUG"):
            raise
        sys.stderr.write(f"disruptref met a fault of its own ({type(error).__name__}: {error}).\n")
        sys.exit(1)

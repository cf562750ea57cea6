"""Read a catalogue folder: measures, vocabularies, sources and the list of ids.

A catalogue is `measures/`: one YAML file per measure in a folder per family, `vocabulary/`,
`sources/` and `ids.txt`. Reading never stops at the first fault: every problem is collected.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from disruptref.build.explain import validate
from disruptref.build.measure import Measure
from disruptref.build.problems import Problem, UnreadableError
from disruptref.build.terms import (
    BASIS_OF_KIND,
    Agency,
    Context,
    Instrument,
    Offence,
    Sense,
    Source,
    Term,
)
from disruptref.build.text import Part
from disruptref.build.values import Basis
from disruptref.build.walk import parts
from disruptref.build.yamlio import Document, read
from disruptref.provision import parse

VOCABULARIES: dict[str, type[Term]] = {
    "agencies": Agency,
    "contexts": Context,
    "families": Term,
    "glossary": Sense,
    "instruments": Instrument,
    "licences": Term,
    "nations": Term,
    "offences": Offence,
    "pilot-areas": Term,
    "places": Term,
    "relationships": Term,
    "situations": Term,
    "tenures": Term,
    "wording": Term,
}


class Entry(NamedTuple):
    """A measure, the document it came from, and each of its parts with its path."""

    measure: Measure
    document: Document
    parts: tuple[tuple[tuple[str | int, ...], Part], ...]


class Placed(NamedTuple):
    """A term or source with the document it came from and its index there."""

    item: Any
    document: Document
    path: tuple[str | int, ...]


class Catalogue:
    """Everything read from one folder, and everything wrong with it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.entries: dict[str, Entry] = {}
        self.terms: dict[str, dict[str, Placed]] = {name: {} for name in VOCABULARIES}
        self.sources: dict[str, Placed] = {}
        self.ids: tuple[str, ...] = ()
        self.problems: list[Problem] = []
        self.judged: dict[str, tuple[tuple[str, str], ...]] = {}

    @property
    def measures(self) -> list[Measure]:
        """Every valid measure, by id."""
        return [self.entries[id_].measure for id_ in sorted(self.entries)]

    def vocabulary(self, name: str) -> dict[str, Any]:
        """Return one vocabulary as id → term."""
        return {id_: placed.item for id_, placed in self.terms[name].items()}

    def instrument(self, cite: str) -> Instrument | None:
        """Return the instrument that a cite names, or None when it names another source."""
        placed = self.terms["instruments"].get(cite.partition(" ")[0])
        return placed.item if placed else None

    def source(self, cite: str) -> Source | None:
        """Return the registered source that a cite names, or None."""
        placed = self.sources.get(cite.partition(" ")[0])
        return placed.item if placed else None

    def basis(self, cite: str) -> Basis:
        """Return the basis that follows from what a cite names."""
        source = self.source(cite)
        return BASIS_OF_KIND[source.kind] if source else Basis.STATUTE

    def url(self, cite: str) -> str | None:
        """Return the address of what a cite names: a legislation.gov.uk identifier for law."""
        source_id, _, pinpoint = cite.partition(" ")
        if instrument := self.instrument(source_id):
            provision = parse(pinpoint)
            return f"{instrument.url}/{provision.path()}" if provision else instrument.url
        source = self.source(source_id)
        return source.url if source else None

    def display(self, cite: str) -> str:
        """Return a cite as a person reads it: title, comma, pinpoint."""
        source_id, _, pinpoint = cite.partition(" ")
        instrument, source = self.instrument(source_id), self.source(source_id)
        title = instrument.label if instrument else source.title if source else source_id
        return f"{title}, {pinpoint}" if pinpoint else title


def measure_files(root: Path) -> Iterator[Path]:
    """Yield the measure files of a catalogue, in a fixed order."""
    for folder in sorted(path for path in root.iterdir() if path.is_dir()):
        if folder.name not in ("vocabulary", "sources"):
            yield from yaml_files(folder.rglob("*.yaml"))


def yaml_files(found: Iterable[Path]) -> list[Path]:
    """Return files in order, without those that editors and systems hide."""
    return sorted(path for path in found if not path.name.startswith("."))


def load(root: Path, extra: tuple[Path, ...] = ()) -> Catalogue:
    """Read the catalogue at `root`; `extra` files replace or join its measures.

    Raises:
        UnreadableError: when `root` is not a catalogue folder at all.
    """
    if not (root / "vocabulary").is_dir():
        message = "not a catalogue: it holds no folder 'vocabulary'"
        raise UnreadableError(Problem("Y001", root, 1, 1, message))
    catalogue = Catalogue(root)
    for path in yaml_files((root / "vocabulary").glob("*.yaml")):
        _load_terms(catalogue, path)
    for path in yaml_files((root / "sources").glob("*.yaml")):
        _load_list(catalogue, path, "sources", Source, catalogue.sources)
    ids = root / "ids.txt"
    if ids.is_file():
        try:
            catalogue.ids = tuple(ids.read_text("utf-8").split())
        except UnicodeDecodeError as error:
            message = f"byte {error.start} is not UTF-8; save the file as UTF-8"
            raise UnreadableError(Problem("Y007", ids, 1, 1, message)) from None
    replaced = {path.resolve() for path in extra}
    shipped = [path for path in measure_files(root) if path.resolve() not in replaced]
    for path in [*shipped, *extra]:
        _load_measure(catalogue, path)
    return catalogue


def _load_terms(catalogue: Catalogue, path: Path) -> None:
    model = VOCABULARIES.get(path.stem)
    if model is None:
        known = ", ".join(VOCABULARIES)
        message = f"'{path.stem}' is not a vocabulary; name the file after one of: {known}"
        catalogue.problems.append(Problem("L002", path, 1, 1, message))
        return
    _load_list(catalogue, path, "terms", model, catalogue.terms[path.stem])


def _load_list(
    catalogue: Catalogue, path: Path, key: str, model: type[Any], into: dict[str, Placed]
) -> None:
    """Read a file holding one list under `key`, validating each item."""
    try:
        document = read(path)
    except UnreadableError as error:
        catalogue.problems.append(error.problem)
        return
    items = document.data.get(key)
    if list(document.data) != [key] or not isinstance(items, list):
        message = f"the file must hold one key, '{key}', with a list"
        catalogue.problems.append(document.problem("M001", (), message))
        return
    for number, data in enumerate(items):
        item, problems = validate(model, data, document, (key, number))
        catalogue.problems += problems
        if item is None:
            continue
        if item.id in into:
            message = f"the id '{item.id}' is used twice; keep one"
            catalogue.problems.append(document.problem("L003", (key, number, "id"), message))
        into[item.id] = Placed(item, document, (key, number))


def _load_measure(catalogue: Catalogue, path: Path) -> None:
    try:
        document = read(path)
    except UnreadableError as error:
        catalogue.problems.append(error.problem)
        return
    measure, problems = validate(Measure, document.data, document)
    catalogue.problems += problems
    if measure is None:
        return
    if measure.id in catalogue.entries:
        other = catalogue.entries[measure.id].document.path
        message = f"the id '{measure.id}' stands already in {other.name}; ids are never reused"
        catalogue.problems.append(document.problem("L003", ("id",), message))
        return
    catalogue.entries[measure.id] = Entry(measure, document, tuple(parts(measure)))

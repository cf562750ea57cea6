"""Catalogue in, index out: the last link of the build chain.

The index is one SQLite file holding every public record, what filters and search need, and the
vocabularies. The same catalogue gives the same bytes.
"""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from disruptref import store
from disruptref.build.catalogue import Catalogue, Entry, load
from disruptref.build.checks import check
from disruptref.build.problems import Problem
from disruptref.build.record import public_record
from disruptref.build.terms import Instrument, Offence
from disruptref.build.text import NONE_IN_LAW
from disruptref.build.values import RecordState, kinds
from disruptref.index_content import Content, Facet, Indexed, ProvisionKey, SearchText, Term
from disruptref.provision import parse, short_titles


class InvalidCatalogueError(Exception):
    """The catalogue has errors, so no index is made of it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} errors; the first: {problems[0]}")
        self.problems = problems


def build(root: Path, target: str) -> None:
    """Validate the catalogue at `root` and write its index to `target` (a path or `:memory:`).

    Raises:
        InvalidCatalogueError: when `check` finds an error.
        UnreadableError: when `root` is not a catalogue.
    """
    store.write(target, content(root))


def content(root: Path) -> Content:
    """Validate the catalogue at `root` and return everything its index holds."""
    catalogue = load(root)
    errors = [problem for problem in check(catalogue) if not problem.warning]
    # A draft reaches nobody, so its faults stop `check` and not the answers.
    errors = [problem for problem in errors if not _is_draft(problem.path)]
    if errors:
        raise InvalidCatalogueError(errors)
    entries = [
        catalogue.entries[id_]
        for id_ in sorted(catalogue.entries)
        if catalogue.entries[id_].measure.record is not RecordState.DRAFT
    ]
    measures = [_indexed(entry, catalogue) for entry in entries]
    meta = {
        "measures": len(measures),
        "version": digest(root),
        "ids": list(catalogue.ids),
    }
    return Content(meta, measures, list(_terms(catalogue)))


_DRAFT = re.compile(r"^record:\s*draft\s*(?:#.*)?$", re.MULTILINE)


def _is_draft(path: Path) -> bool:
    return path.suffix == ".yaml" and bool(_DRAFT.search(path.read_text("utf-8", "replace")))


def digest(root: Path) -> str:
    """Return a short digest of every file of a catalogue: its version."""
    total = sha256()
    shown = (path for path in root.rglob("*") if not path.name.startswith("."))
    for path in sorted(path for path in shown if path.suffix in (".yaml", ".txt")):
        total.update(path.relative_to(root).as_posix().encode())
        total.update(path.read_bytes())
    return total.hexdigest()[:12]


def _indexed(entry: Entry, catalogue: Catalogue) -> Indexed:
    record = public_record(entry, catalogue)
    measure = entry.measure
    names = [("id", measure.id), ("name", measure.name)]
    names += [("id", id_) for id_ in measure.former_ids]
    names += [("alias", alias) for alias in measure.aliases]
    names += [("former", name) for name in measure.former_names]
    return Indexed(
        record=record,
        names=names,
        facets=list(dict.fromkeys(_facets(record, catalogue))),
        provisions=list(dict.fromkeys(_provisions(entry, catalogue))),
        text=_text(entry, record, catalogue),
    )


def _facets(record: dict[str, Any], catalogue: Catalogue) -> Iterator[Facet]:
    """Yield what filters ask for, with the days between which it is true."""
    for kind, key in (
        ("jurisdiction", "jurisdictions"),
        ("purpose", "purpose"),
        ("approach", "approach"),
        ("target", "targets"),
        ("situation", "situations"),
    ):
        yield from (Facet(kind, value) for value in record[key])
    yield Facet("family", record["family"])
    yield Facet("tier", record["tier"])
    for use in record["contexts"]:
        yield Facet("context", use["context"])
    for tie in record["offences"]:
        yield Facet("offence", tie["offence"], note=tie["link"])
    for rating in record["evidence"]:
        yield Facet("evidence", rating["context"], note=rating["strength"])
    if record["speed"]:
        yield Facet("speed", record["speed"])
    if record["needs"]:
        yield Facet("child-account", record["needs"]["child_account"])
    for route in record["routes"]:
        since, until = route.get("from"), route.get("until")
        for conviction in route["conviction"]:
            yield Facet("conviction", conviction, since, until, route["name"])
        actors = [*route["applicants"], *([route["issued_by"]] if route["issued_by"] else [])]
        for actor in actors:
            first, last = actor.get("from") or since, actor.get("until") or until
            for agency in _broader(actor["agency"], catalogue):
                yield Facet("agency", agency, first, last)


def _broader(agency: str, catalogue: Catalogue) -> Iterator[str]:
    """Yield an agency and each broader one, so that a search for police finds its ranks."""
    agencies = catalogue.vocabulary("agencies")
    name: str | None = agency
    while name:
        yield name
        name = agencies[name].broader


def _provisions(entry: Entry, catalogue: Catalogue) -> Iterator[ProvisionKey]:
    """Yield each provision the record stands on, reads or names, with how close it is."""
    measure = entry.measure.with_whole_routes()
    near = [(cite, 2) for route in measure.routes for cite in route.legal_basis]
    near += [(cite, 1) for reading in measure.legal_basis for cite in reading.cite]
    offences = catalogue.vocabulary("offences")
    near += [
        (cite, 2 if tie.link == "is" else 0)
        for tie in measure.offences
        for cite in offences[tie.offence].cite
    ]
    for cite, closeness in near:
        instrument, provision = catalogue.instrument(cite), parse(cite.partition(" ")[2])
        if instrument and provision:
            for key in sorted(provision.keys()):
                yield ProvisionKey(key, instrument.id, closeness)


def _text(entry: Entry, record: dict[str, Any], catalogue: Catalogue) -> SearchText:
    """Gather the words by which a person may look for the measure, strongest column first."""
    measure = entry.measure
    situations = catalogue.vocabulary("situations")
    contexts = catalogue.vocabulary("contexts")
    setting: list[str] = []
    for id_ in measure.situations:
        setting += [situations[id_].label, *situations[id_].synonyms]
    for use in measure.contexts:
        setting += [contexts[use.context].label, *contexts[use.context].synonyms]
    law = [reading["instrument"] for reading in record["legal_basis"]]
    for cite in (cite for reading in measure.legal_basis for cite in reading.cite):
        if instrument := catalogue.instrument(cite):
            law += instrument.synonyms
    law += [tie.get("label", "") for tie in record["offences"]]
    body = [statement["text"] for statement in record["statements"]]
    body += [use["how"] for use in record["contexts"]]
    return SearchText(
        name=" · ".join([measure.name, measure.id.replace("-", " ")]),
        alias=" · ".join([*measure.aliases, *measure.former_names]),
        asked=" · ".join(measure.search_only),
        summary=measure.summary,
        setting=" · ".join(dict.fromkeys(setting)),
        law=" · ".join(dict.fromkeys(law)),
        body=" ".join(body),
    )


def _terms(catalogue: Catalogue) -> Iterator[Term]:
    """Yield every vocabulary term, and the words of every closed value as `value:KIND`."""
    for kind, closed in kinds():
        for member in closed:
            data = {"id": str(member), "label": member.meaning}
            yield Term(f"value:{kind}", str(member), json.dumps(data, ensure_ascii=False))
    for vocabulary in sorted(catalogue.terms):
        if vocabulary == "wording":
            continue
        for id_, term in catalogue.vocabulary(vocabulary).items():
            data = term.model_dump(mode="json", by_alias=True, exclude_none=True)
            for key in ("maximum", "maximum_summary"):
                if data.get(key) == NONE_IN_LAW:
                    data[key] = None  # as in records: null beside a cite means none in law
            if isinstance(term, Offence):
                data["cite"] = "; ".join(catalogue.display(cite) for cite in term.cite)
                data["maximum_cite"] = "; ".join(map(catalogue.display, term.maximum_cite)) or None
                data["links"] = [
                    {"text": catalogue.display(cite), "url": catalogue.url(cite)}
                    for cite in term.cite
                ]
                data["provisions"] = _keys(term.cite)
            if isinstance(term, Instrument):
                data["short"] = short_titles(term.label)
            yield Term(vocabulary, id_, json.dumps(data, ensure_ascii=False))


def _keys(cites: tuple[str, ...]) -> list[str]:
    keys: set[str] = set()
    for cite in cites:
        if provision := parse(cite.partition(" ")[2]):
            keys |= provision.keys()
    return sorted(keys)

"""Everything a record names must exist, once, and be where its name says."""

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from disruptref.build.catalogue import Catalogue, Entry
from disruptref.build.evidence import EvidenceEntry, HarmSignal, PracticeNote, Transferred
from disruptref.build.law import Actor, Breach, Reading, Requirements, Test, TimelineEntry
from disruptref.build.practice import Consultee, ContextUse, OffenceTie, Partner
from disruptref.build.problems import Problem
from disruptref.build.terms import Offence
from disruptref.build.values import Fact
from disruptref.build.walk import fields_among
from disruptref.build.yamlio import Place
from disruptref.provision import parse

_FACT_VOCABULARIES = {
    Fact.OFFENCE: "offences",
    Fact.CONTEXT: "contexts",
    Fact.RELATIONSHIP: "relationships",
    Fact.PLACE: "places",
    Fact.TENURE: "tenures",
    Fact.LICENCE: "licences",
}


_CITES = ("cite", "conviction_cite", "standard_of_proof_cite")
_SOURCES = ("sources", "source", "search")


def check(entry: Entry, catalogue: Catalogue) -> Iterator[Problem]:
    """Check one record's names, cites and links."""
    yield from _file(entry, catalogue)
    yield from _terms(entry, catalogue)
    yield from _cites(entry, catalogue)
    yield from _related(entry, catalogue)
    yield from _repeats(entry)


def check_registers(catalogue: Catalogue) -> Iterator[Problem]:
    """Check the vocabularies, the sources and the list of ids."""
    for id_, count in Counter(catalogue.ids).items():
        if count > 1:
            line = [n for n, known in enumerate(catalogue.ids, 1) if known == id_][-1]
            message = f"'{id_}' stands {count} times; ids.txt holds each id once"
            yield Problem("L008", catalogue.root / "ids.txt", line, 1, message)
    for placed in catalogue.terms["agencies"].values():
        broader = placed.item.broader
        if broader and broader not in catalogue.terms["agencies"]:
            message = _unknown(broader, "agencies", catalogue.terms["agencies"])
            yield placed.document.problem("L001", (*placed.path, "broader"), message)
    yield from _offences(catalogue)
    for placed in catalogue.terms["glossary"].values():
        for id_ in placed.item.see:
            if id_ not in catalogue.ids:
                message = f"'{id_}' is not in ids.txt{_near(id_, catalogue.ids)}; correct it"
                yield placed.document.problem("L004", (*placed.path, "see"), message)
    yield from _shared_names(catalogue)
    yield from _shared_titles(catalogue)
    yield from _uncited(catalogue)


def _uncited(catalogue: Catalogue) -> Iterator[Problem]:
    """Warn of a source or instrument that nothing rests on."""
    used: set[str] = set()
    for placed in catalogue.terms["offences"].values():
        used.update(
            cite.partition(" ")[0] for cite in (*placed.item.cite, *placed.item.maximum_cite)
        )
    for entry in catalogue.entries.values():
        for _, part in entry.parts:
            for key in fields_among(type(part), (*_CITES, "legal_basis", *_SOURCES)):
                value = getattr(part, key)
                for named in (value,) if isinstance(value, str) else value or ():
                    if isinstance(named, str):
                        used.add(named.partition(" ")[0])
    for registered in (catalogue.sources, catalogue.terms["instruments"]):
        for id_, placed in registered.items():
            if id_ not in used:
                message = f"nothing cites '{id_}'; cite it or delete it"
                yield placed.document.problem("R001", placed.path, message, warning=True)


def _offences(catalogue: Catalogue) -> Iterator[Problem]:
    for placed in catalogue.terms["offences"].values():
        offence: Offence = placed.item
        for key in ("cite", "maximum_cite"):
            for cite in getattr(offence, key):
                for code, message in _cite_faults(cite, catalogue):
                    yield placed.document.problem(code, (*placed.path, key), message)
        for context in offence.contexts:
            if context not in catalogue.terms["contexts"]:
                message = _unknown(context, "contexts", catalogue.terms["contexts"])
                yield placed.document.problem("L001", (*placed.path, "contexts"), message)


def _file(entry: Entry, catalogue: Catalogue) -> Iterator[Problem]:
    measure, document = entry.measure, entry.document
    if document.path.stem != measure.id:
        message = f"the file is {document.path.name}; rename it to {measure.id}.yaml"
        yield document.problem("L002", ("id",), message)
    if document.path.parent.name != measure.family:
        message = f"the file lies in {document.path.parent.name}/; move it to {measure.family}/"
        yield document.problem("L002", ("family",), message)
    if measure.id not in catalogue.ids:
        message = f"'{measure.id}' is not in ids.txt{_near(measure.id, catalogue.ids)}; add a line"
        yield document.problem("L004", ("id",), message)


def _terms(entry: Entry, catalogue: Catalogue) -> Iterator[Problem]:
    for path, vocabulary, id_ in _named(entry):
        known: Iterable[str] = (
            catalogue.sources if vocabulary == "sources" else catalogue.terms[vocabulary]
        )
        if id_ not in known:
            yield entry.document.problem("L001", path, _unknown(id_, vocabulary, known))


def _named(entry: Entry) -> Iterator[tuple[Place, str, str]]:
    """Yield every id a record names, with the vocabulary it must stand in."""
    measure = entry.measure
    yield ("family",), "families", measure.family
    for number, situation in enumerate(measure.situations):
        yield ("situations", number), "situations", situation
    for path, part in entry.parts:
        match part:
            case Actor() | Consultee() | Partner():
                yield (*path, "agency"), "agencies", part.agency
            case OffenceTie():
                yield (*path, "offence"), "offences", part.offence
            case Breach() if part.offence:
                yield (*path, "offence"), "offences", part.offence
            case ContextUse() | EvidenceEntry():
                yield (*path, "context"), "contexts", part.context
            case TimelineEntry():
                yield from (((*path, "where"), "pilot-areas", area) for area in part.where)
            case Test() if part.fact in _FACT_VOCABULARIES:
                vocabulary = _FACT_VOCABULARIES[part.fact]
                yield from (((*path, "value"), vocabulary, str(value)) for value in part.value)
        match part:
            case ContextUse() | PracticeNote() | EvidenceEntry():
                yield from (((*path, "sources"), "sources", source) for source in part.sources)
            case HarmSignal() | Transferred():
                yield (*path, "source"), "sources", part.source
        if isinstance(part, EvidenceEntry) and part.search:
            yield (*path, "search"), "sources", part.search


def _cites(entry: Entry, catalogue: Catalogue) -> Iterator[Problem]:
    measure, document = entry.measure, entry.document
    readings = [cite for reading in measure.legal_basis for cite in reading.cite]
    read = {cite.partition(" ")[0] for cite in readings}
    for path, part in entry.parts:
        for key in fields_among(type(part), _CITES):
            for cite in getattr(part, key):
                for code, message in _cite_faults(cite, catalogue):
                    yield document.problem(code, (*path, key), message)
                source_id = cite.partition(" ")[0]
                exempt = isinstance(part, TimelineEntry | Reading)
                if catalogue.instrument(cite) and source_id not in read and not exempt:
                    message = f"add '{source_id}' to legal_basis with read_on and text_as_at"
                    yield document.problem("L005", (*path, key), message)
        for cite in part.legal_basis if isinstance(part, Requirements) else ():
            for code, message in _cite_faults(cite, catalogue):
                yield document.problem(code, (*path, "legal_basis"), message)


def _cite_faults(cite: str, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Return what is wrong with a cite; most cites stand many times and are judged once."""
    if cite not in catalogue.judged:
        catalogue.judged[cite] = tuple(_judged(cite, catalogue))
    return catalogue.judged[cite]


def _judged(cite: str, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    source_id, _, pinpoint = cite.partition(" ")
    if catalogue.instrument(cite):
        if pinpoint and parse(pinpoint) is None:
            message = (
                f"'{pinpoint}' is not a provision; write one such as s 103A(2)(b), "
                "ss 76-93, Sch 3 para 2, art 68, reg 4(1)"
            )
            yield "M007", message
    elif not catalogue.source(cite):
        known = [*catalogue.terms["instruments"], *catalogue.sources]
        yield "L001", _unknown(source_id, "instruments or sources", known)


def _related(entry: Entry, catalogue: Catalogue) -> Iterator[Problem]:
    known = {*catalogue.ids, *catalogue.entries}
    for number, related in enumerate(entry.measure.related):
        if related.id == entry.measure.id:
            message = "a measure is not related to itself; delete the link"
            yield entry.document.problem("L007", ("related", number, "id"), message)
        elif related.id not in known:
            message = _unknown(related.id, "ids.txt", known)
            yield entry.document.problem("L001", ("related", number, "id"), message)


def _repeats(entry: Entry) -> Iterator[Problem]:
    measure = entry.measure
    lists: dict[str, list[tuple[str, ...]]] = {
        "related": [(item.id, item.type) for item in measure.related],
        "offences": [(item.offence, item.link) for item in measure.offences],
        "contexts": [(item.context,) for item in measure.contexts],
        "evidence": [(item.context,) for item in measure.evidence],
        "situations": [(item,) for item in measure.situations],
    }
    for name, items in lists.items():
        for number, item in enumerate(items):
            if item in items[:number]:
                message = f"'{' '.join(item)}' stands twice in {name}; merge the two"
                yield entry.document.problem("L007", (name, number), message)


def _shared_names(catalogue: Catalogue) -> Iterator[Problem]:
    """An official name may be shared only by measures of different nations."""
    seen: dict[tuple[str, str], str] = {}
    for id_, (measure, document, _) in sorted(catalogue.entries.items()):
        for nation in measure.jurisdictions:
            other = seen.setdefault((measure.name.casefold(), nation), id_)
            if other != id_:
                message = f"'{measure.name}' is also the name of {other}; names must differ"
                yield document.problem("L006", ("name",), message)
                break


def _shared_titles(catalogue: Catalogue) -> Iterator[Problem]:
    """Sheets number sources by title, so a reader could not tell two of one title apart."""
    seen: dict[str, str] = {}
    instruments = catalogue.terms["instruments"]
    for registered, key in ((instruments, "label"), (catalogue.sources, "title")):
        for id_, placed in registered.items():
            title = getattr(placed.item, key)
            other = seen.setdefault(title.casefold(), id_)
            if other != id_:
                message = f"'{title}' is also the title of {other}; say in both which is which"
                yield placed.document.problem("L009", (*placed.path, key), message)


def _near(id_: str, known: Iterable[str]) -> str:
    near = get_close_matches(id_, list(known), n=1, cutoff=0.6)
    return f" (did you mean '{near[0]}'?)" if near else ""


def _unknown(id_: str, where: str, known: Iterable[str]) -> str:
    return f"'{id_}' is not in {where}{_near(id_, known)}; correct it or add it there"

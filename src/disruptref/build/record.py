"""The public record of a measure: the one interface between the build and the read chain.

The record is the measure as its file has it, with each cite written out and linked, and with what
can be derived without knowing today's date. What depends on a date (state, limits, duration,
breach) is derived on reading, in `disruptref.read.asof`.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from disruptref.build.catalogue import Catalogue, Entry
from disruptref.build.law import Reading, TimelineEntry
from disruptref.build.measure import Measure
from disruptref.build.text import NONE_IN_LAW, Cited, Part
from disruptref.build.values import USABLE, LawState, Relation
from disruptref.build.walk import parts

_HIDDEN = frozenset({"search_only", "every_route"})
_INVERSE = {
    Relation.CONFUSABLE_WITH: "confusable-with",
    Relation.ALTERNATIVE_TO: "alternative-to",
    Relation.COMBINE_WITH: "combine-with",
    Relation.ESCALATES_TO: "escalates-from",
    Relation.SUPERSEDED_BY: "supersedes",
}


def public_record(entry: Entry, catalogue: Catalogue) -> dict[str, Any]:
    """Return the public record as plain JSON values; `schemas.record_schema` describes it."""
    measure, document = entry.measure.with_whole_routes(), entry.document
    record: dict[str, Any] = _dump(measure, catalogue)
    record["legal_basis"] = _readings(measure.legal_basis, catalogue)
    for route, dumped in zip(measure.routes, record["routes"], strict=True):
        dumped["legal_basis"] = [
            _reading_of(cite, measure.legal_basis, catalogue) for cite in route.legal_basis
        ]
    seen = law_checked_on(measure.legal_basis)
    for state, dumped in zip(measure.timeline, record["timeline"], strict=True):
        dumped.update(_state(state), seen_from=None if state.since else seen)
    for period, dumped in zip(measure.durations, record["durations"], strict=True):
        dumped["recorded"] = [key for key in ("minimum", "maximum") if getattr(period, key)]
    record["offences"] = [_offence(tie, catalogue) for tie in record["offences"]]
    record["related"] = record["related"] + list(_inverse(measure, catalogue))
    record["statements"] = list(_statements(measure, catalogue))
    record["sources"] = _sources(measure, catalogue)
    record["law_checked_on"] = law_checked_on(measure.legal_basis)
    record["not_recorded"] = list(not_recorded(measure))
    record["file"] = document.path.relative_to(catalogue.root).as_posix()
    record["line"] = document.place(("id",))[0]
    return record


def law_checked_on(readings: Iterable[Reading]) -> str | None:
    """Return the oldest day to which the law is known to have been seen (ISO), or None."""
    days = [min(reading.read_on, reading.text_as_at) for reading in readings]
    return min(days).isoformat() if days else None


def not_recorded(measure: Measure) -> Iterator[str]:
    """Yield the path of each optional value that the record leaves open."""
    for number, entry in enumerate(measure.timeline):
        if entry.since is None and entry.state is not LawState.NON_STATUTORY:
            yield f"timeline.{number}.from"
    for path, part in parts(measure):
        for name, field in type(part).model_fields.items():
            extra = field.json_schema_extra
            recordable = isinstance(extra, dict) and extra.get("recordable")
            if recordable and getattr(part, name) in (None, ()):
                yield ".".join(str(step) for step in (*path, field.alias or name))


def _dump(value: Any, catalogue: Catalogue) -> Any:
    """Turn a part into JSON values, writing cites out and `none-in-law` as null."""
    if isinstance(value, Part):
        return _dump_part(value, catalogue)
    if isinstance(value, tuple):
        return [_dump(item, catalogue) for item in value]
    if value == NONE_IN_LAW:
        return None
    if isinstance(value, str | int | bool) or value is None:
        return str(value) if isinstance(value, str) else value
    return value.isoformat()


def _dump_part(part: Part, catalogue: Catalogue) -> dict[str, Any]:
    dumped: dict[str, Any] = {}
    for name, field in type(part).model_fields.items():
        if name in _HIDDEN:
            continue
        value, key = getattr(part, name), field.alias or name
        if name.endswith("cite"):
            dumped[key] = _display(value, catalogue)
            if name != "cite":
                dumped[f"{name.removesuffix('_cite')}_links"] = _links(value, catalogue)
        elif name not in ("since", "until", "basis") or value is not None:
            dumped[key] = _dump(value, catalogue)
    if isinstance(part, Cited):
        dumped |= _ground(part, catalogue)
    return dumped


def _ground(part: Cited, catalogue: Catalogue) -> dict[str, Any]:
    """Return the basis of a cited part, and its links."""
    basis = part.basis or (catalogue.basis(part.cite[0]) if part.cite else None)
    return {"basis": str(basis) if basis else None, "links": _links(part.cite, catalogue)}


def _display(cites: tuple[str, ...], catalogue: Catalogue) -> str | None:
    return "; ".join(catalogue.display(cite) for cite in cites) or None


def _links(cites: tuple[str, ...], catalogue: Catalogue) -> list[dict[str, str | None]]:
    return [
        {
            "source": catalogue.display(cite.partition(" ")[0]),
            "pinpoint": cite.partition(" ")[2] or None,
            "url": catalogue.url(cite),
        }
        for cite in cites
    ]


def _readings(readings: Iterable[Reading], catalogue: Catalogue) -> list[dict[str, Any]]:
    return [_reading(cite, reading, catalogue) for reading in readings for cite in reading.cite]


def _reading_of(cite: str, readings: Iterable[Reading], catalogue: Catalogue) -> dict[str, Any]:
    """Describe one provision of a route, with the dates of the reading of its instrument."""
    source_id = cite.partition(" ")[0]
    for reading in readings:
        if any(source_id == read.partition(" ")[0] for read in reading.cite):
            return _reading(cite, reading, catalogue)
    return _reading(cite, None, catalogue)


def _reading(cite: str, reading: Reading | None, catalogue: Catalogue) -> dict[str, Any]:
    title = catalogue.display(cite.partition(" ")[0])
    return {
        "instrument": title,
        "provision": cite.partition(" ")[2] or None,
        "url": catalogue.url(cite),
        "read_on": reading.read_on.isoformat() if reading else None,
        "text_as_at": reading.text_as_at.isoformat() if reading else None,
    }


def _state(entry: TimelineEntry) -> dict[str, Any]:
    """Say in words what a state is, whether it can be relied on, and its rank among others.

    A state whose start was not confirmed is never usable: it counts as not known.
    """
    state = entry.state
    if state in USABLE and not entry.confirmed:
        state = LawState.NOT_KNOWN
    usable = state in USABLE
    return {
        "counts_as": str(state),
        "words": state.meaning,
        "usable": usable,
        # What can be used stands before what cannot: a change to come never hides today's law.
        "rank": list(LawState).index(state) + (0 if usable else len(LawState)),
    }


def _offence(tie: dict[str, Any], catalogue: Catalogue) -> dict[str, Any]:
    """Add to a link what the vocabulary knows of its offence."""
    offence = catalogue.vocabulary("offences").get(tie["offence"])
    if offence is None:
        return tie
    return tie | {
        "label": offence.label,
        "provision": _display(offence.cite, catalogue),
        "maximum": _dump(offence.maximum, catalogue),
        "maximum_summary": _dump(offence.maximum_summary, catalogue),
        "maximum_note": offence.maximum_note,
        "mode": _dump(offence.mode, catalogue),
        "offence_links": _links(offence.cite, catalogue),
    }


def _inverse(measure: Measure, catalogue: Catalogue) -> Iterator[dict[str, str]]:
    """Yield the links that other records make to this one, unless it links back itself."""
    own = {(related.id, str(related.type)) for related in measure.related}
    for other in catalogue.measures:
        for related in other.related:
            kind = _INVERSE[related.type]
            if related.id == measure.id and (other.id, kind) not in own:
                yield {"id": other.id, "type": kind, "note": related.note}


def _statements(measure: Measure, catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    """Flatten every sentence that has a ground, in the order of the record."""
    for path, part in parts(measure):
        text = getattr(part, "text", None)
        if isinstance(part, Cited) and text and (part.cite or part.basis):
            yield {
                "path": ".".join(str(step) for step in path),
                "text": text,
                "cite": _display(part.cite, catalogue),
                **_ground(part, catalogue),
                "from": part.since.isoformat() if part.since else None,
                "until": part.until.isoformat() if part.until else None,
            }


def _sources(measure: Measure, catalogue: Catalogue) -> list[dict[str, Any]]:
    """List what the record cites beside instruments, in the order first cited."""
    named: list[str] = []
    for _, part in parts(measure):
        named += [cite.partition(" ")[0] for cite in getattr(part, "cite", ())]
        named += getattr(part, "sources", ())
        named += [getattr(part, key) for key in ("source", "search") if getattr(part, key, None)]
    found = []
    for source_id in dict.fromkeys(named):
        if source := catalogue.source(source_id):
            found.append(_dump(source, catalogue))
    return found

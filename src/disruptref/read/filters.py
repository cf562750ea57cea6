"""The filters that work everywhere measures are listed: several values or, several options and."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from disruptref.provision import loose
from disruptref.read.asof import State, meaning, state_on
from disruptref.read.nation import Asked
from disruptref.read.refusals import UsageError, unknown_value
from disruptref.store import Store, name_key
from disruptref.values import (
    LADDER,
    Approach,
    Closed,
    Direction,
    LawState,
    Need,
    OffenceLink,
    Purpose,
    Speed,
    Strength,
    Target,
)


class Filters(NamedTuple):
    """What was asked for, as typed; empty means not asked."""

    context: tuple[str, ...] = ()
    offence: tuple[str, ...] = ()
    jurisdiction: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    approach: tuple[str, ...] = ()
    purpose: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    evidence: str | None = None
    no_conviction: bool = False
    no_complaint: bool = False
    within: str | None = None
    as_of: str | None = None
    any_status: bool = False

    @classmethod
    def of(cls, options: dict[str, Any]) -> "Filters":
        """Make filters from parsed options: lists become tuples, absent ones stay unasked."""
        plain = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in options.items()
            if value is not None
        }
        return cls(**plain)

    def given(self) -> dict[str, Any]:
        """Return the filters that were used, by option name."""
        pairs = zip(self._fields, self, strict=True)
        return {name.replace("_", "-"): _plain(value) for name, value in pairs if value}


class Found(NamedTuple):
    """A measure that passed: its card, its state that day, and why filters let it through."""

    card: dict[str, Any]
    state: State
    notes: tuple[str, ...]


class Selection(NamedTuple):
    """What passed the filters, and sentences on what they hid."""

    found: list[Found]
    remarks: tuple[str, ...]


def select(
    store: Store, filters: Filters, asked: Asked, day: str, named: Iterable[str] = ()
) -> Selection:
    """Return the measures that pass, core first, then by name.

    Args:
        store: the open index.
        filters: what was asked.
        asked: the nations asked.
        day: the day of the law (ISO).
        named: ids that the question named, shown whatever their state.

    Raises:
        UsageError: for an unknown value, with the nearest valid ones.
    """
    chosen, notes, remarks = _by_facets(store, filters, asked, day)
    always = set(named)
    states = _wanted_states(filters)
    found, unusable = [], 0
    for card in store.cards():
        if card["id"] not in chosen:
            continue
        state = state_on(card["timeline"], day)
        if state.state in states or card["id"] in always:
            found.append(Found(card, state, tuple(notes.get(card["id"], ()))))
        else:
            unusable += 1
    if unusable and not filters.status:
        plural = "measure" if unusable == 1 else "measures"
        remarks.append(f"{unusable} {plural} not usable on {day} left out; --any-status shows all.")
    found.sort(key=lambda one: (not one.state.usable, one.card["tier"] != "core", one.card["name"]))
    return Selection(found, tuple(remarks))


def _by_facets(
    store: Store, filters: Filters, asked: Asked, day: str
) -> tuple[set[str], dict[str, list[str]], list[str]]:
    """Return the ids that pass every facet, notes by id, and remarks on what was hidden."""
    notes: dict[str, list[str]] = {}
    remarks: list[str] = []
    passing = [set(store.with_facet("jurisdiction", asked.nations, day))]

    def narrow(kind: str, values: Iterable[str]) -> dict[str, list[str]]:
        found = store.with_facet(kind, values, day)
        passing.append(set(found))
        return found

    for kind, values in _plain_facets(store, filters):
        narrow(kind, values)
    if filters.offence:
        ids = [id_ for given in filters.offence for id_ in offences_named(store, given)]
        for id_, links in narrow("offence", ids).items():
            words = "; ".join(OffenceLink(link).meaning.rstrip(".") for link in links)
            notes.setdefault(id_, []).append(f"{words}.")
    if filters.no_conviction:
        for id_, routes in narrow("conviction", ["not-needed"]).items():
            note = f"No conviction needed: {', '.join(routes)}."
            notes.setdefault(id_, []).append(note)
    if filters.no_complaint:
        helped = store.with_facet("child-account", [Need.HELPS], day)
        narrow("child-account", [Need.HELPS, Need.NOT_NEEDED])
        for id_ in helped:
            notes.setdefault(id_, []).append("Works without the child's account; it would help.")
    if filters.evidence:
        rated, untested = _by_evidence(store, filters, set.intersection(*passing))
        passing.append(set(rated))
        for id_, ratings in rated.items():
            notes.setdefault(id_, []).extend(ratings)
        if untested:
            remarks.append(f"{untested} with weaker or no evidence there hidden by --evidence.")
    return set.intersection(*passing), notes, remarks


def _plain_facets(store: Store, filters: Filters) -> Iterator[tuple[str, list[str]]]:
    """Yield the facets that only narrow: their kind and the values asked for."""
    for kind, option in (("context", "contexts"), ("family", "families"), ("agency", "agencies")):
        if given := getattr(filters, kind):
            yield kind, [_term(store, option, f"--{kind}", value) for value in given]
    for kind, closed in (("approach", Approach), ("purpose", Purpose), ("target", Target)):
        if given := getattr(filters, kind):
            yield kind, [_closed(closed, f"--{kind}", value) for value in given]
    if filters.within:
        order = [str(speed) for speed in Speed]
        yield "speed", order[: order.index(_closed(Speed, "--within", filters.within)) + 1]


def _by_evidence(
    store: Store, filters: Filters, candidates: set[str]
) -> tuple[dict[str, list[str]], int]:
    """Return the notes of those rated high enough in the contexts asked, and how many are not."""
    if not filters.context:
        raise UsageError("--evidence needs --context: evidence is rated per context.")
    given = filters.evidence or ""
    names = [str(level) for level in LADDER]
    if given not in names:
        raise unknown_value("--evidence", given, names, "list --help")
    enough = LADDER[names.index(given) :]
    contexts = {_term(store, "contexts", "--context", value) for value in filters.context}
    passing: dict[str, list[str]] = {}
    for id_ in candidates:
        record = store.record(id_) or {"evidence": ()}
        for rating in record["evidence"]:
            if rating["context"] in contexts and rating["strength"] in enough:
                strength = meaning(Strength, rating["strength"]).partition(":")[0]
                said = meaning(Direction, rating["direction"])
                note = f"Evidence in {rating['context']}: {strength}; {said}."
                passing.setdefault(id_, []).append(note)
    return passing, len(candidates) - len(passing)


def _wanted_states(filters: Filters) -> set[LawState]:
    if filters.status:
        return {LawState(_closed(LawState, "--status", value)) for value in filters.status}
    if filters.any_status:
        return set(LawState)
    return {state for state in LawState if State(state, ()).usable}


def _closed(closed: type[Closed], option: str, given: str) -> str:
    value = given.strip().lower().replace(" ", "-")
    valid = [str(member) for member in closed]
    if value not in valid:
        raise unknown_value(option, given, valid, "list --help")
    return value


def _term(store: Store, vocabulary: str, option: str, given: str) -> str:
    """Return the id of a vocabulary term given by id, label or synonym."""
    key = name_key(given)
    terms = store.terms(vocabulary)
    for term in terms:
        names = (term["id"], term["label"], *term.get("synonyms", ()))
        if key in (name_key(name) for name in names):
            return str(term["id"])
    raise unknown_value(option, given, [term["id"] for term in terms], vocabulary)


def offences_named(store: Store, given: str) -> list[str]:
    """Return the ids of the offences given by id, label, synonym or section."""
    keys = {key for key, _ in loose(given)}
    terms = store.terms("offences")
    by_section = [term["id"] for term in terms if keys & set(term.get("provisions", ()))]
    if keys and by_section:
        return by_section
    return [_term(store, "offences", "--offence", given)]


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value

"""The filters that work everywhere measures are listed: several values or, several options and."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from disruptref.folding import value_key
from disruptref.read.asof import State, day_words, state_on
from disruptref.read.lexicon import Lexicon
from disruptref.read.nation import Asked
from disruptref.read.refusals import UsageError, unknown_value
from disruptref.store import Store

# What asks for no conviction, nor for a caution or finding in its place.
NO_CONVICTION = ("not-needed", "arrest", "charge")


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
        plain: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in options.items()
            if value is not None
        }
        return cls(**plain)

    def given(self) -> dict[str, Any]:
        """Return the filters that were used, by option name."""
        pairs = zip(self._fields, self, strict=True)
        return {name.replace("_", "-"): as_json(value) for name, value in pairs if value}


class Found(NamedTuple):
    """A measure that passed: its card, its state that day, and why filters let it through."""

    card: dict[str, Any]
    state: State
    notes: tuple[str, ...]


class Matched(NamedTuple):
    """What a search found: every id, and those that the query named, shown in any state."""

    ids: frozenset[str]
    named: frozenset[str]


class Selection(NamedTuple):
    """What passed the filters, and sentences on what they hid."""

    found: list[Found]
    remarks: tuple[str, ...]


def select(
    store: Store, filters: Filters, asked: Asked, day: str, matched: Matched | None = None
) -> Selection:
    """Return the measures that pass, usable ones first, then core ones, then by name.

    Args:
        store: the open index.
        filters: what was asked.
        asked: the nations asked.
        day: the day of the law (ISO).
        matched: what a search found; none means every measure.

    Raises:
        UsageError: for an unknown value, with the nearest valid ones.
    """
    words = Lexicon(store)
    passing = _Passing(store, day)
    if matched:
        passing.ids &= matched.ids
    passing.narrow("jurisdiction", asked.nations)
    for kind, values in _plain_facets(filters, words):
        passing.narrow(kind, values)
    _noted_facets(filters, words, passing)
    wanted = {_value(words, "law-state", "--status", value) for value in filters.status}
    always = matched.named if matched else frozenset()
    found: list[Found] = []
    left_out: list[Found] = []
    for card in store.cards(sorted(passing.ids)):
        if _withdrawn(card) and card["id"] not in always:
            continue
        state = state_on(card["timeline"], day)
        fits = state.state in wanted if wanted else state.usable or filters.any_status
        one = Found(card, state, tuple(passing.notes.get(card["id"], ())))
        (found if fits or card["id"] in always else left_out).append(one)
    remarks = [*passing.remarks, *(() if wanted else _left_out(left_out, day))]
    found.sort(key=lambda one: (not one.state.usable, one.card["tier"] != "core", one.card["name"]))
    return Selection(found, tuple(remarks))


def _withdrawn(card: dict[str, Any]) -> bool:
    return bool(card["record"] == "withdrawn")


def _left_out(left_out: list[Found], day: str) -> Iterator[str]:
    """Say what was left out as not usable; what may be usable after all is named."""
    doubtful = [one for one in left_out if one.state.state == "not-known"]
    for one in doubtful:
        yield f"{one.card['name']}: not known whether it applies on {day_words(day)}; see `show`."
    if len(left_out) > len(doubtful):
        count = len(left_out) - len(doubtful)
        yield f"{count} not usable on {day_words(day)} left out; --any-status shows all."


class _Passing:
    """The ids that pass so far, with notes on why and remarks on what was hidden."""

    def __init__(self, store: Store, day: str) -> None:
        self.store, self.day = store, day
        self.ids: set[str] = store.ids()
        self.notes: dict[str, list[str]] = {}
        self.remarks: list[str] = []

    def narrow(self, kind: str, values: Iterable[str]) -> dict[str, list[str]]:
        """Keep what has one of the values; return the facet's notes by id."""
        found = self.store.with_facet(kind, values, self.day)
        self.ids &= set(found)
        return found

    def note(self, id_: str, sentence: str) -> None:
        """Say why a measure passed."""
        self.notes.setdefault(id_, []).append(sentence)


def _plain_facets(filters: Filters, words: Lexicon) -> Iterator[tuple[str, list[str]]]:
    """Yield the facets that only narrow: their kind and the values asked for."""
    for kind, vocabulary in (
        ("context", "contexts"),
        ("family", "families"),
        ("agency", "agencies"),
    ):
        if given := getattr(filters, kind):
            yield kind, [words.find(vocabulary, f"--{kind}", value) for value in given]
    for kind in ("approach", "purpose", "target"):
        if given := getattr(filters, kind):
            yield kind, [_value(words, kind, f"--{kind}", value) for value in given]
    if filters.within:
        order = list(words.labels("value:speed"))
        limit = order.index(_value(words, "speed", "--within", filters.within))
        yield "speed", order[: limit + 1]


def _noted_facets(filters: Filters, words: Lexicon, passing: _Passing) -> None:
    """Apply the facets that also say why a measure passed."""
    if filters.offence:
        ids = [id_ for given in filters.offence for id_ in words.offences(given)]
        for id_, links in passing.narrow("offence", ids).items():
            ties = (words.word("offence-link", link).rstrip(".") for link in links)
            passing.note(id_, f"{'; '.join(ties)}.")
    if filters.no_conviction:
        for id_, routes in passing.narrow("conviction", NO_CONVICTION).items():
            passing.note(id_, f"No conviction needed: {', '.join(routes)}.")
    if filters.no_complaint:
        for id_ in passing.store.with_facet("child-account", ["helps"], passing.day):
            passing.note(id_, "Works without the child's account; it would help.")
        passing.narrow("child-account", ["helps", "not-needed"])
    if filters.evidence:
        _by_evidence(filters, words, passing)


def _by_evidence(filters: Filters, words: Lexicon, passing: _Passing) -> None:
    """Keep what is rated high enough in a context asked; say how many were hidden."""
    if not filters.context:
        raise UsageError("--evidence needs --context: evidence is rated per context.")
    ladder = words.ladder()
    level = value_key(filters.evidence or "")
    if level not in ladder:
        raise unknown_value("--evidence", str(filters.evidence), ladder, "list --help")
    enough = ladder[ladder.index(level) :]
    contexts = {words.find("contexts", "--context", value) for value in filters.context}
    rated = set()
    for gist in passing.store.gists(sorted(passing.ids)):
        for rating in gist["evidence"]:
            if rating["context"] in contexts and rating["strength"] in enough:
                strength = words.word("strength", rating["strength"]).partition(":")[0]
                said = words.word("direction", rating["direction"])
                passing.note(gist["id"], f"Evidence in {rating['context']}: {strength}; {said}.")
                rated.add(gist["id"])
    hidden = len(passing.ids) - len(rated)
    passing.ids = rated
    if hidden:
        passing.remarks.append(f"{hidden} with weaker or no evidence there hidden by --evidence.")


def _value(words: Lexicon, kind: str, option: str, given: str) -> str:
    """Return a closed value as typed, in any case and with spaces for hyphens."""
    value = value_key(given)
    valid = list(words.labels(f"value:{kind}"))
    if value not in valid:
        raise unknown_value(option, given, valid, "list --help")
    return value


def as_json(value: Any) -> Any:
    """Return an option's value as JSON has it: several values as a list."""
    return list(value) if isinstance(value, tuple) else value

"""Questions in, answers out: each command's answer as plain data, before any rendering."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from disruptref.read.asof import SUMMARIES, State, state_on, view
from disruptref.read.filters import Filters, Found, Matched, select
from disruptref.read.lexicon import Lexicon
from disruptref.read.nation import Asked, asked
from disruptref.read.refusals import NothingFoundError, Refusal, UsageError
from disruptref.store import Store

if TYPE_CHECKING:
    from disruptref.read.search.ranking import Match

SCHEMA_VERSION = 1
WEAK = 0.06  # a match worth less than this share of the best one is left out
_CARD_KEYS = (
    "id", "name", "jurisdictions", "status", "family", "purpose", "approach", "summary",
)  # fmt: skip


class Listed(NamedTuple):
    """One measure of a listing: its card, its state that day, notes, and the match if searched."""

    card: dict[str, Any]
    state: State
    notes: tuple[str, ...]
    match: "Match | None" = None

    def json(self) -> dict[str, Any]:
        """Return the entry as the JSON of `list` or `search`."""
        card = {**self.card, "status": self.state.state}
        entry = {key: card[key] for key in _CARD_KEYS}
        entry["notes"] = list(self.notes)
        entry["law_checked_on"] = card["law_checked_on"]
        if self.match:
            entry |= {"score": self.match.score, "matched": list(self.match.matched)}
        return entry


class Listing(NamedTuple):
    """What a listing holds, and sentences for standard error."""

    entries: tuple[Listed, ...]
    remarks: tuple[str, ...]


class Shown(NamedTuple):
    """Records as of a day, sentences for standard error, and what could not be found."""

    records: tuple[dict[str, Any], ...]
    remarks: tuple[str, ...]
    missing: tuple[Refusal, ...]


def listing(store: Store, filters: Filters, day: str) -> Listing:
    """Answer `list`: every measure that passes the filters.

    Raises:
        NothingFoundError: when none does.
        UsageError: for an unknown value.
    """
    nations = asked(store, filters.jurisdiction)
    selection = select(store, filters, nations, day)
    remarks = (nations.sentence, *selection.remarks)
    if not selection.found:
        from disruptref.read.search.no_results import ASK_FOR_MORE, hiding

        hidden = hiding(store, filters, nations, day)
        raise NothingFoundError("No measure passes these filters.", *remarks, *hidden, ASK_FOR_MORE)
    entries = tuple(Listed(one.card, one.state, one.notes) for one in selection.found)
    return Listing(entries, remarks)


def searching(store: Store, query: str, filters: Filters, day: str) -> Listing:
    """Answer `search`: ranked matches, usable ones above the rest unless named by the query.

    Raises:
        NothingFoundError: when nothing matches and passes.
        UsageError: for an unknown value or an empty query.
    """
    from disruptref.read.search.no_results import unwritten
    from disruptref.read.search.ranking import ambiguous, readings, search

    if not query.strip():
        raise UsageError("Say what to search for, such as `disruptref search hotel guest list`.")
    nations = asked(store, filters.jurisdiction, query)
    matches = {match.id: match for match in search(store, query, nations.nations)}
    named = frozenset(id_ for id_, match in matches.items() if match.named)
    selection = select(store, filters, nations, day, Matched(frozenset(matches), named))
    found = selection.found
    if not found:
        from disruptref.read.search.no_results import hiding, nearest

        remarks = [nations.sentence, *unwritten(store, query, nations)]
        remarks += _elsewhere(store, matches, nations, day)
        if matches:
            remarks += hiding(store, filters, nations, day, matches)
        remarks += nearest(store, query)
        raise NothingFoundError("Nothing matches; try fewer or other words.", *remarks)

    def rank(one: Found) -> tuple[bool, float, str]:
        match = matches[one.card["id"]]
        return (not one.state.usable and match.id not in named, -match.score, match.id)

    best = max(matches[one.card["id"]].score for one in found)
    strong = [one for one in found if matches[one.card["id"]].score >= best * WEAK]
    entries = [
        Listed(one.card, one.state, one.notes, matches[one.card["id"]])
        for one in sorted(strong, key=rank)
    ]
    remarks = [
        nations.sentence,
        *unwritten(store, query, nations),
        *ambiguous(store, query),
        *readings(store, query),
    ]
    if len(found) > len(strong):
        remarks.append(f"{len(found) - len(strong)} weaker matches left out.")
    return Listing(tuple(entries), tuple(remarks))


def showing(store: Store, names: Iterable[str], filters: Filters, day: str) -> Shown:
    """Answer `show`: each measure meant, as of the day; the rest are named as missing.

    Raises:
        Refusal: when none of them could be found.
    """
    from disruptref.read.resolve import resolve

    nations = asked(store, filters.jurisdiction)
    records: list[dict[str, Any]] = []
    remarks: list[str] = []
    missing: list[Refusal] = []
    for name in names:
        try:
            meant = resolve(store, name, nations)
        except Refusal as refusal:
            missing.append(refusal)
            continue
        record = store.record(meant.id)
        if record and record["id"] not in (shown["id"] for shown in records):
            records.append(view(record, day))
        remarks += meant.remarks
    if not records:
        raise missing[0]
    return Shown(tuple(records), tuple(dict.fromkeys(remarks)), tuple(missing))


def everything(store: Store, day: str) -> list[dict[str, Any]]:
    """Answer `export`: every record with all its dated parts, and its summaries for the day."""
    found = []
    for card in store.cards():
        record = store.record(card["id"]) or card
        seen = view(record, day)
        found.append(record | {key: seen[key] for key in SUMMARIES})
    return found


def terms(store: Store, vocabulary: str, given: str | None) -> list[dict[str, Any]]:
    """Answer a vocabulary command: all terms, or those meant by the one asked for.

    Raises:
        UsageError: for an unknown term, with the nearest.
    """
    words = Lexicon(store)
    found = words.terms(vocabulary)
    if given is None:
        return found
    if vocabulary == "offences":
        ids = words.offences(given)
    elif vocabulary == "glossary":
        ids = words.senses(given)
    else:
        ids = [words.find(vocabulary, vocabulary, given)]
    return [term for term in found if term["id"] in ids]


def envelope(
    store: Store | None,
    query: dict[str, Any],
    results: Sequence[dict[str, Any]],
    errors: Sequence[str] = (),
    shown: Sequence[dict[str, Any]] | None = None,
) -> dict[str, Any]:
    """Return the JSON answer of any command.

    Args:
        store: the open index, if the command has one.
        query: the options given, never the words typed.
        results: what was found.
        errors: what was not, in sentences.
        shown: the measures that the results speak of, when they are not measures themselves.
    """
    measures = results if shown is None else shown
    days = [day for one in measures if (day := one.get("law_checked_on"))]
    return {
        "schema_version": SCHEMA_VERSION,
        "catalogue": {
            "version": store.meta("version") if store else None,
            "measures": store.meta("measures") if store else None,
            "law_checked_to": min(days) if days else None,
        },
        "query": query,
        "results": list(results),
        "errors": list(errors),
    }


def _elsewhere(
    store: Store, matches: "dict[str, Match]", nations: Asked, day: str
) -> tuple[str, ...]:
    """Say which measures of other nations, or in other states, would have matched."""
    cards = store.cards(list(matches)[:3])
    away = [card for card in cards if not set(card["jurisdictions"]) & set(nations.nations)]
    named = tuple(f"In other nations: {card['name']} ({card['id']})." for card in away)
    here = tuple(
        f"Not usable on that day: {card['name']} ({card['id']}); --any-status shows it."
        for card in cards
        if card not in away and not state_on(card["timeline"], day).usable
    )
    return named + here

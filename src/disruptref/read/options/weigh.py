"""`options`: the facts of a situation in, one list of measures with a verdict each out.

Order: what makes the child safe now; then what binds the suspect, a place or a business; then
what supports or organises; what restricts the child comes last and is marked.
"""

from typing import Any, NamedTuple

from disruptref.read.asof import routes_on
from disruptref.read.filters import Filters, Found, select
from disruptref.read.labels import NOTES, OPTION_GROUPS
from disruptref.read.lexicon import Lexicon
from disruptref.read.nation import Asked, asked
from disruptref.read.options.conditions import rule_words
from disruptref.read.options.facts import Known, facts
from disruptref.read.options.verdicts import NOT_AVAILABLE, RANK, Verdict, in_any_nation, unusable
from disruptref.read.refusals import UsageError
from disruptref.store import Store

_BINDS = frozenset({"suspect", "place", "business", "owner", "parent-carer"})


class Option(NamedTuple):
    """One measure weighed: its card and state, its verdict, and its group in the order."""

    found: Found
    verdict: Verdict
    reasons: tuple[str, ...]
    group: int
    restricts_child: bool
    contexts: frozenset[str]
    speed: str | None

    def json(self) -> dict[str, Any]:
        """Return the entry as the JSON of `options`."""
        card, decided = self.found.card, self.verdict
        return {
            "id": card["id"],
            "name": card["name"],
            "jurisdictions": card["jurisdictions"],
            "status": self.found.state.state,
            "verdict": decided.verdict,
            "route": decided.route,
            "reasons": [
                {
                    "rule": text,
                    "cite": rule["cite"],
                    "basis": rule["basis"],
                    "test": _plain(rule),
                    "against": number < decided.against,
                    "closes": list(decided.closes[number]) if decided.closes else [],
                }
                for number, (text, rule) in enumerate(
                    zip(self.reasons, decided.reasons, strict=True)
                )
            ],
            "facts_needed": list(decided.facts_needed),
            "also": [
                {
                    "route": one.route,
                    "verdict": one.verdict,
                    "facts_needed": list(one.facts_needed),
                }
                for one in decided.also
            ],
            "group": OPTION_GROUPS[self.group][0],
            "restricts_child": self.restricts_child,
            "law_checked_on": card["law_checked_on"],
        }


class Weighed(NamedTuple):
    """The options in order, the notes that stand above them, and sentences for standard error."""

    options: tuple[Option, ...]
    notes: tuple[str, ...]
    remarks: tuple[str, ...]


def options(store: Store, given: dict[str, Any], filters: Filters, day: str) -> Weighed:
    """Weigh every measure of the child's nation on the facts.

    Args:
        store: the open index.
        given: the facts by name as typed; the child's nation, contexts and offences are in the
            filters, because they are options everywhere else, and never exclude here.
        filters: what narrows the list before any verdict.
        day: the day of the law (ISO).

    Raises:
        UsageError: for an unknown value.
    """
    if filters.evidence:
        raise UsageError("--evidence does not narrow `options`; ask `disruptref evidence` for it.")
    words = Lexicon(store)
    nations = asked(store, filters.jurisdiction)
    shared = {"context": filters.context, "offence": filters.offence}
    known = facts({**given, **{name: value for name, value in shared.items() if value}}, words)
    known["jurisdiction"] = Known(frozenset(nations.nations), either=len(nations.nations) > 1)
    narrowed = filters._replace(context=(), offence=())
    selection = select(store, narrowed, nations, day)
    by_id = {one.card["id"]: one for one in selection.found}
    weighed = []
    for gist in store.gists(list(by_id)):
        routes = routes_on(gist["routes"], day)
        found = by_id[gist["id"]]
        here = [nation for nation in nations.nations if nation in found.card["jurisdictions"]]
        decided = in_any_nation({**gist, "routes": routes}, known, here)
        if not found.state.usable and decided.verdict != NOT_AVAILABLE:
            decided = unusable(found.state, decided)
        weighed.append(_option(found, gist, decided, words))
    told = {str(value) for value in known["context"].values} if "context" in known else set()
    speeds = list(words.labels("value:speed"))
    weighed.sort(key=lambda option: _order(option, told, speeds))
    remarks = (nations.sentence, *selection.remarks)
    return Weighed(tuple(weighed), _notes(known, nations), remarks)


def _option(found: Found, gist: dict[str, Any], decided: Verdict, words: Lexicon) -> Option:
    card, restricts = found.card, gist["restricts"]
    child = "child" in restricts
    if child:
        group = 3
    elif "safeguarding" in card["purpose"] and gist["speed"] == "now":
        group = 0
    else:
        group = 1 if _BINDS & set(restricts) else 2
    reasons = tuple(rule_words(rule, words) for rule in decided.reasons)
    contexts = frozenset(rating["context"] for rating in gist["evidence"])
    return Option(found, decided, reasons, group, child, contexts, gist["speed"])


def _order(option: Option, told: set[str], speeds: list[str]) -> tuple[Any, ...]:
    """Group first; in it what can be used, the verdict, the context told, safety, speed, name."""
    card = option.found.card
    purposes = card["purpose"]
    return (
        option.group,
        not option.found.state.usable,
        RANK[option.verdict.verdict],
        not told & option.contexts,
        purposes.index("safeguarding") if "safeguarding" in purposes else len(purposes),
        speeds.index(option.speed) if option.speed in speeds else len(speeds),
        card["tier"] != "core",
        card["name"],
    )


def _notes(known: dict[str, Known], nations: Asked) -> tuple[str, ...]:
    """Return what stands above every list, and what these facts add."""
    notes = [NOTES["danger"], NOTES["strategy"], NOTES["meaning"]]
    if "child-age" in known or "suspect-age" in known:
        notes.append(NOTES["ages"])
    suspect = known.get("suspect-age")
    if suspect and all(int(age) < 18 for age in suspect.values):
        notes.append(NOTES["young-suspect"])
    for name in ("suspect-jurisdiction", "place-jurisdiction"):
        if name in known and not known[name].values & set(nations.nations):
            notes.append(NOTES[name])
    return tuple(notes)


def _plain(rule: dict[str, Any]) -> dict[str, Any] | None:
    """Return a rule as it stands in the catalogue, without its ground; none for a state."""
    if "state" in rule:
        return None
    if rule["any_of"]:
        return {"any_of": [_plain({**test, "any_of": []}) for test in rule["any_of"]]}
    return {key: rule[key] for key in ("fact", "op", "value")}

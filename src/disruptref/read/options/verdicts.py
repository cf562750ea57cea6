"""What the rules of a measure say on some facts: three-valued logic, and a verdict with reasons.

Every rule comes from the catalogue; nothing here knows any measure. A rule is true, false or (None)
unknown. A false rule closes its route, whatever else is unknown. A closed route is not available
when what closes it is confirmed law; guidance, policy and practice only caution.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from disruptref.read.asof import State
from disruptref.read.options.facts import Known

BINDING = frozenset({"statute", "case-law", "court-rules"})
POSSIBLE, POSSIBLE_IF, NOT_AVAILABLE = "possible", "possible-if", "not-available"
RANK = {POSSIBLE: 0, POSSIBLE_IF: 1, NOT_AVAILABLE: 2}
_NEEDED = {"child_account": "child-account", "carer_statement": "carer-statement"}

Facts = dict[str, Known]
Rule = dict[str, Any]


class Verdict(NamedTuple):
    """What some facts leave of a measure: by which route, why, and what would settle it."""

    verdict: str
    route: str | None
    reasons: tuple[Rule, ...]
    facts_needed: tuple[str, ...]
    against: int = 0
    """How many of the reasons, the first ones, do not fit the facts: not law, or not confirmed."""
    also: tuple["Verdict", ...] = ()
    """The other routes that law leaves open and that fit the facts no worse, the best first."""
    closes: tuple[tuple[str, ...], ...] = ()
    """For each reason of a measure not available, the routes it closes; empty for all of them."""


def verdict(gist: dict[str, Any], facts: Facts) -> Verdict:
    """Return the verdict of a measure's best route; one without routes cannot be ruled out.

    Args:
        gist: the routes (those of the day) with their rules, and the needs of the measure.
        facts: what is known.
    """
    extra = list(_needs(gist["needs"]))
    found = [_of_route(route["name"], [*route["rules"], *extra], facts) for route in gist["routes"]]
    found = found or [_of_route(None, extra, facts)]
    best, *others = sorted(
        found, key=lambda one: (RANK[one.verdict], one.against, len(one.facts_needed))
    )
    if best.verdict == NOT_AVAILABLE:
        return _closed(best, found)
    also = (one for one in others if one.verdict != NOT_AVAILABLE and one.against <= best.against)
    return best._replace(also=tuple(also))


def _closed(best: Verdict, found: Sequence[Verdict]) -> Verdict:
    """Say what closes every route, not only the first; what closes most of them comes first."""
    closing: dict[str, tuple[Rule, dict[str, None]]] = {}
    for one in found:
        for rule in one.reasons:
            _, routes = closing.setdefault(str(_tested(rule)), (rule, {}))
            routes[one.route or ""] = None
    ordered = sorted(closing.values(), key=lambda pair: -len(pair[1]))
    closes = (tuple(routes) if len(routes) < len(found) else () for _, routes in ordered)
    return best._replace(reasons=tuple(rule for rule, _ in ordered), closes=tuple(closes))


def in_any_nation(gist: dict[str, Any], facts: Facts, nations: Iterable[str]) -> Verdict:
    """Return the verdict where the child may be in one of several nations.

    What is possible in each of them is possible, though by another route in each; what is in none
    is so for what closes it in each; otherwise the nation is one of the facts to settle.
    """
    each = [verdict(gist, {**facts, "jurisdiction": Known(frozenset({one}))}) for one in nations]
    if each and all(one.verdict == each[0].verdict for one in each):
        return _in_each(each) if each[0].verdict == NOT_AVAILABLE else each[0]
    return verdict(gist, facts)


def _in_each(closed: Sequence[Verdict]) -> Verdict:
    """Leave out what closes it in one nation only, if something closes every route in each."""
    first, *others = closed
    tested = [{str(_tested(rule)) for rule in one.reasons} for one in others]
    shared = [
        (rule, routes)
        for rule, routes in zip(first.reasons, first.closes, strict=True)
        if all(str(_tested(rule)) in tests for tests in tested)
    ]
    if all(routes for _, routes in shared):
        return first
    reasons, closes = zip(*shared, strict=True)
    return first._replace(reasons=reasons, closes=closes)


def _tested(rule: Rule) -> Any:
    """Return what a rule tests, without its ground."""
    if rule["any_of"]:
        return [_tested({**test, "any_of": []}) for test in rule["any_of"]]
    return rule["fact"], rule["op"], rule["value"]


def unusable(state: State, decided: Verdict) -> Verdict:
    """Return the verdict of a measure that cannot be relied on that day, with its state's cite.

    Where its state is only not known, what does not fit the facts is said first.
    """
    reasons = tuple(
        {"state": entry["words"], "cite": entry["cite"], "basis": entry["basis"]}
        for entry in state.entries
    )
    if state.state != "not-known":
        return Verdict(NOT_AVAILABLE, None, reasons, ())
    unfit = decided.reasons[: decided.against]
    route = decided.route if unfit else None
    return Verdict(POSSIBLE_IF, route, (*unfit, *reasons), (), len(unfit))


def holds(rule: Rule, facts: Facts) -> bool | None:
    """Say whether a rule holds on the facts, or None where they do not settle it."""
    if not rule["any_of"]:
        return _test(rule, facts)
    results = [_test(test, facts) for test in rule["any_of"]]
    return True if True in results else None if None in results else False


def _of_route(name: str | None, rules: Iterable[Rule], facts: Facts) -> Verdict:
    held: dict[bool | None, list[Rule]] = {True: [], False: [], None: []}
    for rule in rules:
        held[holds(rule, facts)].append(rule)
    closing = [rule for rule in held[False] if rule["confirmed"] and rule["basis"] in BINDING]
    if closing:
        return Verdict(NOT_AVAILABLE, name, tuple(closing), ())
    open_facts = tuple(dict.fromkeys(fact for rule in held[None] for fact in facts_of(rule, facts)))
    if held[False] or held[None]:
        reasons = (*held[False], *held[None])
        return Verdict(POSSIBLE_IF, name, reasons, open_facts, len(held[False]))
    return Verdict(POSSIBLE, name, tuple(held[True]), ())


def facts_of(rule: Rule, facts: Facts) -> Iterator[str]:
    """Yield the facts that would settle a rule."""
    for test in rule["any_of"] or (rule,):
        if _test(test, facts) is None:
            yield test["fact"]


def _needs(needs: dict[str, Any] | None) -> Iterator[Rule]:
    """Yield what a measure requires from the child's side, as rules."""
    for key, fact in _NEEDED.items() if needs else ():
        if needs and needs[key] == "required":
            note = needs["notes"][key] or {}
            yield {
                "fact": fact, "op": "is", "value": ["yes"], "any_of": [], "confirmed": True,
                "cite": note.get("cite"), "basis": note.get("basis") or "practice",
            }  # fmt: skip


def _test(test: Rule, facts: Facts) -> bool | None:
    known = facts.get(test["fact"])
    if known is None:
        return None
    wanted = test["value"]
    if test["op"] == "under":
        return all(value < wanted[0] for value in known.values)
    if test["op"] == "at-least":
        return all(value >= wanted[0] for value in known.values)
    if test["op"] == "other-than":
        return _elsewhere(known, set(wanted))
    among = _among(known, set(wanted))
    if test["op"] == "not-in":
        return None if among is None else not among
    return among


def _among(known: Known, wanted: set[str | int]) -> bool | None:
    """Say whether one of the wanted values holds."""
    if known.either:
        return True if known.values <= wanted else None if known.values & wanted else False
    if known.values & wanted:
        return True
    return False if known.complete else None


def _elsewhere(known: Known, unwanted: set[str | int]) -> bool | None:
    """Say whether some value beside the unwanted ones holds: a hotel counts, if online does not."""
    if known.either:
        return False if known.values <= unwanted else None if known.values & unwanted else True
    if known.values - unwanted:
        return True
    return False if known.complete else None

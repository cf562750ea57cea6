"""What a published record needs before an officer may rely on it."""

from collections.abc import Iterator

from disruptref.build.catalogue import Catalogue, Entry
from disruptref.build.measure import Measure
from disruptref.build.problems import Problem
from disruptref.build.values import Conviction, Fact, LawState, RecordState

_OUTCOMES = frozenset(
    {
        Conviction.CONVICTION,
        Conviction.CAUTION,
        Conviction.FINDING,
        Conviction.FOREIGN_EQUIVALENT,
        Conviction.CHARGE,
    }
)


def check(entry: Entry, _catalogue: Catalogue) -> Iterator[Problem]:
    """Check that a published record leaves out nothing it must have."""
    measure, document = entry.measure, entry.document
    yield from _timeline(entry)
    yield from _outcomes(entry)
    if measure.record is not RecordState.PUBLISHED:
        return
    for key, missing, advice in _parts(measure):
        if missing:
            yield document.problem("P001", (key,), f"{advice}; or set 'record: draft'")
    rated = {item.context for item in measure.evidence}
    claimed = {item.context for item in measure.contexts}
    for number, use in enumerate(measure.contexts):
        if use.context not in rated:
            message = f"add an evidence entry for '{use.context}' (not-assessed counts)"
            yield document.problem("P002", ("contexts", number), message)
    for number, rating in enumerate(measure.evidence):
        if rating.context not in claimed and rating.strength != "not-applicable":
            message = f"'{rating.context}' is rated but not among the contexts; say how, or delete"
            yield document.problem("P003", ("evidence", number), message)


def _parts(measure: Measure) -> Iterator[tuple[str, bool, str]]:
    """Yield (key, is it missing, what to write) for each part that must be there."""
    states = {entry.state for entry in measure.timeline}
    card = bool(states) and states <= {LawState.ENACTED_NOT_IN_FORCE, LawState.NOT_KNOWN}
    yield "timeline", not measure.timeline, "write the timeline: each state with its dates"
    needs_law = LawState.NON_STATUTORY not in states
    yield "legal_basis", needs_law and not measure.legal_basis, "write what law was read, and when"
    yield "restricts", not measure.restricts, "say whom it restricts (or nobody)"
    child_safety = measure.before_you_act.child_safety
    yield "before_you_act", child_safety is None, "write the child_safety line"
    if card:
        return
    routes = measure.with_whole_routes().routes
    whole = any(route.test and (route.applicants or route.issued_by) for route in routes)
    yield "routes", not whole, "write at least one route with 'test' and an agency"
    yield "contexts", not measure.contexts, "write at least one context with its 'how'"
    yield "needs", measure.needs is None, "write what it needs from the child's side"


def _outcomes(entry: Entry) -> Iterator[Problem]:
    """A route that needs an outcome in criminal proceedings has a rule that `options` can test."""
    for number, route in enumerate(entry.measure.with_whole_routes().routes):
        tests = [test for rule in route.rules for test in (rule, *rule.any_of)]
        if _OUTCOMES & set(route.conviction) and not any(
            test.fact is Fact.SUSPECT_HISTORY for test in tests
        ):
            message = "its 'conviction' needs an outcome; add a rule on suspect-history"
            yield entry.document.problem("P005", ("routes", number), message)


def _timeline(entry: Entry) -> Iterator[Problem]:
    """States that cover the whole record run in order and never overlap.

    A change that is enacted and not yet started stands beside the state it will change.
    """
    measure, document = entry.measure, entry.document
    previous = None
    for number, state in enumerate(measure.timeline):
        if previous and state.state is LawState.ENACTED_NOT_IN_FORCE:
            continue
        if previous and previous.since and state.since:
            path = ("timeline", number, "from")
            if state.since < previous.since:
                message = f"{state.since} is before the entry above; write oldest first"
                yield document.problem("P004", path, message)
            elif not (state.where or previous.where):
                if previous.until is None or previous.until >= state.since:
                    message = f"the entry above still runs on {state.since}; give it an 'until'"
                    yield document.problem("P004", path, message)
                elif (state.since - previous.until).days > 1:
                    message = f"no state is given between {previous.until} and {state.since}"
                    yield document.problem("P004", path, message)
        previous = state

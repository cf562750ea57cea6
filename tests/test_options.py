"""`options`: facts in, verdicts out, by the rules of the catalogue alone."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disruptref.commands.conversation import converse
from disruptref.read.asof import State
from disruptref.read.filters import Filters
from disruptref.read.labels import FACTS, NOTES
from disruptref.read.lexicon import Lexicon
from disruptref.read.options.facts import AGES, NATIONS, NOT_KNOWN, ORDER, SEVERAL, Known, choices
from disruptref.read.options.verdicts import (
    NOT_AVAILABLE,
    POSSIBLE,
    POSSIBLE_IF,
    holds,
    in_any_nation,
    unusable,
    verdict,
)
from disruptref.read.options.weigh import options
from disruptref.store import Store
from tests.conftest import Ran

Run = Callable[..., Ran]
DAY = "2026-11-24"


def rule(fact: str, op: str, *value: str | int, **more: Any) -> dict[str, Any]:
    """Make a rule as the index holds it."""
    whole = {"fact": fact, "op": op, "value": list(value), "any_of": [], "cite": "An Act, s 1"}
    return {**whole, "basis": "statute", "confirmed": True, **more}


def choice(*routes: list[dict[str, Any]], **needs: str) -> dict[str, Any]:
    """Make what `options` weighs of a measure with these routes."""
    named = [{"name": f"Route {n}", "rules": rules} for n, rules in enumerate(routes, 1)]
    whole = {"child_account": "helps", "carer_statement": "not-needed", **needs}
    notes = {"child_account": None, "carer_statement": None}
    return {"routes": named, "needs": {**whole, "notes": notes}}


def known(**values: Any) -> dict[str, Known]:
    """Name facts with their values."""
    return {name.replace("_", "-"): Known(frozenset(value)) for name, value in values.items()}


NOT_KNOWN_LAW = State("not-known", usable=False, entries=())
UNDER_16 = rule("child-age", "under", 16)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [({}, POSSIBLE_IF), ({"child_age": {15}}, POSSIBLE), ({"child_age": {16}}, NOT_AVAILABLE)],
    ids=str,
)
def test_a_rule_of_law_opens_and_closes_its_route(facts: dict[str, Any], expected: str) -> None:
    """Unknown, true and false make possible-if, possible and not available."""
    assert verdict(choice([UNDER_16]), known(**facts)).verdict == expected


@pytest.mark.parametrize("change", [{"basis": "policy"}, {"confirmed": False}], ids=str)
def test_what_is_not_confirmed_law_only_cautions(change: dict[str, Any]) -> None:
    """Policy, or a provision that was not seen, never says not available."""
    decided = verdict(choice([{**UNDER_16, **change}]), known(child_age={17}))

    assert decided.verdict == POSSIBLE_IF
    assert decided.reasons[0]["value"] == [16]


def test_a_measure_takes_its_best_route() -> None:
    """One closed route does not close another."""
    decided = verdict(choice([UNDER_16], [rule("child-age", "under", 18)]), known(child_age={17}))

    assert (decided.verdict, decided.route) == (POSSIBLE, "Route 2")


def test_the_other_open_routes_are_named_too() -> None:
    """A second route that fits as well is not hidden by the first."""
    decided = verdict(choice([UNDER_16], [rule("child-age", "under", 18)]), known(child_age={12}))

    assert decided.route == "Route 1"
    assert [one.route for one in decided.also] == ["Route 2"]


def test_a_route_that_still_needs_a_fact_is_named_beside_an_open_one() -> None:
    """An open route does not hide one that a further fact would open; a closed one stays out."""
    missing = rule("missing", "is", "yes")
    routes = choice([missing], [UNDER_16], [rule("child-age", "under", 10)])
    decided = verdict(routes, known(child_age={12}))

    assert (decided.verdict, decided.route) == (POSSIBLE, "Route 2")
    assert [(one.route, one.facts_needed) for one in decided.also] == [("Route 1", ("missing",))]


def test_what_closes_every_route_comes_before_what_closes_one() -> None:
    """Each reason names the routes it closes, unless it closes them all."""
    missing = rule("missing", "is", "yes")
    routes = choice([UNDER_16, missing], [missing])
    decided = verdict(routes, known(child_age={17}, missing={"no"}))

    assert decided.reasons == (missing, UNDER_16)
    assert decided.closes == ((), ("Route 1",))


def test_what_closes_a_measure_in_each_nation_stands_without_what_closes_it_in_one() -> None:
    """A child who may be in either nation is not told that the other's route is not theirs."""
    gist = choice([UNDER_16], [UNDER_16, rule("jurisdiction", "in", "wales")])
    facts = known(child_age={17})

    assert len(in_any_nation(gist, facts, ["england"]).reasons) == 2
    assert in_any_nation(gist, facts, ["england", "wales"]).reasons == (UNDER_16,)


def test_guidance_that_does_not_fit_is_said_apart_from_what_is_unknown() -> None:
    """A false rule of guidance leaves `possible-if`, and is counted as against."""
    softly = {**UNDER_16, "basis": "guidance"}
    decided = verdict(choice([rule("missing", "is", "yes"), softly]), known(child_age={17}))

    assert (decided.verdict, decided.against) == (POSSIBLE_IF, 1)
    assert decided.reasons[0] == softly


def test_a_false_rule_closes_whatever_else_is_unknown() -> None:
    """No fact is asked for that could change nothing."""
    decided = verdict(choice([UNDER_16, rule("missing", "is", "yes")]), known(child_age={17}))

    assert (decided.verdict, decided.facts_needed) == (NOT_AVAILABLE, ())


def test_any_of_needs_one_of_its_tests() -> None:
    """Alternatives are settled by one that holds, and closed only by all."""
    tests = [rule("missing", "is", "yes"), rule("care-status", "in", "care-order")]
    either = {**UNDER_16, "any_of": tests}

    assert holds(either, known(missing={"yes"})) is True
    assert holds(either, known(missing={"no"})) is None
    assert holds(either, known(missing={"no"}, care_status={"ward"})) is False


def test_an_unlisted_history_stays_unknown_and_none_makes_it_false() -> None:
    """A listed value is true; only `none` makes the rest false."""
    convicted = rule("suspect-history", "in", "convicted")
    told = {"suspect-history": Known(frozenset({"nfa"}), complete=False)}

    assert holds(convicted, told) is None
    assert holds(convicted, {"suspect-history": Known(frozenset({"none"}))}) is False


@pytest.mark.parametrize(
    ("typed", "verdict_of_closure"),
    [
        (("--place", "online"), NOT_AVAILABLE),
        (("--place", "online", "--place", "hotel"), POSSIBLE),
        (("--place", "hotel"), POSSIBLE),
    ],
    ids=str,
)
def test_a_place_that_does_not_fit_closes_nothing_beside_one_that_does(
    run: Run, typed: tuple[str, ...], verdict_of_closure: str
) -> None:
    """The chats are online, the rooms are in a hotel: the hotel can still be closed."""
    found = {one["id"]: one["verdict"] for one in run("options", *typed, "--json").json["results"]}

    assert found["closure-notice"] == verdict_of_closure


@pytest.mark.parametrize(
    ("place", "settled"),
    [
        (Known(frozenset({"online"})), False),
        (Known(frozenset({"online"}), complete=False), None),
        (Known(frozenset({"online", "hotel"}), either=True), None),
        (Known(frozenset({"hotel"}), either=True), True),
    ],
)
def test_other_than_asks_for_something_else(place: Known, settled: bool | None) -> None:
    """It holds where one value lies outside, and stays open while one still might."""
    assert holds(rule("place", "other-than", "online"), {"place": place}) is settled


def test_a_required_statement_is_asked_for() -> None:
    """What a measure needs from the child's side is a fact like any other."""
    decided = verdict(choice([UNDER_16], carer_statement="required"), known(child_age={12}))

    assert decided.facts_needed == ("carer-statement",)


def situations(index: Store) -> st.SearchStrategy[dict[str, Any]]:
    """Any facts, each told or not."""
    words = Lexicon(index)
    values: dict[str, st.SearchStrategy[Any]] = {}
    for name in ORDER:
        if name in AGES:
            values[name] = st.integers(0, 60).map(str)
        elif name not in ("context", "offence"):
            one = st.sampled_from(sorted(choices(name, words)))
            values[name] = one.map(lambda value: [value]) if name in SEVERAL else one
    return st.fixed_dictionaries({}, optional=values)


def verdicts(index: Store, told: dict[str, Any]) -> dict[str, str]:
    """Name each measure's verdict."""
    weighed = options(index, told, Filters(jurisdiction=("england-wales",)), DAY)
    return {one.found.card["id"]: one.verdict.verdict for one in weighed.options}


def test_a_fact_only_moves_a_measure_out_of_possible_if(index: Store) -> None:
    """The list stays the same for a nation and a day, whatever is told."""
    nothing = verdicts(index, {})

    @settings(max_examples=60, deadline=None)
    @given(told=situations(index), left_out=st.sampled_from(ORDER))
    def moves(told: dict[str, Any], left_out: str) -> None:
        more = verdicts(index, told)
        fewer = verdicts(index, {name: told[name] for name in told if name != left_out})
        assert more.keys() == nothing.keys()
        assert all(more[id_] == fewer[id_] or fewer[id_] == POSSIBLE_IF for id_ in more)

    moves()


def results(ran: Ran) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each option by its id."""
    yield from ((result["id"], result) for result in ran.json["results"])


def test_a_notice_for_a_17_year_old_accommodated_by_agreement_is_a_caution(run: Run) -> None:
    """The trap that practitioners fall into is answered with its reason."""
    ran = run("options", "--child-age", "17", "--care-status", "accommodated", "--json")
    notice = dict(results(ran))["child-abduction-warning-notice"]

    assert notice["verdict"] != POSSIBLE
    assert any("legal status" in reason["rule"] for reason in notice["reasons"])


def test_a_closed_option_names_rule_and_pinpoint(run: Run) -> None:
    """`Not available` is never said without the provision that says so."""
    ran = run("options", "--child-age", "17", "--suspect-age", "15", "--json")
    closed = [one for _, one in results(ran) if one["verdict"] == NOT_AVAILABLE]

    assert closed
    assert all(reason["cite"] and reason["rule"] for one in closed for reason in one["reasons"])


def test_what_restricts_the_child_comes_last_and_is_marked(run: Run) -> None:
    """The child's freedom is the last thing to limit."""
    marks = [one["restricts_child"] for _, one in results(run("options", "--json"))]

    assert marks == sorted(marks)


def test_notes_stand_above_and_a_young_suspect_adds_one(run: Run) -> None:
    """Safety, the strategy discussion and the suspect's own welfare come before any measure."""
    ran = run("options", "--suspect-age", "16", "--json")

    assert {NOTES["danger"], NOTES["strategy"], NOTES["young-suspect"]} <= set(ran.json["notes"])
    assert run("options", "--child-age", "15", "--plain").out.startswith(NOTES["danger"])


def test_context_and_offence_never_exclude(run: Run) -> None:
    """They are facts here, not filters."""
    every = {id_ for id_, _ in results(run("options", "--json"))}
    told = run("options", "--context", "cse", "--offence", "s 15A", "--json")

    assert {id_ for id_, _ in results(told)} == every


@pytest.mark.parametrize(
    "typed",
    [("--child-age", "abc"), ("--place", "spaceship"), ("--missing", "maybe")],
    ids=lambda typed: typed[0],
)
def test_a_wrong_fact_ends_with_2_and_says_what_to_write(run: Run, typed: tuple[str, str]) -> None:
    """One clear sentence, no list of verdicts."""
    ran = run("options", *typed)

    assert ran.code == 2
    assert typed[0] in ran.err
    assert not ran.out


def test_not_known_is_as_good_as_not_given(run: Run) -> None:
    """Every fact can be said not to be known."""
    given = [word for name in ("child-age", "place") for word in (f"--{name}", NOT_KNOWN)]

    assert run("options", *given).out == run("options").out


def test_every_fact_has_words() -> None:
    """No fact is shown by its key."""
    assert {*ORDER, *NATIONS} == FACTS.keys()


def test_the_conversation_goes_back_and_takes_not_known(index: Store) -> None:
    """A slip is mended with `b`; Enter is not known; `q` shows the options now."""
    typed = iter(["99x", "15", "b", "14", "", "q"])
    said: list[str] = []
    told, _ = converse(index, Filters(), lambda _: next(typed), said.append)

    assert told == {"child-age": "14"}
    assert any("not an age" in line for line in said)


def test_what_cannot_be_used_is_never_possible() -> None:
    """A measure that is not in force on the day is not available, or to be checked if unknown."""
    fits = verdict(choice([UNDER_16]), known(child_age={15}))
    enacted = unusable(State("enacted-not-in-force", usable=False, entries=()), fits)

    assert enacted.verdict == NOT_AVAILABLE
    assert unusable(NOT_KNOWN_LAW, fits).verdict == POSSIBLE_IF


def test_what_does_not_fit_is_said_though_the_law_is_not_known() -> None:
    """A state that was not seen does not hide that the facts speak against the measure."""
    softly = {**UNDER_16, "basis": "guidance"}
    decided = unusable(NOT_KNOWN_LAW, verdict(choice([softly]), known(child_age={17})))

    assert (decided.reasons[0], decided.against) == (softly, 1)


@pytest.mark.parametrize(
    ("typed", "said"), [("at-home,care-order", "takes one value"), (",", "write one of")]
)
def test_a_fact_of_one_value_takes_one(run: Callable[..., Ran], typed: str, said: str) -> None:
    """What was typed is never quietly cut to its last word."""
    ran = run("options", "--care-status", typed)

    assert ran.code == 2
    assert said in ran.err

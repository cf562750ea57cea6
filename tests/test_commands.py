"""Every command, as a pipe sees it."""

import re
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from disruptref.build.schemas import answer_schema, record_schema
from disruptref.cli import COMMANDS
from disruptref.cli_options import VOCABULARIES
from disruptref.store import Store
from tests.conftest import Ran

Run = Callable[..., Ran]
ANSWERS = (
    ("search", "grooming", "messages"),
    ("list",),
    ("show", "child-abduction-warning-notice"),
    ("brief", "cawn", "-f", "json"),
    ("options", "--child-age", "15"),
    ("compare", "cawn", "shpo"),
    ("evidence",),
    ("contexts",),
    ("offences", "s 15A"),
    ("agencies", "police"),
    ("families", "court-order"),
    ("situations", "hotel"),
    ("glossary", "sro"),
    ("export",),
    ("paths",),
    ("check",),
)
BOXES = re.compile(r"[\u2500-\u257f\x00-\x08\x0b-\x1f\x7f]")


def ids(ran: Ran) -> list[str]:
    """Name the measures of an answer in order."""
    return [result["id"] for result in ran.json["results"]]


@pytest.mark.parametrize("arguments", ANSWERS, ids=lambda arguments: arguments[0])
def test_json_answers_fit_the_published_schema(run: Run, arguments: tuple[str, ...]) -> None:
    """Programs can rely on every command's JSON."""
    ran = run(*arguments, "--json")

    assert ran.code == 0
    jsonschema.validate(ran.json, answer_schema())


@pytest.mark.parametrize("measure", ["child-abduction-warning-notice", "shpo", "sro"])
def test_records_fit_the_published_schema(run: Run, measure: str) -> None:
    """`show --json` is the public record."""
    nation = "scotland" if measure == "sro" else "england-wales"
    ran = run("show", measure, "--json", "--jurisdiction", nation)

    schema: dict[str, Any] = record_schema()
    for record in ran.json["results"]:
        jsonschema.validate(record, schema)


@pytest.mark.parametrize("arguments", ANSWERS, ids=lambda arguments: arguments[0])
def test_piped_answers_have_no_boxes_and_no_control_characters(
    run: Run, arguments: tuple[str, ...]
) -> None:
    """A pipe gets plain labelled lines."""
    assert not BOXES.search(run(*arguments, "--plain").out.replace("\n", ""))


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_help_shows_examples_first(run: Run, name: str) -> None:
    """The first thing after the sentence is something to type."""
    ran = run(name, "--help")

    assert ran.code == 0
    assert ran.out.index(f"disruptref {name}") < ran.out.index("Options:")
    assert f"  disruptref {name}" in ran.out


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        (("search", "grooming", "messages"), "sexual-communication-with-a-child"),
        (("search", "grooming messages"), "sexual-communication-with-a-child"),
        (("search", "s 15A"), "sexual-communication-with-a-child"),
        (("search", "cawn"), "child-abduction-warning-notice"),
        (("search", "s59 pra"), "vehicle-seizure-for-antisocial-use"),
        (("search", "sro", "sheriff"), "sexual-risk-order-scotland"),
        (("search", "shpo"), "sexual-harm-prevention-order"),
        (("search", "103a soa s103a"), "sexual-harm-prevention-order"),
    ],
    ids=str,
)
def test_search_finds_the_right_measure_first(
    run: Run, arguments: tuple[str, ...], first: str
) -> None:
    """One quoted argument and several words mean the same."""
    assert first == ids(run(*arguments, "--json"))[0]


def test_every_match_says_why(run: Run) -> None:
    """A reader sees what in the record answered."""
    results = run("search", "grooming", "messages", "--json").json["results"]

    assert all(result["matched"] for result in results)


def test_nothing_found_ends_with_1_and_says_what_to_do(run: Run) -> None:
    """Silence is never an answer."""
    ran = run("search", "zzzyx", "qqq")

    assert ran.code == 1
    assert "try" in ran.err


def test_filters_narrow_and_say_why(run: Run) -> None:
    """--no-conviction names the route that needs none."""
    every = set(ids(run("list", "--context", "through-online-interaction", "--json")))
    ran = run("list", "--context", "through-online-interaction", "--no-conviction", "--json")

    assert set(ids(ran)) <= every
    assert all(
        any("No conviction needed" in note for note in result["notes"])
        for result in ran.json["results"]
    )


def test_an_arrest_or_a_charge_is_no_conviction(run: Run) -> None:
    """--no-conviction keeps bail, which binds someone arrested or charged, and drops recall."""
    found = ids(run("list", "--no-conviction", "--json"))

    assert {"pre-charge-bail-conditions", "post-charge-bail-conditions"} <= set(found)
    assert "recall-to-custody" not in found


@pytest.mark.parametrize(
    ("option", "value", "near"),
    [
        ("--context", "online-image", "online-images"),
        ("--context", "famly", "within-the-family-environment"),
        ("--offence", "groming", "meeting-a-child-following-sexual-grooming"),
        ("--context", "exploitaton", "cse"),
        ("--context", "family's", "within-the-family-environment"),
        ("--family", "courtorder", "court-order"),
        ("--approach", "dirct", "direct"),
        ("--status", "inforce", "in-force"),
        ("--within", "day", "days"),
        ("--jurisdiction", "scotlnd", "scotland"),
        ("--agency", "polic", "police"),
    ],
)
def test_unknown_values_get_the_nearest_valid_ones(
    run: Run, option: str, value: str, near: str
) -> None:
    """A typing error costs one look, not a search of the documentation."""
    ran = run("list", option, value)

    assert ran.code == 2
    assert near in ran.err


@pytest.mark.parametrize(
    "typed",
    [
        ("options", "--child-age", ""),
        ("options", "--missing", " "),
        ("list", "--within", ""),
        ("list", "--context", ""),
    ],
)
def test_an_empty_option_is_refused(run: Run, typed: tuple[str, ...]) -> None:
    """An unset variable of a shell must not widen the answer."""
    ran = run(*typed)

    assert ran.code == 2
    assert f"{typed[1]} is empty" in ran.err


@pytest.mark.parametrize(
    ("word", "context"),
    [
        ("family", "within-the-family-environment"),
        ("trusted adults", "trusted-relationships-outside-the-family"),
        ("online", "through-online-interaction"),
        ("images", "online-images"),
        ("peers", "personal-connection"),
        ("exploitation", "cse"),
    ],
)
def test_the_plain_word_for_a_context_is_understood(run: Run, word: str, context: str) -> None:
    """Nobody types `within-the-family-environment` at night."""
    plain, exact = (run("list", "--context", given, "--json") for given in (word, context))

    assert ids(plain) == ids(exact) != []


def test_the_warning_of_section_59_ended_on_29_june_2026(run: Run) -> None:
    """The same record answers for the law before and after."""
    measure = "vehicle-seizure-for-antisocial-use"

    before = run("show", measure, "--as-of", "2026-06-28", "--json").json["results"][0]
    after = run("show", measure, "--as-of", "2026-06-29", "--json").json["results"][0]

    assert "warned" in str(before["routes"][0]["conditions"])
    assert "warned" not in str(after["routes"][0]["conditions"])


def test_what_is_not_yet_written_is_named_with_its_nation(run: Run) -> None:
    """A link to it stays readable, and says that it leads nowhere yet."""
    shown = run("show", "premises-licence-review", "--plain").out

    assert "Alcohol premises licence review Scotland (not yet written)" in shown


def test_a_name_means_the_measure_of_the_nation_asked(run: Run) -> None:
    """SRO is one order in Scotland and another in England and Wales."""
    scots = run("show", "SRO", "--jurisdiction", "scotland", "--json")

    assert ids(scots) == ["sexual-risk-order-scotland"]


def test_a_name_known_only_elsewhere_shows_nothing_as_applying(run: Run) -> None:
    """A measure of another nation is named, never shown as if it applied."""
    ran = run("show", "CAWN", "--jurisdiction", "scotland", "--json")

    assert ran.code == 1
    assert ran.json["results"] == []
    assert any("child-abduction-warning-notice" in error for error in ran.json["errors"])


def test_part_of_what_was_asked_is_shown_and_the_rest_named(run: Run) -> None:
    """Exit code 1: something is missing."""
    ran = run("show", "cawn", "no-such-measure", "--json")

    assert ran.code == 1
    assert ids(ran) == ["child-abduction-warning-notice"]
    assert ran.json["errors"]


def test_an_id_not_yet_written_says_so(run: Run, index: Store) -> None:
    """The inventory is wider than the catalogue."""
    written = {card["id"] for card in index.cards()}
    unwritten = next(id_ for id_ in index.meta("ids") if id_ not in written)

    assert run("show", "sarah-s-law-that-does-not-exist").code == 1
    assert "not yet written" in run("show", unwritten).err


def test_a_day_that_does_not_exist_is_refused(run: Run) -> None:
    """Wrong use: exit code 2."""
    assert run("list", "--as-of", "2026-02-30").code == 2


def test_the_environment_sets_the_nation(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """DISRUPTREF_JURISDICTION is the default of a Scottish user."""
    monkeypatch.setenv("DISRUPTREF_JURISDICTION", "scotland")
    ran = run("list", "--json")

    assert all("scotland" in result["jurisdictions"] for result in ran.json["results"])
    assert "DISRUPTREF_JURISDICTION" in ran.err


def test_evidence_needs_a_context(run: Run) -> None:
    """Evidence is rated per context, so the filter asks for one."""
    assert run("list", "--evidence", "descriptive").code == 2


def test_the_query_of_an_answer_holds_options_and_never_typed_words(run: Run) -> None:
    """A search can itself be sensitive: it is not repeated."""
    ran = run("search", "grooming", "messages", "--context", "cse", "--json")

    assert "messages" not in str(ran.json["query"])
    assert ran.json["query"] == {"context": ["cse"]}


def test_a_name_of_another_nations_measure_leads_by_its_senses(run: Run) -> None:
    """What it is elsewhere, and what it means here; nothing is shown as applying."""
    ran = run("show", "sopo")

    assert ran.code == 1
    assert "'SOPO' in England and Wales" in ran.err
    assert "in Northern Ireland: sexual-offences-prevention-order-northern-ireland" in ran.err
    assert not ran.out


def test_the_glossary_gives_every_sense(run: Run) -> None:
    """SRO is an order of England and Wales, one of Scotland, and a police role."""
    results = run("glossary", "SRO", "--json").json["results"]

    assert [one.get("jurisdictions") for one in results] == [["england", "wales"], ["scotland"], []]
    assert results[0]["see"] == ["sexual-risk-order"]


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_vocabulary_is_shown_whole(run: Run, name: str) -> None:
    """No term of a list is beyond showing."""
    ran = run(name)

    assert ran.code == 0
    assert len(run(name, "--json").json["results"]) == ran.out.count("\n\n")


def test_a_filter_beside_a_named_measure_is_refused(run: Run) -> None:
    """What could change nothing is not taken in silence."""
    ran = run("brief", "cawn", "--family", "court-order")

    assert ran.code == 2
    assert "--family" in ran.err


def test_options_without_a_result_is_one_answer(run: Run) -> None:
    """Programs get one JSON document, whatever is found."""
    ran = run("options", "--status", "repealed", "--json")

    assert ran.code == 1
    assert ran.json["results"] == []


def test_an_offence_is_not_taken_from_another_act(run: Run) -> None:
    """A section number means nothing without its Act."""
    assert run("offences", "s 1 Theft Act 1968").code == 2
    assert ids(run("offences", "s 1 Sexual Offences Act 2003", "--json")) == ["rape"]
    assert ids(run("offences", "soa 15A", "--json")) == ["sexual-communication-with-a-child"]


def test_no_complaint_leaves_out_what_needs_the_childs_account(run: Run, index: Store) -> None:
    """Every measure that passes works without it, and none that does is hidden."""
    passed = set(ids(run("list", "--no-complaint", "--any-status", "--json")))
    listed = ids(run("list", "--any-status", "--json"))
    needs = {id_: (index.record(id_) or {})["needs"] for id_ in listed}
    without = {id_ for id_, need in needs.items() if need and need["child_account"] != "required"}

    assert passed == without

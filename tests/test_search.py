"""Search: what it understands, and how well it does on questions as people type them."""

import json
from collections.abc import Callable

import pytest
from benchmarks.relevance import RECORDED, counted, drops, halves, questions

from disruptref.build.catalogue import Catalogue
from disruptref.read.search.no_results import ASK_FOR_MORE
from disruptref.read.search.ranking import ambiguous, search
from disruptref.read.search.spelling import distance, mended
from disruptref.store import Store
from tests.conftest import Ran

Run = Callable[..., Ran]
HERE = ("england", "wales")


def first(index: Store, query: str, nations: tuple[str, ...] = HERE) -> str:
    """Name the best match."""
    return search(index, query, nations)[0].id


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("RSHO", "sexual-risk-order"),
        ("harbourer's warning", "child-abduction-warning-notice"),
        ("s 46 children act", "police-protection"),
        ("s76 asbcpa", "closure-notice"),
        ("soa 103A", "sexual-harm-prevention-order"),
    ],
)
def test_old_names_and_loose_references_lead_to_todays_measure(
    index: Store, query: str, expected: str
) -> None:
    """People type what they used to call it, and sections in many ways."""
    assert first(index, query) == expected


def test_the_name_of_an_act_that_is_cited_is_not_read_as_prose(index: Store) -> None:
    """A measure that stands on the section comes before those whose names hold the Act's words."""
    assert first(index, "sec 46 children act tonight") == "police-protection"
    for asked in ("sec 46 children act", "children act, sec 46"):
        assert search(index, asked, HERE)[0].matched == ("Children Act 1989 sec 46",)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("abducton", "abduction"), ("exploitaiton", "exploitation"), ("grooming", None), ("zz", None)],
)
def test_a_typing_error_is_mended(index: Store, typed: str, meant: str | None) -> None:
    """A word nobody wrote is read as the nearest; a known or short word stands."""
    assert mended(index, typed) == meant


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("same", "same", 0), ("form", "from", 1), ("cat", "cart", 1), ("abcd", "wxyz", 3)],
)
def test_distance_counts_slips_and_stops(one: str, other: str, apart: int) -> None:
    """A swap of neighbours is one slip; counting stops above the most that is forgiven."""
    assert distance(one, other, 2) == apart


def test_an_abbreviation_with_several_senses_shows_them(index: Store) -> None:
    """Nothing is guessed: SRO is an order, another nation's order, and a role."""
    (sentence,) = ambiguous(index, "what is an SRO")

    assert "Scotland" in sentence
    assert "officer" in sentence


def test_an_abbreviation_leads_within_the_nation_asked(index: Store) -> None:
    """The same letters are another order in Scotland."""
    assert first(index, "SRO", ("scotland",)) == "sexual-risk-order-scotland"
    assert first(index, "SRO") == "sexual-risk-order"


def test_nothing_found_names_the_filter_that_hid_the_most(run: Run) -> None:
    """A reader learns what to loosen."""
    ran = run("search", "cawn", "--context", "cse", "--family", "financial")

    assert ran.code == 1
    assert "Without --family" in ran.err


def test_nothing_found_names_the_nearest_and_how_to_ask(run: Run) -> None:
    """Silence is never an answer."""
    ran = run("search", "sectionfortyseven")

    assert ran.code == 1
    assert ASK_FOR_MORE in ran.err


def test_questions_name_measures_of_the_inventory(catalogue: Catalogue) -> None:
    """A question that wants what does not exist measures nothing."""
    every = questions()

    assert len(every) >= 180
    assert all(id_ in catalogue.ids for one in every for id_ in one.expects)


def test_a_fall_in_relevance_is_named(index: Store) -> None:
    """`make relevance` fails on a drop below the recorded figures, and says which."""
    asked, unwritten = counted(index)
    now = halves(asked)
    better = {half: {**figures, "MRR": figures["MRR"] + 0.1} for half, figures in now.items()}

    assert len(asked) + unwritten == len(questions())
    assert drops(now, now) == []
    assert len(drops(now, better)) == 2
    assert json.loads(RECORDED.read_text("utf-8")).keys() == now.keys()


@pytest.mark.parametrize(
    ("query", "says"),
    [
        (("DVDS",), "not yet written"),
        (("rsho", "--jurisdiction", "northern-ireland"), "not yet written"),
        (("brothel",), "read as 'brother'"),
    ],
)
def test_a_query_is_never_quietly_read_as_something_else(
    run: Run, query: tuple[str, ...], says: str
) -> None:
    """What is not written, or was taken for a slip, is said on standard error."""
    assert says in run("search", *query).err


def test_a_small_word_is_no_abbreviation(run: Run) -> None:
    """`no` within a phrase does not stand for a notification order; `NO` does."""
    assert "'no' leads to it" not in run("search", "no complaint").out
    assert "'no' leads to it" in run("search", "NO", "--any-status").out

"""Every real record against every rule."""

import hashlib
import re

import pytest

from disruptref import paths
from disruptref.build.catalogue import Catalogue, load
from disruptref.build.checks import check
from disruptref.build.measure import Measure
from disruptref.build.problems import CODES
from disruptref.build.record import law_checked_on, public_record
from disruptref.build.values import Basis, RecordState
from disruptref.read.options.verdicts import BINDING
from disruptref.store import Store

INVENTORY = "9f82b2e1cdfe2de8ceadee27688251e32c2af5d8857c3e65fb509e12444b22fb"
CATALOGUE = load(paths.CHECKOUT_MEASURES)
EVERY = pytest.mark.parametrize("measure", CATALOGUE.measures, ids=lambda measure: measure.id)


def test_the_catalogue_has_no_problems(catalogue: Catalogue) -> None:
    """`check` passes on everything that is shipped."""
    assert [str(problem) for problem in check(catalogue)] == []


def test_ids_hold_the_whole_inventory_in_its_first_order(catalogue: Catalogue) -> None:
    """ids.txt is append-only: the first 386 ids are the inventory's, unchanged."""
    first = "\n".join(catalogue.ids[:386])

    assert hashlib.sha256(first.encode()).hexdigest() == INVENTORY


@EVERY
def test_every_statement_of_law_is_linked(measure: Measure) -> None:
    """A statement that rests on law links to the provision, at legislation.gov.uk."""
    record = public_record(CATALOGUE.entries[measure.id], CATALOGUE)
    binding = [one for one in record["statements"] if one["basis"] == "statute"]

    assert all(
        link["url"].startswith("https://www.legislation.gov.uk/id/")
        for statement in binding
        for link in statement["links"]
        if "legislation.gov.uk" in (link["url"] or "") and "/notes" not in link["url"]
    )
    assert all(statement["links"] for statement in binding)


@EVERY
def test_the_law_is_never_said_to_be_newer_than_what_was_read(measure: Measure) -> None:
    """`law_checked_on` is the oldest of all readings."""
    days = [reading.text_as_at for reading in measure.legal_basis]

    assert all(law_checked_on(measure.legal_basis) <= day.isoformat() for day in days)  # type: ignore[operator]


@EVERY
def test_no_review_is_claimed_that_did_not_happen(measure: Measure) -> None:
    """The catalogue claims no reviewer it did not have."""
    assert measure.reviewed is None


@EVERY
def test_every_rule_rests_on_something_and_says_what(measure: Measure) -> None:
    """A rule that closes a route must be binding law; a policy rule only cautions."""
    for route in measure.routes:
        for rule in route.rules:
            bases = {CATALOGUE.basis(cite) for cite in rule.cite}

            assert bases or rule.basis is Basis.PRACTICE
            assert bases <= BINDING or bases.isdisjoint(BINDING)


@EVERY
def test_every_measure_says_how_the_child_is_kept_safe(measure: Measure) -> None:
    """The child's safety and voice stand on every record."""
    assert measure.before_you_act.child_safety is not None
    assert "child" in measure.before_you_act.child_safety.text.lower()


def test_a_draft_reaches_nobody(index: Store) -> None:
    """What is not second-read is in the catalogue's folder and in no answer."""
    drafts = {one.id for one in CATALOGUE.measures if one.record is RecordState.DRAFT}

    assert drafts.isdisjoint(card["id"] for card in index.cards())


def test_every_problem_code_is_documented_once() -> None:
    """Codes are a letter and three digits, each with its meaning."""
    assert all(re.fullmatch(r"[A-Z]\d{3}", code) and meaning for code, meaning in CODES.items())

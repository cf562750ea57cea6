"""What curators and analysts do: begin a record, see what is due, export the catalogue."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from disruptref import paths
from disruptref.build.catalogue import Catalogue
from disruptref.build.draft import as_id, draft
from disruptref.build.report import problems_of
from disruptref.build.values import RecordState
from disruptref.read.due import due
from disruptref.render.export import export
from disruptref.store import Store
from tests.conftest import Ran

Run = Callable[..., Ran]


def test_a_new_record_passes_check_as_a_draft(
    run: Run, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A curator starts from a file without a fault, in its place, its id listed."""
    monkeypatch.setattr(paths, "CHECKOUT_MEASURES", copy)
    ran = run("new", "Test", "notice", "--family", "police-notice", "--jurisdiction", "scotland")

    assert ran.code == 0
    assert (copy / "police-notice" / "test-notice.yaml").is_file()
    assert (copy / "ids.txt").read_text("utf-8").endswith("\ntest-notice\n")
    assert [one for one in problems_of([copy])[0] if not one.warning] == []


def test_warnings_alone_end_with_0(run: Run, copy: Path) -> None:
    """A source that nothing cites is worth a word, and stops nobody."""
    ran = run("check", str(copy))

    assert ran.code == 0
    assert "warning R001" in ran.out


def test_an_id_of_the_inventory_is_not_listed_again(copy: Path, catalogue: Catalogue) -> None:
    """ids.txt holds each id once."""
    unwritten = next(id_ for id_ in catalogue.ids if id_ not in catalogue.entries)
    name = unwritten.replace("-", " ").capitalize()
    made = draft(copy, name, "court-order", ("england", "wales"), date(2026, 11, 24))

    assert made.id == unwritten
    assert not made.is_new
    assert made.ids.count(made.id) == 1


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("new", "Sexual harm prevention order", "--family", "court-order"), "stands already"),
        (("new", "Test notice", "--family", "courtorder"), "court-order"),
        (("new", "Test notice"), "--family"),
        (("new", "...", "--family", "court-order"), "letters"),
    ],
)
def test_a_record_that_cannot_be_begun_says_why(
    run: Run, arguments: tuple[str, ...], word: str
) -> None:
    """Nothing is written, and one sentence says what to do."""
    ran = run(*arguments)

    assert ran.code == 2
    assert word in ran.err


def test_ids_are_plain_words() -> None:
    """An official name gives the id that the inventory uses."""
    assert as_id("Meeting a child following sexual grooming etc.") == (
        "meeting-a-child-following-sexual-grooming-etc"
    )
    assert as_id("Parents' order (Northern Ireland)") == "parents-order-northern-ireland"


def test_due_names_what_was_never_confirmed(run: Run) -> None:
    """An unconfirmed state stays on the list until its instrument is seen."""
    ran = run("due", "--as-of", "2026-11-24", "--json")

    assert ran.code == 1
    assert "British Transport Police" in str(ran.json["results"])


def test_due_grows_with_time(index: Store) -> None:
    """Nothing that is due is forgotten the day after."""
    early = {(one.id, one.kind) for one in due(index, "2026-12-02")}
    late = {(one.id, one.kind) for one in due(index, "2028-12-02")}

    assert ("domestic-abuse-protection-order", "review") in early
    assert {pair for pair in early if pair[1] != "law"} < late


def test_before_every_review_only_unseen_law_is_due(run: Run) -> None:
    """Reviews fall due by the day; law whose start nobody saw is due on any, and ends with 1."""
    ran = run("due", "--as-of", "2015-01-01", "--json")

    assert {one["kind"] for one in ran.json["results"]} == {"law"}
    assert ran.code == 1


def test_an_export_holds_every_measure_in_each_format(run: Run, catalogue: Catalogue) -> None:
    """Programs, line tools and spreadsheets get the same measures."""
    written = catalogue.measures
    every = [one.id for one in written if one.record is not RecordState.DRAFT]
    lines = [json.loads(line) for line in run("export", "-f", "jsonl").out.splitlines()]
    rows = list(csv.DictReader(io.StringIO(run("export", "-f", "csv").out)))

    assert [one["id"] for one in run("export").json["results"]] == every
    assert [one["id"] for one in lines] == every
    assert [one["id"] for one in rows] == every


def test_an_export_keeps_every_dated_part(run: Run) -> None:
    """The warning that ended on 28 June 2026 is still in the export, with its last day."""
    records = {one["id"]: one for one in run("export").json["results"]}

    conditions = records["vehicle-seizure-for-antisocial-use"]["routes"][0]["conditions"]
    assert "2026-06-28" in [one.get("until") for one in conditions]


def test_a_cell_is_never_a_formula(index: Store) -> None:
    """A spreadsheet shows text that begins like a formula as text."""
    from disruptref.read.answers import everything

    record = everything(index, "2026-11-24")[0] | {"name": "=1+1"}

    assert "'=1+1" in export([record], {}, "csv").decode()

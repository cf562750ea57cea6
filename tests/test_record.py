"""The public record and the sheet of it: what is written once is complete for every reader."""

from collections.abc import Callable

from disruptref.build.catalogue import Catalogue
from disruptref.build.record import public_record
from tests.conftest import Ran

DAPO = "domestic-abuse-protection-order"


def test_each_route_of_the_record_is_whole(catalogue: Catalogue) -> None:
    """What all routes share is written once in the file and stands on each route of the record."""
    every = catalogue.entries[DAPO].measure.every_route
    routes = public_record(catalogue.entries[DAPO], catalogue)["routes"]

    assert every is not None
    assert every.test is not None
    assert len(routes) > 1
    assert {route["test"]["text"] for route in routes} == {every.test.text}
    assert all(len(route["rules"]) >= len(every.rules) > 0 for route in routes)


def test_a_route_can_say_otherwise(catalogue: Catalogue) -> None:
    """A route's own value stands before the shared one."""
    routes = public_record(catalogue.entries[DAPO], catalogue)["routes"]

    assert [route["without_notice"]["value"] for route in routes] == [
        "not-possible", "possible", "possible", "possible", "possible",
    ]  # fmt: skip


def test_a_sentence_is_flattened_once(catalogue: Catalogue) -> None:
    """`statements` holds each shared sentence once."""
    for entry in catalogue.entries.values():
        found = public_record(entry, catalogue)["statements"]
        paths = [statement["path"] for statement in found]

        assert len(paths) == len(set(paths))
        assert sum("every_route.test" in path for path in paths) <= 1


def test_a_sheet_says_what_routes_share_once(run: Callable[..., Ran]) -> None:
    """The reader sees the common test once, then what each route adds."""
    out = run("show", DAPO).out

    assert out.count("\nTest: ") == 1
    assert "By every route:" in out


def test_none_found_names_the_day_and_reach_of_its_search(run: Callable[..., Ran]) -> None:
    """Silence is dated, and never read as failure."""
    out = run("show", DAPO).out

    assert "A limited search on 24 November 2026 found no study of this measure" in out
    assert "That does not mean that it does not work." in out


def test_an_empty_list_of_what_follows_is_named_as_not_recorded(catalogue: Catalogue) -> None:
    """That no consequence or duration was recorded never reads as that there is none in law."""
    for entry in catalogue.entries.values():
        open_ = public_record(entry, catalogue)["not_recorded"]

        assert ("consequences" in open_) == (not entry.measure.consequences)
        assert ("durations" in open_) == (not entry.measure.durations)

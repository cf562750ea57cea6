"""Indexes made from a checkout: found again, made anew on a change, safe for two at once."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from disruptref import paths
from disruptref.read import checkout_index
from disruptref.read.checkout_index import open_made
from disruptref.read.refusals import UnreadableCatalogueError
from tests.conftest import Ran


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder."""
    folder = tmp_path / "cache"
    monkeypatch.setenv(paths.CACHE_VARIABLE, str(folder))
    return folder


def indexes(cache: Path) -> set[str]:
    """Name the index files of a cache."""
    return {path.name for path in cache.glob("*.sqlite")}


def test_an_unchanged_folder_uses_its_index_again(copy: Path, cache: Path) -> None:
    """The second opening makes nothing."""
    open_made(copy)
    first = {path: path.stat().st_mtime_ns for path in cache.iterdir()}
    open_made(copy)

    assert first == {path: path.stat().st_mtime_ns for path in cache.iterdir()}


def test_a_touched_file_with_the_same_content_makes_no_new_index(copy: Path, cache: Path) -> None:
    """Times only say where to look; content decides."""
    open_made(copy)
    before = indexes(cache)
    os.utime(copy / "vocabulary" / "families.yaml", (1, 1))
    open_made(copy)

    assert before == indexes(cache)


def test_a_change_makes_a_new_file_and_never_writes_over_the_old(copy: Path, cache: Path) -> None:
    """A reader that has the old index open keeps it."""
    old = open_made(copy)
    before = indexes(cache)
    path = copy / "vocabulary" / "families.yaml"
    path.write_text(path.read_text("utf-8").replace("label: Money", "label: Cash"), "utf-8")
    new = open_made(copy)

    assert before < indexes(cache)
    assert "Money" in [term["label"] for term in old.terms("families")]
    assert "Cash" in [term["label"] for term in new.terms("families")]


def test_no_writable_cache_means_an_index_in_memory(copy: Path, cache: Path) -> None:
    """A read-only place still gets an answer."""
    cache.write_text("a file where a folder should be")

    assert open_made(copy).meta("measures") > 0


def test_a_damaged_index_is_made_again(copy: Path, cache: Path) -> None:
    """A truncated file is not trusted."""
    open_made(copy)
    for path in cache.glob("*.sqlite"):
        path.write_bytes(b"")

    assert open_made(copy).meta("measures") > 0


def test_two_at_once_both_get_a_whole_index(copy: Path, cache: Path) -> None:
    """Neither sees the other's half-written file."""
    with ThreadPoolExecutor(4) as pool:
        counts = list(pool.map(lambda _: open_made(copy).meta("measures"), range(4)))

    assert len(set(counts)) == 1
    assert len(indexes(cache)) == 1


def test_an_invalid_catalogue_is_refused_with_its_first_error(copy: Path, cache: Path) -> None:
    """Reading a broken checkout says what is broken and how to see the rest."""
    path = copy / "vocabulary" / "families.yaml"
    path.write_text(path.read_text("utf-8") + "  - id: Broken Id\n", "utf-8")

    with pytest.raises(UnreadableCatalogueError, match=r"families\.yaml"):
        open_made(copy)


def test_a_file_that_cannot_be_opened_is_named(
    run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The catalogue is said to be unreadable, and which file of it; nothing else is blamed."""

    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied", "measures/closed.yaml")

    monkeypatch.setattr(checkout_index, "open_made", refuse)
    ran = run("list")

    assert ran.code == 3
    assert "measures/closed.yaml: Permission denied." in ran.err

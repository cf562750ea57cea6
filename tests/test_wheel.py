"""The built wheel: what a reader of a shipped copy relies on."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from disruptref import paths, store

ROOT = paths.CHECKOUT_MEASURES.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by the project's own build hook."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(folder), "."]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_catalogue_and_index(wheel: Path, tmp_path: Path) -> None:
    """Reading commands need nothing but the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        archive.extract("disruptref/index.sqlite", tmp_path)
    yaml = {
        f"disruptref/measures/{path.relative_to(paths.CHECKOUT_MEASURES).as_posix()}"
        for path in paths.CHECKOUT_MEASURES.rglob("*.yaml")
    }
    index = store.open_file(str(tmp_path / "disruptref" / "index.sqlite"))

    assert yaml <= names
    assert {"disruptref/py.typed", "disruptref/render/sheet.typ"} <= names
    assert index.meta("measures") == len(index.cards())
    assert index.meta("measures") > 0


def test_the_wheel_carries_its_licences(wheel: Path) -> None:
    """MIT for code, CC BY 4.0 for the catalogue, and the attribution."""
    with zipfile.ZipFile(wheel) as archive:
        names = {Path(name).name for name in archive.namelist() if "licenses" in name}

    assert names == {"LICENSE", "LICENSE-CATALOGUE", "NOTICE"}


def test_the_wheel_holds_no_tests_and_no_tools(wheel: Path) -> None:
    """Only the product is shipped."""
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.partition("/")[0].partition("-")[0] for name in archive.namelist()}

    assert tops == {"disruptref"}


def test_the_same_catalogue_gives_the_same_index_bytes(tmp_path: Path) -> None:
    """An index can be made again and compared."""
    from disruptref.build.index import build

    for name in ("one", "two"):
        build(paths.CHECKOUT_MEASURES, str(tmp_path / name))

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()

"""What `check` looks at: the catalogue in use, another catalogue, or some files against it."""

from collections.abc import Sequence
from pathlib import Path

from disruptref import paths
from disruptref.build.catalogue import load, yaml_files
from disruptref.build.checks import check
from disruptref.build.problems import Problem, UnreadableError


def problems_of(targets: Sequence[Path]) -> tuple[list[Problem], str]:
    """Return the problems of the targets, and words on what was checked.

    A folder holding `vocabulary/`, itself or in its `measures/`, is a catalogue of its own; any
    other path is checked against the catalogue in use.
    """
    found = {path: _catalogue(path) for path in targets}
    catalogues = [root for root in found.values() if root]
    files = tuple(_files([path for path, root in found.items() if not root]))
    problems: list[Problem] = []
    measures = 0
    try:
        for root in catalogues or ([] if files else [paths.catalogue()]):
            catalogue = load(root)
            problems += check(catalogue)
            measures += len(catalogue.entries)
        if files:
            catalogue = load(paths.catalogue(), files)
            mine = {path.resolve() for path in files}
            problems += [one for one in check(catalogue) if one.path.resolve() in mine]
            measures += len(files)
    except UnreadableError as error:
        problems.append(error.problem)
    return problems, f"{measures} measure{'' if measures == 1 else 's'} checked"


def _catalogue(path: Path) -> Path | None:
    """Return the catalogue that a folder is or holds."""
    return next((one for one in (path, path / "measures") if _is_folder(one / "vocabulary")), None)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long for the system is no folder; opening it says why
        return False


def _files(targets: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for path in targets:
        if _is_folder(path):
            found += yaml_files(path.rglob("*.yaml"))
        else:
            found.append(path)
    return found

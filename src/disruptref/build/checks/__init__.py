"""The house rules: what a catalogue must satisfy beyond the shape of its files."""

from collections.abc import Callable, Iterator

from disruptref.build.catalogue import Catalogue, Entry
from disruptref.build.checks import completeness, evidence, links, style
from disruptref.build.problems import Problem

_MEASURE_RULES: tuple[Callable[[Entry, Catalogue], Iterator[Problem]], ...] = (
    links.check,
    completeness.check,
    evidence.check,
    style.check,
)


def check(catalogue: Catalogue) -> list[Problem]:
    """Return every problem of a catalogue, reading faults included, in order of file and line."""
    problems = list(catalogue.problems)
    problems += links.check_registers(catalogue)
    problems += style.check_registers(catalogue)
    for entry in catalogue.entries.values():
        for rule in _MEASURE_RULES:
            problems += rule(entry, catalogue)
    return sorted(set(problems), key=Problem.order)

"""The ways a question can go unanswered, each with its exit code and one clear sentence."""

import re
from collections.abc import Iterable, Mapping

_FEW = 15
_NEAR = 3
_ALIKE = 0.6
_TELLING = 4  # a shorter word, such as `the`, tells names apart badly
_WORD = re.compile(r"[^\W_]+")


class Refusal(Exception):
    """A question that cannot be answered; `exit_code` is what the command ends with."""

    exit_code = 2

    def __init__(self, *sentences: str) -> None:
        super().__init__(sentences[0])
        self.sentences = sentences


class NothingFoundError(Refusal):
    """Nothing, or not everything asked for, was found."""

    exit_code = 1


class UsageError(Refusal):
    """The question itself is off: an unknown value, or a name with several senses."""

    exit_code = 2


class UnreadableCatalogueError(Refusal):
    """The catalogue or its index cannot be read."""

    exit_code = 3


class UnwritableError(Refusal):
    """The answer cannot be written where it was asked to go."""

    exit_code = 4


def unknown_value(
    option: str, given: str, valid: Iterable[str] | Mapping[str, str], see: str
) -> UsageError:
    """Say that a value is not known, with the nearest valid ones.

    `valid` may map other names to the values that they stand for.
    """
    names = valid if isinstance(valid, Mapping) else {name: name for name in valid}
    values = dict.fromkeys(names.values())
    near = dict.fromkeys(names[name] for name in _nearest(given.lower(), names))
    if near:
        hint = f"nearest: {', '.join(list(near)[:_NEAR])}"
    elif len(values) <= _FEW:
        hint = f"write one of: {', '.join(values)}"
    else:
        hint = f"see `disruptref {see}`"
    return UsageError(f"{option} '{given}' is not known; {hint}.")


def _nearest(given: str, names: Mapping[str, str]) -> list[str]:
    """Return the names that hold every word given, shortest first, or else those spelt alike."""
    from difflib import get_close_matches

    held = {name: set(_WORD.findall(name.lower())) for name in names}
    every = sorted(set[str]().union(*held.values()))
    words = _WORD.findall(given)
    words = [word for word in words if len(word) >= _TELLING] or words
    alike = [
        [word] if word.isdecimal() else get_close_matches(word, every, n=1, cutoff=_ALIKE)
        for word in words
    ]
    if alike and all(alike):
        meant = {word for found in alike for word in found}
        if holding := [name for name in names if meant <= held[name]]:
            return sorted(holding, key=lambda name: len(names[name]))
    return get_close_matches(given, list(names), n=_NEAR, cutoff=_ALIKE)

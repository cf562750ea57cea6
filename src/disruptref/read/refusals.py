"""The ways a question can go unanswered, each with its exit code and one clear sentence."""

import re

_FEW = 15
_NEAR = 3
_ALIKE = 0.6
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


def unknown_value(option: str, given: str, valid: list[str], see: str) -> UsageError:
    """Say that a value is not known, with the nearest valid ones."""
    near = _nearest(given.lower(), valid)
    if near:
        hint = f"nearest: {', '.join(near)}"
    elif len(valid) <= _FEW:
        hint = f"write one of: {', '.join(valid)}"
    else:
        hint = f"see `disruptref {see}`"
    return UsageError(f"{option} '{given}' is not known; {hint}.")


def _nearest(given: str, valid: list[str]) -> list[str]:
    """Return the names that hold every word given, shortest first, or else those spelt alike."""
    from difflib import get_close_matches

    held = {name: set(_WORD.findall(name.lower())) for name in valid}
    every = sorted(set[str]().union(*held.values()))
    alike = [get_close_matches(word, every, n=1, cutoff=_ALIKE) for word in _WORD.findall(given)]
    if alike and all(alike):
        meant = {word for words in alike for word in words}
        if holding := sorted((name for name in valid if meant <= held[name]), key=len):
            return holding[:_NEAR]
    return get_close_matches(given, valid, n=_NEAR, cutoff=_ALIKE)

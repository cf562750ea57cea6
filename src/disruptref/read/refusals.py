"""The ways a question can go unanswered, each with its exit code and one clear sentence."""

_FEW = 15


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
    from difflib import get_close_matches

    near = get_close_matches(given.lower(), valid, n=3, cutoff=0.4)
    if near:
        hint = f"nearest: {', '.join(near)}"
    elif len(valid) <= _FEW:
        hint = f"write one of: {', '.join(valid)}"
    else:
        hint = f"see `disruptref {see}`"
    return UsageError(f"{option} '{given}' is not known; {hint}.")

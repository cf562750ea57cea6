"""The facts of a situation, as `options` takes them: each is `not known` until it is told.

No fact names a person. A nation may be several (England and Wales is two), and of a suspect's
history what is listed is true, what is not listed stays unknown; only `none` makes the rest false.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from disruptref.folding import value_key
from disruptref.read.lexicon import Lexicon
from disruptref.read.nation import COVERS, LABELS
from disruptref.read.refusals import UsageError, unknown_value

NOT_KNOWN = "not-known"
AGES = ("child-age", "suspect-age")
NATIONS = ("jurisdiction", "suspect-jurisdiction", "place-jurisdiction")
YES_NO = ("missing", "lives-with-children", "child-account", "carer-statement")
CLOSED = {"care-status": "value:care-status", "suspect-history": "value:suspect-history"}
VOCABULARIES = {
    "relationship": "relationships",
    "place": "places",
    "tenure": "tenures",
    "licence": "licences",
    "context": "contexts",
}
SEVERAL = ("suspect-history", "offence", "context", "place", "licence")
_OPEN = ("offence", "context")  # what is not told of them may hold too
ORDER = (
    "child-age", "care-status", "missing", "child-account", "carer-statement",
    "suspect-age", "suspect-history", "relationship", "lives-with-children",
    "context", "offence", "place", "tenure", "licence",
    "suspect-jurisdiction", "place-jurisdiction",
)  # fmt: skip
_OLDEST = 120


class Known(NamedTuple):
    """What is known of one fact.

    `values` hold at once (a suspect can be both charged and on bail); `complete` says that no
    other value holds; `either` that only one of them does, and it is not known which.
    """

    values: frozenset[str | int]
    complete: bool = True
    either: bool = False


def facts(given: dict[str, Any], words: Lexicon) -> dict[str, Known]:
    """Return the known facts by name, from options as typed.

    Raises:
        UsageError: for a value that is not known, with the nearest.
    """
    known: dict[str, Known] = {}
    for name, typed in given.items():
        values = [str(value) for value in (typed if isinstance(typed, (list, tuple)) else [typed])]
        values = [value for value in values if value_key(value) != NOT_KNOWN]
        if values:
            known[name] = _known(name, values, words)
    return known


def choices(name: str, words: Lexicon) -> dict[str, str]:
    """Return the values of a fact with their words, or none where a number is wanted."""
    if name in YES_NO:
        return {"yes": "Yes", "no": "No"}
    if name in NATIONS:
        return {nation: label for nation, label in LABELS.items() if nation != "uk"}
    if name == "offence":
        return words.labels("offences")
    if name in AGES:
        return {}
    return words.labels(CLOSED.get(name) or VOCABULARIES[name])


def _known(name: str, values: Sequence[str], words: Lexicon) -> Known:
    option = f"--{name}"
    if name not in (*SEVERAL, *NATIONS) and len(_split(values)) > 1:
        raise UsageError(f"{option} takes one value.")
    if name in AGES:
        return Known(frozenset({_age(option, values[-1])}))
    if name in NATIONS:
        for value in values:
            if value_key(value) not in COVERS:
                raise unknown_value(option, value, list(COVERS), "options --help")
        nations = {nation for value in values for nation in COVERS[value_key(value)]}
        return Known(frozenset(nations), either=len(nations) > 1)
    if name == "offence":
        found = {id_ for value in values for id_ in words.offences(value)}
        return Known(frozenset(found), complete=False)
    if name in VOCABULARIES:
        see = "contexts" if name == "context" else "options --help"
        found = {words.find(VOCABULARIES[name], option, value, see) for value in values}
        return Known(frozenset(found), complete=name not in _OPEN)
    valid = ["yes", "no"] if name in YES_NO else list(words.labels(CLOSED[name]))
    keys = [_one_of(option, value, valid) for value in _split(values)]
    if not keys:
        raise unknown_value(option, values[0], valid, "options --help")
    return _history(keys) if name == "suspect-history" else Known(frozenset(keys))


def _history(keys: Iterable[str]) -> Known:
    """What is listed is true; only `none`, alone, makes the rest false."""
    history = frozenset(keys)
    if "none" in history and len(history) > 1:
        raise UsageError("--suspect-history none stands alone; leave it out or leave out the rest.")
    return Known(history, complete="none" in history)


def _age(option: str, value: str) -> int:
    if not value.isdecimal() or len(value) > len(str(_OLDEST)) or int(value) > _OLDEST:
        raise UsageError(f"{option} '{value}' is not an age; write whole years, such as 15.")
    return int(value)


def _one_of(option: str, value: str, valid: list[str]) -> str:
    if value_key(value) not in valid:
        raise unknown_value(option, value, valid, "options --help")
    return value_key(value)


def _split(values: Iterable[str]) -> list[str]:
    return [part for value in values for part in value.split(",") if part.strip()]

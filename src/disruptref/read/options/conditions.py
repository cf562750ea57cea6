"""A rule in words, such as `the child's age is under 18`."""

from typing import Any

from disruptref.read.labels import FACTS
from disruptref.read.lexicon import Lexicon
from disruptref.read.options.facts import NATIONS, SEVERAL, YES_NO, choices

_ONE = {
    "is": "is", "in": "is", "not-in": "is not", "other-than": "is other than",
    "under": "is under", "at-least": "is at least",
}  # fmt: skip
_SEVERAL = {"in": "is one of", "not-in": "is none of", "other-than": "is other than"}
_INCLUDES = {
    "is": "includes", "in": "includes", "not-in": "does not include",
    "other-than": "includes something other than",
}  # fmt: skip
_INCLUDES_SEVERAL = {
    "in": "includes one of", "not-in": "includes none of",
    "other-than": "includes something other than",
}  # fmt: skip


def rule_words(rule: dict[str, Any], words: Lexicon) -> str:
    """Return a rule (or the state of the law that stands in its place) as a sentence part."""
    if "state" in rule:
        return f"the law's state that day: {rule['state']}"
    if rule["any_of"]:
        return "; or ".join(_test(test, words) for test in rule["any_of"])
    return _test(rule, words)


def fact_words(name: str) -> str:
    """Return a fact in words, such as `the child's age`."""
    return FACTS[name]


def _test(test: dict[str, Any], words: Lexicon) -> str:
    name = test["fact"]
    known = choices(name, words)
    values = [known.get(str(value), str(value)).rstrip(".") for value in test["value"]]
    if name in YES_NO:
        return f"{FACTS[name]}: {values[0].lower()}"
    one, more = (_INCLUDES, _INCLUDES_SEVERAL) if name in SEVERAL else (_ONE, _SEVERAL)
    verb = (more if len(values) > 1 else one)[test["op"]]
    said = values if name in NATIONS else [_lower(value) for value in values]
    listed = f": {'; '.join(said)}" if len(said) > 1 else f" {said[0]}"
    return f"{FACTS[name]} {verb}{listed}"


def _lower(text: str) -> str:
    """Return text that can stand inside a sentence; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]

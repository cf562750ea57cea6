"""The guided conversation of `options`: one short question at a time, with a way back.

Nothing typed is kept. An empty answer means not known; `b` goes back; `q` shows the options now.
"""

from collections.abc import Callable
from typing import Any

from disruptref.read.filters import Filters
from disruptref.read.lexicon import Lexicon
from disruptref.read.options.conditions import fact_words
from disruptref.read.options.facts import AGES, ORDER, SEVERAL, choices, facts
from disruptref.read.refusals import UsageError
from disruptref.store import Store

_HELP = "Enter: not known.  b: back.  q: show the options now.  Never type a name."
_SHARED = ("context", "offence")


def converse(
    store: Store,
    filters: Filters,
    ask: Callable[[str], str] = input,
    say: Callable[[str], None] = print,
) -> tuple[dict[str, Any], Filters]:
    """Ask for each fact; return the facts told, and the filters with context and offence told.

    Args:
        store: the open index.
        filters: the filters given, returned with what was told.
        ask: shows a prompt and returns a line.
        say: shows a line.
    """
    words = Lexicon(store)
    told: dict[str, Any] = {}
    say(_HELP)
    number = 0
    while number < len(ORDER):
        name = ORDER[number]
        answer = _answer(name, words, ask, say)
        if answer == "q":
            break
        if answer == "b":
            number = max(0, number - 1)
            told.pop(ORDER[number], None)
            continue
        if answer:
            told[name] = answer
        number += 1
    context, offence = (tuple(told.pop(name, getattr(filters, name))) for name in _SHARED)
    return told, filters._replace(context=context, offence=offence)


def _answer(
    name: str, words: Lexicon, ask: Callable[[str], str], say: Callable[[str], None]
) -> Any:
    """Ask for one fact until the answer can be used: a value, values, `b`, `q` or nothing."""
    values = list(choices(name, words)) if name != "offence" else []
    say("")
    say(f"{fact_words(name).capitalize()}:")
    for number, value in enumerate(values, 1):
        say(f"  {number}. {choices(name, words)[value].rstrip('.')}")
    while True:
        try:
            typed = ask("years> " if name in AGES else "section or name> " if not values else "> ")
        except EOFError:
            return "q"
        typed = typed.strip()
        if typed.lower() in ("", "b", "q"):
            return typed.lower()
        picked = [_picked(part.strip(), values) for part in typed.split(",")]
        try:
            facts({name: picked}, words)
        except UsageError as error:
            say(error.sentences[0])
            continue
        return picked if name in SEVERAL else picked[-1]


def _picked(typed: str, values: list[str]) -> str:
    return values[int(typed) - 1] if typed.isdecimal() and 0 < int(typed) <= len(values) else typed

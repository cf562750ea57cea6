"""Which measure is meant: an exact id, else a name among the measures of the nation asked."""

from typing import NamedTuple

from disruptref.folding import name_key
from disruptref.read.lexicon import Lexicon
from disruptref.read.nation import Asked, label_of
from disruptref.read.refusals import NothingFoundError, UsageError
from disruptref.store import Store


class Meant(NamedTuple):
    """The measure meant, and the same name's other senses as sentences."""

    id: str
    remarks: tuple[str, ...]


def resolve(store: Store, given: str, asked: Asked) -> Meant:
    """Find the one measure that a person means.

    Raises:
        UsageError: several senses in the nation asked.
        NothingFoundError: no such measure, or only in another nation.
    """
    named = store.named(given)
    exact = {id_ for id_, kind in named if kind == "id"}
    if len(exact) == 1:
        return Meant(exact.pop(), ())
    cards = store.cards(list(dict.fromkeys(id_ for id_, _ in named)))
    here = [card for card in cards if set(card["jurisdictions"]) & set(asked.nations)]
    elsewhere = [card for card in cards if card not in here]
    others = tuple(
        f"'{given}' is also {card['name']} in {label_of(card['jurisdictions'])}: {card['id']}."
        for card in elsewhere
    )
    if len(here) == 1:
        return Meant(here[0]["id"], (asked.sentence, *others))
    if here:
        senses = (f"{card['id']}: {card['name']}. {card['summary']}" for card in here)
        raise UsageError(f"'{given}' has several senses; name one by its id.", *senses)
    if elsewhere:
        raise NothingFoundError(
            f"'{given}' is not a measure of {asked.label}; nothing is shown as applying there.",
            *others,
            *Lexicon(store).sense_sentences(given, asked.nations),
        )
    raise NothingFoundError(*_unknown(store, given))


def _unknown(store: Store, given: str) -> tuple[str, ...]:
    if given in (store.meta("ids") or ()):
        return (f"'{given}' is in the inventory but not yet written.",)
    from difflib import get_close_matches

    names = dict(store.names())
    senses = tuple(Lexicon(store).sense_sentences(given))
    if senses:
        return (f"'{given}' is not the name of a measure that is written.", *senses)
    near = get_close_matches(name_key(given), list(names), n=3, cutoff=0.6)
    hints = tuple(f"Nearest: {names[key]} ({key})." for key in near)
    return (f"No measure is called '{given}'; try `disruptref search {given}`.", *hints)

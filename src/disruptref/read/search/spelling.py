"""Typing errors: a word that search does not know is read as the nearest word that it does."""

from disruptref.store import Store

_SHORTEST = 4
_LONG = 8


def mended(store: Store, word: str) -> str | None:
    """Return the nearest known word, or None where none is near enough.

    One slip is forgiven in a word of four letters or more, two in one of eight or more; the first
    letter is taken to be right. Among several the nearest counts, then the first by the alphabet.
    """
    if len(word) < _SHORTEST or word[0].isdigit() or store.knows(word):
        return None
    slips = 2 if len(word) >= _LONG else 1
    best: tuple[int, str] | None = None
    for known in store.words_like(word[0], len(word) - slips, len(word) + slips):
        if _stem(known) == _stem(word):
            return None
        found = distance(word, known, slips)
        if found <= slips and (best is None or (found, known) < best):
            best = (found, known)
    return best[1] if best else None


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters must be put in, left out, changed or swapped with a neighbour.

    Counting stops above `most`.
    """
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, wanted in enumerate(other, 1):
            cost = min(
                above[column] + 1, current[column - 1] + 1, above[column - 1] + (letter != wanted)
            )
            if row > 1 and column > 1 and one[row - 2] == wanted and letter == other[column - 2]:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > most:
            return most + 1
        before, above = above, current
    return above[-1]


def _stem(word: str) -> str:
    """Return a word without the endings that full-text search takes off anyway."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending)
    return word

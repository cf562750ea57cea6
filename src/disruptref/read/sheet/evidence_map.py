"""`evidence`: what is known, context by context and measure by measure, and where nothing is.

Strength and direction are two answers and never one mark. A gap has a name: none found (somebody
looked), not assessed (nobody has), not claimed (the catalogue does not say that it helps there).
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from disruptref.read.filters import Filters, select
from disruptref.read.labels import label
from disruptref.read.lexicon import Lexicon
from disruptref.read.nation import asked
from disruptref.read.refusals import NothingFoundError
from disruptref.read.sheet.blocks import Block, Bullets, Facts, Heading, Line, Paragraph
from disruptref.read.sheet.ratings import provisional
from disruptref.store import Store

VIEWS = ("context", "measure", "purpose")
_RESEARCH = "descriptive"  # the weakest strength that rests on research of some kind
_MANY = 8


class Rating(NamedTuple):
    """What is known of one measure in one context."""

    id: str
    name: str
    context: str
    strength: str
    direction: str | None
    outcome: str | None
    provisional: bool

    def json(self) -> dict[str, Any]:
        """Return the rating as the JSON of `evidence`."""
        return self._asdict()


class Map(NamedTuple):
    """Contexts, measures and how strong the evidence is: the ratings, and the gaps in words."""

    contexts: tuple[str, ...]
    cards: tuple[dict[str, Any], ...]
    ratings: tuple[Rating, ...]
    gaps: tuple[str, ...]
    remarks: tuple[str, ...]


def evidence(store: Store, filters: Filters, day: str, ids: Iterable[str] = ()) -> Map:
    """Map the evidence of the measures that pass, or of those named.

    Args:
        store: the open index.
        filters: what was asked; contexts asked are the only ones mapped.
        day: the day of the law (ISO).
        ids: the measures named, if any were.

    Raises:
        NothingFoundError: when no measure passes.
        UsageError: for an unknown value.
    """
    words = Lexicon(store)
    nations = asked(store, filters.jurisdiction)
    named = tuple(ids)
    remarks: tuple[str, ...] = ()
    if named:
        cards = store.cards(named)
    else:
        selection = select(store, filters, nations, day)
        cards = [one.card for one in selection.found]
        remarks = (nations.sentence, *selection.remarks)
    if not cards:
        raise NothingFoundError("No measure passes these filters.", *remarks)
    wanted = [words.find("contexts", "--context", given) for given in filters.context]
    contexts = tuple(id_ for id_ in words.labels("contexts") if not wanted or id_ in wanted)
    ratings = tuple(_ratings(store, cards, contexts))
    gaps = tuple(_gaps(cards, contexts, ratings, words))
    return Map(contexts, tuple(cards), ratings, gaps, remarks)


def blocks(found: Map, view: str, words: Lexicon) -> list[Block]:
    """Return the map as text, seen by one of `VIEWS`."""
    made: list[Block] = [Heading(label("evidence-map"), 1), Paragraph(Line(label("evidence-read")))]
    for name, ratings in _grouped(found, view, words):
        made.append(Heading(name))
        made.append(Facts(tuple(_lines(ratings, view, words))) if ratings else _nothing())
    made += [Heading(label("gaps")), Bullets(tuple(Line(gap) for gap in found.gaps))]
    return made


def _nothing() -> Block:
    return Paragraph(Line("No measure here is said to help in it."))


def _ratings(
    store: Store, cards: Sequence[dict[str, Any]], contexts: Sequence[str]
) -> Iterator[Rating]:
    names = {card["id"]: card["name"] for card in cards}
    for gist in store.gists(list(names)):
        for one in gist["evidence"]:
            if one["context"] in contexts:
                yield Rating(
                    gist["id"], names[gist["id"]], one["context"], one["strength"],
                    one["direction"], one["outcome"],
                    provisional(one),
                )  # fmt: skip


def _grouped(found: Map, view: str, words: Lexicon) -> Iterator[tuple[str, list[Rating]]]:
    if view == "context":
        for context in found.contexts:
            ratings = [one for one in found.ratings if one.context == context]
            yield words.label("contexts", context), ratings
    elif view == "measure":
        for card in found.cards:
            yield card["name"], [one for one in found.ratings if one.id == card["id"]]
    else:
        for purpose, meaning in words.labels("value:purpose").items():
            ids = {card["id"] for card in found.cards if purpose in card["purpose"]}
            ratings = [one for one in found.ratings if one.id in ids]
            if ratings:
                yield f"{purpose.capitalize()}: {meaning}", ratings


def _lines(ratings: Iterable[Rating], view: str, words: Lexicon) -> Iterator[Line]:
    """Yield one line for each strength and direction, strongest first, naming what has it."""
    said: dict[tuple[str, str | None, str], list[Rating]] = {}
    for one in ratings:
        said.setdefault((one.strength, one.direction, one.outcome or ""), []).append(one)
    ladder = list(words.labels("value:strength"))
    for (strength, direction, outcome), ones in sorted(
        said.items(), key=lambda item: (-ladder.index(item[0][0]), item[0][1] or "", item[0][2])
    ):
        name = words.word("strength", strength).partition(":")[0]
        parts = [words.word("direction", direction)] if direction else []
        parts += [outcome.rstrip(".")] if outcome else []
        parts += ["provisional: not read in full"] if any(one.provisional for one in ones) else []
        qualified = f" ({'; '.join(parts)})" if parts else ""
        yield Line(f"{_about(ones, view, words)}{qualified}", name)


def _about(ones: Sequence[Rating], view: str, words: Lexicon) -> str:
    if view == "context":
        return ", ".join(one.name for one in ones)
    contexts = ", ".join(dict.fromkeys(words.label("contexts", one.context) for one in ones))
    if view == "measure":
        return contexts
    return "; ".join(f"{one.name} in {words.label('contexts', one.context)}" for one in ones)


def _gaps(
    cards: Sequence[dict[str, Any]],
    contexts: Sequence[str],
    ratings: Sequence[Rating],
    words: Lexicon,
) -> Iterator[str]:
    """Say in words where nothing is known, worst first."""
    ladder = words.ladder()
    research = ladder[ladder.index(_RESEARCH) :]
    studied = {one.context for one in ratings if one.strength in research}
    claimed = {one.context for one in ratings}
    bare = [words.label("contexts", one) for one in contexts if one not in claimed]
    if bare:
        yield f"No measure here is said to help in: {'; '.join(bare)}."
    unstudied = [
        words.label("contexts", one) for one in contexts if one in claimed and one not in studied
    ]
    if unstudied:
        yield f"No measure here has research of any kind in: {'; '.join(unstudied)}."
    with_study = {one.id for one in ratings if one.strength in research}
    without = [card["name"] for card in cards if card["id"] not in with_study]
    if without:
        few = f": {'; '.join(without)}" if len(without) <= _MANY else ""
        yield f"{len(without)} of {len(cards)} measures have no research in any context{few}."
    unasked = sum(one.strength == "not-assessed" for one in ratings)
    if unasked:
        yield f"{unasked} of {len(ratings)} pairs of measure and context are not assessed."
    yield "No study found is not the same as found not to work."

"""How well search finds what a specialist would want: hit@k, MRR and nDCG by style and nation.

Run `make relevance`. A question counts when its first wanted measure is written; the others are
counted apart. Half of the questions (`half: validate`) is never tuned on. `--gate` fails when a
figure falls below the one recorded in `relevance.json`; `--record` writes it anew.

- hit@k: one of the wanted measures stands among the first k;
- MRR: one divided by the place of the first wanted measure, averaged;
- nDCG@10: the first wanted measure is worth most, each after less, all discounted by place.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from math import log2
from pathlib import Path
from typing import NamedTuple

from disruptref.build.yamlio import read
from disruptref.read.answers import searching
from disruptref.read.filters import Filters
from disruptref.read.nation import VARIABLE
from disruptref.read.refusals import NothingFoundError
from disruptref.read.which_index import open_store
from disruptref.store import Store

HERE = Path(__file__).parent
RECORDED = HERE / "relevance.json"
DAY = "2026-11-26"
SLACK = 0.005
DEPTH = 10


class Question(NamedTuple):
    """One question: what was typed, how, about which nation, in which half, and what is wanted."""

    id: str
    query: str
    style: str
    nation: str
    half: str
    expects: list[str]


class Asked(NamedTuple):
    """A question with the ids that search gave, best first."""

    question: Question
    wanted: list[str]
    found: list[str]

    @property
    def place(self) -> int | None:
        """The place of the first wanted measure, from 1, or None."""
        places = [n for n, id_ in enumerate(self.found, 1) if id_ in self.wanted]
        return places[0] if places else None


def questions() -> list[Question]:
    """Return every question."""
    return [Question(**given) for given in read(HERE / "queries.yaml").data["questions"]]


def ask(store: Store, question: Question, written: set[str]) -> Asked:
    """Ask one question as a person of that nation would."""
    os.environ[VARIABLE] = question.nation
    try:
        listing = searching(store, question.query, Filters(), DAY)
        found = [entry.card["id"] for entry in listing.entries]
    except NothingFoundError:
        found = []
    finally:
        del os.environ[VARIABLE]
    return Asked(question, [id_ for id_ in question.expects if id_ in written], found[:DEPTH])


def _hit(k: int) -> Callable[[Asked], float]:
    return lambda asked: float(asked.place is not None and asked.place <= k)


def _reciprocal(asked: Asked) -> float:
    return 1 / asked.place if asked.place else 0.0


def _ndcg(asked: Asked) -> float:
    worth = {id_: 1 / place for place, id_ in enumerate(asked.wanted, 1)}
    got = sum(worth.get(id_, 0.0) / log2(n + 1) for n, id_ in enumerate(asked.found, 1))
    best = sum(value / log2(n + 1) for n, value in enumerate(worth.values(), 1))
    return got / best


FIGURES: dict[str, Callable[[Asked], float]] = {
    "hit@1": _hit(1),
    "hit@3": _hit(3),
    "hit@5": _hit(5),
    "MRR": _reciprocal,
    "nDCG@10": _ndcg,
}


def measured(asked: Sequence[Asked]) -> dict[str, float]:
    """Return each figure, averaged over some questions."""
    return {
        name: round(sum(map(figure, asked)) / len(asked), 3) for name, figure in FIGURES.items()
    }


def counted(store: Store) -> tuple[list[Asked], int]:
    """Ask every question whose first wanted measure is written; return how many are not."""
    written = {card["id"] for card in store.cards()}
    every = questions()
    fair = [one for one in every if one.expects[0] in written]
    return [ask(store, one, written) for one in fair], len(every) - len(fair)


def halves(asked: Iterable[Asked]) -> dict[str, dict[str, float]]:
    """Return the figures of each half, with how many questions it holds."""
    found = {}
    for half in ("tune", "validate"):
        ones = [one for one in asked if one.question.half == half]
        found[half] = {"questions": len(ones), **measured(ones)}
    return found


def drops(now: dict[str, dict[str, float]], before: dict[str, dict[str, float]]) -> list[str]:
    """Name each figure that fell below the recorded one."""
    return [
        f"{half} {name}: {now[half][name]} (recorded {old})"
        for half, figures in before.items()
        for name, old in figures.items()
        if name != "questions" and now[half][name] < old - SLACK
    ]


def main() -> int:
    """Print the report; with `--gate` return 1 when a figure fell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gate", action="store_true", help="fail on a drop")
    parser.add_argument("--record", action="store_true", help="record the figures")
    parser.add_argument("--misses", action="store_true", help="show the tuning half's misses")
    given = parser.parse_args()
    asked, unwritten = counted(open_store())
    print(f"{len(asked)} questions; {unwritten} more wait for a measure not yet written")
    print(f"{'':28}{'':>5}" + "".join(f"{name:>9}" for name in FIGURES))
    for name, ones in _groups(asked):
        row = "".join(f"{value:9.3f}" for value in measured(ones).values())
        print(f"{name:28}{len(ones):5}{row}")
    if given.misses:
        for one in asked:
            if one.question.half == "tune" and (one.place is None or one.place > 1):
                print(f"\n{one.question.query}\n  wanted {one.wanted}\n  found  {one.found[:5]}")
    now = halves(asked)
    if given.record:
        RECORDED.write_text(json.dumps(now, indent=2) + "\n", "utf-8")
    fallen = drops(now, json.loads(RECORDED.read_text("utf-8"))) if RECORDED.is_file() else []
    for line in fallen:
        print(f"fell: {line}")
    return 1 if fallen and given.gate else 0


def _groups(asked: Sequence[Asked]) -> Iterable[tuple[str, list[Asked]]]:
    yield "all", list(asked)
    for key in ("half", "style", "nation"):
        for value in sorted({getattr(one.question, key) for one in asked}):
            yield f"{key} {value}", [one for one in asked if getattr(one.question, key) == value]


if __name__ == "__main__":
    sys.exit(main())

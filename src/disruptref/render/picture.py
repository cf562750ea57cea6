"""The map of the evidence as a picture (SVG or PNG) for a slide, drawn by Typst, without colour."""

import json
from pathlib import Path
from typing import Any

from disruptref.read.labels import label
from disruptref.read.lexicon import Lexicon
from disruptref.read.sheet.evidence_map import Map, Rating

_MOST_ROWS = 30
_DOTS_PER_INCH = 144.0


def evidence_picture(found: Map, scope: str, words: Lexicon, form: str) -> bytes:
    """Return the map as `svg` or `png`.

    Args:
        found: the map.
        scope: what is in it, in words.
        words: the vocabularies.
        form: svg or png.
    """
    import typst

    return typst.compile(
        Path(__file__).parent / "evidence.typ",
        format="svg" if form == "svg" else "png",
        ppi=_DOTS_PER_INCH,
        sys_inputs={"map": json.dumps(_data(found, scope, words))},
        ignore_system_fonts=True,
    )


def _data(found: Map, scope: str, words: Lexicon) -> dict[str, Any]:
    ladder = words.ladder()
    by_place = {(one.id, one.context): one for one in found.ratings}
    ranked = sorted(found.cards, key=lambda card: (-_best(card, found, ladder), card["name"]))
    shown, rest = ranked[:_MOST_ROWS], ranked[_MOST_ROWS:]
    rows = [
        {
            "name": card["name"],
            "cells": [_cell(by_place.get((card["id"], one)), words) for one in found.contexts],
        }
        for card in shown
    ]
    gaps = list(found.gaps)
    if rest:
        gaps.insert(0, f"{len(rest)} more measures are left out here: none has a stronger rating.")
    return {
        "title": label("evidence-map"),
        "scope": scope,
        "contexts": [words.short_context(one) for one in found.contexts],
        "rows": rows,
        "key": label("evidence-key"),
        "gaps": gaps,
    }


def _best(card: dict[str, Any], found: Map, ladder: list[str]) -> int:
    levels = [
        ladder.index(one.strength)
        for one in found.ratings
        if one.id == card["id"] and one.strength in ladder
    ]
    return max(levels, default=-1)


def _cell(rating: Rating | None, words: Lexicon) -> dict[str, Any] | None:
    if rating is None:
        return None
    ladder = words.ladder()
    if rating.strength not in ladder:
        return {"level": None, "word": words.word("strength", rating.strength).partition(":")[0]}
    word = rating.direction or "unknown"
    level = ladder.index(rating.strength)
    return {"level": level, "word": word.replace("-", " ") if level else "none found"}

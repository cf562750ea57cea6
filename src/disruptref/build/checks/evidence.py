"""The checks of the evidence scale that a machine can make."""

from collections.abc import Iterator
from datetime import timedelta

from disruptref.build.catalogue import Catalogue, Entry
from disruptref.build.evidence import EvidenceEntry
from disruptref.build.problems import Problem
from disruptref.build.values import LADDER, Direction, OutcomeTier, Read, SourceKind, Strength

_CAPS = {
    OutcomeTier.A: Strength.STRONG,
    OutcomeTier.B: Strength.STRONG,
    OutcomeTier.B_STAND_IN: Strength.MODERATE,
    OutcomeTier.C: Strength.INDICATIVE,
    OutcomeTier.D: Strength.DESCRIPTIVE,
    OutcomeTier.E: Strength.DESCRIPTIVE,
}
_EFFECTS = frozenset(
    {Direction.FAVOURABLE, Direction.MIXED, Direction.UNFAVOURABLE, Direction.NO_EFFECT}
)
_LONGEST = timedelta(days=731)


def check(entry: Entry, catalogue: Catalogue) -> Iterator[Problem]:
    """Check each rating against the published scale."""
    for number, rating in enumerate(entry.measure.evidence):
        for code, key, message in _rating(rating, catalogue):
            yield entry.document.problem(code, ("evidence", number, key), message)


def _rating(rating: EvidenceEntry, catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    level = LADDER.index(rating.strength) if rating.strength in LADDER else None
    yield from _direction(rating, level)
    if level is None:
        return
    if rating.tier and level > LADDER.index(_CAPS[rating.tier]):
        message = f"outcome tier {rating.tier} supports at most {_CAPS[rating.tier]}"
        yield "E002", "strength", message
    if rating.strength is Strength.NONE_FOUND:
        source = catalogue.source(rating.search) if rating.search else None
        if source is None or source.kind is not SourceKind.SEARCH:
            yield "E003", "search", "name the dated search that found nothing"
    elif not rating.sources:
        yield "E006", "sources", f"'{rating.strength}' needs at least one source"
    elif rating.read is None or rating.why is None:
        yield "E006", "strength", "say in 'read' what was read, and in 'why' why not higher"
    if rating.strength is not Strength.NONE_FOUND:
        in_full = rating.read is Read.FULL_TEXT
        if not rating.provisional and not in_full:
            yield "E004", "provisional", "write true: the full text was not read"
    if rating.rated_on is None or rating.review_by is None:
        yield "E005", "strength", "give 'rated_on' and 'review_by'"
    elif not rating.rated_on < rating.review_by <= rating.rated_on + _LONGEST:
        yield "E005", "review_by", "it must lie within 24 months after 'rated_on'"
    counted = [*rating.sources, *(item.source for item in rating.transferred)]
    for source_id in {item for item in counted if counted.count(item) > 1}:
        yield "L007", "sources", f"'{source_id}' is counted twice; keep one"


def _direction(rating: EvidenceEntry, level: int | None) -> Iterator[tuple[str, str, str]]:
    direction = rating.direction
    if level is None:
        if direction is not None:
            yield "E001", "direction", f"'{rating.strength}' has no direction; delete it"
        return
    indicative = LADDER.index(Strength.INDICATIVE)
    if direction is None:
        yield "E001", "strength", "give a 'direction'"
    elif direction in _EFFECTS and level < indicative:
        yield "E001", "direction", f"'{direction}' needs strength indicative or above"
    elif direction is Direction.NO_EFFECT and level == indicative:
        yield "E001", "direction", "'no-effect' needs strength moderate or above"
    elif direction is Direction.PROCESS_ONLY and not 0 < level < indicative:
        yield "E001", "direction", "'process-only' belongs to practice-report or descriptive"
    elif (direction is Direction.UNKNOWN) != (rating.unknown_because is not None):
        yield "E001", "direction", "'unknown_because' is given when the direction is unknown"

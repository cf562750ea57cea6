"""Evidence per context: strength and direction kept apart, by the published scale."""

from datetime import date
from typing import Annotated

from disruptref.build.text import Id, Part, Text, Words
from disruptref.build.values import (
    Consistency,
    Direction,
    HarmKind,
    Independence,
    OutcomeTier,
    Read,
    Strength,
    TransferKind,
    UnknownBecause,
)


class Transferred(Part):
    """Evidence from elsewhere; shown below a rating, never setting its level."""

    source: Id
    """The study."""
    kind: TransferKind
    """Where it comes from."""
    holds_if: Annotated[Text, Words(35)]
    """What must hold for it to carry over."""
    breaks_if: Annotated[Text, Words(35)]
    """What might break it."""


class EvidenceEntry(Part):
    """The rating of one measure in one context."""

    context: Id
    """From the contexts vocabulary."""
    strength: Strength
    """How much sound evidence about impact."""
    direction: Direction | None = None
    """What it says; absent for not-assessed and not-applicable."""
    outcome: Annotated[Text, Words(25)] | None = None
    """The outcome that was measured."""
    tier: OutcomeTier | None = None
    """What kind of outcome; caps the strength."""
    why: Annotated[Text, Words(45)] | None = None
    """Why not higher."""
    read: Read | None = None
    """How much of the sources was read."""
    provisional: bool = True
    """True while what was read is not the full text."""
    independence: Independence | None = None
    """Whether the studies are independent of the provider."""
    sources: tuple[Id, ...] = ()
    """Study and report ids."""
    transferred: tuple[Transferred, ...] = ()
    """Evidence from elsewhere."""
    search: Id | None = None
    """The dated search behind none-found."""
    unknown_because: UnknownBecause | None = None
    """Why the direction is unknown."""
    rated_on: date | None = None
    """When it was rated."""
    review_by: date | None = None
    """At most 24 months later."""


class HarmSignal(Part):
    """A credible report of an unwanted effect, shown at whatever strength."""

    text: Annotated[Text, Words(45)]
    """What was reported."""
    type: HarmKind
    """Kind of harm."""
    source: Id
    """Where it was reported."""


class PracticeNote(Part):
    """What practice accounts say: that it is used and how it goes wrong, not its effect."""

    who: Annotated[Text, Words(20)]
    """Who says so."""
    spread: Annotated[Text, Words(15)]
    """One place, several, national."""
    consistency: Consistency
    """Whether accounts agree."""
    says: Annotated[Text, Words(45)]
    """What they say."""
    tells: Annotated[Text, Words(30)] | None = None
    """What it can tell us, and what not."""
    sources: tuple[Id, ...] = ()
    """Source ids."""

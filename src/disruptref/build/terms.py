"""The lists that curators extend: vocabulary terms, instruments, offences and sources."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from disruptref.build.text import Cites, Duration, Id, Part, Text, Words
from disruptref.build.values import Basis, Mode, Nation, Reach, Read, SourceKind

InstrumentType = Literal[
    "ukpga", "uksi", "asp", "ssi", "asc", "anaw", "mwa", "wsi", "nia", "nisi", "nisr", "apni"
]

BASIS_OF_KIND = {
    SourceKind.GUIDANCE: Basis.GUIDANCE,
    SourceKind.POLICY: Basis.POLICY,
    SourceKind.CASE: Basis.CASE_LAW,
    SourceKind.COURT_RULES: Basis.COURT_RULES,
    SourceKind.STUDY: Basis.PRACTICE,
    SourceKind.REPORT: Basis.PRACTICE,
    SourceKind.PRACTICE: Basis.PRACTICE,
    SourceKind.SEARCH: Basis.PRACTICE,
}


class Term(Part):
    """One word of a vocabulary."""

    id: Id
    """Never changed or reused."""
    label: Annotated[Text, Words(20)]
    """The name shown."""
    definition: Annotated[Text, Words(60)]
    """One sentence."""
    synonyms: tuple[Text, ...] = ()
    """Other words that mean it."""


class Context(Term):
    """An abuse context: one of the CSA Centre's nine types, or a cross-cutting tag."""

    kind: Literal["type", "tag"]
    """Type or tag."""


class Agency(Term):
    """Who can apply, issue, decide or help."""

    broader: Id | None = None
    """The broader agency; a search for it finds this one too."""


class Sense(Term):
    """What a word or abbreviation means somewhere; one entry for each sense."""

    stands_for: Annotated[Text, Words(20)] | None = None
    """An abbreviation written out."""
    see: tuple[Id, ...] = ()
    """The measures it leads to."""
    jurisdictions: tuple[Nation, ...] = ()
    """Where it has this sense; empty means everywhere."""
    outdated: bool = False
    """True for a word that is no longer right."""


class Instrument(Term):
    """An Act, Measure, order or set of regulations."""

    label: Annotated[Text, Words(45)]
    """Its title, in full."""
    definition: Annotated[Text, Words(60)] = "An instrument cited by the catalogue."
    """One sentence."""
    type: InstrumentType
    """Its legislation.gov.uk type."""
    year: int
    """Its year."""
    number: int
    """Its number in that year."""

    @property
    def url(self) -> str:
        """Its legislation.gov.uk identifier."""
        return f"https://www.legislation.gov.uk/id/{self.type}/{self.year}/{self.number}"


class Offence(Term):
    """An offence, with its provision, maximum and dates."""

    cite: Cites = Field(min_length=1)
    """The provision that makes it an offence."""
    jurisdictions: tuple[Nation, ...] = Field(min_length=1)
    """Where it is an offence."""
    maximum: Duration | None = None
    """Longest imprisonment on indictment, else summary: ISO 8601, `life`, or none-in-law."""
    maximum_summary: Duration | None = None
    """Longest imprisonment on summary conviction."""
    maximum_note: Annotated[Text, Words(40)] | None = None
    """Where the maximum depends on something."""
    maximum_cite: Cites = ()
    """The provision that sets the maximum."""
    mode: Mode | None = None
    """Where it is tried."""
    since: date | None = Field(default=None, alias="from")
    """First day of the offence."""
    until: date | None = None
    """Last day of the offence, if repealed."""
    contexts: tuple[Id, ...] = ()
    """Abuse contexts in which it is typically charged."""


class Source(Part):
    """A source other than an instrument, described once and cited by id."""

    id: Id
    """How it is cited."""
    kind: SourceKind
    """Kind of source; sets the basis of what is cited from it."""
    title: Annotated[Text, Words(40)]
    """Its title."""
    publisher: Annotated[Text, Words(20)] | None = None
    """Who published it."""
    authors: Annotated[Text, Words(30)] | None = None
    """Authors of a study."""
    published: Annotated[str, BeforeValidator(str)] | None = None
    """Date or year of publication, as far as known."""
    url: Annotated[str, Field(pattern=r"https?://\S+")] | None = None
    """Where it is found."""
    read: Read | None = None
    """How much of it was read."""
    read_on: date | None = None
    """When it was read."""
    finding: Annotated[Text, Words(60)] | None = None
    """Of a study: what it found, direction and size apart from how sure."""
    note: Annotated[Text, Words(60)] | None = None
    """What a reader should know."""
    where: Annotated[Text, Words(60)] | None = None
    """For a search: where."""
    terms: Annotated[Text, Words(60)] | None = None
    """For a search: terms."""
    reach: Reach | None = None
    """For a search: limited or systematic."""

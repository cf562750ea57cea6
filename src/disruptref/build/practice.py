"""What to think of before acting, and how the measure is done."""

from typing import Annotated

from pydantic import Field

from disruptref.build.text import Cited, Id, Many, Part, Statement, Text, Words
from disruptref.build.values import (
    Alerts,
    ContextBasis,
    Identifies,
    Need,
    OffenceLink,
    OutOfHours,
    Relation,
    Schedule,
)


class NeedNotes(Part):
    """Why each need is as it is."""

    child_account: Annotated[Statement, Words(40)] | None = None
    """On the child's account."""
    child_agreement: Annotated[Statement, Words(40)] | None = None
    """On the child's agreement."""
    carer_statement: Annotated[Statement, Words(40)] | None = None
    """On the statement of the person with parental responsibility or lawful control."""


class Needs(Part):
    """What the measure needs from the child's side."""

    child_account: Need
    """The child's account."""
    child_agreement: Need
    """The child's agreement."""
    carer_statement: Need
    """A statement by the person with parental responsibility or lawful control."""
    notes: NeedNotes = NeedNotes()
    """The reasons."""


class AlertsSubject(Statement):
    """Whether the subject learns of police interest."""

    value: Alerts
    """Yes, perhaps or no."""


class IdentifiesChild(Statement):
    """Whether the subject learns which child it protects."""

    value: Identifies
    """Yes, perhaps or no."""


class Hours(Statement):
    """Whether it can be done at night."""

    value: OutOfHours
    """Available, limited or unavailable."""


class Consultee(Part):
    """Someone to speak to first."""

    agency: Id
    """From the agencies vocabulary."""
    text: Annotated[Text, Words(25)] | None = None
    """What to ask or settle."""


class BeforeYouAct(Part):
    """What must be weighed before the measure is taken."""

    alerts_subject: Annotated[AlertsSubject, Words(40)] | None = None
    """Does it alert the subject?"""
    identifies_child: Annotated[IdentifiesChild, Words(40)] | None = None
    """Does it identify the child to them?"""
    investigation: Annotated[Statement, Words(45)] | None = None
    """Effect on the investigation."""
    consult: tuple[Consultee, ...] = ()
    """Whom to consult first."""
    out_of_hours: Annotated[Hours, Words(35)] | None = None
    """Can it be done at night?"""
    child_safety: Annotated[Statement, Words(55)] | None = None
    """How the child's safety and voice are kept."""
    rights: Annotated[Statement, Words(45)] | None = None
    """Rights and proportionality."""


class Partner(Part):
    """What a partner agency brings."""

    agency: Id
    """From the agencies vocabulary."""
    brings: Annotated[Text, Words(20)]
    """What it brings."""


class DoingIt(Part):
    """How the measure is done."""

    steps: Annotated[tuple[Annotated[Statement, Words(35)], ...], Many(6)] = ()
    """Three to six steps."""
    persuades: Annotated[tuple[Annotated[Statement, Words(30)], ...], Many(5)] = ()
    """What persuades a court or authority."""
    partners: tuple[Partner, ...] = ()
    """Partners and what each brings."""
    effort: Annotated[Statement, Words(35)] | None = Field(
        default=None, json_schema_extra={"recordable": True}
    )
    """People, time and cost, where known."""
    mistakes: Annotated[tuple[Annotated[Statement, Words(40)], ...], Many(3)] = ()
    """The common mistakes: three at most."""
    record_in: Annotated[Statement, Words(40)] | None = None
    """Where to record use and outcome."""


class OffenceTie(Cited):
    """A typed link to an offence."""

    needs_ground = False

    offence: Id
    """From the offences vocabulary."""
    link: OffenceLink
    """How they are tied."""
    note: Annotated[Text, Words(30)] | None = None
    """A sentence where the tie is not obvious."""


class ScheduleFlag(Cited):
    """A schedule that lists the offence or order, with consequences."""

    schedule: Schedule
    """Which schedule."""
    note: Annotated[Text, Words(45)] | None = None
    """On what condition."""


class ContextUse(Part):
    """How the measure disrupts abuse in one context; a bare tag is refused."""

    context: Id
    """From the contexts vocabulary."""
    how: Annotated[Text, Words(50)]
    """How it disrupts there."""
    basis: ContextBasis
    """Why the catalogue says so."""
    sources: tuple[Id, ...] = ()
    """Source ids, for reported use and guidance."""


class RelatedMeasure(Part):
    """A typed link to another measure, written once; the inverse is derived."""

    id: Id
    """The other measure."""
    type: Relation
    """How they are tied."""
    note: Annotated[Text, Words(35)]
    """When to prefer which, or why they are confused."""

"""The record of one measure: the format of every file under `measures/<family>/`."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from disruptref.build.evidence import EvidenceEntry, HarmSignal, PracticeNote
from disruptref.build.law import (
    Breach,
    Interim,
    Period,
    Reading,
    Requirements,
    Route,
    TimelineEntry,
)
from disruptref.build.practice import (
    BeforeYouAct,
    ContextUse,
    DoingIt,
    Needs,
    OffenceTie,
    RelatedMeasure,
    ScheduleFlag,
)
from disruptref.build.text import Id, Many, Part, Statement, Text, Words, wrong
from disruptref.build.values import (
    Approach,
    Nation,
    Purpose,
    RecordState,
    Restricts,
    Speed,
    Target,
    Tier,
)


class Review(Part):
    """A review that took place: by a role, on a day. Absent until done."""

    on: date
    """The day."""
    role: Annotated[Text, Words(10)]
    """The reviewer's role, never a name."""


class Withdrawal(Part):
    """Why a record is no longer offered."""

    reason: Annotated[Text, Words(40)]
    """The reason."""
    successor: Id | None = None
    """What to use instead."""


class Measure(Part):
    """One measure in one legal system (or the whole UK where the law is one)."""

    id: Id
    """The full official name in kebab-case; never changed or reused."""
    name: Annotated[Text, Words(16)]
    """The official name."""
    name_cy: Annotated[Text, Words(16)] | None = Field(
        default=None, json_schema_extra={"recordable": True}
    )
    """The official Welsh name, where one exists."""
    former_ids: tuple[Id, ...] = ()
    """Ids that redirect here."""
    aliases: tuple[Text, ...] = ()
    """Abbreviations and spoken names in use today."""
    former_names: tuple[Text, ...] = ()
    """Names it used to have."""
    search_only: tuple[Text, ...] = ()
    """Words people type; indexed, never displayed."""
    summary: Annotated[Text, Words(40)]
    """Who can stop whom from doing what."""
    tier: Tier
    """Core or standard."""
    family: Id
    """From the families vocabulary; also the folder."""
    jurisdictions: Annotated[tuple[Nation, ...], Field(min_length=1)]
    """The nations whose law this is."""
    purpose: Annotated[tuple[Purpose, ...], Field(min_length=1)]
    """What it is for."""
    approach: Annotated[tuple[Approach, ...], Field(min_length=1)]
    """Direct, supportive, online."""
    targets: Annotated[tuple[Target, ...], Field(min_length=1)]
    """What it bites on."""
    restricts: tuple[Restricts, ...] = ()
    """Whose freedom it limits."""
    timeline: tuple[TimelineEntry, ...] = ()
    """Each state of the law, oldest first."""
    legal_basis: tuple[Reading, ...] = ()
    """Every instrument relied on, with when it was read and how current the text was."""
    every_route: Requirements | None = None
    """What all routes share, written once; the public record has it on each route."""
    routes: tuple[Route, ...] = ()
    """The ways to it."""
    terms: tuple[Annotated[Statement, Words(35)], ...] = ()
    """What it can require or forbid."""
    durations: tuple[Period, ...] = Field(default=(), json_schema_extra={"recordable": True})
    """How long it lasts, and its parts."""
    interim: Annotated[Interim, Words(55)] | None = Field(
        default=None, json_schema_extra={"recordable": True}
    )
    """Its interim form."""
    speed: Speed | None = Field(default=None, json_schema_extra={"recordable": True})
    """Time until it binds."""
    speed_note: Annotated[Statement, Words(35)] | None = None
    """What the speed rests on."""
    consequences: tuple[Annotated[Breach, Words(40)], ...] = Field(
        default=(), json_schema_extra={"recordable": True}
    )
    """What follows breach, failure or, for an offence, conviction."""
    variation: Annotated[Statement, Words(50)] | None = Field(
        default=None, json_schema_extra={"recordable": True}
    )
    """How it is varied, renewed or ended."""
    appeal: Annotated[Statement, Words(50)] | None = Field(
        default=None, json_schema_extra={"recordable": True}
    )
    """How it is challenged."""
    needs: Needs | None = Field(default=None, json_schema_extra={"recordable": True})
    """What it needs from the child's side."""
    before_you_act: BeforeYouAct = BeforeYouAct()
    """What must be weighed first."""
    doing_it: DoingIt = DoingIt()
    """How it is done."""
    offences: tuple[OffenceTie, ...] = ()
    """Typed links to offences."""
    schedules: tuple[ScheduleFlag, ...] = ()
    """Schedules with consequences."""
    contexts: tuple[ContextUse, ...] = ()
    """How it disrupts, context by context."""
    situations: tuple[Id, ...] = ()
    """Obstacles and ordinary things it answers."""
    evidence: tuple[EvidenceEntry, ...] = ()
    """The rating in each context claimed."""
    harm_signals: Annotated[tuple[HarmSignal, ...], Many(6)] = ()
    """Reports of unwanted effects."""
    practice_note: PracticeNote | None = Field(default=None, json_schema_extra={"recordable": True})
    """What practice accounts say."""
    related: tuple[RelatedMeasure, ...] = ()
    """Typed links to other measures."""
    record: RecordState
    """Draft, published or withdrawn."""
    withdrawal: Withdrawal | None = None
    """Only for a withdrawn record."""
    added: date
    """When it entered the catalogue."""
    changed: date
    """When its content last changed."""
    reviewed: Review | None = Field(default=None, json_schema_extra={"recordable": True})
    """The last practitioner or lawyer review; absent until there is one."""
    review_by: date
    """When it should be looked at again."""

    @model_validator(mode="after")
    def _record_dates_run_forwards(self) -> Self:
        if self.changed < self.added:
            raise wrong(
                "M010", f"'changed' {self.changed} is before 'added' {self.added}", "changed"
            )
        if self.review_by < self.changed:
            raise wrong(
                "M010",
                f"'review_by' {self.review_by} is before 'changed' {self.changed}",
                "review_by",
            )
        if (self.record is RecordState.WITHDRAWN) != (self.withdrawal is not None):
            raise wrong(
                "M013",
                "'withdrawal' is given when, and only when, the record is withdrawn",
                "record",
            )
        return self

    def with_whole_routes(self) -> Self:
        """Return the measure with what every route shares written out on each of them."""
        if self.every_route is None:
            return self
        routes = tuple(route.joined(self.every_route) for route in self.routes)
        return self.model_copy(update={"routes": routes, "every_route": None})

"""The law of a measure: its timeline, the routes to it, their rules, and what follows."""

from datetime import date
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field, model_validator

from disruptref.build.text import (
    Cited,
    Cites,
    Dated,
    Duration,
    Id,
    Part,
    Statement,
    Text,
    Words,
    wrong,
)
from disruptref.build.values import (
    CareStatus,
    Consequence,
    Conviction,
    DurationOf,
    Fact,
    LawState,
    Mode,
    Nation,
    Op,
    Proof,
    SuspectHistory,
    WithoutNotice,
)

_UNGROUNDED = frozenset({LawState.NON_STATUTORY, LawState.NOT_KNOWN})
_JOINED = frozenset({"applicants", "conditions", "legal_basis", "rules"})
_NUMERIC = frozenset({Fact.CHILD_AGE, Fact.SUSPECT_AGE})
_FACT_VALUES: dict[Fact, tuple[str, ...]] = {
    Fact.CARE_STATUS: tuple(CareStatus),
    Fact.SUSPECT_HISTORY: tuple(SuspectHistory),
    Fact.JURISDICTION: tuple(Nation),
    Fact.SUSPECT_JURISDICTION: tuple(Nation),
    Fact.PLACE_JURISDICTION: tuple(Nation),
    Fact.MISSING: ("yes", "no"),
    Fact.LIVES_WITH_CHILDREN: ("yes", "no"),
    Fact.CHILD_ACCOUNT: ("yes", "no"),
    Fact.CARER_STATEMENT: ("yes", "no"),
}


class TimelineEntry(Cited):
    """One state of the law, from a day, somewhere or everywhere the record covers."""

    needs_ground: ClassVar[bool] = False

    state: LawState
    """What could be used, and whether."""
    where: tuple[Id, ...] = ()
    """Pilot areas; empty means everywhere the record covers."""
    instrument: Text | None = None
    """The commencing or ending instrument, in words."""
    confirmed: bool
    """False where the instrument that starts or ends the state was not seen."""
    existing_orders: Annotated[Text, Words(40)] | None = None
    """Whether orders made before live on."""
    note: Annotated[Text, Words(40)] | None = None
    """What a reader must know about this state."""

    @model_validator(mode="after")
    def _confirmed_needs_cite(self) -> Self:
        if self.confirmed and not self.cite and self.state not in _UNGROUNDED:
            raise wrong("M008", "a confirmed state needs the 'cite' of its instrument")
        return self


class Reading(Part):
    """A provision that was read: when, and to what day its text was current."""

    cite: Cites
    """The instrument and the provisions read."""
    read_on: date
    """The day it was read."""
    text_as_at: date
    """The day to which the text read was current."""

    @model_validator(mode="after")
    def _text_is_not_from_the_future(self) -> Self:
        if self.text_as_at > self.read_on:
            raise wrong(
                "M010",
                f"'text_as_at' {self.text_as_at} is after 'read_on' {self.read_on}",
                "text_as_at",
            )
        return self


class Actor(Cited):
    """An agency that may apply, issue or act."""

    agency: Id
    """From the agencies vocabulary."""
    text: Annotated[Text, Words(30)] | None = None
    """What is special about this agency's part."""


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


class Test(Part):
    """One test of one fact."""

    fact: Fact | None = None
    """Which fact."""
    op: Op | None = None
    """How it is tested."""
    value: Annotated[tuple[str | int, ...], BeforeValidator(_as_list)] = ()
    """What it is tested against."""

    @model_validator(mode="after")
    def _fits_its_fact(self) -> Self:
        if self.fact is None:
            return self
        numbers = self.op in (Op.UNDER, Op.AT_LEAST)
        if self.op is None or not self.value:
            raise wrong("M011", "a rule needs 'fact', 'op' and 'value'")
        if numbers != (self.fact in _NUMERIC):
            raise wrong(
                "M011", f"'{self.op}' does not test '{self.fact}'; ages take under, at-least"
            )
        if numbers and (len(self.value) != 1 or not isinstance(self.value[0], int)):
            raise wrong("M011", f"'{self.op}' takes one whole number of years")
        if self.op is Op.IS and len(self.value) != 1:
            raise wrong("M011", "'is' takes one value; write 'in' for several")
        allowed = _FACT_VALUES.get(self.fact)
        for value in self.value if allowed else ():
            if value not in (allowed or ()):
                raise wrong(
                    "M011", f"'{value}' is not a value of {self.fact}: {', '.join(allowed or ())}"
                )
        return self


class Rule(Test, Cited):
    """A condition that a machine can test: one test, or any of several."""

    any_of: tuple[Test, ...] = ()
    """Alternatives; the rule holds when one of them does."""
    confirmed: bool = True
    """False where the text in force was not seen: the rule then only cautions."""

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if (self.fact is None) == (not self.any_of):
            raise wrong("M011", "write either 'fact', 'op', 'value' or 'any_of', not both")
        if any(test.fact is None for test in self.any_of):
            raise wrong("M011", "each entry of 'any_of' needs 'fact', 'op' and 'value'")
        return self


class Notice(Statement):
    """Whether the subject must be told first."""

    value: WithoutNotice
    """Whether it can be made without notice."""


class Requirements(Dated):
    """What a route asks for: who applies, who decides, on what, and how sure they must be."""

    applicants: tuple[Actor, ...] = ()
    """Who may ask for it or start it."""
    issued_by: Actor | None = Field(default=None, json_schema_extra={"recordable": True})
    """Who makes or issues it."""
    authority: Annotated[Statement, Words(35)] | None = Field(
        default=None, json_schema_extra={"recordable": True}
    )
    """Rank or authorisation needed."""
    trigger: Annotated[Statement, Words(60)] | None = Field(
        default=None, json_schema_extra={"recordable": True}
    )
    """What must have happened."""
    test: Annotated[Statement, Words(75)] | None = Field(
        default=None, json_schema_extra={"recordable": True}
    )
    """What the decision-maker must be satisfied of."""
    conditions: tuple[Annotated[Statement, Words(45)], ...] = ()
    """Further conditions, dated where the law changed."""
    conviction: tuple[Conviction, ...] = ()
    """What must have happened in criminal proceedings first."""
    conviction_cite: Cites = ()
    """Where the law says so."""
    standard_of_proof: Proof | None = Field(default=None, json_schema_extra={"recordable": True})
    """How sure of the facts."""
    standard_of_proof_cite: Cites = ()
    """Where the law says so."""
    necessity: Annotated[Statement, Words(45)] | None = Field(
        default=None, json_schema_extra={"recordable": True}
    )
    """How necessity is judged."""
    without_notice: Annotated[Notice, Words(35)] | None = Field(
        default=None, json_schema_extra={"recordable": True}
    )
    """Whether it can be made before the subject is told."""
    legal_basis: Cites = ()
    """The provisions that give the route."""
    rules: tuple[Rule, ...] = ()
    """Conditions a machine can test; all must hold."""

    @model_validator(mode="after")
    def _values_have_cites(self) -> Self:
        if self.standard_of_proof and not self.standard_of_proof_cite:
            raise wrong("M008", "'standard_of_proof' needs 'standard_of_proof_cite'")
        if self.conviction and not self.conviction_cite:
            raise wrong("M008", "'conviction' needs 'conviction_cite'")
        if Conviction.NOT_NEEDED in self.conviction and len(self.conviction) > 1:
            raise wrong("M013", "'not-needed' stands alone; make a second route for the rest")
        return self


class Route(Requirements):
    """One way to the measure."""

    name: Annotated[Text, Words(10)]
    """Short name, such as `On conviction`."""

    def joined(self, every: Requirements) -> Self:
        """Return the route with what every route asks for, unless it says otherwise itself."""
        joined: dict[str, Any] = {}
        for name in Requirements.model_fields.keys() - Dated.model_fields.keys():
            own, shared = getattr(self, name), getattr(every, name)
            joined[name] = shared + own if name in _JOINED else own or shared
        return self.model_copy(update=joined)


class Period(Cited):
    """How long something lasts; `none-in-law` means that the law sets no limit."""

    of: DurationOf
    """Which period this is."""
    for_: Annotated[Text, Words(15)] = Field(alias="for")
    """What lasts."""
    minimum: Duration | None = Field(default=None, json_schema_extra={"recordable": True})
    """ISO 8601, or none-in-law."""
    maximum: Duration | None = Field(default=None, json_schema_extra={"recordable": True})
    """ISO 8601, or none-in-law."""
    lasts_until: Annotated[Text, Words(40)] | None = None
    """What ends it, in words that follow 'until'."""
    extension: Annotated[Text, Words(40)] | None = None
    """How far, in words that follow 'can be extended'."""

    @model_validator(mode="after")
    def _life_is_a_sentence(self) -> Self:
        if "life" in (self.minimum, self.maximum):
            raise wrong("M009", "'life' is a sentence; write ISO 8601 or none-in-law")
        return self


class Interim(Statement):
    """Whether an interim form can be made."""

    available: bool
    """True if it can."""


class Breach(Statement):
    """One consequence of breach, failure or commission."""

    type: Consequence
    """Kind of consequence."""
    offence: Id | None = None
    """The offence, from the vocabulary."""
    maximum: Duration | None = Field(default=None, json_schema_extra={"recordable": True})
    """Longest imprisonment: on indictment, else summary; ISO 8601, `life`, or none-in-law."""
    mode: Mode | None = None
    """Where it is tried."""

    @model_validator(mode="after")
    def _offence_is_named(self) -> Self:
        if (self.type is Consequence.OFFENCE) != (self.offence is not None):
            raise wrong("M013", "'offence' is named when, and only when, 'type' is offence")
        return self

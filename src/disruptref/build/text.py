"""The smallest parts of a record: budgeted text, cites, dated statements.

A statement is one sentence with what it rests on and, where the law changed, the days it applies.
"""

import re
from datetime import date
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from disruptref.build.values import Basis

NONE_IN_LAW = "none-in-law"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CITE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?: \S.*)?")
_DURATION = re.compile(r"P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?)?")


def wrong(code: str, message: str, key: str = "") -> PydanticCustomError:
    """Make a validation error with one of our own codes, at a key of the part if one is named."""
    return PydanticCustomError(code, "{text}", {"text": message, "key": key})


class Words:
    """A word budget for a text, or for the `text` of a statement; the one-page sheet rests on it.

    Annotate a list's item, not the list, to limit each item; `Many` limits the list.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"allOf": [handler(schema)], "x-max-words": self.limit}

    def _check(self, value: Any) -> Any:
        text = value if isinstance(value, str) else (getattr(value, "text", None) or "")
        words = len(text.split())
        if words > self.limit:
            raise wrong("M005", f"{words} words; at most {self.limit} fit here, so cut it")
        return value


class Many:
    """An upper limit on the number of entries of a list."""

    def __init__(self, limit: int) -> None:
        self.limit = limit

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "maxItems": self.limit}

    def _check(self, value: Any) -> Any:
        if len(value) > self.limit:
            raise wrong("M012", f"{len(value)} entries; keep the {self.limit} that matter most")
        return value


def _check_id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise wrong("M006", f"'{value}' is not an id; write lower-case words joined by hyphens")
    return value


def _check_cite(value: str) -> str:
    if not _CITE.fullmatch(value):
        raise wrong(
            "M007",
            f"'{value}' is not a cite; write a source id, a space and a pinpoint, "
            "such as sexual-offences-act-2003 s 103A(2)",
        )
    return value


def _check_duration(value: str) -> str:
    if value not in (NONE_IN_LAW, "life") and not _DURATION.fullmatch(value):
        raise wrong(
            "M009", f"'{value}' is not a duration; write P2Y, P6M, P7D, PT72H or {NONE_IN_LAW}"
        )
    return value


def _check_text(value: str) -> str:
    if not value.strip():
        raise wrong("M014", "the text is empty; write it or leave the key out")
    return value


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Id = Annotated[str, AfterValidator(_check_id)]
Text = Annotated[str, AfterValidator(_check_text)]
Cite = Annotated[str, AfterValidator(_check_cite)]
Cites = Annotated[tuple[Cite, ...], BeforeValidator(_one_or_many)]
Duration = Annotated[str, AfterValidator(_check_duration)]


class Part(BaseModel):
    """A part of a record: unknown keys refused, nothing coerced, nothing changed later."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Dated(Part):
    """A part that applies between two days."""

    since: date | None = Field(default=None, alias="from")
    """First day it applies."""
    until: date | None = None
    """Last day it applies."""

    @model_validator(mode="after")
    def _dates_run_forwards(self) -> Self:
        if self.since and self.until and self.until < self.since:
            raise wrong(
                "M010", f"'until' {self.until} is before 'from' {self.since}; swap or mend", "until"
            )
        return self


class Cited(Dated):
    """A dated part that says what it rests on: a cite, or the basis `practice`."""

    needs_ground: ClassVar[bool] = True

    cite: Cites = ()
    """One cite or several: a source id and a pinpoint."""
    basis: Basis | None = None
    """Only without a cite, and then `practice`; with a cite it follows from the source."""

    @model_validator(mode="after")
    def _has_ground(self) -> Self:
        if self.cite and self.basis:
            raise wrong("M008", "the basis follows from the cited source; delete 'basis'")
        if self.basis and self.basis is not Basis.PRACTICE:
            raise wrong("M008", f"basis '{self.basis}' needs a cite; add 'cite'")
        if self.needs_ground and not self.cite and not self.basis:
            raise wrong("M008", "add 'cite', or 'basis: practice' if it rests on no source")
        return self


class Statement(Cited):
    """One sentence with what it rests on."""

    text: Text
    """The sentence, in our own words."""

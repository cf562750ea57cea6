"""Validate a document against a model, and say what is wrong in one sentence each."""

from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from disruptref.build.problems import CODES, Problem
from disruptref.build.yamlio import Document

ModelT = TypeVar("ModelT", bound=BaseModel)

_KINDS = {
    "enum": "one value of the list",
    "literal_error": "one value of the list",
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "date_type": "a date written YYYY-MM-DD",
    "date_from_datetime_parsing": "a date written YYYY-MM-DD",
    "date_parsing": "a date written YYYY-MM-DD",
    "tuple_type": "a list",
    "model_type": "a mapping of keys and values",
    "model_attributes_type": "a mapping of keys and values",
    "dict_type": "a mapping of keys and values",
    "string_pattern_mismatch": "text of the right form (for a url: http…)",
}


_PLAIN = {
    "missing": ("M002", "is missing; add the key"),
    "too_short": ("M014", "is empty; list at least one value"),
}


def validate(
    model: type[ModelT], data: Any, document: Document, at: tuple[str | int, ...] = ()
) -> tuple[ModelT | None, list[Problem]]:
    """Return the validated model, or None and every problem, each at its place."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    problems = {}
    for detail in details:
        key = detail.get("ctx", {}).get("key")
        path = at + tuple(detail["loc"]) + ((key,) if key else ())
        code, message = _sentence(model, detail)
        problem = document.problem(code, path, message)
        problems[(problem.line, problem.column, code)] = problem
    return None, list(problems.values())


def _sentence(model: type[BaseModel], detail: ErrorDetails) -> tuple[str, str]:
    kind, loc = detail["type"], detail["loc"]
    name = str(loc[-1]) if loc else "the record"
    if kind in CODES:
        return kind, detail["msg"]
    if kind == "extra_forbidden":
        return "M001", f"unknown key '{name}'{_nearest_key(model, loc)}; delete or rename it"
    if kind in ("enum", "literal_error") and isinstance(detail["input"], str):
        return "M003", _not_listed(detail)
    if kind in _PLAIN:
        code, words = _PLAIN[kind]
        return code, f"'{name}' {words}"
    if kind in _KINDS:
        return "M004", f"'{name}' must be {_KINDS[kind]}, not {_describe(detail['input'])}"
    return "M004", f"'{name}': {detail['msg']}"


def _not_listed(detail: ErrorDetails) -> str:
    expected = detail.get("ctx", {}).get("expected", "")
    options = [option.strip(" '") for option in expected.replace(" or ", ", ").split(",")]
    given = str(detail["input"])
    near = get_close_matches(given, options, n=1, cutoff=0.5)
    hint = f"write {near[0]}" if near else f"write one of: {', '.join(options)}"
    return f"'{given}' is not on the list; {hint}"


def _nearest_key(model: type[BaseModel], loc: tuple[int | str, ...]) -> str:
    """Suggest the nearest valid key for a mistyped one at the top of the record."""
    if len(loc) != 1:
        return ""
    keys = [field.alias or name for name, field in model.model_fields.items()]
    near = get_close_matches(str(loc[0]), keys, n=1, cutoff=0.6)
    return f" (did you mean '{near[0]}'?)" if near else ""


def _describe(value: Any) -> str:
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    return f"'{value}'"

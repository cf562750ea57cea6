"""JSON Schemas: of a measure file, for editors; and of every command's JSON answer.

Lists of values in a measure file are closed. In answers, keys may be added at any time and closed
values may gain members only with a new `schema_version`; ids of vocabularies are open.
"""

from collections.abc import Callable
from typing import Any

from disruptref.build.measure import Measure
from disruptref.build.values import LawState

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"type": "string"}
_MAYBE_TEXT = {"type": ["string", "null"]}
_TEXTS = {"type": "array", "items": _TEXT}
_LINK = {
    "type": "object",
    "required": ["source", "pinpoint", "url"],
    "properties": {"source": _TEXT, "pinpoint": _MAYBE_TEXT, "url": _MAYBE_TEXT},
}
_READING = {
    "type": "object",
    "required": ["instrument", "provision", "url", "read_on", "text_as_at"],
    "properties": {
        "instrument": _TEXT,
        "provision": _MAYBE_TEXT,
        "url": _MAYBE_TEXT,
        "read_on": _MAYBE_TEXT,
        "text_as_at": _MAYBE_TEXT,
    },
}
_STATEMENT = {
    "type": "object",
    "required": ["text", "cite", "basis", "from", "until"],
    "properties": {
        "text": _TEXT,
        "cite": _MAYBE_TEXT,
        "basis": _MAYBE_TEXT,
        "from": _MAYBE_TEXT,
        "until": _MAYBE_TEXT,
    },
}


def measure_schema() -> dict[str, Any]:
    """Return the schema of a measure file; editors check and complete by it."""
    return {"$schema": _DIALECT, **Measure.model_json_schema()}


def answer_schema() -> dict[str, Any]:
    """Return the schema of every command's JSON answer; `results` holds one of several kinds."""
    return {
        "$schema": _DIALECT,
        "title": "A JSON answer of disruptref",
        "type": "object",
        "required": ["schema_version", "query", "results", "errors"],
        "properties": {
            "schema_version": {"const": 1},
            "catalogue": {
                "type": "object",
                "required": ["version", "measures", "law_checked_to"],
                "properties": {
                    "version": _MAYBE_TEXT,
                    "measures": {"type": ["integer", "null"]},
                    "law_checked_to": _MAYBE_TEXT,
                },
            },
            "query": {"type": "object"},
            "results": {"type": "array", "items": {"type": "object"}},
            "errors": _TEXTS,
            "notes": _TEXTS,
        },
        "$defs": {"listed": _listed(), "option": _option(), "record": record_schema()},
    }


def record_schema() -> dict[str, Any]:
    """Return the schema of a public record: the measure's, as the build writes it out."""
    schema = _public(Measure.model_json_schema(mode="serialization"))
    properties = schema["properties"]
    properties["legal_basis"] = {"type": "array", "items": _READING}
    properties["related"]["items"] = {
        "type": "object",
        "required": ["id", "type", "note"],
        "properties": {"id": _TEXT, "type": _TEXT, "note": _TEXT},
    }
    route = schema["$defs"]["Route"]["properties"]
    route["legal_basis"] = {"type": "array", "items": _READING}
    derived = {
        "status": _enum(LawState),
        "statements": {"type": "array", "items": _STATEMENT},
        "sources": {"type": "array", "items": {"type": "object", "required": ["id", "title"]}},
        "law_checked_on": _MAYBE_TEXT,
        "not_recorded": _TEXTS,
        "file": _TEXT,
        "line": {"type": "integer"},
        "limits": _object("subject_age_min", "subject_age_max", "child_age_max", "child_account"),
        "duration": _object("minimum", "maximum"),
        "breach": _object("offence", "maximum", "text"),
    }
    properties |= derived
    for name in ("search_only", "every_route"):
        properties.pop(name)
    schema["required"] = sorted(properties)
    return schema


def _listed() -> dict[str, Any]:
    keys = ["id", "name", "jurisdictions", "status", "family", "purpose", "approach", "summary"]
    return {
        "type": "object",
        "required": keys,
        "properties": {
            "id": _TEXT,
            "name": _TEXT,
            "jurisdictions": _TEXTS,
            "status": _enum(LawState),
            "family": _TEXT,
            "purpose": _TEXTS,
            "approach": _TEXTS,
            "summary": _TEXT,
            "score": {"type": "number"},
            "matched": _TEXTS,
        },
    }


def _option() -> dict[str, Any]:
    reason = {
        "type": "object",
        "required": ["rule", "cite", "basis"],
        "properties": {
            "rule": _TEXT,
            "cite": _MAYBE_TEXT,
            "basis": _MAYBE_TEXT,
            "closes": _TEXTS,
        },
    }
    return {
        "type": "object",
        "required": ["id", "verdict", "route", "reasons", "facts_needed"],
        "properties": {
            "id": _TEXT,
            "verdict": {"enum": ["possible", "possible-if", "not-available"]},
            "route": _MAYBE_TEXT,
            "reasons": {"type": "array", "items": reason},
            "facts_needed": _TEXTS,
            "also": {"type": "array", "items": {"type": "object"}},
        },
    }


def _public(schema: dict[str, Any]) -> dict[str, Any]:
    """Turn the schema of a file into that of a record: cites written out, links and basis added."""
    for definition in [schema, *schema["$defs"].values()]:
        properties = definition.get("properties")
        if properties is None:
            continue
        definition["additionalProperties"] = True
        definition.pop("required", None)
        for name in [name for name in properties if name.endswith("cite")]:
            properties[name] = _MAYBE_TEXT
        if "basis" in properties and "cite" in properties:
            properties["links"] = {"type": "array", "items": _LINK}
    return schema


def _enum(closed: type[LawState]) -> dict[str, Any]:
    return {"enum": [str(member) for member in closed]}


def _object(*keys: str) -> dict[str, Any]:
    return {"type": "object", "required": list(keys)}


SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "measure": measure_schema,
    "answer": answer_schema,
}

"""The catalogue as a file for programs and spreadsheets: JSON, JSON lines, or one CSV row each."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from typing import Any

Record = dict[str, Any]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export(records: Sequence[Record], answer: Record, form: str) -> bytes:
    """Return the export in a format of `EXPORTS`.

    Args:
        records: the records, each with its summaries for the day.
        answer: the JSON envelope around them.
        form: json, jsonl or csv.
    """
    return EXPORTS[form](records, answer).encode()


def _json(_records: Sequence[Record], answer: Record) -> str:
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _json_lines(records: Sequence[Record], _answer: Record) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def _csv(records: Sequence[Record], _answer: Record) -> str:
    file = io.StringIO()
    rows = [_row(record) for record in records]
    writer = csv.DictWriter(file, list(rows[0]) if rows else [])
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return file.getvalue()


def _row(record: Record) -> Record:
    """Flatten a record to what a spreadsheet can filter by; several values are joined by `; `."""
    needs = record["needs"] or {}
    convictions = [value for route in record["routes"] for value in route["conviction"]]
    return {
        "id": record["id"],
        "name": record["name"],
        "jurisdictions": record["jurisdictions"],
        "status": record["status"],
        "tier": record["tier"],
        "family": record["family"],
        "purpose": record["purpose"],
        "approach": record["approach"],
        "targets": record["targets"],
        "restricts": record["restricts"],
        "summary": record["summary"],
        "routes": [route["name"] for route in record["routes"]],
        "conviction": list(dict.fromkeys(convictions)),
        "child_account": needs.get("child_account"),
        "child_agreement": needs.get("child_agreement"),
        "carer_statement": needs.get("carer_statement"),
        "speed": record["speed"],
        "duration_minimum": record["duration"]["minimum"],
        "duration_maximum": record["duration"]["maximum"],
        "breach_offence": "yes" if record["breach"]["offence"] else "no",
        "breach_maximum": record["breach"]["maximum"],
        "contexts": [use["context"] for use in record["contexts"]],
        "evidence": [
            ":".join(filter(None, (one["context"], one["strength"], one["direction"])))
            for one in record["evidence"]
        ],
        "legal_basis": [
            " ".join(filter(None, (one["instrument"], one["provision"])))
            for one in record["legal_basis"]
        ],
        "law_checked_on": record["law_checked_on"],
        "review_by": record["review_by"],
        "file": record["file"],
    }


def _cell(value: Any) -> str:
    """Return one cell; text that a spreadsheet would run as a formula is made plain text."""
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return f"'{text}" if text.startswith(_FORMULA) else text


EXPORTS: dict[str, Callable[[Sequence[Record], Record], str]] = {
    "json": _json,
    "jsonl": _json_lines,
    "csv": _csv,
}

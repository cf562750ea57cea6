"""The six formats of a sheet, by the name that `-f` takes; each renderer is imported when used."""

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from disruptref.read.labels import OUTCOME_FIELDS
from disruptref.read.sheet.blocks import Sheet


def outcome_columns(records: Sequence[dict[str, Any]]) -> bytes:
    """Return the outcome form for a spreadsheet: a header, and a row with each measure's id."""
    file = io.StringIO()
    writer = csv.DictWriter(file, list(OUTCOME_FIELDS))
    writer.writeheader()
    writer.writerows({"measure_id": record["id"]} for record in records)
    return file.getvalue().encode()


def render(sheet: Sheet, form: str, printed: str, envelope: dict[str, Any]) -> bytes:
    """Return a sheet in one format; `envelope` is what the JSON form holds.

    Args:
        sheet: the format-free sheet.
        form: one of `cli_options.FORMATS`.
        printed: the printed date (ISO), the only time stamp in the file.
        envelope: the JSON answer of the same question.
    """
    match form:
        case "html":
            from disruptref.render.html import sheet_html

            return sheet_html(sheet).encode()
        case "md":
            from disruptref.render.markdown import sheet_markdown

            return sheet_markdown(sheet).encode()
        case "txt":
            from disruptref.render.text import sheet_text

            return sheet_text(sheet).encode()
        case "docx":
            from disruptref.render.docx import sheet_docx

            return sheet_docx(sheet, printed)
        case "pdf":
            from disruptref.render.pdf import sheet_pdf

            return sheet_pdf(sheet, printed)
        case "json":
            return (json.dumps(envelope, ensure_ascii=False, indent=2) + "\n").encode()
    raise ValueError(form)

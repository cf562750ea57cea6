"""The six formats of a sheet, by the name that `-f` takes; each renderer is imported when used."""

import json
from typing import Any

from disruptref.read.sheet.blocks import Sheet


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

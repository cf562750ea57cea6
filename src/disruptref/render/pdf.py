"""PDF through Typst: tagged, PDF/UA-1 and PDF/A-2a, fonts bundled, no network.

The template `sheet.typ` is given the sheet as data, so no text of the catalogue is ever markup.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

from disruptref.read.sheet.blocks import Sheet


def sheet_pdf(sheet: Sheet, printed: str) -> bytes:
    """Return a sheet as PDF; `printed` (ISO day) is its only time stamp."""
    import typst

    data = {
        "title": sheet.title,
        "marking": sheet.marking,
        "handling": sheet.handling,
        "language": sheet.language,
        "foot": sheet.foot,
        "blocks": [
            {"kind": type(block).__name__.lower(), **_plain(block)} for block in sheet.blocks
        ],
    }
    moment = datetime.fromisoformat(printed).replace(tzinfo=UTC)
    return typst.compile(
        Path(__file__).parent / "sheet.typ",
        sys_inputs={"sheet": json.dumps(data)},
        pdf_standards=["ua-1", "a-2a"],
        ignore_system_fonts=True,
        timestamp=int(moment.timestamp()),
    )


def _plain(value: object) -> dict[str, object]:
    """Turn a block into plain JSON values, nested named tuples included."""
    fields = value._asdict()  # type: ignore[attr-defined]
    return {key: _inner(inner) for key, inner in fields.items()}


def _inner(value: object) -> object:
    if hasattr(value, "_asdict"):
        return _plain(value)
    if isinstance(value, tuple):
        return [_inner(item) for item in value]
    return value

"""Write the golden files: one made-up sheet that holds every kind of block, in every format.

Run `python -m tools.golden` after a change to a renderer that is meant, and read what changed.
"""

import io
import json
import sys
import zipfile
from pathlib import Path

from disruptref.read.sheet.blocks import (
    Banner,
    Bullets,
    Facts,
    Heading,
    Line,
    Paragraph,
    Sheet,
    Source,
    Sources,
    Table,
)  # fmt: skip
from disruptref.render.formats import render

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "golden"
DAY = "2026-11-26"
SHEET = Sheet(
    "Made-up order",
    "OFFICIAL",
    "Handling: made up for tests.",
    (
        Heading("Made-up order", 1),
        Banner("Enacted, not in force. Do not rely on it."),
        Facts((Line("In force; nowhere.", "State", ("[1, s 1(2)]",)), Line("A second line."))),
        Heading("How to get it"),
        Bullets((Line("First.", "", ("[1, s 2]",)), Line("Second.", "", ("[practice]",))), True),
        Bullets((Line("A term with <angle>, & and *stars*.", "Term"),)),
        Heading("A route", 3),
        Paragraph(Line("A paragraph on its own.", "", ("[2; guidance]",))),
        Table("Options", ("Measure", "State"), (("Made-up order", "In force"), ("Other", "Pilot"))),
        Table("Actions", ("Action", "Owner"), (("", ""), ("", "")), True),
        Heading("Sources"),
        Sources(
            (
                Source(1, "Made-up Act 2026", "https://example.org/act", "read 26 November 2026"),
                Source(2, "A made-up guide", None, "its opening"),
            )
        ),
    ),
    ("Local completion: lead [______]", "Decision log; not evidence."),
)


def made() -> dict[str, bytes]:
    """Return each golden file's content by its name; of Word and JSON the part that is ours."""
    files = {f"sheet.{form}": _render(form) for form in ("html", "md", "txt")}
    word = zipfile.ZipFile(io.BytesIO(_render("docx")))
    for part in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        files[f"sheet.docx.{Path(part).name}"] = word.read(part).replace(b"><", b">\n<")
    files["sheet.json"] = _render("json")
    return files


def pdf() -> bytes:
    """Return the sheet as PDF; the full tests compare its text."""
    return _render("pdf")


def _render(form: str) -> bytes:
    envelope = {"schema_version": 1, "query": {}, "results": [{"id": "made-up-order"}]}
    return render(SHEET, form, DAY, json.loads(json.dumps(envelope)))


def main() -> int:
    """Write every golden file."""
    for name, content in made().items():
        (FOLDER / name).write_bytes(content)
    print(f"{FOLDER} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The sheet in its six formats."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from disruptref.cli_options import FORMATS
from disruptref.read.lexicon import Lexicon
from disruptref.read.sheet.legal import breaches_in_short
from disruptref.store import Store
from tests.conftest import Ran

Run = Callable[..., Ran]
ONE = ("child-abduction-warning-notice",)
TWO = ("child-abduction-warning-notice", "sexual-harm-prevention-order")


def sheet(run: Run, folder: Path, form: str, *measures: str) -> bytes:
    """Write a sheet and return its bytes."""
    path = folder / f"sheet.{form}"
    ran = run("brief", *measures, "-o", str(path), "--date", "2026-11-24", "--force")

    assert ran.code == 0
    assert str(path) in ran.err
    return path.read_bytes()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("measures", [ONE, TWO], ids=["one", "two"])
def test_the_same_question_gives_the_same_bytes(
    run: Run, tmp_path: Path, form: str, measures: tuple[str, ...]
) -> None:
    """A sheet can be made again for audit."""
    first = sheet(run, tmp_path, form, *measures)

    assert first == sheet(run, tmp_path, form, *measures)


@pytest.mark.parametrize("form", ["html", "md", "txt", "json"])
def test_every_format_answers_the_ten_second_questions(run: Run, tmp_path: Path, form: str) -> None:
    """Who can act, what is needed from the child's side, will he be alerted, what on breach."""
    text = sheet(run, tmp_path, form, *ONE).decode()

    for words in (
        ("applicants", "needs", "alerts_subject", "consequences")
        if form == "json"
        else ("Who can apply or act", "account", "Alerts the subject", "On breach")
    ):
        assert words in text


def test_word_headings_header_rows_language_and_title(run: Run, tmp_path: Path) -> None:
    """Word's own structure carries the sheet, and its data name no one."""
    raw = sheet(run, tmp_path, "docx", *TWO)
    document = Document(io.BytesIO(raw))
    styles = {p.style.name for p in document.paragraphs if p.style}
    properties = document.core_properties

    assert {"Heading 1", "Heading 2", "Heading 3"} <= styles
    assert len(document.tables) == 2
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in document.tables)
    assert properties.title.startswith("Briefing sheet")
    assert (properties.author, properties.last_modified_by) == ("", "")
    assert "OFFICIAL" in document.sections[0].header.paragraphs[0].text
    assert 'w:val="en-GB"' in zipfile.ZipFile(io.BytesIO(raw)).read("word/styles.xml").decode()


def test_the_action_table_is_printed_empty(run: Run, tmp_path: Path) -> None:
    """The tool never fills what belongs to a case."""
    document = Document(io.BytesIO(sheet(run, tmp_path, "docx", *TWO)))
    last = document.tables[-1]

    assert last.rows[0].cells[0].text == "Action"
    assert all(cell.text == "" for row in last.rows[1:] for cell in row.cells)


def test_html_has_no_script_and_nothing_remote(run: Run, tmp_path: Path) -> None:
    """One file that any browser opens offline."""
    page = sheet(run, tmp_path, "html", *TWO).decode()

    assert "<script" not in page
    assert "src=" not in page
    assert '<html lang="en-GB">' in page
    assert page.count("<h1>") == 1


def test_pdf_is_tagged_and_titled(run: Run, tmp_path: Path) -> None:
    """PDF/UA-1 and PDF/A-2a are claimed, which Typst grants only to a tagged file."""
    raw = sheet(run, tmp_path, "pdf", *ONE)

    assert raw.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in raw
    assert b"en-GB" in raw
    assert b"pdfuaid" in raw


def test_plain_text_keeps_to_72_columns(run: Run, tmp_path: Path) -> None:
    """It fits an e-mail and a records system; only addresses are longer."""
    lines = sheet(run, tmp_path, "txt", *TWO).decode().splitlines()

    assert [line for line in lines if len(line) > 72 and "http" not in line] == []


def test_json_sheets_hold_the_records(run: Run, tmp_path: Path) -> None:
    """The JSON sheet is the answer of `show` for the same measures."""
    answer = json.loads(sheet(run, tmp_path, "json", *TWO))

    assert list(TWO) == [record["id"] for record in answer["results"]]


def test_a_sheet_is_not_overwritten_unasked(run: Run, tmp_path: Path) -> None:
    """Exit code 4, and the old file stands."""
    path = tmp_path / "sheet.txt"
    path.write_text("mine")

    ran = run("brief", "cawn", "-o", str(path))

    assert ran.code == 4
    assert path.read_text() == "mine"


def test_the_suffix_decides_the_format_and_an_unknown_one_is_refused(
    run: Run, tmp_path: Path
) -> None:
    """Without -f the name of the file says what is wanted."""
    assert run("brief", "cawn", "-o", str(tmp_path / "sheet.odt")).code == 2
    assert run("brief", "cawn", "-f", "html", "-o", "-").out.startswith("<!DOCTYPE html>")
    assert run("brief", "cawn").out.startswith("OFFICIAL")


def test_a_sheet_by_filters_says_its_scope(run: Run) -> None:
    """The filters stand on the sheet in words."""
    text = " ".join(run("brief", "--context", "through-online-interaction").out.split())

    assert "context through-online-interaction" in text
    assert "Read first" in text


def test_the_table_says_whether_a_conviction_is_needed(run: Run) -> None:
    """An arrest is no conviction; an order that can follow acquittal needs one in some cases."""
    asked = ("arrest", "pre-charge-bail-conditions", "restraining-order", "licence-conditions")
    lines = run("brief", *asked, "-f", "md").out.splitlines()
    rows = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]

    assert {row[0]: row[3] for row in rows[2:6]} == {
        "Arrest": "No",
        "Pre-charge bail with conditions": "No conviction, but an arrest",
        "Restraining order": "In some cases",
        "Licence conditions on release": "Yes, or its equivalent",
    }


def test_a_long_sheet_is_said_to_be_long(run: Run) -> None:
    """Filters that let much through are told so on standard error, never on the sheet."""
    broad = run("brief", "--context", "through-online-interaction")
    narrow = run("brief", "--context", "through-online-interaction", "--family", "police-notice")

    assert "long sheet" in broad.err
    assert "long sheet" not in broad.out + narrow.err


def test_consequences_that_sound_alike_are_named(index: Store) -> None:
    """In short, two offences of the same kind and maximum are told apart by their names."""
    words = Lexicon(index)
    for id_ in index.ids():
        record = index.record(id_)
        assert record is not None
        said = [line.text for line in breaches_in_short(record, words)]
        named = [one["offence"] for one in record["consequences"] if one["offence"]]

        assert len(set(said)) == len(said) or len(set(named)) < len(named)


def test_a_sheet_by_context_rates_that_context_alone(run: Run) -> None:
    """The glance table never lends a measure the evidence of another context."""
    asked = ("--context", "through-online-interaction", "--family", "online-and-digital")
    rated = {one["strength"] for one in run("evidence", *asked, "-f", "json").json["results"]}
    table = run("brief", *asked).out.split("Options at a glance")[1].split("Suggested")[0]

    assert "moderate" not in rated
    assert "Moderate" not in table


def test_a_source_read_in_texts_of_several_days_says_so(run: Run) -> None:
    """Neither the oldest nor the newest text stands for the others."""
    sources = " ".join(run("brief", "sexual-risk-order").out.split("Sources\n")[1].split())

    assert "texts as at 1 December 2010 to 4 March 2025" in sources

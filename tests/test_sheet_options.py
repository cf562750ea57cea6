"""What makes a sheet fit to hand on: marking, title, annex, form, and text that stays text."""

import csv
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from disruptref.read.labels import HANDLING, IIMARCH, OUTCOME_FIELDS
from disruptref.read.refusals import UsageError
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
from disruptref.read.sheet.safety import TITLE_REMARK, marking, title
from disruptref.render.docx import sheet_docx
from disruptref.render.html import sheet_html
from disruptref.render.markdown import sheet_markdown
from disruptref.render.pdf import sheet_pdf
from disruptref.render.text import sheet_text
from tests.conftest import Ran

Run = Callable[..., Ran]


def test_a_sensitive_sheet_does_not_say_that_it_may_be_shared(run: Run) -> None:
    """The handling line goes when the marking rises."""
    plain = " ".join(run("brief", "cawn").out.split())
    raised = run("brief", "cawn", "--marking", "official-sensitive").out

    assert HANDLING in plain
    assert raised.startswith("OFFICIAL-SENSITIVE\n")
    assert "may be shared" not in raised


@pytest.mark.parametrize("given", ["SECRET", "", "top secret"])
def test_no_other_marking_is_known(given: str) -> None:
    """The tool has no business with higher tiers; nothing given means OFFICIAL."""
    if given:
        with pytest.raises(UsageError):
            marking(given)
    else:
        assert marking(given) == "OFFICIAL"


@pytest.mark.parametrize(
    "given",
    [
        "A12 3BC",
        "born 12/03/2010",
        "call 07700 900123",
        "x" * 61,
        "2024 2025",
        "a_b",
        "",
        "!",
        "\u0645\u0631",
    ],
)
def test_a_title_takes_no_case_data(given: str) -> None:
    """Letters, spaces, hyphens and at most one year, sixty characters."""
    with pytest.raises(UsageError):
        title(given)


def test_a_title_is_printed_with_a_warning(run: Run) -> None:
    """Names cannot be detected, and the tool says so."""
    ran = run("brief", "cawn", "--title", "Hotel group 2026")

    assert "HOTEL GROUP 2026: CHILD ABDUCTION WARNING NOTICE" in ran.out
    assert TITLE_REMARK in ran.err


def test_the_annex_comes_only_when_asked(run: Run) -> None:
    """IIMARCH headings in order, the operational ones to be filled in."""
    without, annexed = run("brief", "cawn").out, run("brief", "cawn", "--iimarch").out
    places = [annexed.index(f"{heading}:") for heading in IIMARCH.values()]

    assert "IIMARCH" not in without
    assert places == sorted(places)
    assert annexed.count("[to be filled in]") == len(IIMARCH) - 2


def test_the_outcome_form_has_the_catalogues_ids(run: Run, tmp_path: Path) -> None:
    """A form for Word, and the same columns for a spreadsheet."""
    target = tmp_path / "form.docx"
    assert run("brief", "cawn", "shpo", "--outcome-form", "-o", str(target)).code == 0
    (table,) = Document(str(target)).tables
    rows = list(
        csv.DictReader(io.StringIO(run("brief", "cawn", "--outcome-form", "-f", "csv").out))
    )

    assert [cell.text for cell in table.rows[0].cells] == list(OUTCOME_FIELDS.values())
    assert [row["measure_id"] for row in rows] == ["child-abduction-warning-notice"]
    assert list(rows[0]) == list(OUTCOME_FIELDS)


def test_the_digest_changes_with_what_is_asked(run: Run) -> None:
    """Sheet, catalogue and options stand behind one short line."""
    found = [
        re.search(r"digest\s+([0-9a-f]{12})", run("brief", "cawn", *more).out)
        for more in ((), ("--iimarch",), ("--as-of", "2026-01-01"))
    ]
    digests = {match[1] for match in found if match}

    assert len(digests) == 3


HOSTILE = st.one_of(
    st.sampled_from(
        [
            "<script>alert(1)</script>", "#import \"@x\"; $x$ *bold* _it_ `raw` @ref <label>",
            "| a | b |\n---", "[x](javascript:alert(1))", "</w:t></w:r>", "]]>", "&amp;", "\\end",
            "=formula", "1. one", "- two", "x" * 300,
        ]
    ),
    st.text(
        st.characters(max_codepoint=0x24F, exclude_categories=("Cc", "Cs", "Cf", "Co", "Cn")),
        min_size=1,
        max_size=60,
    ),
)  # fmt: skip


def hostile_sheet(text: str) -> Sheet:
    """Make a sheet in which every place holds the same text."""
    line = Line(text, text, (f"[{text}]",))
    blocks = (
        Heading(text, 1), Banner(text), Heading(text), Paragraph(line), Facts((line, Line(text))),
        Bullets((line,)), Bullets((line,), True), Table(text, (text, text), ((text, text),)),
        Sources((Source(1, text, "https://www.legislation.gov.uk/id/ukpga/2003/42", text),)),
    )  # fmt: skip
    return Sheet(text, "OFFICIAL", text, blocks, (text,))


def squeezed(text: str) -> str:
    """Return text without white space, in which nothing can hide."""
    return "".join(text.split())


@settings(max_examples=40, deadline=None)
@given(text=HOSTILE)
def test_catalogue_text_never_becomes_markup_and_is_never_lost(text: str) -> None:
    """Whatever stands in the catalogue is shown as it stands, in every format."""
    sheet = hostile_sheet(text)
    page, word = sheet_html(sheet), sheet_docx(sheet, "2026-11-26")
    document = zipfile.ZipFile(io.BytesIO(word)).read("word/document.xml").decode()
    shown = "".join(paragraph.text for paragraph in Document(io.BytesIO(word)).paragraphs)

    assert "<script" not in page
    assert page.count("<h1>") == 1
    assert not re.search(r'href="(?!https://)', page)
    assert document.count("<w:tbl>") == 1
    assert squeezed(text) in squeezed(shown)
    assert squeezed(text).upper() in squeezed(sheet_text(sheet)).upper()
    assert "<script" not in sheet_markdown(sheet).replace("\\<", "")
    assert sheet_pdf(sheet, "2026-11-26").startswith(b"%PDF-")


def test_every_published_measure_makes_a_sheet_in_words(run: Run, index: Any) -> None:
    """Each answers who can act, what is needed, whether it alerts, and what a breach brings."""
    for card in index.cards():
        ran = run("brief", card["id"], "--as-of", "2026-11-26")

        assert ran.code == 0
        assert card["name"].upper() in " ".join(ran.out.split()).upper()
        assert "The child's safety and voice: " in ran.out


def test_a_sheet_names_what_it_shows_only_in_part(run: Run, index: Any) -> None:
    """A mistake or a condition cut from a list that is begun is never passed over in silence."""
    cut = 0
    for card in index.cards():
        sheet = " ".join(run("brief", card["id"], "--as-of", "2026-11-26").out.split())
        record = index.record(card["id"])
        for name, stated in (
            ("common mistakes", record["doing_it"]["mistakes"]),
            ("conditions", [one for route in record["routes"] for one in route["conditions"]]),
        ):
            shown = {" ".join(one["text"].split()) in sheet for one in stated}
            assert (shown == {True, False}) == (f"more on {name}" in sheet), card["id"]
            cut += shown == {True, False}
    assert cut


@pytest.mark.parametrize(
    ("by", "heading"), [("speed", "Tonight"), ("target", "A vehicle"), ("agency", "Police")]
)
def test_several_measures_are_put_in_sequence_as_asked(run: Run, by: str, heading: str) -> None:
    """By speed, by what it bites on, or by who leads."""
    text = run("brief", "cawn", "vehicle-seizure-for-antisocial-use", "--by", by).out
    sequence = text[text.index("Suggested sequence") : text.index("Short entries")]

    assert f"{heading}: " in sequence
    assert run("brief", "cawn", "shpo", "--by", "luck").code == 2

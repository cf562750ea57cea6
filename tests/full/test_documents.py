"""The sheets, opened by the programs that readers use."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from tools import golden

from disruptref.cli_options import FORMATS
from disruptref.store import Store
from tests.conftest import Ran

Run = Callable[..., Ran]
MEASURES = ("child-abduction-warning-notice", "sexual-harm-prevention-order")
HERE = Path(__file__).parent


@pytest.fixture
def made(run: Run, tmp_path: Path) -> Callable[[str], Path]:
    """Write a sheet of two measures in a format and return its path."""

    def make(form: str) -> Path:
        target = tmp_path / f"sheet.{form}"
        assert run("brief", *MEASURES, "-o", str(target)).code == 0
        return target

    return make


def text_of(pdf: Path) -> str:
    """Return the text of a PDF."""
    command = ["pdftotext", "-layout", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_libreoffice_opens_the_word_file(made: Callable[[str], Path], tmp_path: Path) -> None:
    """It converts whole: marking on each page, both measures, the page count."""
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(made("docx"))], check=True, capture_output=True)
    pages = text_of(tmp_path / "sheet.pdf").split("\f")[:-1]

    assert all(page.count("OFFICIAL") >= 2 for page in pages)
    assert f"page {len(pages)} of {len(pages)}" in pages[-1]
    assert "Sexual harm prevention order" in "".join(pages)


def test_the_pdf_reads_in_order_and_is_tagged(made: Callable[[str], Path]) -> None:
    """A PDF reader finds tags, language, title and every page marked."""
    pdf = made("pdf")
    about = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
    pages = text_of(pdf).split("\f")[:-1]

    assert re.search(r"Tagged:\s+yes", about)
    assert re.search(r"Title:\s+Briefing sheet", about)
    assert "Author:" not in about
    assert all(page.count("OFFICIAL") >= 2 for page in pages)
    assert "".join(pages).index("Read first") < "".join(pages).index("Action table")


def test_the_page_shows_in_a_browser(made: Callable[[str], Path], tmp_path: Path) -> None:
    """Chromium renders it from a file, with no request to anywhere."""
    picture = tmp_path / "page.png"
    command = [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu",
        "--disable-background-networking", f"--user-data-dir={tmp_path / 'profile'}",
        "--window-size=1366,768", f"--screenshot={picture}", made("html").as_uri(),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)

    assert picture.stat().st_size > 10_000


def pages_of(pdf: Path) -> int:
    """Count the pages of a PDF."""
    about = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", about)[1])  # type: ignore[index]


def test_a_measure_fits_one_side_of_a4_in_pdf_and_in_word(
    run: Run, index: Store, tmp_path: Path
) -> None:
    """Every sheet of one measure is one side at 10 points."""
    for card in index.cards():
        for form in FORMATS:
            assert run("brief", card["id"], "-o", str(tmp_path / f"{card['id']}.{form}")).code == 0
    words = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    made = tmp_path / "from-word"
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(made)]
    subprocess.run([*command, *words], check=True, capture_output=True)
    long = {
        path.stem
        for folder in (tmp_path, made)
        for path in folder.glob("*.pdf")
        if pages_of(path) > 1
    }

    assert len(words) == len(list(made.glob("*.pdf"))) > 100
    assert long == set()


@pytest.mark.parametrize("measures", [MEASURES[:1], MEASURES], ids=["one", "two"])
def test_the_pdf_passes_the_checkers(run: Run, tmp_path: Path, measures: tuple[str, ...]) -> None:
    """Two checkers find no fault; the structure tree, language and title are there."""
    pdf = tmp_path / "sheet.pdf"
    assert run("brief", *measures, "-o", str(pdf)).code == 0
    programs = Path(sys.executable).parent
    for command in ([programs / "pdfua", "check", pdf], [programs / "outloud", pdf]):
        done = subprocess.run(
            [str(word) for word in command], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout
    with pikepdf.open(pdf) as opened:
        root: Any = opened.Root
        assert "/StructTreeRoot" in root
        assert str(root.Lang).startswith("en")
        assert "/Outlines" in root or len(measures) == 1
        assert bool(root.MarkInfo.Marked)


@pytest.mark.parametrize("measures", [MEASURES[:1], MEASURES], ids=["one", "two"])
def test_the_page_passes_axe_in_light_dark_and_print(
    run: Run, tmp_path: Path, measures: tuple[str, ...]
) -> None:
    """WCAG 2.2 AA, as far as axe-core can tell, in headless Chromium."""
    page = tmp_path / "sheet.html"
    assert run("brief", *measures, "-o", str(page)).code == 0
    chromium = shutil.which("chromium")
    assert chromium
    command = ["node", str(HERE / "browser" / "axe.mjs"), page.as_uri(), chromium]
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert json.loads(done.stdout) == []


def test_the_pdfs_text_is_what_it_was(tmp_path: Path) -> None:
    """The made-up sheet says in PDF what it says in plain text, in the same order."""
    pdf = tmp_path / "sheet.pdf"
    pdf.write_bytes(golden.pdf())
    text = " ".join(text_of(pdf).split())
    places = [text.index(words) for words in ("Enacted, not in force", "A route", "Made-up Act")]

    assert places == sorted(places)
    assert "A term with <angle>, & and *stars*." in text

"""The sheets, opened by the programs that readers use."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

Run = Callable[..., Ran]
MEASURES = ("child-abduction-warning-notice", "sexual-harm-prevention-order")


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

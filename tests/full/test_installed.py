"""The main job, from the built wheel, in a clean environment outside the checkout."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from disruptref import paths
from disruptref.cli_options import FORMATS

ROOT = paths.CHECKOUT_MEASURES.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that holds the wheel and what it needs."""
    folder = tmp_path_factory.mktemp("clean")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(folder), "."]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    subprocess.run([sys.executable, "-m", "venv", str(folder / "env")], check=True)
    programs = folder / "env" / "bin"
    lock = ROOT / "requirements-lock.txt"
    pip = [str(programs / "pip"), "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True)
    subprocess.run([*pip, "--no-deps", str(next(folder.glob("*.whl")))], check=True)
    return programs


def run(programs: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed command from a folder with a home that holds nothing."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"}
    return subprocess.run(
        [str(programs / "disruptref"), *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_search_filter_show_and_brief_work_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    """What the README promises, without a checkout and without writing a cache."""
    found = run(installed, tmp_path, "search", "grooming", "messages")
    listed = run(
        installed, tmp_path, "list", "--context", "through-online-interaction", "--no-conviction"
    )
    shown = run(installed, tmp_path, "show", "cawn")

    assert [found.returncode, listed.returncode, shown.returncode] == [0, 0, 0]
    assert found.stdout.startswith("sexual-communication-with-a-child")
    assert "No conviction needed" in listed.stdout
    assert "CHILD ABDUCTION WARNING NOTICE" in shown.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written_from_the_wheel(installed: Path, tmp_path: Path, form: str) -> None:
    """Two measures in each of six formats."""
    target = tmp_path / f"sheet.{form}"
    made = run(installed, tmp_path, "brief", "cawn", "shpo", "-o", str(target))

    assert made.returncode == 0, made.stderr
    assert target.stat().st_size > 1000


def test_check_works_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    """Curators without a checkout can check the catalogue in use."""
    assert run(installed, tmp_path, "check").returncode == 0


def test_start_up_keeps_its_gates(installed: Path) -> None:
    """Piped show, search and list stay under their limit, measured in one run."""
    command = [
        sys.executable, "-m", "benchmarks.startup", "--python", str(installed / "python"), "--gate",
    ]  # fmt: skip
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout

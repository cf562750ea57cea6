"""What tests share: the real catalogue, its index in memory, and a way to run commands."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from typer.testing import CliRunner

from disruptref import paths, store
from disruptref.build.catalogue import Catalogue, load
from disruptref.build.index import content
from disruptref.cli import COMMANDS, application

MEASURES = paths.CHECKOUT_MEASURES


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its standard output as JSON."""
        return json.loads(self.out)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--full` also runs the tests that need a browser, LibreOffice and poppler."""
    parser.addoption("--full", action="store_true", help="run the tests in tests/full")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave tests/full out unless asked: left out, not skipped."""
    if collection_path.name == "full" and not config.getoption("--full"):
        return True
    return None


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Tests never touch the user's cache, and no setting of the machine reaches them."""
    os.environ[paths.CACHE_VARIABLE] = str(tmp_path_factory.mktemp("cache"))
    for name in ("DISRUPTREF_JURISDICTION", "NO_COLOR"):
        os.environ.pop(name, None)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The real catalogue."""
    return load(MEASURES)


@pytest.fixture(scope="session")
def index() -> store.Store:
    """The index of the real catalogue."""
    return store.in_memory(content(MEASURES))


@pytest.fixture(scope="session")
def run() -> Callable[..., Ran]:
    """Run a command as a pipe would see it."""

    def run(*arguments: str) -> Ran:
        result = CliRunner().invoke(application(COMMANDS), list(arguments))
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ran(result.exit_code, result.stdout, result.stderr)

    return run


KEPT = frozenset(
    {
        "sexual-risk-order-scotland.yaml",
        "sexual-communication-with-a-child.yaml",
        "sexual-harm-prevention-order.yaml",
    }
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the real catalogue to break: its vocabularies, sources and three records."""

    def leave_out(folder: str, names: list[str]) -> list[str]:
        if Path(folder).name in ("measures", "vocabulary", "sources"):
            return []
        return [name for name in names if name not in KEPT]

    return Path(shutil.copytree(MEASURES, tmp_path / "measures", ignore=leave_out))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a skipped test is a failed one: what is needed is installed there."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED

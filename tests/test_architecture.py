"""The structure that a newcomer is promised."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from disruptref import paths

MODULES = sorted(path.relative_to(paths.PACKAGE) for path in paths.PACKAGE.rglob("*.py"))
FOREIGN = {"yaml": "yamlio.py", "sqlite3": "store.py", "typer": "cli.py"}
# What each part may import from the product; imports run one way.
ALLOWED = {
    "build": {"build", "provision", "store", "index_content", "paths"},
    "read": {"read", "provision", "store", "index_content", "folding", "paths"},
    "render": {"render", "read"},
    "store.py": {"index_content", "folding"},
    "index_content.py": {"folding"},
    "folding.py": set[str](),
    "cli_options.py": set[str](),
    "provision.py": set[str](),
    "paths.py": set[str](),
    "output.py": {"read"},
}


def imports(path: Path) -> Iterator[str]:
    """Yield every module that a file imports."""
    for node in ast.walk(ast.parse((paths.PACKAGE / path).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "disruptref":
                yield from (f"disruptref.{alias.name}" for alias in node.names)
            else:
                yield node.module


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_one_foreign_thing_one_file(path: Path) -> None:
    """Only one module knows YAML, one SQLite, one Typer."""
    for name in imports(path):
        owner = FOREIGN.get(name.partition(".")[0])

        assert owner in (None, path.name)


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_imports_run_one_way(path: Path) -> None:
    """Build never imports read; read imports build at the one crossing, `checkout_index`."""
    part = path.parts[0]
    allowed = ALLOWED.get(part)
    if allowed is None:
        return
    if path.name == "checkout_index.py":
        allowed = allowed | {"build"}
    for name in imports(path):
        first, _, rest = name.partition(".")
        if first == "disruptref":
            assert rest.partition(".")[0] in {*allowed, "__version__", ""}


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_modules_stay_small(path: Path) -> None:
    """No module is longer than a reader can hold."""
    longest = {"values.py": 450, "cli.py": 420}.get(path.name, 300)

    assert len((paths.PACKAGE / path).read_text("utf-8").splitlines()) <= longest


@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "grooming"],
        ["list"],
        ["show", "cawn"],
        ["contexts"],
        ["options", "--child-age", "15"],
        ["compare", "cawn", "shpo"],
        ["evidence"],
        ["brief", "cawn", "-f", "html"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_reading_commands_import_neither_pydantic_nor_yaml(arguments: list[str]) -> None:
    """Start-up stays small because reading needs only the index."""
    code = (
        "import sys; from disruptref.cli import main\n"
        f"sys.argv = ['disruptref', *{arguments!r}]\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'pydantic', 'yaml', 'rich', 'docx', 'typst'} & set(sys.modules)\n"
        "sys.stderr.write('HEAVY ' + ' '.join(sorted(heavy)))\n"
    )
    # The first run makes the index, which needs both; the second only reads it.
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert done.stderr.decode().rpartition("HEAVY ")[2] == ""

"""Standard streams closed, full or of another code page: a plain end, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

RUN = f"{sys.executable} -m disruptref"


def shell(command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command as a shell would, with the streams it names."""
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        capture_output=True, check=False, env={**os.environ, **environment},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (f"{RUN} list >&-", 4),
        (f"{RUN} list --json >/dev/full", 4),
        (f"{RUN} --help >/dev/full", 4),
        (f"{RUN} list 2>&- | head -1", 0),
        (f"{RUN} search $'\\xff'", 2),
        (f"{RUN} check /nowhere | head -1", 1),
        (f"PYTHONUNBUFFERED=1 {RUN} show cawn shpo zzz | head -1", 1),
        (f"PYTHONUNBUFFERED=1 {RUN} list | true", 0),
    ],
)
def test_a_stream_that_fails_ends_with_its_code(command: str, code: int) -> None:
    """The documented exit code, one sentence at most, and no traceback."""
    ended = shell(command)

    assert ended.returncode == code
    assert b"Traceback" not in ended.stderr
    assert b"fault of its own" not in ended.stderr


def test_a_terminal_of_another_code_page_gets_the_whole_page() -> None:
    """What it cannot show is replaced, and the last line still comes."""
    ended = shell(f"{RUN} show cawn --plain", PYTHONIOENCODING="latin-1")

    assert ended.returncode == 0
    assert b"Not recorded" in ended.stdout


def test_writing_over_a_file_keeps_its_rights_and_its_link(tmp_path: Path) -> None:
    """`--force` widens nothing, and a link goes on pointing where it did."""
    target, link = tmp_path / "private.txt", tmp_path / "link.txt"
    target.write_text("old")
    target.chmod(0o600)
    link.symlink_to(target)

    ended = shell(f"{RUN} brief cawn -o {link} --force")

    assert ended.returncode == 0
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o600
    assert "CHILD ABDUCTION" in target.read_text().upper()

"""Start-up of whole commands as a ratio to bare Python, all measured in one run.

Run `make bench` (the built wheel in a clean environment). Targets and limits are in units of
`python -c pass` = 1.00; `--gate` fails when a limit is passed by more than the slack for noise.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from disruptref import paths

ROUNDS = 15
SLACK = 1.2  # for noise
ATTEMPTS = 3


class Case(NamedTuple):
    """One command, its target and the ratio it must never pass (None: reported only)."""

    name: str
    arguments: tuple[str, ...]
    target: float
    limit: float | None


CASES = (
    Case("show", ("show", "child-abduction-warning-notice"), 6.5, 7.5),
    Case("search", ("search", "grooming", "messages"), 6.5, 7.5),
    Case("list", ("list", "--context", "cse"), 6.5, 7.5),
    Case("options", ("options", "--child-age", "15"), 7.0, None),
    Case("compare", ("compare", "cawn", "shpo"), 7.0, None),
    Case("contexts", ("contexts",), 7.0, None),
    Case("--help", ("--help",), 7.0, None),
    Case("brief html", ("brief", "cawn", "-f", "html"), 7.5, None),
    Case("brief pdf", ("brief", "cawn", "-f", "pdf"), 12.0, None),
    Case("brief docx", ("brief", "cawn", "-f", "docx"), 21.0, None),
)
CHECK_TARGET, CHECK_LIMIT = 0.12, 0.18


def main() -> int:
    """Print each ratio beside its target; return 1 when `--gate` finds one over its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", default=sys.executable, help="the environment to measure")
    parser.add_argument("--gate", action="store_true", help="fail on a limit passed")
    given = parser.parse_args()
    python = given.python
    program = str(Path(python).with_name("disruptref"))
    lines = sum(len(path.read_bytes().splitlines()) for path in paths.catalogue().rglob("*.yaml"))
    commands = {"bare": [python, "-c", "pass"], "check": [program, "check"]}
    commands |= {case.name: [program, *case.arguments] for case in CASES}
    best: dict[str, float] = {}
    for _ in range(ATTEMPTS if given.gate else 1):
        # Noise only ever adds: a slow machine may be asked again, slow code stays slow.
        for name, ratio in _ratios(commands).items():
            best[name] = min(ratio, best.get(name, ratio))
        over = _report(best, lines)
        if not over:
            return 0
    if given.gate:
        print(f"over the limit: {', '.join(over)}")
    return int(given.gate)


def _ratios(commands: dict[str, list[str]]) -> dict[str, float]:
    """Measure each command in units of bare Python, medians of one run."""
    with tempfile.TemporaryDirectory() as empty:
        # What check costs before it reads anything: an empty catalogue.
        Path(empty, "vocabulary").mkdir()
        start = [str(commands["check"][0]), "check", empty]
        times = _measure({**commands, "start": start})
    bare = statistics.median(times["bare"])
    print(f"bare Python {bare * 1000:.1f} ms = 1.00; medians of {ROUNDS} paired runs")
    return {name: statistics.median(values) / bare for name, values in times.items()}


def _report(ratios: dict[str, float], lines: int) -> list[str]:
    """Print each ratio beside its target; return the names of those over their limit."""
    over = []
    for case in CASES:
        limit = f", never above {case.limit}" if case.limit else ""
        print(f"{case.name:12} {ratios[case.name]:5.2f}x   target {case.target}{limit}")
        if case.limit and ratios[case.name] > case.limit * SLACK:
            over.append(case.name)
    per_hundred = (ratios["check"] - ratios["start"]) / lines * 100
    print(
        f"check        {ratios['check']:5.2f}x for {lines} lines: {per_hundred:.3f}x per 100 lines"
        f"   target {CHECK_TARGET}, never above {CHECK_LIMIT}"
    )
    if per_hundred > CHECK_LIMIT * SLACK:
        over.append("check")
    return over


def _measure(commands: dict[str, list[str]]) -> dict[str, list[float]]:
    """Time each command in turn, round by round, so that noise falls on all alike."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "DISRUPTREF_CACHE_DIR": folder}
        for round_ in range(ROUNDS + 1):
            for name, command in commands.items():
                elapsed = _time(command, environment)
                if round_:
                    times[name].append(elapsed)
    return times


def _time(command: list[str], environment: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(
        command,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        env=environment,
    )
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())

"""What `check` found: text for people, JSON for programs, annotations for a CI."""

import json
from collections.abc import Iterator, Sequence
from typing import Any


def report(problems: Sequence[Any], counted: str, form: str) -> Iterator[str]:
    """Yield the lines of a report; each problem has path, line, column, code and message."""
    if form == "json":
        results = [
            {
                "path": str(problem.path),
                "line": problem.line,
                "column": problem.column,
                "code": problem.code,
                "severity": "warning" if problem.warning else "error",
                "message": problem.message,
            }
            for problem in problems
        ]
        answer = {"schema_version": 1, "query": {}, "results": results, "errors": []}
        yield json.dumps(answer, ensure_ascii=False, indent=2)
        return
    for problem in problems:
        if form == "github":
            kind = "warning" if problem.warning else "error"
            place = f"file={problem.path},line={problem.line},col={problem.column}"
            yield f"::{kind} {place},title={problem.code}::{problem.message}"
        else:
            yield str(problem)
    errors = sum(not problem.warning for problem in problems)
    yield f"{counted}: {errors} errors, {len(problems) - errors} warnings."

"""Write the generated parts of the documentation; with `--check`, say which are out of date.

In README.md, what stands between `<!-- begin: NAME -->` and `<!-- end -->` is generated: command
help, and examples with their real output. `measures/README.md` holds the generated field table.
"""

import re
import sys
import types
import typing
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

from pydantic import BaseModel
from typer.testing import CliRunner

from disruptref.build.measure import Measure
from disruptref.build.problems import CODES
from disruptref.build.text import Part, Words
from disruptref.build.values import Closed, kinds
from disruptref.cli import COMMANDS, application
from disruptref.commands import common

EXAMPLES_OF = date(2026, 11, 26)
ROOT = Path(__file__).resolve().parents[1]
_BLOCK = re.compile(r"(<!-- begin: (?P<name>[^>]+?) -->\n).*?(<!-- end -->)", re.DOTALL)


def main() -> int:
    """Write every generated file, or with `--check` return 1 if one is out of date."""
    stale = []
    for path in (ROOT / "README.md", ROOT / "measures" / "README.md"):
        old = path.read_text("utf-8")
        new = renewed(old)
        if old != new:
            stale.append(path.name)
            if "--check" not in sys.argv:
                path.write_text(new, "utf-8")
    for name in stale:
        print(f"{name} {'is out of date; run `make docs`' if '--check' in sys.argv else 'written'}")
    return 1 if stale and "--check" in sys.argv else 0


def renewed(text: str) -> str:
    """Return a document with its generated parts made anew."""
    return _BLOCK.sub(lambda match: f"{match[1]}{_content(match['name'])}{match[3]}", text)


def _content(name: str) -> str:
    kind, _, rest = name.partition(" ")
    if kind == "help":
        return _fenced(run([*rest.split(), "--help"]))
    if kind == "run":
        return _fenced(f"$ disruptref {rest}\n{run(_split(rest))}")
    if kind == "first":
        count, _, command = rest.partition(" ")
        lines = run(_split(command)).splitlines()
        return _fenced("\n".join([f"$ disruptref {command}", *lines[: int(count)], "…", ""]))
    if kind == "fields":
        return "".join(_fields())
    if kind == "values":
        return "".join(_values())
    if kind == "codes":
        return "".join(f"| `{code}` | {meaning} |\n" for code, meaning in CODES.items())
    raise ValueError(name)


def run(arguments: list[str]) -> str:
    """Return what a command prints when piped, on the day of the examples."""
    # The law has dates: an example shows the answer of one day, or it would be stale tomorrow.
    with patch.object(common, "today", lambda: EXAMPLES_OF):
        return _printed(arguments)


def _printed(arguments: list[str]) -> str:
    environment = {"COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb"}
    result = CliRunner().invoke(
        application(COMMANDS), arguments, env=environment, prog_name="disruptref"
    )
    return "\n".join(line.rstrip() for line in result.stdout.splitlines()) + "\n"


def _split(line: str) -> list[str]:
    import shlex

    return shlex.split(line)


def _fenced(text: str) -> str:
    return f"```text\n{text}```\n"


def _fields() -> Iterator[str]:
    """Yield the field table: every key, its word budget, and what it holds."""
    yield "| key | words | what it holds |\n| --- | --- | --- |\n"
    for path, words, description in _walk(Measure, ""):
        yield f"| `{path}` | {words} | {description} |\n"


def _walk(model: type[BaseModel], prefix: str) -> Iterator[tuple[str, str, str]]:
    for name, field in model.model_fields.items():
        key = f"{prefix}{field.alias or name}"
        inner = list(_parts(field.annotation))
        budget = _budget([*field.metadata, *_metadata(field.annotation)])
        many = "[]" if "tuple" in str(field.annotation) and inner else ""
        yield f"{key}{many}", budget, field.description or ""
        for part in () if name == "every_route" else inner:
            if prefix.count(".") < 2:
                yield from _walk(part, f"{key}{many}.")


def _metadata(annotation: Any) -> list[Any]:
    found = list(getattr(annotation, "__metadata__", ()))
    for inner in typing.get_args(annotation):
        found += _metadata(inner)
    return found


def _parts(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        if issubclass(annotation, Part):
            yield annotation
        return
    for inner in typing.get_args(annotation):
        yield from _parts(inner)


def _budget(metadata: list[Any]) -> str:
    return next((str(item.limit) for item in metadata if isinstance(item, Words)), "")


def _values() -> Iterator[str]:
    for _, kind in kinds():
        yield f"\n**{kind.__name__}**: {(kind.__doc__ or '').strip()}\n\n"
        yield from (f"- `{member}`: {member.meaning}\n" for member in _members(kind))


def _members(kind: type[Closed]) -> list[Closed]:
    return list(kind)


if __name__ == "__main__":
    sys.exit(main())

"""Write catalogue files in their one form: block style, short lists on a line, 100 columns.

Many hands write the catalogue; one form keeps a change as small as what was changed. With
`--check`, say which files are not in that form. Comments at the head of a file are kept.

Run `python -m tools.tidy [--check] [PATH…]`; without a path, the whole catalogue.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from disruptref import paths
from disruptref.build.catalogue import yaml_files
from disruptref.build.yamlio import read

WIDTH = 100
SHORT = 80


class _Dumper(yaml.SafeDumper):
    """Indents lists within mappings, and keeps short lists of plain words on one line."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists too; PyYAML would not."""
        del indentless
        super().increase_indent(flow, False)


def _sequence(dumper: yaml.SafeDumper, items: list[Any]) -> yaml.SequenceNode:
    words = [item for item in items if isinstance(item, str | int)]
    short = len(words) == len(items) and sum(len(str(word)) + 2 for word in words) <= SHORT
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=short)


_Dumper.add_representer(list, _sequence)


def tidy(path: Path) -> str:
    """Return a catalogue file in its one form."""
    text = path.read_text("utf-8")
    head = [line for line in text.splitlines() if line.startswith("#")]
    body = yaml.dump(
        read(path).data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH
    )
    return "".join(f"{line}\n" for line in head) + body


def main() -> int:
    """Tidy files, or with `--check` return 1 if one is untidy."""
    check = "--check" in sys.argv
    given = [Path(one) for one in sys.argv[1:] if one != "--check"] or [paths.CHECKOUT_MEASURES]
    untidy = [path for path in _files(given) if tidy(path) != path.read_text("utf-8")]
    for path in untidy:
        if check:
            print(f"{path} is not in the one form; run `make tidy`")
        else:
            beside = path.with_suffix(".part")
            beside.write_text(tidy(path), "utf-8")
            beside.replace(path)
            print(f"{path} written")
    return 1 if check and untidy else 0


def _files(given: list[Path]) -> Iterator[Path]:
    """Yield the files, but of a folder no draft: its comments say what to write where."""
    for path in given:
        if not path.is_dir():
            yield path
            continue
        for file in yaml_files(path.rglob("*.yaml")):
            if read(file).data.get("record") != "draft":
                yield file


if __name__ == "__main__":
    sys.exit(main())

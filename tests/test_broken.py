"""A broken file is refused with its code, at its line, with what to write instead.

Each case breaks a copy of a real record in one place. The line is the first of the broken
file that starts with the text `at` (the last, for a key that stands twice).
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from disruptref.build.report import problems_of
from tests.conftest import Ran

SCOTLAND = "court-order/sexual-risk-order-scotland.yaml"
SUMMARY = r"re:(?ms)^summary:.*?\n(?=\w)"
RECORD = "offence-for-early-intervention/sexual-communication-with-a-child.yaml"

RATING = "strength: none-found\n    direction: unknown\n    unknown_because: none-found"


class Case(NamedTuple):
    """What to replace (its first place), by what, and the code and line expected.

    `old` is plain text, or a regular expression when it begins with `re:`.
    """

    code: str
    old: str
    new: str
    at: str
    file: str = RECORD


ONLINE = "- context: through-online-interaction"
STUDY = "sources: [whitten-sro]"


def rated(strength: str, direction: str, *more: str) -> str:
    """Write a rating in place of one that found nothing."""
    return "\n    ".join((f"strength: {strength}", f"direction: {direction}", *more))


CASES = (
    Case("Y001", "tier: core", "tier: core: x", "tier: core: x"),
    Case("Y002", "tier: core", "tier: core\ntier: core", "tier: core"),
    Case("Y003", "tier: core", "tier: no", "tier: no"),
    Case("Y003", "tier: core", "tier: 1.10", "tier: 1.10"),
    Case("Y003", "tier: core", "tier: 12:30", "tier: 12:30"),
    Case("Y004", "tier: core", "tier:", "tier:"),
    Case("Y005", "tier: core", "tier: &x core", "tier: &x core"),
    Case("Y008", "tier: core", "tier: co\u200ere", "tier: co"),
    Case(
        "Y009",
        "record: published\nadded: ",
        "record: published\nadded: 2026-13-01 #",
        "added: 2026-13",
    ),
    Case("M001", "tier: core", "tier: core\ncolour: red", "colour: red"),
    Case("M002", "tier: core\n", "", "id: sexual-communication-with-a-child"),
    Case("M003", "tier: core", "tier: cores", "tier: cores"),
    Case("M003", "state: in-force", "state: in force", "- state: in force"),
    Case("M004", "tier: core", "tier: [core]", "tier: [core]"),
    Case("M004", "jurisdictions: [", "jurisdictions: 5 #[", "jurisdictions: 5"),
    Case("M005", SUMMARY, f"summary: {'word ' * 41}.\n", "summary:"),
    Case("M006", "id: sexual-communication-with-a-child", "id: Sexual_comm", "id: Sexual_comm"),
    Case("M010", "\nreview_by: ", "\nreview_by: 2020-01-01 #", "review_by: 2020"),
    Case("M013", "record: published", "record: withdrawn", "record: withdrawn"),
    Case("M014", "purpose: [", "purpose: [] #", "purpose: []"),
    Case("M014", SUMMARY, "summary: ' '\n", "summary: ' '"),
    Case("L001", "family: offence", "family: offense", "family: offense"),
    Case(
        "L002", "family: offence-for-early-intervention", "family: financial", "family: financial"
    ),
    Case("L002", "id: sexual-communication-with-a-child", "id: outcome-21", "id: outcome"),
    Case("L004", "id: sexual-communication-with-a-child", "id: sexual-chat", "id: sexual-chat"),
    Case(
        "L009",
        "title: Search for studies of sexual harm prevention orders and child sexual abuse",
        "title: search for studies of domestic abuse protection orders and child sexual abuse",
        "title: search for",
        "sources/searches.yaml",
    ),
    Case("P001", "restricts: [", "restricts: [] #", "restricts: []"),
    Case("Y006", r"re:(?s)\A.*", "- item\n", "- item"),
    Case("Y008", "tier: core", 'tier: "\\e[31mcore"', 'tier: "'),
    Case(
        "M007",
        "- cite: sexual-offences-act-2003 s 15A",
        "- cite: sexual-offences-act-2003 somewhere",
        "- cite: sexual-offences-act-2003 somewhere",
    ),
    Case("M009", "minimum: P2Y", "minimum: two years", "minimum: two", SCOTLAND),
    Case("M009", "minimum: P2Y", "minimum: life", "- of: measure", SCOTLAND),
    Case("P002", f"evidence:\n  {ONLINE}", "evidence:\n  - context: missing", ONLINE),
    Case("P003", f"evidence:\n  {ONLINE}", "evidence:\n  - context: missing", "- context: missing"),
    Case("P004", "until: 2023-03-30", "until: 2023-03-20", "from: 2023-03-31", SCOTLAND),
    Case("E001", "direction: unknown", "direction: favourable", "direction: favourable"),
    Case(
        "E002",
        RATING,
        rated("strong", "favourable", "outcome: x.", "tier: D", "read: abstract", STUDY),
        "strength: strong",
    ),
    Case(
        "E003",
        "search: search-sexual-risk-order-scotland-2026-11",
        "search: college-sro-longread",
        "search: college",
        SCOTLAND,
    ),
    Case(
        "E004",
        RATING,
        rated("descriptive", "process-only", "read: abstract", "provisional: false", STUDY),
        "provisional: false",
    ),
    Case("E005", "review_by: 2028-11-01", "review_by: 2030-01-01", "review_by: 2030"),
    Case("E006", RATING, rated("descriptive", "process-only", STUDY), "strength: descriptive"),
    Case("S001", SUMMARY, "summary: A lifestyle choice.\n", "summary: A lifestyle"),
    Case("S002", SUMMARY, "summary: No full stop\n", "summary: No full"),
    Case("S002", SUMMARY, "summary: Two  spaces.\n", "summary: Two"),
    Case("S002", SUMMARY, "summary: Stop it now!\n", "summary: Stop"),
    Case("S002", "extension: for up", "extension: For up", "extension: For", SCOTLAND),
    Case(
        "S003",
        r"re:added: \S+\nchanged: \S+",
        "added: 2026-11-01\nchanged: 2026-11-02",
        "read_on: 2026",
    ),
)


def broken(copy: Path, case: Case) -> tuple[Path, int]:
    """Break a copy of the catalogue; return the broken file and the line to be named."""
    path = copy / case.file
    text = path.read_text("utf-8")
    old = case.old.removeprefix("re:") if case.old.startswith("re:") else re.escape(case.old)
    text, count = re.subn(old, lambda _: case.new, text, count=1)
    assert count == 1
    lines = text.splitlines()
    path.write_text(text, "utf-8")
    found = [number for number, line in enumerate(lines, 1) if line.strip().startswith(case.at)]
    return path, found[-1] if case.code == "Y002" else found[0]


@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{case.code}" for n, case in enumerate(CASES)])
def test_each_fault_is_named_at_its_line(copy: Path, case: Case) -> None:
    """One fault, its code, its file and its line; and a sentence that says what to write."""
    path, line = broken(copy, case)

    problems, _ = problems_of([copy])

    assert (case.code, path, line) in [(one.code, one.path, one.line) for one in problems]
    assert all(len(one.message.split()) > 2 for one in problems)
    assert all(one.column >= 1 for one in problems)


def test_check_ends_with_1_on_an_error(copy: Path, run: Callable[..., Ran]) -> None:
    """The exit code tells a script, and the line can be clicked in an editor."""
    path, line = broken(copy, CASES[11])

    ran = run("check", str(copy))

    assert ran.code == 1
    assert f"{path}:{line}:" in ran.out


def test_check_reads_one_file_against_the_catalogue_in_use(
    copy: Path, run: Callable[..., Ran]
) -> None:
    """A curator checks the file at hand, and only its own problems are shown."""
    path, _ = broken(copy, CASES[11])

    ran = run("check", str(path), "--format", "json")

    assert ran.code == 1
    assert {str(path)} == {result["path"] for result in ran.json["results"]}


def test_check_annotates_for_ci(copy: Path, run: Callable[..., Ran]) -> None:
    """A CI shows each problem beside its line."""
    path, line = broken(copy, CASES[11])

    ran = run("check", str(copy), "--format", "github")

    assert f"::error file={path},line={line},col=" in ran.out


def test_a_folder_that_is_no_catalogue_is_refused(tmp_path: Path, run: Callable[..., Ran]) -> None:
    """A path that does not exist is an error, not a pass."""
    assert run("check", str(tmp_path / "nothing.yaml")).code == 1

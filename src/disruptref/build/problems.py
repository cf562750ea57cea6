"""What can be wrong with a catalogue file: one code, one place, one sentence on what to do."""

from pathlib import Path
from typing import NamedTuple

CODES = {
    "Y001": "the file cannot be read as YAML",
    "Y002": "a key stands twice",
    "Y003": "a value that YAML would read as something else must be quoted",
    "Y004": "an empty value",
    "Y005": "anchors, aliases, tags and merge keys are not used here",
    "Y006": "the file is not one mapping",
    "Y007": "the file is not UTF-8 text",
    "Y008": "a control character",
    "Y009": "an impossible date",
    "M001": "an unknown key",
    "M002": "a key is missing",
    "M003": "a value that is not on the list",
    "M004": "a value of the wrong kind",
    "M005": "too many words",
    "M006": "a malformed id",
    "M007": "a malformed cite",
    "M008": "a legal value without cite or basis",
    "M009": "a malformed duration",
    "M010": "dates that run backwards",
    "M011": "a malformed rule",
    "M012": "too many entries",
    "M013": "values that contradict one another",
    "M014": "an empty text or list",
    "L001": "an id that names nothing",
    "L002": "a file name, folder or id that disagree",
    "L003": "an id used twice",
    "L004": "an id that is not in ids.txt",
    "L005": "a cite whose reading is not recorded",
    "L006": "a name that two measures share",
    "L007": "the same link twice",
    "L008": "an id that stands twice in ids.txt",
    "L009": "a title that two sources share",
    "P001": "a part that a published record needs is missing",
    "P002": "a context without an evidence entry",
    "P003": "an evidence entry for a context that is not claimed",
    "P004": "a timeline that leaves or doubles a day",
    "P005": "a route that needs an outcome in court and has no rule for it",
    "E001": "a direction that the strength does not allow",
    "E002": "a strength above what its outcome tier supports",
    "E003": "none-found without a dated search",
    "E004": "a rating read in part that is not marked provisional",
    "E005": "an evidence review date out of range",
    "E006": "an evidence entry without sources",
    "R001": "a source or instrument that nothing cites (a warning)",
    "S001": "blaming or misleading words",
    "S002": "a house style slip",
    "S003": "a date after the record's own",
}


class Problem(NamedTuple):
    """One thing wrong: where it is (line and column from 1) and what to write instead."""

    code: str
    path: Path
    line: int
    column: int
    message: str
    warning: bool = False

    def __str__(self) -> str:
        kind = "warning" if self.warning else "error"
        return f"{self.path}:{self.line}:{self.column}: {kind} {self.code}: {self.message}"

    def order(self) -> tuple[str, int, int, str]:
        """Sort by file, then by place."""
        return (str(self.path), self.line, self.column, self.code)


class UnreadableError(Exception):
    """A file that cannot be read at all; holds the one problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem

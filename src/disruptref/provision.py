"""The one grammar of provisions: validation, links to legislation.gov.uk and search all use it.

A pinpoint is a unit and its numbers: `s 103A(2)(b)`, `ss 76-93`, `Sch 3 para 2`, `art 68`,
`reg 4(1)`, `r 5.1`, `Pt 3`; an Act's only schedule has no number: `Sch para 1`. The identifier
scheme is that of legislation.gov.uk: `/id/{type}/{year}/{number}/section/103A/2/b`.
"""

import re
from typing import NamedTuple

_UNITS = {
    "s": "section",
    "ss": "section",
    "Sch": "schedule",
    "Schs": "schedule",
    "Pt": "part",
    "Pts": "part",
    "Ch": "chapter",
    "art": "article",
    "arts": "article",
    "reg": "regulation",
    "regs": "regulation",
    "r": "rule",
    "rr": "rule",
    "para": "paragraph",
    "paras": "paragraph",
}
# Patterns are text, compiled at first use: reading commands seldom need them.
_NUMBER = r"[0-9]+(?:[A-Z]+[0-9]*)?(?:\.[0-9]+[A-Z]*)?"
_STEP = rf"(?P<unit>{'|'.join(_UNITS)}) (?P<number>{_NUMBER})(?P<subs>(?:\([0-9a-zA-Z]+\))*)"
_RANGE = rf"(?:-(?P<end>{_NUMBER}|(?:\([0-9a-zA-Z]+\))+))?"
_PINPOINT = _STEP + _RANGE
_SUB = r"\(([0-9a-zA-Z]+)\)"
_PARTS = r"([0-9]+)([A-Z]*)(.*)"
_INSERTED = r"([0-9]+[A-Z]+)([0-9]+)"
_ONLY_SCHEDULE = ("Sch para ", "Sch paras ")
_SMALL_WORDS = frozenset({"and", "of", "the", "etc", "for", "to"})

# What people type: "s15A", "sec. 15a", "section 103A", "ss 76", "reg 4", "schedule 3".
_LOOSE = (
    r"\b(?P<word>sections?|secs?|ss?|schedules?|schs?|articles?|arts?|regulations?|regs?|rules?|rr?)"
    r"\.?\s*(?P<number>[0-9]+(?:[a-z]{1,3}[0-9]{0,2})?)\b(?P<subs>(?:\s*\([0-9a-z]+\))*)"
)


class Step(NamedTuple):
    """One step of a pinpoint: `s 103A(2)(b)` is ("section", "103A", ("2", "b"), None)."""

    unit: str
    number: str
    subs: tuple[str, ...]
    end: str | None


class Provision(NamedTuple):
    """A parsed pinpoint: its text as written and its steps, outermost first."""

    text: str
    steps: tuple[Step, ...]

    def path(self) -> str:
        """Return the part of a legislation.gov.uk identifier after the instrument."""
        names = []
        for step in self.steps:
            names += [step.unit, step.number, *step.subs]
        return "/".join(name for name in names if name)

    def keys(self) -> set[str]:
        """Return search keys such as `section 103A`; a range gives each number it holds."""
        first = self.steps[0]
        numbers = [first.number]
        if first.end and not first.end.startswith("("):
            numbers = _between(first.number, first.end)
        return {f"{first.unit} {number}".strip() for number in numbers}


def parse(text: str) -> Provision | None:
    """Read a pinpoint written in the catalogue's form, or return None when it is not one."""
    steps, position = [], 0
    if text.startswith(_ONLY_SCHEDULE):
        steps, position = [Step("schedule", "", (), None)], text.index("para")
    while match := re.compile(_PINPOINT).match(text, position):
        subs = tuple(re.findall(_SUB, match["subs"]))
        steps.append(Step(_UNITS[match["unit"]], match["number"], subs, match["end"]))
        position = match.end()
        if position == len(text):
            return Provision(text, tuple(steps))
        if text[position] != " ":
            return None
        position += 1
    return None


def loose(text: str) -> list[tuple[str, str]]:
    """Find provisions in what a person typed: pairs of search key and the words they used."""
    units = {"s": "section", "a": "article"}
    found = []
    for match in re.finditer(_LOOSE, text, re.IGNORECASE):
        word = match["word"].lower()
        if word.startswith("sch"):
            unit = "schedule"
        elif word.startswith("r"):
            unit = "regulation" if word.startswith("reg") else "rule"
        else:
            unit = units[word[0]]
        found.append((f"{unit} {match['number'].upper()}", match[0]))
    return found


def _between(first: str, last: str) -> list[str]:
    """List the numbers of a range: 103A to 103K, 303Z1 to 303Z19, or 76 to 93.

    Sections that may have been inserted between are not guessed.
    """
    inserted = [re.fullmatch(_INSERTED, number) for number in (first, last)]
    if inserted[0] and inserted[1] and inserted[0][1] == inserted[1][1]:
        low, high = int(inserted[0][2]), int(inserted[1][2])
        return [f"{inserted[0][1]}{number}" for number in range(low, high + 1)]
    start, end = re.fullmatch(_PARTS, first), re.fullmatch(_PARTS, last)
    if not start or not end or start[3] or end[3]:
        return [first, last]
    low, high = int(start[1]), int(end[1])
    if low == high and len(start[2]) <= 1 and len(end[2]) == 1:
        letters = range(ord(start[2] or "A"), ord(end[2]) + 1)
        plain = [] if start[2] else [first]
        return plain + [f"{low}{chr(letter)}" for letter in letters]
    inner = [str(number) for number in range(low + 1, high)]
    return [first, *inner, last]


def short_titles(label: str) -> list[str]:
    """Return the short forms of an Act's title: without its year, and its initials.

    Initials alone need three letters, because two are often another word; with the year two do:
    `CA89`, `CA 1989`.
    """
    title, _, year = label.rpartition(" ")
    if not year.isdigit() or not title:
        return []
    plain = re.sub(r"\(.*?\)", " ", title).replace("-", " ")
    initials = "".join(
        word[0] for word in re.findall(r"[A-Za-z']+", plain) if word.lower() not in _SMALL_WORDS
    ).upper()
    forms = [title] if len(title.split()) > 1 else []
    if len(initials) > 2:
        forms.append(initials)
    if len(initials) > 1:
        forms += [f"{initials}{year[2:]}", f"{initials} {year}", f"{initials}{year}"]
    return forms

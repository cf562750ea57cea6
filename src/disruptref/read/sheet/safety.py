"""What keeps a sheet fit to hand on: the marking, the handling line, and a title without a name."""

import re

from disruptref.read.labels import HANDLING
from disruptref.read.refusals import UsageError

MARKINGS = ("OFFICIAL", "OFFICIAL-SENSITIVE")
TITLE_REMARK = "Names cannot be detected: make sure that the title names nobody."
_LONGEST = 60
_LAST_LATIN = "\u024f"  # the fonts of the PDF hold Latin letters
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def marking(given: str | None) -> str:
    """Return the marking: OFFICIAL unless OFFICIAL-SENSITIVE is asked for.

    Raises:
        UsageError: for another marking.
    """
    settled = (given or MARKINGS[0]).strip().upper().replace(" ", "-")
    if settled not in MARKINGS:
        raise UsageError(f"--marking '{given}' is not known; write {' or '.join(MARKINGS)}.")
    return settled


def handling(marked: str) -> str:
    """Return the handling line; a sensitive sheet may not be said to be shared."""
    return HANDLING if marked == MARKINGS[0] else ""


def title(given: str | None) -> str:
    """Return a title that can hold no case data: letters, spaces, hyphens and at most one year.

    Raises:
        UsageError: for a title of another kind or of more than 60 characters.
    """
    if given is None:
        return ""
    plain = " ".join(given.split())
    without_year = _YEAR.sub("", plain, count=1)
    letters = all(c in " -" or (c.isalpha() and c <= _LAST_LATIN) for c in without_year)
    if not plain or not letters or len(plain) > _LONGEST:
        raise UsageError(
            f"--title takes letters, spaces, hyphens and at most one year, {_LONGEST} characters."
        )
    return plain

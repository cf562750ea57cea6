"""A new record to fill in: every key a published record needs, with what belongs there."""

import json
from datetime import date, timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from disruptref.build.catalogue import load

_DRAFT = """\
id: {id}
name: {quoted}
# aliases: [ABBREVIATION]
summary: Write who can stop whom from doing what, in at most 40 words.
tier: standard
family: {family}
jurisdictions: [{jurisdictions}]
purpose: [disruption]
approach: [direct]
targets: [person]
restricts: [suspect]
# Each state of the law, oldest first; `confirmed: false` where no commencement was seen.
# timeline:
#   - {{state: in-force, from: 2015-03-08, cite: si-2015-373 art 2, confirmed: true}}
# Every instrument relied on: when it was read, and the day its text was current.
# legal_basis:
#   - {{cite: sexual-offences-act-2003 s 122A, read_on: {today}, text_as_at: {today}}}
# routes:
#   - name: On application
#     applicants:
#       - {{agency: police-chief-officer, cite: sexual-offences-act-2003 s 122A(1)}}
#     test: {{text: The court is satisfied that …., cite: sexual-offences-act-2003 s 122A(6)}}
# needs: {{child_account: helps, child_agreement: not-needed, carer_statement: not-needed}}
# before_you_act:
#   child_safety: {{text: How the child's safety and voice are kept., basis: practice}}
# contexts:
#   - {{context: cse, how: How it helps there., basis: reasoning}}
# evidence:
#   - {{context: cse, strength: not-assessed, why: No search has yet been made.}}
record: draft
added: {today}
changed: {today}
review_by: {review_by}
"""


_WORDS, _LETTERS = 16, 120


class DraftError(Exception):
    """A record that cannot be begun, in one sentence."""


class Draft(NamedTuple):
    """A new record: its id, its file, its text, and the list of ids with it."""

    id: str
    path: Path
    text: str
    ids: tuple[str, ...]
    is_new: bool


def draft(root: Path, name: str, family: str, nations: tuple[str, ...], today: date) -> Draft:
    """Return a new record, ready to fill in; `is_new` when ids.txt did not hold its id yet.

    Args:
        root: the catalogue.
        name: the full official name.
        family: an id of the families vocabulary.
        nations: the nations whose law it is.
        today: printed as the day added.

    Raises:
        DraftError: for an unknown family, a name without letters, or a record that stands already.
    """
    catalogue = load(root)
    families = catalogue.vocabulary("families")
    if family not in families:
        near = ", ".join(get_close_matches(family, families, n=3, cutoff=0.3) or families)
        raise DraftError(f"--family '{family}' is not known; nearest: {near}.")
    id_ = as_id(name)
    if not id_:
        raise DraftError(f"'{name}' holds no letters to make an id of; write the official name.")
    if len(name.split()) > _WORDS or len(id_) > _LETTERS:
        raise DraftError(f"A name has at most {_WORDS} words and {_LETTERS} letters; shorten it.")
    if id_ in catalogue.entries:
        raise DraftError(f"'{id_}' stands already: {catalogue.entries[id_].document.path}")
    text = _DRAFT.format(
        id=f'"{id_}"' if id_.isdigit() else id_,
        quoted=json.dumps(name.strip(), ensure_ascii=False),
        family=family,
        jurisdictions=", ".join(nations),
        today=today,
        review_by=today + timedelta(days=365),
    )
    is_new = id_ not in catalogue.ids
    ids = (*catalogue.ids, id_) if is_new else catalogue.ids
    return Draft(id_, root / family / f"{id_}.yaml", text, ids, is_new)


def as_id(name: str) -> str:
    """Return an official name as an id: lower-case words joined by hyphens."""
    letters = "".join(c if c.isalnum() and c.isascii() else " " for c in name.replace("'", ""))
    return "-".join(letters.lower().split())

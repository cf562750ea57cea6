"""What every sheet has: the setting it was made for, the title block, banners and headings."""

from collections.abc import Sequence
from typing import NamedTuple

from disruptref.read.asof import day_words, state_on
from disruptref.read.labels import NO_REVIEW, label
from disruptref.read.lexicon import Lexicon
from disruptref.read.nation import label_of
from disruptref.read.sheet.blocks import Banner, Block, Facts, Heading, Line, Paragraph
from disruptref.read.sheet.numbering import Record


class Setting(NamedTuple):
    """What a sheet is made for: the day of the law, the printed date, the catalogue's version."""

    as_of: str
    printed: str
    version: str
    scope: str = ""
    remarks: tuple[str, ...] = ()
    marking: str = "OFFICIAL"
    title: str = ""
    iimarch: bool = False
    by: str = "speed"
    contexts: tuple[str, ...] = ()


def title_block(record: Record, words: Lexicon, setting: Setting) -> list[Block]:
    """Say what it is, whose law, its state on the day and how current the reading is."""
    state = state_on(record["timeline"], setting.as_of)
    in_words = state_words(record, words, setting.as_of)
    blocks = warnings(record, words, setting)
    lines = [Line(record["summary"], label("summary"))]
    lines.append(Line(label_of(record["jurisdictions"]), label("jurisdiction")))
    lines.append(Line(f"{in_words} on {day_words(setting.as_of)}", label("status")))
    for key in ("aliases", "former_names"):
        if record[key]:
            lines.append(Line(", ".join(record[key]), label(key)))
    if record["law_checked_on"]:
        lines.append(Line(law_seen(record), label("law_checked_on")))
    lines.append(Line(review_words(record), label("review")))
    notes = [entry["note"] for entry in state.entries if entry["note"]]
    blocks.append(Facts(tuple(lines)))
    if notes and not state.usable:
        blocks += [Paragraph(Line(note)) for note in notes]
    return blocks


def review_words(record: Record) -> str:
    """Say who reviewed the record and when, or that nobody is recorded to have."""
    reviewed = record["reviewed"]
    return f"{reviewed['role']}, {day_words(reviewed['on'])}" if reviewed else NO_REVIEW


def state_words(record: Record, words: Lexicon, day: str) -> str:
    """Return the state of a measure on a day in words, pilot areas included."""
    return state_on(record["timeline"], day).words(words.labels("pilot-areas"))


def warnings(record: Record, words: Lexicon, setting: Setting) -> list[Block]:
    """Return the banners that no reader may miss: withdrawn, or not usable on the day."""
    found: list[Block] = []
    if gone := record["withdrawal"]:
        instead = f" Use instead: {words.measure(gone['successor'])}." if gone["successor"] else ""
        found.append(Banner(f"{label('withdrawn')}. {gone['reason']}{instead}"))
    if not state_on(record["timeline"], setting.as_of).usable:
        found.append(banner(state_words(record, words, setting.as_of), setting))
    return found


def banner(in_words: str, setting: Setting) -> Banner:
    """Warn that a measure cannot be relied on as usable on the day."""
    return Banner(f"{in_words}. Do not rely on it as usable on {day_words(setting.as_of)}.")


def checked(record: Record) -> str:
    """Say to what day the law is known to have been seen, or that no law was read."""
    if not record["law_checked_on"]:
        return "it stands on no Act"
    return f"law checked to {law_seen(record)}"


def law_seen(record: Record) -> str:
    """Name the day of the oldest text relied on, and of the newest where they differ."""
    oldest = record["law_checked_on"]
    newest = max(reading["text_as_at"] for reading in record["legal_basis"])
    if oldest == newest:
        return day_words(oldest)
    return f"{day_words(oldest)} (oldest text; newest {day_words(newest)})"


def with_headings(parts: Sequence[tuple[str, list[Block]]]) -> list[Block]:
    """Put a heading over each part that is not empty."""
    blocks: list[Block] = []
    for key, part in parts:
        if part:
            blocks += [Heading(label(key)), *part]
    return blocks

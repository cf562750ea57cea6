"""The references of a sheet: each source numbered at its first use, each line ending in its own."""

from collections.abc import Iterable
from typing import Any

from disruptref.read.asof import day_words
from disruptref.read.labels import label
from disruptref.read.lexicon import Lexicon
from disruptref.read.sheet.blocks import Line, Source, Sources

Record = dict[str, Any]
_SOFT = {"guidance": "guidance", "policy": "policy, not law", "practice": "practice"}


class Numbering:
    """Numbers each source at its first use, so that lines can refer to it."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._about: dict[str, tuple[str | None, str]] = {}

    def know(self, records: Iterable[Record], words: Lexicon) -> None:
        """Learn the address and reading dates of everything some records cite."""
        read: dict[str, list[Record]] = {}
        for record in records:
            for reading in record["legal_basis"]:
                read.setdefault(reading["instrument"], []).append(reading)
            for source in record["sources"]:
                self._about.setdefault(source["title"], (source["url"], _about(source, words)))
        for instrument, readings in read.items():
            self._about[instrument] = (_instrument(readings[0]["url"]), _dates(readings))

    def refs(self, part: Record) -> tuple[str, ...]:
        """Return the references of a cited part: source numbers, pinpoints and, if soft, basis."""
        marks = []
        by_source: dict[str, list[str]] = {}
        for link in part.get("links") or ():
            by_source.setdefault(link["source"], []).append(link["pinpoint"] or "")
        for source, pinpoints in by_source.items():
            each_once = dict.fromkeys(filter(None, pinpoints))
            marks.append(", ".join([str(self.number(source)), *each_once]))
        soft = _SOFT.get(part.get("basis") or "")
        if soft:
            marks.append(soft)
        return (f"[{'; '.join(marks)}]",) if marks else ()

    def number(self, title: str) -> int:
        """Return the number of a source, giving it the next one at first use."""
        return self._numbers.setdefault(title, len(self._numbers) + 1)

    def list(self) -> Sources:
        """Return the numbered list of what was referred to."""
        found = []
        for title, number in self._numbers.items():
            url, note = self._about.get(title, (None, ""))
            found.append(Source(number, title, url, note))
        return Sources(tuple(found))


def statement(part: Record | None, key: str, numbers: Numbering, lead: str = "") -> list[Line]:
    """Return a labelled line for a statement, or nothing where there is none."""
    if not part:
        return []
    text = part.get("text") or ""
    return [Line(f"{lead}. {text}".strip() if lead else text, label(key), numbers.refs(part))]


def valued(
    part: Record | None, key: str, kind: str, words: Lexicon, numbers: Numbering
) -> list[Line]:
    """Return a line for a statement that also has a closed value."""
    return (
        statement(part, key, numbers, words.word(kind, part["value"]).rstrip(".")) if part else []
    )


def reading_dates(reading: Record) -> str:
    """Say when a provision was read and to what day its text was current."""
    return f"read {day_words(reading['read_on'])}, text as at {day_words(reading['text_as_at'])}"


def _dates(readings: list[Record]) -> str:
    """Say when an instrument was read and how old its texts were, from the oldest to the newest."""
    oldest = min(readings, key=lambda one: str(one["text_as_at"]))
    newest = max(readings, key=lambda one: str(one["text_as_at"]))
    if oldest["text_as_at"] == newest["text_as_at"]:
        return reading_dates(oldest)
    read = day_words(min(str(one["read_on"]) for one in readings))
    since, until = day_words(oldest["text_as_at"]), day_words(newest["text_as_at"])
    return f"read {read}, texts as at {since} to {until}"


def _instrument(url: str | None) -> str | None:
    """Return the address of an instrument from that of one of its provisions."""
    return "/".join(url.split("/")[:7]) if url else None


def _about(source: Record, words: Lexicon) -> str:
    """Say who published a source and how it was read or, of a search, when, where and for what."""
    if source["kind"] == "search":
        where = source["where"].rstrip(".")
        day = day_words(source["read_on"])
        return f"{source['reach']}; made on {day}; in: {where}; for: {source['terms'].rstrip('.')}"
    read = words.word("read", source["read"])
    parts = [source["publisher"], source["published"], f"read: {read}" if read else ""]
    return ", ".join(part for part in parts if part)

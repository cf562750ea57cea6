"""The law on a day: which state, which routes, rules and statements, and the summaries of them.

Nothing here is stored: the index keeps every dated value, and a day picks among them.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

_WHOLE = frozenset({"timeline", "legal_basis", "evidence", "sources"})
SUMMARIES = ("status", "limits", "duration", "breach")
UNRECORDED = "Not recorded for that day"
_BEFORE = "What was law before {} is not recorded"


class State(NamedTuple):
    """The state of a measure on a day, and the timeline entries behind it.

    `before_seen`: no first day is recorded, and the day is older than the oldest text read.
    """

    state: str
    usable: bool
    entries: tuple[dict[str, Any], ...]
    before_seen: bool = False
    first: str | None = None
    """The first day on record, where the day asked comes before it."""

    def words(self, areas: dict[str, str]) -> str:
        """Return the state in words, with its pilot areas.

        Args:
            areas: labels of pilot areas by id.
        """
        if not self.entries:
            return _BEFORE.format(day_words(self.first)) if self.first else UNRECORDED
        where = [areas.get(area, area) for entry in self.entries for area in entry["where"]]
        if self.usable and where:
            return f"Pilot in {_join(list(dict.fromkeys(where)))} only"
        unsure = "; its first day is not recorded" if self.before_seen else ""
        return f"{self.entries[0]['words']}{unsure}"


def state_on(timeline: Iterable[dict[str, Any]], day: str) -> State:
    """Return the state on a day (ISO); among several at once, the one of the first rank."""
    entered = list(timeline)
    active = [entry for entry in entered if _applies(entry, day)]
    if not active:
        first = min((since for entry in entered if (since := entry.get("from"))), default=None)
        before = first if first and day < first else None
        return State("not-known", usable=False, entries=(), first=before)
    highest = min(entry["rank"] for entry in active)
    entries = tuple(entry for entry in active if entry["rank"] == highest)
    unseen = any(day < (entry.get("seen_from") or "") for entry in entries)
    return State(entries[0]["counts_as"], entries[0]["usable"], entries, unseen)


def view(record: dict[str, Any], day: str) -> dict[str, Any]:
    """Return a record as the law stood on a day: dated parts picked, summaries added."""
    seen = {key: value if key in _WHOLE else _on(value, day) for key, value in record.items()}
    seen["status"] = state_on(record["timeline"], day).state
    seen["limits"] = _limits(seen)
    seen["duration"] = _duration(seen)
    seen["breach"] = _breach(seen)
    return seen


def routes_on(routes: list[dict[str, Any]], day: str) -> list[dict[str, Any]]:
    """Return the routes of a day (ISO), each with the parts that apply then."""
    return [seen for route in routes if (seen := _on(route, day)) is not None]


def day_words(day: str) -> str:
    """Return an ISO day as people write it: 29 June 2026."""
    parsed = date.fromisoformat(day)
    return f"{parsed.day} {parsed:%B %Y}"


def iso_words(duration: str | None) -> str:
    """Return an ISO 8601 duration in words: P2Y is `2 years`; None is `no limit in law`."""
    if duration is None:
        return "no limit in law"
    if duration == "life":
        return "life"
    said = []
    for number, unit in _amounts(duration):
        said.append(f"{number} {unit}" if number == 1 else f"{number} {unit}s")
    return " ".join(said)


_UNITS = {
    "Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute",
}  # fmt: skip
_DAYS = {"year": 365.0, "month": 30.4, "week": 7.0, "day": 1.0, "hour": 1 / 24, "minute": 1 / 1440}


def _amounts(duration: str) -> Iterable[tuple[int, str]]:
    """Yield each number of an ISO 8601 duration with its unit: P1Y6M is (1, year), (6, month)."""
    number, time = "", ""
    for character in duration[1:]:
        if character == "T":
            time = "T"
        elif character.isdigit():
            number += character
        else:
            yield int(number), _UNITS[time + character]
            number = ""


def _applies(part: dict[str, Any], day: str) -> bool:
    since, until = part.get("from"), part.get("until")
    return (since is None or since <= day) and (until is None or until >= day)


def _on(value: Any, day: str) -> Any:
    if isinstance(value, dict):
        if not _applies(value, day):
            return None
        return {key: _on(inner, day) for key, inner in value.items()}
    if isinstance(value, list):
        kept = (_on(item, day) for item in value)
        return [item for item in kept if item is not None]
    return value


def _tests(record: dict[str, Any]) -> Iterable[list[dict[str, Any]]]:
    """Yield, for each route, the tests that must hold (alternatives left out)."""
    for route in record["routes"]:
        yield [rule for rule in route["rules"] if rule["fact"]]


def _limits(record: dict[str, Any]) -> dict[str, Any]:
    """Return the widest ages that some route allows; null where a route sets none."""
    needs = record["needs"] or {}
    return {
        "subject_age_min": _widest(record, "suspect-age", "at-least", min),
        "subject_age_max": _less_one(_widest(record, "suspect-age", "under", max)),
        "child_age_max": _less_one(_widest(record, "child-age", "under", max)),
        "child_account": needs.get("child_account"),
    }


def _widest(record: dict[str, Any], fact: str, op: str, pick: Any) -> int | None:
    found = []
    for tests in _tests(record):
        values = [test["value"][0] for test in tests if (test["fact"], test["op"]) == (fact, op)]
        if not values:
            return None
        found.append((max if op == "at-least" else min)(values))
    return pick(found) if found else None


def _less_one(age: int | None) -> int | None:
    return None if age is None else age - 1


def _duration(record: dict[str, Any]) -> dict[str, str | None]:
    """Return the shortest minimum and the longest maximum of the measure as first made."""
    periods = [p for p in record["durations"] if p["of"] == "measure"]
    minima = [p["minimum"] for p in periods]
    maxima = [p["maximum"] for p in periods]
    return {
        "minimum": None if None in minima else min(minima, key=_length, default=None),
        "maximum": None if None in maxima else max(maxima, key=_length, default=None),
    }


def _length(duration: str) -> float:
    """Return the length of an ISO 8601 duration in days, near enough to compare."""
    return sum(number * _DAYS[unit] for number, unit in _amounts(duration))


def _breach(record: dict[str, Any]) -> dict[str, Any]:
    """Return whether breach is an offence, the longest imprisonment, and the words for it."""
    consequences = record["consequences"]
    offences = [c for c in consequences if c["type"] == "offence"]
    maxima = [c["maximum"] for c in offences if c["maximum"]]
    longest = "life" if "life" in maxima else max(maxima, key=_length, default=None)
    return {
        "offence": bool(offences),
        "maximum": longest,
        "text": " ".join(c["text"] for c in consequences) or None,
    }


def _join(items: list[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"

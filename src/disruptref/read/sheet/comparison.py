"""Two to four measures side by side: what differs first, what is alike after, which to prefer."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from disruptref.read.asof import day_words
from disruptref.read.labels import label
from disruptref.read.lexicon import Lexicon
from disruptref.read.nation import label_of
from disruptref.read.sheet import ratings
from disruptref.read.sheet.blocks import Block, Bullets, Facts, Heading, Line, Paragraph, Table
from disruptref.read.sheet.legal import consequence, durations
from disruptref.read.sheet.numbering import Numbering, Record
from disruptref.read.sheet.page import Setting, checked, state_words
from disruptref.read.sheet.ways import NOT_RECORDED, WHO, ages, in_short


class Aspect(NamedTuple):
    """One thing compared: its key, its words, and what each measure says, in the order asked."""

    key: str
    label: str
    values: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """True when the measures do not all say the same."""
        return len(set(self.values)) > 1


class Comparison(NamedTuple):
    """What is compared, aspect by aspect, and the catalogue's sentences on which to prefer."""

    names: tuple[str, ...]
    ids: tuple[str, ...]
    aspects: tuple[Aspect, ...]
    prefer: tuple[str, ...]

    def json(self) -> list[dict[str, Any]]:
        """Return the comparison as the JSON of `compare`: one entry for each aspect."""
        return [
            {
                "aspect": aspect.key,
                "label": aspect.label,
                "differs": aspect.differs,
                "values": dict(zip(self.ids, aspect.values, strict=True)),
            }
            for aspect in self.aspects
        ]


def compare(records: Sequence[Record], words: Lexicon, setting: Setting) -> Comparison:
    """Compare records, each already as of the day."""
    aspects = tuple(
        Aspect(key, label(key), tuple(say(record, words, setting) for record in records))
        for key, say in _ASPECTS.items()
    )
    names = tuple(_name(record, records) for record in records)
    ids = tuple(record["id"] for record in records)
    return Comparison(names, ids, aspects, tuple(_prefer(records)))


def blocks(comparison: Comparison, setting: Setting) -> list[Block]:
    """Return a comparison as blocks for every renderer."""
    title = " · ".join(comparison.names)
    found: list[Block] = [Heading(title, 1)]
    found.append(Paragraph(Line(f"Law as on {day_words(setting.as_of)}.")))
    if comparison.prefer:
        lines = tuple(Line(text) for text in comparison.prefer)
        found += [Heading(label("prefer")), Bullets(lines)]
    rows = tuple((one.label, *one.values) for one in comparison.aspects if one.differs)
    header = (label("aspect"), *comparison.names)
    found += [Heading(label("differs")), Table(label("differs"), header, rows)]
    alike = tuple(Line(one.values[0], one.label) for one in comparison.aspects if not one.differs)
    if alike:
        found += [Heading(label("alike")), Facts(alike)]
    return found


def _name(record: Record, records: Sequence[Record]) -> str:
    """Return a name that tells the measures apart, with the nation where two share one."""
    same = [one for one in records if one["name"] == record["name"]]
    nation = f" ({label_of(record['jurisdictions'])})" if len(same) > 1 else ""
    return f"{record['name']}{nation}"


def _prefer(records: Sequence[Record]) -> list[str]:
    """Return the catalogue's own sentences on each pair, each once."""
    names = {record["id"]: record["name"] for record in records}
    said: dict[str, None] = {}
    for record in records:
        for one in record["related"]:
            if one["id"] in names and one["id"] != record["id"]:
                pair = " and ".join(sorted((record["name"], names[one["id"]])))
                said.setdefault(f"{pair}: {one['note']}")
    return list(said)


def _of_routes(key: str) -> Callable[[Record, Lexicon, Setting], str]:
    return lambda record, words, _: in_short(record, lambda route: WHO[key](route, words))


def _test(record: Record, *_: Any) -> str:
    return in_short(record, lambda route: route["test"]["text"] if route["test"] else "")


def _need(key: str) -> Callable[[Record, Lexicon, Setting], str]:
    def say(record: Record, words: Lexicon, _: Setting) -> str:
        needs = record["needs"]
        return words.word("need", needs[key]) if needs else NOT_RECORDED

    return say


def _ages(record: Record, *_: Any) -> str:
    return ages(record) or "No age rule recorded"


def _duration(record: Record, *_: Any) -> str:
    return " ".join(line.text for line in durations(record, Numbering())) or NOT_RECORDED


def _interim(record: Record, *_: Any) -> str:
    interim = record["interim"]
    if not interim:
        return NOT_RECORDED
    return f"{'Available' if interim['available'] else 'None'}. {interim['text']}"


def _speed(record: Record, words: Lexicon, _: Setting) -> str:
    return words.word("speed", record["speed"]) or NOT_RECORDED


def _breach(record: Record, words: Lexicon, _: Setting) -> str:
    said = (consequence(one, words) for one in record["consequences"])
    return "; ".join(dict.fromkeys(said)) or NOT_RECORDED


def _alerts(record: Record, words: Lexicon, _: Setting) -> str:
    alerts = record["before_you_act"]["alerts_subject"]
    return words.word("alerts", alerts["value"]) if alerts else NOT_RECORDED


def _restricts(record: Record, words: Lexicon, _: Setting) -> str:
    named = (words.word("restricts", who).rstrip(".") for who in record["restricts"])
    return "; ".join(named) or NOT_RECORDED


def _contexts(record: Record, words: Lexicon, _: Setting) -> str:
    named = (words.label("contexts", one["context"]) for one in record["contexts"])
    return "; ".join(named) or NOT_RECORDED


def _evidence(record: Record, words: Lexicon, _: Setting) -> str:
    found = ratings.by_answer(record, words, lambda id_: words.label("contexts", id_))
    said = (f"{text} ({', '.join(where)})" for text, where in found.items())
    return "; ".join(said) or NOT_RECORDED


def _status(record: Record, words: Lexicon, setting: Setting) -> str:
    nation = label_of(record["jurisdictions"])
    return f"{state_words(record, words, setting.as_of)}; {nation}; {checked(record)}"


_ASPECTS: dict[str, Callable[[Record, Lexicon, Setting], str]] = {
    "status": _status,
    "summary": lambda record, *_: record["summary"],
    "applicants": _of_routes("applicants"),
    "issued_by": _of_routes("issued_by"),
    "conviction": _of_routes("conviction"),
    "test": _test,
    "standard_of_proof": _of_routes("standard_of_proof"),
    "child_account": _need("child_account"),
    "child_agreement": _need("child_agreement"),
    "carer_statement": _need("carer_statement"),
    "ages": _ages,
    "durations": _duration,
    "interim": _interim,
    "speed": _speed,
    "consequences": _breach,
    "alerts_subject": _alerts,
    "restricts": _restricts,
    "contexts": _contexts,
    "evidence": _evidence,
}
